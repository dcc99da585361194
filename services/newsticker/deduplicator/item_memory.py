"""One item's entry: its first stored sighting, the newest one's id, and what all sightings say together."""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import Struct
from typing import Self
from uuid import UUID

from newsticker.deduplicator.packing import Likeness, dump, know, pack, pack_pattern, unpack, unpack_pattern
from newsticker.domain import identity
from newsticker.domain.duplicates.knowledge import Knowledge
from newsticker.messages.news_item import NewsItem
from newsticker.messages.time import Published

_FORMAT_ONE = b"\x01"
_FORMAT_MORE = b"\x02"
_MORE = Struct(">16sIqqII")
"""The newest sighting's id, number of sightings, when the item was first and last seen, the lengths of the first stored
sighting and of the best one; these follow, and when it was published, where they are not that first sighting's own."""
_TIME_BYTES = 7
_FIRST = Struct(f">{_TIME_BYTES}s16sH")
"""When the first stored sighting was seen, its document and its place there, by which its id is known too; its packed
item follows."""
_POSITIONS = range(1 << 16)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sighting, and when it was seen."""

    item: NewsItem
    seen_ms: int


@dataclass(slots=True)
class ItemMemory:
    """What is stored of one item: its first stored sighting, the newest one's id, and what all say together."""

    first: Evidence
    newest: UUID
    knowledge: Knowledge
    stored_first: bytes
    like: Likeness
    """All other sightings are packed by their likeness to the first."""
    packed_best: bytes | None = b""
    packed_published: bytes | None = b""
    """What is known where it is not the first sighting's own; `None` where it is not packed yet."""

    def learn(self, knowledge: Knowledge, packed_newest: bytes | None = None) -> None:
        """Know more; what shows nothing else is not packed again, nor is the newest sighting."""
        if knowledge.best is not self.knowledge.best and knowledge.best != self.knowledge.best:
            self.packed_best = packed_newest if knowledge.best.sighting_id == self.newest else None
        if knowledge.published != self.knowledge.published:
            self.packed_published = None
        self.knowledge = knowledge

    @classmethod
    def begin(cls, first: Evidence) -> Self:
        """Begin with one sighting, which as a rule says of its time what the join of it says."""
        knowledge = Knowledge.of(first.item, first.seen_ms)
        packed_published = b"" if knowledge.published == first.item.time.published else None
        return cls(first, first.item.sighting_id, knowledge, *_store_first(first), packed_published=packed_published)

    @classmethod
    def read(cls, item_id: UUID, stored: bytes) -> Self:
        """Read what was written of an item."""
        kind, rest = stored[:1], stored[1:]
        if kind == _FORMAT_ONE:
            first, like = _read_first(item_id, rest)
            item, seen_ms = first.item, first.seen_ms
            knowledge = Knowledge(
                best=item, published=item.time.published, count=1, first_seen=seen_ms, last_seen=seen_ms
            )
            return cls(first, item.sighting_id, knowledge, rest, like)
        newest, count, first_seen, last_seen, *lengths = _MORE.unpack_from(rest)
        stored_first, packed_best, packed_published = _cut(rest[_MORE.size :], *lengths)
        first, like = _read_first(item_id, stored_first)
        best, published = first.item, first.item.time.published
        if packed_best:
            best = NewsItem.model_validate_json(unpack(packed_best, like))
        if packed_published:
            published = Published.model_validate_json(unpack(packed_published, like))
        knowledge = Knowledge(
            best=best,
            published=published,
            count=count,
            first_seen=first_seen,
            last_seen=last_seen,
        )
        return cls(first, UUID(bytes=newest), knowledge, stored_first, like, packed_best, packed_published)

    def write(self) -> bytes:
        """Write the entry, and pack what is not packed yet."""
        knowledge = self.knowledge
        if knowledge.count == 1 and self.packed_published == b"":
            return _FORMAT_ONE + self.stored_first
        if self.packed_best is None:
            self.packed_best = pack(dump(knowledge.best), self.like)
        if self.packed_published is None:
            self.packed_published = pack(dump(knowledge.published), self.like)
        head = _MORE.pack(
            self.newest.bytes,
            knowledge.count,
            knowledge.first_seen,
            knowledge.last_seen,
            len(self.stored_first),
            len(self.packed_best),
        )
        return b"".join((_FORMAT_MORE, head, self.stored_first, self.packed_best, self.packed_published))


def _read_first(item_id: UUID, stored: bytes) -> tuple[Evidence, Likeness]:
    seen_ms, document_id, position = _FIRST.unpack_from(stored)
    known = _know_first(item_id, UUID(bytes=document_id), position)
    json, like = unpack_pattern(stored[_FIRST.size :], known)
    return Evidence(NewsItem.model_validate_json(json), int.from_bytes(seen_ms, "big", signed=True)), like


def _cut(stored: bytes, *lengths: int) -> Iterator[bytes]:
    """Cut off pieces of these lengths, and give the rest last."""
    at = 0
    for length in lengths:
        yield stored[at : at + length]
        at += length
    yield stored[at:]


def _store_first(first: Evidence) -> tuple[bytes, Likeness]:
    source = first.item.source
    position = source.position if source.position in _POSITIONS else 0
    known = _know_first(first.item.item_id, source.document_id, position)
    packed, like = pack_pattern(dump(first.item), known)
    seen_ms = first.seen_ms.to_bytes(_TIME_BYTES, "big", signed=True)
    return _FIRST.pack(seen_ms, source.document_id.bytes, position) + packed, like


def _know_first(item_id: UUID, document_id: UUID, position: int) -> Likeness:
    """Give what is known of an item before anything is read: its ids."""
    return know(item_id, identity.sighting_id(document_id, position), document_id)
