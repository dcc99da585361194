"""Which item was seen on which page, at which place, with which stamp: evidence without the text."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from newsticker.messages.base import Message
from newsticker.messages.news_item import Dateline, Headline, ItemKind, ItemSource
from newsticker.messages.time import ItemTime


class Sighting(Message):
    """One observation of one item. `seen_at` is the timestamp of the record that brought it."""

    schema_name: ClassVar[str] = "sighting"

    sighting_id: UUID
    item_id: UUID
    kind: ItemKind
    headline: Headline | None = None
    dateline: Dateline | None = None
    language: str | None = None
    time: ItemTime
    source: ItemSource
    quality: tuple[str, ...] = ()
    rules_version: str
    seen_at: AwareDatetime
    withdrawn: bool = False

    @property
    def key(self) -> str:
        """The item id."""
        return str(self.item_id)

    @property
    def fact_id(self) -> str:
        """The sighting id under the rules that cut it; a withdrawal is a fact of its own."""
        return f"{self.sighting_id}/{self.rules_version}" + ("/withdrawn" if self.withdrawn else "")
