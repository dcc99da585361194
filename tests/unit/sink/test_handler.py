"""The sink: events out of revisions, each once and none after a newer one."""

from datetime import UTC, datetime

import pytest

from newsticker.enricher.handler import handle as enrich
from newsticker.messages.enriched_item import EnrichedNewsItem, Enrichment
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.outcomes import InvalidMessageError, Outcome, Stores
from newsticker.messages.time import Published, TimeStatus
from newsticker.messages.topics import NEWS_EVENTS, NEWS_EVENTS_LATEST
from newsticker.messages.unique_item import UniqueNewsItem
from newsticker.sink.event import render_event
from newsticker.sink.handler import handle
from unit.domain.enrichment.copies import make_item

LINE = "BRUSSEL/DEN HAAG (ANP/RTR) - Volgens Duitsland is er een akkoord over de begroting van volgend jaar."
MOMENT = datetime(2026, 1, 22, 12, tzinfo=UTC)


def enriched(item: UniqueNewsItem, **changes: object) -> EnrichedNewsItem:
    (emit,) = enrich(item.model_copy(update=changes), 0, {}).emits
    assert isinstance(emit.message, EnrichedNewsItem)
    return emit.message


ITEM = enriched(make_item(LINE))


def fresh() -> Stores:
    return {"revisions": {}}


def test_an_event_goes_to_both_topics() -> None:
    handled = handle(ITEM, 0, fresh())
    assert handled.outcome is Outcome.EMITTED
    assert [emit.topic for emit in handled.emits] == [NEWS_EVENTS, NEWS_EVENTS_LATEST]
    assert {emit.message for emit in handled.emits} == {render_event(ITEM)}


@pytest.mark.parametrize(
    ("revisions", "outcomes"),
    [([1, 1], "er"), ([1, 2, 3], "eee"), ([2, 1, 2, 3], "erre"), ([300, 299], "er")],
)
def test_no_revision_is_published_twice_or_after_a_newer_one(revisions: list[int], outcomes: str) -> None:
    stores = fresh()
    given = [handle(enriched(ITEM, revision=number), 0, stores) for number in revisions]
    assert "".join(one.outcome.value[0] for one in given) == outcomes
    assert all(bool(one.emits) is (one.outcome is Outcome.EMITTED) for one in given)


def test_a_withdrawn_item_is_canceled_and_leaves_a_tombstone() -> None:
    event, latest = handle(enriched(make_item(LINE, withdrawn=True), revision=2), 0, fresh()).emits
    assert isinstance(event.message, NewsEvent)
    assert event.message.pub_status == "canceled"
    assert (latest.topic, latest.message, latest.key) == (NEWS_EVENTS_LATEST, None, ITEM.key)


def test_an_event_says_what_is_known_in_the_words_of_the_standard() -> None:
    event = render_event(ITEM)
    assert event.uri == f"urn:uuid:{ITEM.item_id}"
    assert (event.key, event.revision, event.profile) == (ITEM.key, 1, "ticker")
    assert event.located == "BRUSSEL, DEN HAAG"
    assert [body.value for body in event.bodies] == [ITEM.best.body]
    assert (event.bodies[0].char_count, event.bodies[0].word_count) == (len(ITEM.best.body), 12)
    assert [source.literal for source in event.info_sources] == ["ANP", "RTR"]
    assert event.nt_duplicate == ITEM.duplicate
    assert NewsEvent.model_validate_json(event.to_json()) == event


def test_what_is_not_known_is_absent() -> None:
    event = render_event(ITEM)
    names = set(event.model_dump(by_alias=True, exclude_none=True))
    assert not names & {"headlines", "contentCreated", "pubStatus", "ntHeadline"}


def test_a_headline_is_the_page_s_own() -> None:
    event = render_event(enriched(make_item("", headline="Brug weer open")))
    assert event.headlines is not None
    assert event.headlines[0].value == "Brug weer open"
    assert event.bodies == ()
    assert event.located is None


@pytest.mark.parametrize("status", list(TimeStatus))
def test_only_an_exact_time_is_a_time_of_creation(status: TimeStatus) -> None:
    event = render_event(enriched(ITEM, published=Published(status=status, earliest=MOMENT, latest=MOMENT)))
    assert event.content_created == (MOMENT if status is TimeStatus.EXACT else None)


def test_flags_are_named_once() -> None:
    event = render_event(enriched(ITEM, quality=("truncated", "truncated")))
    assert event.nt_quality == ("truncated",)


def test_every_facet_is_handed_on_to_the_event() -> None:
    read: set[str] = set()

    class Watched:
        def __getattr__(self, facet: str) -> object:
            read.add(facet)
            return getattr(ITEM.enrichment, facet)

    render_event(ITEM.model_copy(update={"enrichment": Watched()}))
    assert set(Enrichment.model_fields) - read == set(), "one line each in sink/event.py"


def test_another_message_is_invalid() -> None:
    with pytest.raises(InvalidMessageError, match="enriched-news-item"):
        handle(ITEM.best, 0, fresh())
