"""The last revision of every item."""

from uuid import UUID

import pytest

from newsticker.deduplicator.revisions import IDENTITY_DAYS, Revisions
from unit.deduplicator.making import DAY_MS, NOON_MS

ONE, ALIKE, FAR = UUID(int=1), UUID(int=2), UUID(int=1 << 120)


def test_items_of_one_bucket_are_told_apart() -> None:
    store: dict[bytes, bytes] = {}
    revisions = Revisions(store, NOON_MS)
    for item_id, revision in ((ONE, 1), (ALIKE, 7), (FAR, 70_000), (ONE, 2)):
        revisions.note(item_id, revision)
    assert [revisions.find(item_id) for item_id in (ONE, ALIKE, FAR)] == [(2, 0), (7, 0), (70_000, 0)]
    assert len(store) == 2
    assert revisions.find(UUID(int=3)) is None


@pytest.mark.parametrize(
    ("days", "found"), [(0, (1, 0)), (40, (1, 40)), (IDENTITY_DAYS - 1, (1, 364)), (IDENTITY_DAYS, None), (-3, (1, -3))]
)
def test_what_was_told_too_long_ago_is_forgotten(days: int, found: tuple[int, int] | None) -> None:
    store: dict[bytes, bytes] = {}
    Revisions(store, NOON_MS).note(ONE, 1)
    assert Revisions(store, NOON_MS + days * DAY_MS).find(ONE) == found


def test_a_bucket_that_is_written_drops_what_is_forgotten() -> None:
    store: dict[bytes, bytes] = {}
    Revisions(store, NOON_MS).note(ONE, 1)
    Revisions(store, NOON_MS + IDENTITY_DAYS * DAY_MS).note(ALIKE, 1)
    ((_, bucket),) = store.items()
    assert len(bucket) == 13
