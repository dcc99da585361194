"""Four hundred days of record time: what is forgotten, what is not, and that nothing ever runs backwards."""

import pytest

from newsticker.deduplicator.app import build_stages
from newsticker.deduplicator.settings import COMPARISON_DAYS, IDENTITY_DAYS, KNOWLEDGE_DAYS, DeduplicatorSettings
from newsticker.enricher.app import build_stages as build_enricher
from newsticker.enricher.settings import EnricherSettings
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.topics import (
    DISTINCT_NEWS_ITEMS,
    ENRICHED_NEWS_ITEMS,
    NEWS_EVENTS,
    NEWS_EVENTS_LATEST,
    NEWS_ITEMS,
)
from newsticker.sink.app import build_stages as build_sink
from newsticker.sink.settings import REVISION_DAYS, SinkSettings
from unit.deduplicator.aging import AgingFlow
from unit.deduplicator.making import BODY, DAY_MS, NOON_MS, make_item

DAYS = 400
NEAR = BODY.replace("donderdag", "donderdagavond") + " Het verkeer kan er in beide richtingen langs."


@pytest.fixture(name="flow")
def _flow() -> AgingFlow:
    stages = (*build_stages(DeduplicatorSettings()), *build_enricher(EnricherSettings()), *build_sink(SinkSettings()))
    return AgingFlow(stages)


def events(flow: AgingFlow, topic: str, key: str) -> list[NewsEvent]:
    return [one for name, at, one in flow.told if name == topic and at == key and isinstance(one, NewsEvent)]


def test_the_sink_remembers_longer_than_whatever_comes_before_it() -> None:
    assert COMPARISON_DAYS < KNOWLEDGE_DAYS < IDENTITY_DAYS < REVISION_DAYS


@pytest.mark.parametrize("gap", [1, 13, 20, 29, 31, 90, 300])
def test_an_item_that_returns_goes_on_where_it_was(flow: AgingFlow, gap: int) -> None:
    first = make_item(0)
    for day in range(0, DAYS, gap):
        flow.feed(NEWS_ITEMS.name, make_item(day, headline=f"Brug open {day}"), NOON_MS + day * DAY_MS)
    for topic in (NEWS_EVENTS.name, NEWS_EVENTS_LATEST.name):
        revisions = [event.revision for event in events(flow, topic, first.key)]
        assert revisions == list(range(1, len(revisions) + 1))
    assert {event.nt_duplicate.group_id for event in events(flow, NEWS_EVENTS.name, first.key)} == {first.item_id}


def test_near_duplicates_are_found_while_they_can_be_compared_and_groups_stay(flow: AgingFlow) -> None:
    one = make_item(0)
    flow.feed(NEWS_ITEMS.name, one, NOON_MS)
    flow.feed(NEWS_ITEMS.name, make_item(1, body=NEAR), NOON_MS + (COMPARISON_DAYS - 1) * DAY_MS)
    late = make_item(2, body=BODY + " Dat is een maand later dan gepland.")
    flow.feed(NEWS_ITEMS.name, late, NOON_MS + 60 * DAY_MS)
    near = make_item(3, body=NEAR, headline="Brug open")
    flow.feed(NEWS_ITEMS.name, near, NOON_MS + 200 * DAY_MS)
    groups = [event.nt_duplicate.group_id for event in events(flow, NEWS_EVENTS.name, near.key)]
    assert groups == [one.item_id, one.item_id]
    assert events(flow, NEWS_EVENTS.name, late.key)[0].nt_duplicate.group_id == late.item_id


def test_what_is_still_seen_is_not_forgotten(flow: AgingFlow) -> None:
    pages = sorted((make_item(page) for page in range(DAYS)), key=lambda item: item.sighting_id.int)
    for day, page in enumerate(pages):
        flow.feed(NEWS_ITEMS.name, page, NOON_MS + day * DAY_MS)
    assert len(events(flow, NEWS_EVENTS.name, pages[0].key)) == 1
    last = NOON_MS + DAYS * DAY_MS
    near = make_item(DAYS, body=NEAR)
    flow.feed(NEWS_ITEMS.name, near, last)
    assert events(flow, NEWS_EVENTS.name, near.key)[0].nt_duplicate.group_id == pages[0].item_id
    flow.feed(NEWS_ITEMS.name, make_item(DAYS + 1, headline="Brug open"), last)
    newest = events(flow, NEWS_EVENTS_LATEST.name, pages[0].key)[-1]
    assert (newest.revision, newest.nt_sightings.count) == (2, DAYS + 1)
    told = [key for topic, key, _ in flow.told if topic == DISTINCT_NEWS_ITEMS.name]
    assert len(told) < DAYS / 6


def test_state_holds_no_more_than_its_days(flow: AgingFlow) -> None:
    for day in range(DAYS):
        body = f"Op dag {day} meldt de gemeente Terhove dat lantaarn {day * 7919 % 1000} aan de Zeedijk is vervangen."
        flow.feed(NEWS_ITEMS.name, make_item(day, body=body), NOON_MS + day * DAY_MS)
    first, second = flow.stages[NEWS_ITEMS.name].sizes(), flow.stages[DISTINCT_NEWS_ITEMS.name].sizes()
    slack = 2
    assert first["items"] <= KNOWLEDGE_DAYS + slack
    assert first["revisions"] <= IDENTITY_DAYS + slack
    assert second["texts"] <= COMPARISON_DAYS + slack
    assert second["groups"] <= IDENTITY_DAYS + slack + 1
    assert flow.stages[ENRICHED_NEWS_ITEMS.name].sizes()["revisions"] == DAYS
