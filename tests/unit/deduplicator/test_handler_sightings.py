"""Step 1: sightings of the same text."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsticker.deduplicator.handler import handle_sighting
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import InvalidMessageError, Outcome
from newsticker.messages.time import TimeStatus
from newsticker.messages.topics import DISTINCT_NEWS_ITEMS, NEWS_SIGHTINGS
from unit.deduplicator.making import (
    BODY,
    DAY_MS,
    NOON,
    NOON_MS,
    Details,
    FirstStep,
    fresh_stores,
    known_sightings,
    make_item,
    withdraw,
)


def test_a_new_item_is_its_first_revision_and_one_sighting() -> None:
    item = make_item(1, hours=(-3, -1))
    handled = handle_sighting(item, NOON_MS, fresh_stores())
    assert handled.outcome is Outcome.EMITTED
    assert [emit.topic for emit in handled.emits] == [NEWS_SIGHTINGS, DISTINCT_NEWS_ITEMS]
    step = FirstStep().feed(item)
    assert step.latest.revision == 1
    assert step.latest.best == item
    assert step.latest.published == item.time.published
    assert step.latest.sightings.count == 1
    assert step.latest.sightings.first_seen == step.latest.sightings.last_seen == NOON
    assert step.sightings[0].source == item.source


def test_a_sighting_that_tells_nothing_new_makes_no_revision_but_is_kept() -> None:
    poor = sorted((make_item(page) for page in range(2)), key=lambda item: item.sighting_id.int)
    step = FirstStep().feed(*poor)
    assert step.outcomes == [Outcome.EMITTED, Outcome.REPEATED]
    assert len(step.sightings) == 2
    assert len(step.revisions) == 1


def test_the_same_sighting_again_is_counted_once() -> None:
    first, second = make_item(1, headline=None), make_item(2, place="TERHOVE")
    step = FirstStep().feed(first, first, second, first, second)
    assert step.outcomes[1] is step.outcomes[3] is step.outcomes[4] is Outcome.REPEATED
    assert len(step.sightings) == 2
    assert step.feed(make_item(3, place="TERHOVE", agencies=("ANP",))).latest.sightings.count == 3


def test_time_narrows_to_the_intersection_and_each_narrowing_is_a_revision() -> None:
    step = FirstStep().feed(make_item(1, hours=(-5, -1)), make_item(2, hours=(-4, 0)), make_item(3, hours=(-9, 9)))
    published = step.latest.published
    assert published.earliest == NOON - timedelta(hours=4)
    assert published.latest == NOON - timedelta(hours=1)
    assert step.latest.revision == len(step.revisions) == 2


def test_times_that_contradict_become_a_conflict_with_both_witnesses() -> None:
    step = FirstStep().feed(make_item(1, hours=(-5, -4)), make_item(2, hours=(-2, -1)))
    assert step.latest.published.status is TimeStatus.CONFLICT
    assert len({piece.sighting_id for piece in step.latest.published.basis}) == 2


@pytest.mark.parametrize(
    ("poor", "rich"),
    [
        ({}, {"headline": "Brug weer open"}),
        ({}, {"place": "TERHOVE"}),
        ({"place": "TERHOVE"}, {"place": "TERHOVE", "agencies": ("ANP",)}),
        ({"place": "TERHOVE"}, {"headline": "Brug weer open"}),
        ({"headline": "Brug", "quality": ("encoding_broken",)}, {}),
        ({"hours": None}, {"hours": (-2, -1)}),
        ({"quality": ("stamp_missing",)}, {}),
    ],
)
def test_the_sighting_that_knows_most_gives_the_view(poor: Details, rich: Details) -> None:
    for page in range(3):
        one = make_item(page, **poor)
        other = make_item(page + 10, **rich)
        for order in ((one, other), (other, one)):
            assert FirstStep().feed(*order).latest.best == other


def test_first_and_last_seen_are_record_times() -> None:
    step = FirstStep().feed(make_item(1), at=NOON_MS + 5000).feed(make_item(2, headline="Brug"), at=NOON_MS)
    assert step.latest.sightings.first_seen == NOON
    assert step.latest.sightings.last_seen == NOON + timedelta(seconds=5)


@pytest.mark.parametrize("moment", [-1, 0, NOON_MS * 30])
def test_a_record_may_have_any_time(moment: int) -> None:
    step = FirstStep().feed(make_item(1), make_item(2), at=moment)
    assert len(step.sightings) == 2


def test_what_is_packed_comes_back_as_it_was() -> None:
    items = [make_item(page, hours=(-page, page), place="TERHOVE", quality=("a", "b")) for page in range(1, 9)]
    step = FirstStep().feed(*items)
    for item in items:
        assert FirstStep(stores=step.stores).feed(item).outcomes == [Outcome.REPEATED]


def test_other_splitting_rules_replace_what_a_sighting_said() -> None:
    step = FirstStep().feed(make_item(1, headline="Fout"), make_item(2), make_item(1, headline="Goed", version="2"))
    assert step.latest.best.headline is not None
    assert step.latest.best.headline.value == "Goed"
    assert step.latest.sightings.count == 2


def test_an_item_of_which_nothing_is_left_is_withdrawn_and_may_return() -> None:
    item = make_item(1)
    step = FirstStep().feed(item, withdraw(item))
    assert step.latest.withdrawn
    assert step.latest.revision == 2
    assert step.latest.sightings.count == 0
    assert step.sightings[-1].withdrawn
    assert not step.stores["items"]
    again = step.feed(item).latest
    assert (again.revision, again.withdrawn) == (3, False)


def test_what_was_never_seen_cannot_be_withdrawn() -> None:
    step = FirstStep().feed(withdraw(make_item(1)), make_item(2), withdraw(make_item(1)))
    assert step.outcomes == [Outcome.REPEATED, Outcome.EMITTED, Outcome.REPEATED]
    assert len(step.sightings) == 1


def test_withdrawing_keeps_what_expired_sightings_have_told() -> None:
    old, wrong, late = make_item(1, hours=(-5, -1)), make_item(2, hours=(-4, 0)), make_item(3, hours=(-3, 9))
    step = FirstStep().feed(make_item(9), old, wrong, late)
    del step.stores["sightings"][old.item_id.bytes[4:] + old.sighting_id.bytes]
    published = step.feed(withdraw(late)).latest.published
    assert (published.earliest, published.latest) == (NOON - timedelta(hours=4), NOON - timedelta(hours=1))
    assert step.latest.sightings.count == 3


def test_an_item_that_returns_after_its_knowledge_expired_goes_on_counting_revisions() -> None:
    step = FirstStep().feed(make_item(1), make_item(2, headline="Brug"))
    step.stores["items"].clear()
    step.stores["sightings"].clear()
    assert step.feed(make_item(3), at=NOON_MS + 40 * DAY_MS).latest.revision == 3


def test_another_message_is_invalid() -> None:
    with pytest.raises(InvalidMessageError, match="news-item"):
        handle_sighting(FirstStep().feed(make_item(1)).latest, NOON_MS, fresh_stores())


pages = st.lists(
    st.builds(
        make_item,
        st.integers(0, 6),
        body=st.sampled_from([BODY, BODY.upper(), "Een ander bericht over de haven van Terhove."]),
        position=st.integers(0, 2),
        hours=st.one_of(st.none(), st.tuples(st.integers(-6, -2), st.integers(-3, 4))),
        headline=st.sampled_from([None, "Brug weer open"]),
        place=st.sampled_from([None, "TERHOVE"]),
        agencies=st.sampled_from([(), ("ANP",)]),
        quality=st.sampled_from([(), ("encoding_broken",), ("truncated",)]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda item: item.sighting_id,
)


@settings(max_examples=40)
@given(pages, st.randoms(use_true_random=False))
def test_any_order_with_repeats_ends_in_the_same_view_and_sightings(items: list[NewsItem], random: Random) -> None:
    shuffled = [*items, *random.choices(items, k=len(items))]
    random.shuffle(shuffled)
    one, other = FirstStep().feed(*items), FirstStep().feed(*shuffled)
    assert one.views() == other.views()
    assert known_sightings(one.sightings) == known_sightings(other.sightings)


@settings(max_examples=40)
@given(pages, st.data())
def test_withdrawing_equals_never_having_sent(items: list[NewsItem], draw: st.DataObject) -> None:
    taken = draw.draw(st.lists(st.sampled_from(items), unique_by=lambda item: item.sighting_id))
    step = FirstStep().feed(*items, *(withdraw(item) for item in taken))
    never = FirstStep().feed(*(item for item in items if item not in taken))
    assert step.views() == never.views()
    assert known_sightings(step.sightings) == known_sightings(never.sightings)
    kept = make_item(99, headline="Meer dan alle andere", place="A", agencies=("A", "B", "C"), hours=(-2, -2))
    assert step.feed(kept).latest.sightings == never.feed(kept).latest.sightings
