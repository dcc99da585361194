"""Why an item is as it is."""

from datetime import timedelta
from uuid import UUID

from newsticker.deduplicator.handler import handle_distinct
from newsticker.domain.duplicates.explaining import Explanation, explain, render_explanation
from newsticker.enricher.handler import handle as enrich
from newsticker.messages.base import Message
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_group import NewsGroup
from newsticker.messages.news_item import NewsItem
from newsticker.messages.unique_item import UniqueNewsItem
from newsticker.sink.handler import handle as sink
from unit.deduplicator.making import NOON, NOON_MS, FirstStep, make_item, withdraw

LEAD = (
    "De Kreekbrug bij Terhove blijft zeker tot maandag dicht voor al het verkeer. Bij een inspectie vond "
    "Rijkswaterstaat woensdag scheuren in twee draagbalken."
)
NEAR = LEAD.replace("inspectie", "inspektie")


def tell(*items: NewsItem) -> tuple[FirstStep, list[NewsGroup], list[NewsEvent]]:
    """Run everything that has a say in an event, in memory."""
    step = FirstStep().feed(*items)
    groups: list[NewsGroup] = []
    events: list[NewsEvent] = []
    revisions: dict[bytes, bytes] = {}
    for distinct in step.revisions:
        for emit in handle_distinct(distinct, NOON_MS, step.stores).emits:
            if isinstance(emit.message, NewsGroup):
                groups.append(emit.message)
            elif isinstance(emit.message, UniqueNewsItem):
                enriched = enrich(emit.message, NOON_MS, {}).emits[0].message
                assert isinstance(enriched, Message)
                events += [
                    told.message
                    for told in sink(enriched, NOON_MS, {"revisions": revisions}).emits[:1]
                    if isinstance(told.message, NewsEvent)
                ]
    return step, groups, events


def explain_all(item: NewsItem, *items: NewsItem) -> Explanation:
    step, groups, events = tell(*items)
    return explain(item.item_id, step.sightings, groups, events)


first = make_item(1, body=LEAD, hours=(-5, -1))
second = make_item(2, body=LEAD, hours=(-4, 0))
near = make_item(3, body=NEAR)


def test_names_sightings_revisions_and_what_changed() -> None:
    found = explain_all(first, first, second, near)
    assert [sighting.source.document_id for sighting in found.sightings] == [
        first.source.document_id,
        second.source.document_id,
    ]
    assert [revision.number for revision in found.revisions] == [1, 2]
    assert "ntTime" in found.revisions[1].changed
    assert found.event is not None
    assert found.event.nt_time.published.earliest == NOON - timedelta(hours=4)
    assert [item_id for item_id, _ in found.followers] == [near.item_id]


def test_says_what_a_later_item_was_grouped_by() -> None:
    text = "\n".join(render_explanation(explain_all(near, first, near)))
    assert f"group: {first.item_id}" in text
    assert f"same as {first.item_id}, there before (by wording" in text
    assert "shingles" in text


def test_says_where_each_bound_of_its_time_comes_from() -> None:
    text = "\n".join(render_explanation(explain_all(first, first, second)))
    assert "published: interval 2026-01-22T08:00Z/2026-01-22T11:00Z" in text
    assert text.count("stamp 2026-01-22T0") == 2
    assert f"on default #1 ({first.source.document_id.hex[:8]})" in text


def test_says_that_nothing_is_near_and_nothing_is_left() -> None:
    text = "\n".join(render_explanation(explain_all(first, first)))
    assert "group: its own" in text
    assert "nothing near it was found" in text
    gone = explain_all(first, first, withdraw(first))
    assert (gone.sightings, gone.withdrawn) == ((), 1)
    assert "canceled: nothing is left of it" in "\n".join(render_explanation(gone))


def test_names_later_matches_and_other_groups() -> None:
    headline = make_item(9, body="", headline="Kreekbrug bij Terhove blijft dicht")
    full = make_item(8, body=LEAD, headline="Kreekbrug bij Terhove blijft dicht")
    text = "\n".join(render_explanation(explain_all(first, headline, first, full)))
    assert f"also belongs to group {headline.item_id}" in text
    text = "\n".join(render_explanation(explain_all(headline, headline, first, full)))
    assert f"same as {first.item_id}, which came later (by headline, 1.00)" in text


def test_says_what_has_expired_and_what_is_not_known() -> None:
    step, groups, events = tell(first, second)
    late = explain(first.item_id, [], [], events[1:])
    text = "\n".join(render_explanation(late))
    assert "earlier ones have expired" in text
    assert "group: its facts have expired" in text
    assert "a page that is not kept any more" in text
    early = explain(first.item_id, step.sightings, groups, [])
    assert "no event" in "\n".join(render_explanation(early))
    assert late.is_known
    assert early.is_known
    assert not explain(UUID(int=5), step.sightings, groups, events).is_known
