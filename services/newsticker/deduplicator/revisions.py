"""The last revision of every item: a few bytes that outlive all else that is known of it, in a store of small buckets.

An entry of its own for each item would be all overhead. Seven bytes of an item's id tell it from others in its bucket;
were two ever alike, one would skip a number. What was told too long ago is left out when its bucket is written.
"""

from struct import Struct
from uuid import UUID

from newsticker.messages.outcomes import Store
from newsticker.messages.topics import DAY_MS

IDENTITY_DAYS = 365
"""Revision and group, a few dozen bytes: a returning item goes on where it was."""

BUCKET_BITS = 16
"""At a million items a bucket holds fifteen."""

_ID_BITS = 128
_LAST_DAY = 0xFFFF
_ENTRY = Struct(">7sIH")
"""The end of the item's id, its last revision, and the day of record time when that was told."""


class Revisions:
    """Reads and writes last revisions, as of a record's timestamp."""

    def __init__(self, store: Store, timestamp_ms: int) -> None:
        self._store = store
        self._today = min(max(timestamp_ms // DAY_MS, 0), _LAST_DAY)

    def find(self, item_id: UUID) -> tuple[int, int] | None:
        """Find an item's last revision, and how many days ago it was told."""
        bucket, short_id = _locate(item_id)
        for found, revision, day in _ENTRY.iter_unpack(self._store.get(bucket, b"")):
            if found == short_id and not self._is_old(day):
                return revision, self._today - day
        return None

    def note(self, item_id: UUID, revision: int) -> None:
        """Note that a revision is told today."""
        bucket, short_id = _locate(item_id)
        others = (
            entry
            for entry in _ENTRY.iter_unpack(self._store.get(bucket, b""))
            if entry[0] != short_id and not self._is_old(entry[2])
        )
        entries = [*others, (short_id, revision, self._today)]
        self._store[bucket] = b"".join(_ENTRY.pack(*entry) for entry in entries)

    def _is_old(self, day: int) -> bool:
        return self._today - day >= IDENTITY_DAYS


def _locate(item_id: UUID) -> tuple[bytes, bytes]:
    """Give the bucket of an item, and what tells it from others there."""
    return (item_id.int >> (_ID_BITS - BUCKET_BITS)).to_bytes(3, "big"), item_id.bytes[-7:]
