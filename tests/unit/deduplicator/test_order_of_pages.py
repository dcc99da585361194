"""Whole pages in any order, with repeats, through every stage in memory."""

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newsticker.commands.pipeline import Pipeline
from newsticker.domain.sources import Sources
from newsticker.messages.base import Message
from newsticker.messages.news_group import NewsGroup
from newsticker.messages.raw_document import RawDocument, make_raw_document
from newsticker.messages.sighting import Sighting
from unit.deduplicator.making import NOON, NOON_MS

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pages"
LEAD = "De Kreekbrug bij Terhove blijft tot maandag dicht. Bij een inspectie vond Rijkswaterstaat scheuren."
TICKER = f"Meer uit Binnenland\nTERHOVE (ANP) - {LEAD}\n2 uur geledenEDE (ANP) - Er ligt een boom om.\nzojuist"
NAMES = ("flat-missing-stamp", "titled", "net-binnen", "section-list")
TEXTS = (
    *((FIXTURES / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES),
    f"Brug dicht\nTERHOVE (ANP) - {LEAD} Het verkeer wordt omgeleid via de dijk.\n{TICKER}",
    f"Boom omgewaaid\nEDE (ANP) - Er ligt een boom om.\n{TICKER}",
)
BY_ARRIVAL = {"version", "nt_duplicate", "nt_sightings"}

pages = st.lists(
    st.builds(
        make_raw_document,
        st.sampled_from(TEXTS),
        source=st.sampled_from(["one", "two"]),
        fetched_at=st.sampled_from([None, NOON]),
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda page: page.document_id,
)


def run(documents: list[RawDocument]) -> tuple[Any, ...]:
    """Give what must not depend on the order: views, sightings, relations."""
    pipeline = Pipeline(Sources())
    told: list[Message] = []
    pipeline.on_message = told.append
    for document in documents:
        pipeline.feed(document, NOON_MS)
    views = {key: event.model_dump(exclude=BY_ARRIVAL) for key, event in pipeline.latest.items()}
    sightings = {one.fact_id: one for one in told if isinstance(one, Sighting)}
    facts = {one.item_id: one for one in told if isinstance(one, NewsGroup)}
    relations = {
        (frozenset((fact.item_id, match.item_id)), match.relation, match.score)
        for fact in facts.values()
        for match in fact.matches
    }
    return views, sightings, relations


@settings(max_examples=10)
@given(pages, st.data())
def test_any_order_with_repeats_gives_the_same_news(documents: list[RawDocument], draw: st.DataObject) -> None:
    repeats = draw.draw(st.lists(st.sampled_from(documents), max_size=2))
    assert run(documents) == run(draw.draw(st.permutations([*documents, *repeats])))
