"""What is known of an item from all its sightings, as a numbered revision."""

from enum import StrEnum
from typing import ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime

from newsticker.messages.base import Message, Part
from newsticker.messages.news_item import NewsItem
from newsticker.messages.time import Published


class Relation(StrEnum):
    """What an editor would say of two items."""

    NONE = "none"
    SAME = "same"
    UPDATE = "update"


class SightingCount(Part):
    """How often and when an item was seen, as of a revision; times are record timestamps."""

    count: int
    first_seen: AwareDatetime
    last_seen: AwareDatetime


class Duplicate(Part):
    """The group of an item, and how it got there: `of` is the item that it matched, `score` in `[0, 1]`.

    `decided_by` names what all of it depends on: which of two items is the earlier one is a matter of their arrival.
    """

    group_id: UUID
    relation: Relation = Relation.NONE
    of: UUID | None = None
    method: str | None = None
    score: float | None = None
    decided_by: Literal["arrival"] = "arrival"


class DistinctNewsItem(Message):
    """The join of an item's sightings: the best sighting's view, with the time that all of them give.

    `best` is the sighting that knows most, its `time.published` still its own; `published` is the joined one.
    `withdrawn` says that nothing is left of the item.
    """

    schema_name: ClassVar[str] = "distinct-news-item"

    item_id: UUID
    revision: int
    best: NewsItem
    published: Published
    sightings: SightingCount
    quality: tuple[str, ...] = ()
    withdrawn: bool = False

    @property
    def key(self) -> str:
        """The item id."""
        return str(self.item_id)

    @property
    def fact_id(self) -> str:
        """Item and revision."""
        return f"{self.item_id}/{self.revision}"

    @property
    def filters(self) -> dict[str, str]:
        """Those of the best sighting."""
        return self.best.filters


class UniqueNewsItem(DistinctNewsItem):
    """A distinct item that knows its duplicate group."""

    schema_name: ClassVar[str] = "unique-news-item"

    duplicate: Duplicate

    @property
    def filters(self) -> dict[str, str]:
        """Those of the best sighting, and the relation to an earlier item."""
        return self.best.filters | {"ntdup": self.duplicate.relation.value}
