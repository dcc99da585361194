"""The deduplicator's memory of sightings: what is known of an item, and the evidence to build it anew.

Store `items`, by item id: the item's first stored sighting, what all of them say together where that is more, and the
newest sighting's id. Store `sightings`, by item and sighting id: every other sighting, with the one stored before it.
So a sighting costs the same however many there are, all can be walked when one is taken back, and an item that was
seen once has no more than one entry. Sightings are packed by their likeness to the first one.
"""

from collections.abc import Iterator
from struct import Struct
from uuid import UUID

from newsticker.deduplicator.item_memory import Evidence, ItemMemory
from newsticker.deduplicator.packing import dump, pack, unpack
from newsticker.deduplicator.revisions import Revisions
from newsticker.domain.duplicates.knowledge import Knowledge
from newsticker.domain.time import join_published
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Store, Stores
from newsticker.messages.time import Published, TimeStatus

ITEMS = "items"
SIGHTINGS = "sightings"
REVISIONS = "revisions"

_KEY_BYTES = 12
"""Of an item's id, its end: ninety free bits, and a fifth less memory for a key than sixteen bytes would take."""

_LINK = Struct(">q16s")
"""When a sighting was seen, and the id of the one stored before it; its packed item follows."""

REFRESH_DAYS = 7
"""What is still seen is told to step 2 again after so many days, which is half of what that remembers texts for."""


class Memory:
    """Reads and writes what is stored of one item."""

    def __init__(self, stores: Stores, item_id: UUID, timestamp_ms: int) -> None:
        self._items: Store = stores[ITEMS]
        self._sightings: Store = stores[SIGHTINGS]
        self._revisions = Revisions(stores[REVISIONS], timestamp_ms)
        self._item_id = item_id
        self._key = item_id.bytes[-_KEY_BYTES:]

    def load(self) -> ItemMemory | None:
        """Load what is known, unless the item is new or forgotten."""
        stored = self._items.get(self._key)
        return ItemMemory.read(self._item_id, stored) if stored is not None else None

    def add(self, known: ItemMemory | None, item: NewsItem, seen_ms: int) -> ItemMemory:
        """Add one sighting to what is known."""
        if known is None:
            known = ItemMemory.begin(Evidence(item, seen_ms))
        else:
            key = self._key + item.sighting_id.bytes
            packed = pack(dump(item), known.like)
            self._sightings[key] = _LINK.pack(seen_ms, known.newest.bytes) + packed
            known.newest = item.sighting_id
            known.learn(known.knowledge.add(item, seen_ms), packed)
        self._items[self._key] = known.write()
        return known

    def take_back(self, known: ItemMemory, sighting_id: UUID) -> ItemMemory | None:
        """Build what is known anew from all other sightings, as if this one had never been; `None` if it was all."""
        kept = [one for one in self.walk(known) if one.item.sighting_id != sighting_id]
        lost = _recall_lost(known, kept, sighting_id)
        self._forget(known)
        if not kept:
            return None
        *others, first = kept  # oldest last
        again = ItemMemory.begin(first)
        if lost:
            again.learn(lost.join(again.knowledge))
        self._items[self._key] = again.write()
        for one in reversed(others):
            self.add(again, one.item, one.seen_ms)
        return again

    def find(self, known: ItemMemory, sighting_id: UUID) -> NewsItem | None:
        """Find one stored sighting."""
        if sighting_id == known.first.item.sighting_id:
            return known.first.item
        stored = self._sightings.get(self._key + sighting_id.bytes)
        return self._read(stored, known).item if stored is not None else None

    def walk(self, known: ItemMemory) -> Iterator[Evidence]:
        """Walk the sightings, newest first; those that have expired are passed over, the first is always there."""
        sighting_id = known.newest.bytes
        first_id = known.first.item.sighting_id.bytes
        while sighting_id != first_id:
            stored = self._sightings.get(self._key + sighting_id)
            if stored is None:
                break
            yield self._read(stored, known)
            _, sighting_id = _LINK.unpack_from(stored)
        yield known.first

    def _forget(self, known: ItemMemory) -> None:
        """Remove the item and its sightings; its revision number stays."""
        for one in self.walk(known):
            self._sightings.pop(self._key + one.item.sighting_id.bytes, None)
        self._items.pop(self._key, None)

    def next_revision(self) -> int:
        """Count one revision more, also of an item whose knowledge has expired."""
        last = self._revisions.find(self._item_id)
        revision = last[0] + 1 if last else 1
        self._revisions.note(self._item_id, revision)
        return revision

    def refresh_revision(self) -> int | None:
        """Give the last revision when it was told long ago, so that what is still seen is not forgotten."""
        last = self._revisions.find(self._item_id)
        if last is None or last[1] < REFRESH_DAYS:
            return None
        self._revisions.note(self._item_id, last[0])
        return last[0]

    def _read(self, stored: bytes, known: ItemMemory) -> Evidence:
        seen_ms, _ = _LINK.unpack_from(stored)
        json = unpack(stored[_LINK.size :], known.like)
        return Evidence(NewsItem.model_validate_json(json), seen_ms)


def _recall_lost(known: ItemMemory, kept: list[Evidence], sighting_id: UUID) -> Knowledge | None:
    """Tell what the join knows from sightings whose own evidence has expired: its witnesses that are not stored."""
    before = known.knowledge
    count = before.count - len(kept) - 1
    stored = {one.item.sighting_id for one in kept} | {sighting_id}
    if count <= 0 or not kept:
        return None
    basis = tuple(piece for piece in before.published.basis if piece.sighting_id not in stored)
    return Knowledge(
        best=kept[0].item if before.best.sighting_id in stored else before.best,
        published=join_published([Published(status=TimeStatus.UNKNOWN, basis=basis)]),
        count=count,
        first_seen=before.first_seen,
        last_seen=before.first_seen,
    )
