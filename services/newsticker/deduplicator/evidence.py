"""The deduplicator's memory of sightings: a chain of compressed items, newest first, one chain an item.

The join of an item remembers its newest sighting, and each sighting the one before. So one more costs the same
however many there are, and all can be walked when one is taken back.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from newsticker.domain.duplicates.knowledge import Knowledge
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Store, Stores

ITEMS = "items"
SIGHTINGS = "sightings"
REVISIONS = "revisions"

_NONE = bytes(16)
_ID_BYTES = 16
_TIME_BYTES = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """One stored sighting, when it was seen, and the one stored before it."""

    item: NewsItem
    seen_ms: int
    before: bytes


@dataclass(frozen=True, slots=True)
class ItemMemory:
    """The stored knowledge of one item, and the newest sighting in its chain."""

    knowledge: Knowledge
    newest: bytes


class Memory:
    """Reads and writes what is stored of one item."""

    def __init__(self, stores: Stores, item_id: UUID) -> None:
        self._items: Store = stores[ITEMS]
        self._sightings: Store = stores[SIGHTINGS]
        self._revisions: Store = stores[REVISIONS]
        self._key = item_id.bytes

    def load(self) -> ItemMemory | None:
        """Load the join, unless the item is new or forgotten."""
        stored = self._items.get(self._key)
        if stored is None:
            return None
        knowledge = Knowledge.model_validate_json(zlib.decompress(stored[_ID_BYTES:]))
        return ItemMemory(knowledge, stored[:_ID_BYTES])

    def save(self, knowledge: Knowledge, newest: bytes) -> None:
        """Save the join."""
        self._items[self._key] = newest + _compress(knowledge)

    def forget(self) -> None:
        """Remove the join; its revision number stays."""
        self._items.pop(self._key, None)

    def has_sighting(self, item: NewsItem) -> bool:
        """Tell whether this sighting is in the chain."""
        return self._key + item.sighting_id.bytes in self._sightings

    def push(self, item: NewsItem, seen_ms: int, newest: bytes | None) -> bytes:
        """Put a sighting at the head of the chain; give the new head."""
        head = item.sighting_id.bytes
        self._sightings[self._key + head] = (newest or _NONE) + seen_ms.to_bytes(_TIME_BYTES, "big") + _compress(item)
        return head

    def walk(self, newest: bytes) -> Iterator[Evidence]:
        """Walk the chain from its head; it ends where a sighting has expired."""
        while newest != _NONE:
            stored = self._sightings.get(self._key + newest)
            if stored is None:
                return
            before, rest = stored[:_ID_BYTES], stored[_ID_BYTES:]
            item = NewsItem.model_validate_json(zlib.decompress(rest[_TIME_BYTES:]))
            yield Evidence(item, int.from_bytes(rest[:_TIME_BYTES], "big"), before)
            newest = before

    def drop(self, item: NewsItem) -> None:
        """Remove one sighting; the caller builds the chain anew."""
        self._sightings.pop(self._key + item.sighting_id.bytes, None)

    def next_revision(self) -> int:
        """Count one revision more, also of an item whose knowledge has expired."""
        revision = int(self._revisions.get(self._key, b"0")) + 1
        self._revisions[self._key] = str(revision).encode()
        return revision


def _compress(part: Knowledge | NewsItem) -> bytes:
    return zlib.compress(part.model_dump_json(exclude_none=True).encode(), level=6)
