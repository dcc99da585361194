"""Which items belong together, why, and what was later joined."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from newsticker.messages.base import Message, Part
from newsticker.messages.unique_item import Relation


class GroupMatch(Part):
    """One recorded relation to another item, the chosen one or not."""

    item_id: UUID
    group_id: UUID
    relation: Relation
    method: str
    score: float
    evidence: tuple[str, ...] = ()


class NewsGroup(Message):
    """A fact about one item's group, as of a revision; `joins` names other groups that it also touches."""

    schema_name: ClassVar[str] = "news-group"

    item_id: UUID
    group_id: UUID
    revision: int
    relation: Relation
    matches: tuple[GroupMatch, ...] = ()
    joins: tuple[UUID, ...] = ()
    seen_at: AwareDatetime
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
        """The relation."""
        return {"ntdup": self.relation.value}
