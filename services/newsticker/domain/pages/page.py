"""What a page is cut into."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from newsticker.domain.stamps import Stamp
from newsticker.messages.news_item import ItemKind


class Shape(StrEnum):
    """The kinds of page that are known."""

    FLAT = "flat"
    TITLED = "titled"
    SECTION_LIST = "section_list"
    NET_BINNEN = "net_binnen"
    ARTICLE = "article"
    UNKNOWN = "unknown"


class SpanKind(StrEnum):
    """What a range of a page is."""

    ITEM = "item"
    HEADLINE = "headline"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    STAMP = "stamp"
    LABEL = "label"
    SECTION = "section"
    BULLET = "bullet"
    BYLINE = "byline"
    AGENCY = "agency"
    DATE = "date"
    PREFIX = "prefix"
    ASIDE = "aside"
    BOILERPLATE = "boilerplate"
    REST = "rest"
    """What no rule knows, and what lies beyond a limit."""


class Span(NamedTuple):
    """A labelled half-open range in code points, and the rule that found it."""

    start: int
    end: int
    kind: SpanKind
    rule: str = ""


class Range(NamedTuple):
    """A half-open range in code points."""

    start: int
    end: int


class Dateline(NamedTuple):
    """Where and by whom an item was written; `strong` when an agency is named."""

    start: int
    end: int
    places: tuple[str, ...]
    agencies: tuple[str, ...]
    strong: bool


class Byline(NamedTuple):
    """A line that says by whom and when: each time as a stamp that was read in it."""

    start: int
    end: int
    agencies: tuple[str, ...] = ()
    published: Stamp | None = None
    updated: Stamp | None = None


class Declared(NamedTuple):
    """A date that a crawler put before the text, as EDTF."""

    start: int
    end: int
    edtf: str


class Fetched(NamedTuple):
    """When the page was fetched: a moment when it was given, a whole day when the page says so itself."""

    earliest: datetime
    latest: datetime
    start: int | None = None
    end: int | None = None


class Item(NamedTuple):
    """One item of a page: ranges of the page's text, never copies of it."""

    kind: ItemKind
    position: int
    start: int
    end: int
    headline: Range | None = None
    dateline: Dateline | None = None
    paragraphs: tuple[Range, ...] = ()
    crossheads: tuple[Range, ...] = ()
    stamp: Stamp | None = None
    byline: Byline | None = None
    section: Range | None = None
    flags: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page, cut: its items, and spans that together cover every character that is not blank."""

    shape: Shape
    items: tuple[Item, ...]
    spans: tuple[Span, ...]
    declared: Declared | None = None
    fetched: Fetched | None = None
    section: Range | None = None
    flags: tuple[str, ...] = ()
