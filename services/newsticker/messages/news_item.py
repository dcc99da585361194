"""One item cut from one page, with its provenance: a sighting with its text."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from newsticker.messages.base import Message, Part, Span
from newsticker.messages.time import ItemTime


class ItemKind(StrEnum):
    """An article stands alone on its page; ticker items follow it."""

    ARTICLE = "article"
    TICKER = "ticker"


class Headline(Part):
    """A headline that the page gives; never made from the lead."""

    value: str
    start: int
    end: int


class Dateline(Part):
    """Where and by whom an item was written, as printed: `KYIV (ANP/RTR) - `.

    `raw` is the slice `[start, end)` of the document; places and agencies are as written, agencies in capitals.
    """

    raw: str
    places: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    start: int
    end: int


class Segment(Part):
    """Maps a range of the body to the document: body `[body_start, body_end)` stands at `start` of the document."""

    body_start: int
    body_end: int
    start: int


class ItemSource(Part):
    """Where an item was seen. `start` and `end` span the whole item (dateline included, stamp excluded)."""

    document_id: UUID
    source: str
    name: str | None = None
    url: str | None = None
    country: str | None = None
    """Of the source, ISO 3166-1 alpha-2, where the settings name one."""
    fetched_at: AwareDatetime | None = None
    declared_date: str | None = None
    declared_span: Span | None = None
    position: int
    section: str | None = None
    section_span: Span | None = None
    start: int
    end: int
    sha256: str
    """Of the document's text."""
    segments: tuple[Segment, ...] = ()


class Provenance(Part):
    """Which version of the rules made this, and which rules fired."""

    version: str
    rules: tuple[str, ...] = ()


class NewsItem(Message):
    """One item of one page. `body` has no headline, dateline or stamp; paragraphs are joined by a blank line."""

    schema_name: ClassVar[str] = "news-item"

    item_id: UUID
    sighting_id: UUID
    kind: ItemKind
    headline: Headline | None = None
    dateline: Dateline | None = None
    body: str = ""
    crossheads: tuple[Headline, ...] = ()
    """Short lines between paragraphs; they stand in the body too, as paragraphs of their own."""
    language: str | None = None
    """BCP 47; of the page, as far as the splitter knows it."""
    time: ItemTime
    source: ItemSource
    quality: tuple[str, ...] = ()
    provenance: Provenance
    withdrawn: bool = False
    """True takes this sighting's evidence back instead of giving it."""

    @property
    def key(self) -> str:
        """The item id."""
        return str(self.item_id)

    @property
    def fact_id(self) -> str:
        """The sighting id under the rules that cut it; a withdrawal is a fact of its own."""
        suffix = "/withdrawn" if self.withdrawn else ""
        return f"{self.sighting_id}/{self.provenance.version}{suffix}"

    @property
    def filters(self) -> dict[str, str]:
        """Kind and language."""
        return {"ntkind": self.kind.value} | ({"ntlang": self.language} if self.language else {})
