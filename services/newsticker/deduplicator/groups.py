"""Step 2's memory of groups: which group an item is in and why, and who came later and matched it."""

from struct import Struct
from typing import Self
from uuid import UUID

from newsticker.deduplicator.packing import dump, know, pack, unpack
from newsticker.messages.base import Part
from newsticker.messages.news_group import GroupMatch
from newsticker.messages.outcomes import Store, Stores
from newsticker.messages.unique_item import Duplicate, Relation

GROUPS = "groups"

_ORDER = b"order"
"""Under this key stands the place of the newest item in the order of arrival; item ids have another length."""

_ORDER_BYTES = 8

_KEY_BYTES = 12
"""Of an item's id, its end: ninety free bits."""

_ALONE = Struct(">IQI")
"""All that is to be said of an item that matches no other: its revision, its order, and the revision taken last."""

MOST_LATER = 256
"""So many later matches are remembered, and looked at again when the item is withdrawn."""


class GroupEntry(Part):
    """What is remembered of an item's group; `order` is its place in the order of arrival."""

    item_id: UUID
    revision: int
    order: int
    taken: int = 1
    """The revision of step 1 that was taken last; decisions that are made again count further."""
    duplicate: Duplicate
    matches: tuple[GroupMatch, ...] = ()
    """Relations to items that were there before."""
    later: tuple[UUID, ...] = ()
    gone: bool = False

    @classmethod
    def decide(cls, item_id: UUID, revision: int, order: int, matches: tuple[GroupMatch, ...], taken: int = 1) -> Self:
        """Put an item into the group of the best earlier item that is the same, else into one of its own."""
        if not matches:
            alone = Duplicate(group_id=item_id)
            return cls(item_id=item_id, revision=revision, order=order, taken=taken, duplicate=alone)
        same = [match for match in matches if match.relation is Relation.SAME]
        chosen = same[0] if same else matches[0]
        duplicate = Duplicate(
            group_id=chosen.group_id if same else item_id,
            relation=chosen.relation,
            of=chosen.item_id,
            method=chosen.method,
            score=chosen.score,
        )
        return cls(item_id=item_id, revision=revision, order=order, taken=taken, duplicate=duplicate, matches=matches)

    @property
    def is_alone(self) -> bool:
        """Tell whether no other item has anything to do with it."""
        return not (self.gone or self.matches or self.later) and self.duplicate.group_id == self.item_id

    @property
    def joins(self) -> tuple[UUID, ...]:
        """Other groups that the item also belongs to; they are named, not merged."""
        same = (match.group_id for match in self.matches if match.relation is Relation.SAME)
        return tuple(sorted(set(same) - {self.duplicate.group_id}))


class Groups:
    """Reads and writes what is remembered of groups."""

    def __init__(self, stores: Stores) -> None:
        self._entries: Store = stores[GROUPS]

    def load(self, item_id: UUID) -> GroupEntry | None:
        """Load an item's entry, unless it is new or forgotten."""
        stored = self._entries.get(item_id.bytes[-_KEY_BYTES:])
        if stored is None:
            return None
        if len(stored) == _ALONE.size:
            revision, order, taken = _ALONE.unpack(stored)
            return GroupEntry.decide(item_id, revision, order, (), taken)
        return GroupEntry.model_validate_json(unpack(stored[_ALONE.size :], know(item_id)))

    def save(self, entry: GroupEntry) -> None:
        """Save an item's entry."""
        stored = _ALONE.pack(entry.revision, entry.order, entry.taken)
        if not entry.is_alone:
            stored += pack(dump(entry), know(entry.item_id))
        self._entries[entry.item_id.bytes[-_KEY_BYTES:]] = stored

    def next_order(self) -> int:
        """Count one item more."""
        order = int.from_bytes(self._entries.get(_ORDER, b""), "big") + 1
        self._entries[_ORDER] = order.to_bytes(_ORDER_BYTES, "big")
        return order

    def note_later(self, item_id: UUID, later: UUID) -> None:
        """Remember of an item that a later one matched it."""
        entry = self.load(item_id)
        if entry is not None and later not in entry.later and len(entry.later) < MOST_LATER:
            self.save(entry.model_copy(update={"later": (*entry.later, later)}))
