"""How step 2 stores views."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.deduplicator.packing import dump, pack
from newsticker.deduplicator.views import pack_view, unpack_printed, unpack_view
from newsticker.messages.news_item import NewsItem
from newsticker.messages.time import Published, TimeStatus
from newsticker.messages.unique_item import DistinctNewsItem, SightingCount
from unit.deduplicator.making import NOON, make_item

ITEM = make_item(1, hours=(-3, -1), place="TERHOVE", agencies=("ANP",), quality=("truncated",))
SEEN = SightingCount(count=1, first_seen=NOON, last_seen=NOON)


def view(item: NewsItem = ITEM, **other: object) -> DistinctNewsItem:
    made = DistinctNewsItem(
        item_id=item.item_id,
        revision=3,
        best=item,
        published=item.time.published,
        sightings=SEEN,
        quality=item.quality,
    )
    return made.model_copy(update=other)


@pytest.mark.parametrize(
    "stored",
    [
        view(),
        view(make_item(2, body="", headline="Brug weer open")),
        view(published=Published(status=TimeStatus.UNKNOWN)),
        view(quality=("truncated", "stamp_missing")),
        view(withdrawn=True),
        view(sightings=SEEN.model_copy(update={"count": 0})),
    ],
)
def test_a_view_comes_back_as_it_was(stored: DistinctNewsItem) -> None:
    packed = pack_view(stored)
    assert unpack_view(packed) == stored
    assert unpack_view(packed).to_json() == stored.to_json()


@given(st.integers(0, 4_000_000_000_000_000), st.integers(1, 1000))
def test_times_of_sight_come_back_to_the_microsecond(microseconds: int, count: int) -> None:
    first = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
    stored = view(sightings=SightingCount(count=count, first_seen=first, last_seen=first + timedelta(microseconds=7)))
    assert unpack_view(pack_view(stored)).to_json() == stored.to_json()


@pytest.mark.parametrize("stored", [view(), view(published=Published(status=TimeStatus.UNKNOWN))])
def test_what_is_printed_is_read_without_the_rest(stored: DistinctNewsItem) -> None:
    printed = unpack_printed(pack_view(stored))
    assert (printed.item_id, printed.body, printed.headline) == (stored.item_id, stored.best.body, None)


def test_the_headline_is_read_too() -> None:
    printed = unpack_printed(pack_view(view(make_item(2, headline="Brug weer open"))))
    assert printed.headline is not None
    assert printed.headline.value == "Brug weer open"


def test_what_is_said_twice_is_stored_once() -> None:
    assert len(pack_view(view())) < len(pack(dump(view())))
