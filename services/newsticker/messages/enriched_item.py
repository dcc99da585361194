"""A unique item with what it is about: who, where, what, in which language."""

from typing import ClassVar

from pydantic import Field

from newsticker.messages.base import Part
from newsticker.messages.time import TimeMention
from newsticker.messages.unique_item import UniqueNewsItem


class InfoSource(Part):
    """An agency: `literal` is its code, in capitals, `name` the agency's name; unknown codes have none."""

    name: str | None = None
    literal: str
    uri: str | None = None


class Place(Part):
    """A place; coordinates are WGS 84 degrees, `country` is ISO 3166-1 alpha-2, `time_zone` an IANA name."""

    name: str
    literal: str
    uri: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    time_zone: str | None = None
    rel: str | None = None
    """`dateline` where the item was written, else `mentioned`."""


class Person(Part):
    """A person by the fullest name that the text gives."""

    name: str
    literal: str
    role: str | None = None


class Organisation(Part):
    """An organisation by its name."""

    name: str
    literal: str
    uri: str | None = None
    kind: str | None = None


class Subject(Part):
    """An IPTC Media Topic; confidence and relevance are 0–100, `terms` are the words that fired."""

    uri: str
    name: str
    confidence: int
    relevance: int
    terms: tuple[str, ...] = ()


class Country(Part):
    """A country: ISO 3166-1 alpha-2, its Dutch name, and the ways in which the item named it."""

    code: str
    name: str
    via: tuple[str, ...] = ()


class Mention(Part):
    """One place in the text that names something.

    Offsets are code points of the body (`kind` `agency` or `dateline_place`: of the document, since the dateline
    is not in the body).
    """

    kind: str
    ref: str
    text: str
    start: int
    end: int
    confidence: float = Field(ge=0, le=1)
    via: str


class Enrichment(Part):
    """The facets; each is one file of `domain/enrichment` and one line in its table."""

    info_sources: tuple[InfoSource, ...] = ()
    places: tuple[Place, ...] = ()
    countries: tuple[Country, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    subjects: tuple[Subject, ...] = ()
    language: str | None = None
    time_mentions: tuple[TimeMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quality: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class EnrichedNewsItem(UniqueNewsItem):
    """A unique item and its enrichment."""

    schema_name: ClassVar[str] = "enriched-news-item"

    enrichment: Enrichment

    @property
    def filters(self) -> dict[str, str]:
        """Those of the unique item, with the language that was found in the text."""
        language = self.enrichment.language
        return super().filters | ({"ntlang": language} if language else {})
