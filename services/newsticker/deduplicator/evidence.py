"""The deduplicator's memory of sightings: what is known of an item, and the evidence to build it anew.

Store `items`, by item id: the item's first stored sighting, what all of them say together where that is more, and the
newest sighting's id. Store `sightings`, by item and sighting id: every other sighting, with the one stored before it.
So a sighting costs the same however many there are, all can be walked when one is taken back, and an item that was
seen once has no more than one entry. Sightings are packed by their likeness to the first one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import Self
from uuid import UUID

from newsticker.deduplicator.packing import Likeness, dump, know, pack, pack_pattern, unpack, unpack_pattern
from newsticker.deduplicator.revisions import Revisions
from newsticker.domain import identity
from newsticker.domain.duplicates.knowledge import Knowledge
from newsticker.domain.time import join_published
from newsticker.messages.base import Part
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Store, Stores
from newsticker.messages.time import Published, TimeStatus

ITEMS = "items"
SIGHTINGS = "sightings"
REVISIONS = "revisions"

_KEY_BYTES = 12
"""Of an item's id, its end: ninety free bits, and a fifth less memory for a key than sixteen bytes would take."""

_FORMAT_ONE = b"\x01"
_FORMAT_MORE = b"\x02"
_MORE = Struct(">16sIqqI")
"""The newest sighting's id, number of sightings, when the item was first and last seen, the length of the first stored
sighting; that follows, and the packed view where it is another than that sighting's own."""
_TIME_BYTES = 7
_FIRST = Struct(f">{_TIME_BYTES}s16sH")
"""When the first stored sighting was seen, its document and its place there, by which its id is known too; its packed
item follows."""
_POSITIONS = range(1 << 16)
_LINK = Struct(">q16s")
"""When a sighting was seen, and the id of the one stored before it; its packed item follows."""

REFRESH_DAYS = 7
"""What is still seen is told to step 2 again after so many days, which is half of what that remembers texts for."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sighting, and when it was seen."""

    item: NewsItem
    seen_ms: int


class _View(Part):
    """What all sightings show together."""

    best: NewsItem
    published: Published


@dataclass(slots=True)
class ItemMemory:
    """What is stored of one item: its first stored sighting, the newest one's id, and what all say together."""

    first: Evidence
    newest: UUID
    knowledge: Knowledge
    stored_first: bytes
    like: Likeness
    """All other sightings are packed by their likeness to the first."""
    packed_view: bytes | None = b""
    """Empty where it is the first sighting's own; `None` where it is not packed yet."""

    def learn(self, knowledge: Knowledge) -> None:
        """Know more; the view is packed again only where it shows something else."""
        if not knowledge.shows_the_same_as(self.knowledge):
            self.packed_view = None
        self.knowledge = knowledge

    @classmethod
    def begin(cls, first: Evidence) -> Self:
        """Begin with one sighting."""
        knowledge = Knowledge.of(first.item, first.seen_ms)
        return cls(first, first.item.sighting_id, knowledge, *_store_first(first))


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
        if stored is None:
            return None
        kind, rest = stored[:1], stored[1:]
        if kind == _FORMAT_ONE:
            first, like = self._read_first(rest)
            return ItemMemory(first, first.item.sighting_id, Knowledge.of(first.item, first.seen_ms), rest, like)
        newest, count, first_seen, last_seen, length = _MORE.unpack_from(rest)
        stored_first, packed_view = rest[_MORE.size :][:length], rest[_MORE.size :][length:]
        first, like = self._read_first(stored_first)
        if packed_view:
            shown = _View.model_validate_json(unpack(packed_view, like))
        else:
            shown = _View(best=first.item, published=join_published([first.item.time.published]))
        knowledge = Knowledge(
            best=shown.best, published=shown.published, count=count, first_seen=first_seen, last_seen=last_seen
        )
        return ItemMemory(first, UUID(bytes=newest), knowledge, stored_first, like, packed_view)

    def _read_first(self, stored: bytes) -> tuple[Evidence, Likeness]:
        seen_ms, document_id, position = _FIRST.unpack_from(stored)
        known = _know_first(self._item_id, UUID(bytes=document_id), position)
        json, like = unpack_pattern(stored[_FIRST.size :], known)
        return Evidence(NewsItem.model_validate_json(json), int.from_bytes(seen_ms, "big", signed=True)), like

    def add(self, known: ItemMemory | None, item: NewsItem, seen_ms: int) -> ItemMemory:
        """Add one sighting to what is known."""
        if known is None:
            known = ItemMemory.begin(Evidence(item, seen_ms))
        else:
            key = self._key + item.sighting_id.bytes
            self._sightings[key] = _LINK.pack(seen_ms, known.newest.bytes) + pack(dump(item), known.like)
            known.newest = item.sighting_id
            known.learn(known.knowledge.add(item, seen_ms))
        self._save(known)
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
        self._save(again)
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

    def _save(self, known: ItemMemory) -> None:
        knowledge = known.knowledge
        if knowledge.count == 1:
            self._items[self._key] = _FORMAT_ONE + known.stored_first
            return
        if known.packed_view is None:
            view = _View(best=knowledge.best, published=knowledge.published)
            known.packed_view = pack(dump(view), known.like)
        head = _MORE.pack(
            known.newest.bytes,
            knowledge.count,
            knowledge.first_seen,
            knowledge.last_seen,
            len(known.stored_first),
        )
        self._items[self._key] = _FORMAT_MORE + head + known.stored_first + known.packed_view

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


def _store_first(first: Evidence) -> tuple[bytes, Likeness]:
    source = first.item.source
    position = source.position if source.position in _POSITIONS else 0
    known = _know_first(first.item.item_id, source.document_id, position)
    packed, like = pack_pattern(dump(first.item), known)
    return _FIRST.pack(
        first.seen_ms.to_bytes(_TIME_BYTES, "big", signed=True), source.document_id.bytes, position
    ) + packed, like


def _know_first(item_id: UUID, document_id: UUID, position: int) -> Likeness:
    """Give what is known of an item before anything is read: its ids."""
    return know(item_id, identity.sighting_id(document_id, position), document_id)


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
