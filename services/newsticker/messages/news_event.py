"""The public event: an extension of IPTC ninjs 3.1, with our own properties beside the standard's."""

from typing import ClassVar, Literal

from pydantic import AwareDatetime

from newsticker.messages.base import Message, Part
from newsticker.messages.enriched_item import Country, InfoSource, Mention, Organisation, Person, Place, Subject
from newsticker.messages.news_item import Dateline, Headline, ItemKind, ItemSource, Provenance
from newsticker.messages.time import Published, Stamp, TimeMention
from newsticker.messages.unique_item import Duplicate, SightingCount


class Standard(Part):
    """Which standard the body follows."""

    name: str = "ninjs"
    version: str = "3.1"
    schema_url: str = "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"


class EventHeadline(Part):
    """A headline as the page gives it."""

    role: str = "main"
    value: str


class EventBody(Part):
    """The text: dateline removed, paragraphs joined by a blank line. `char_count` counts code points."""

    role: str = "main"
    content_type: str = "text/plain"
    char_count: int
    word_count: int
    value: str


class EventTime(Part):
    """Publication as far as known, the best sighting's stamp, and the times that the text speaks of."""

    published: Published
    stamp: Stamp | None = None
    mentions: tuple[TimeMention, ...] = ()


class NewsEvent(Message):
    """One revision of one news item, as subscribers read it."""

    schema_name: ClassVar[str] = "news-event"

    uri: str
    """`urn:uuid:<item id>`."""
    standard: Standard = Standard()
    type: Literal["text"] = "text"
    profile: str
    pub_status: Literal["canceled"] | None = None
    """The standard's word for an item that was withdrawn: all evidence for it was taken back."""
    version: str
    """The revision, in decimal digits."""
    language: str | None = None
    content_created: AwareDatetime | None = None
    headlines: tuple[EventHeadline, ...] | None = None
    bodies: tuple[EventBody, ...] = ()
    located: str | None = None
    info_sources: tuple[InfoSource, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    subjects: tuple[Subject, ...] = ()
    nt_kind: ItemKind
    nt_headline: Headline | None = None
    """The headline again, with its span in the document."""
    nt_crossheads: tuple[Headline, ...] = ()
    nt_dateline: Dateline | None = None
    nt_time: EventTime
    nt_source: ItemSource
    nt_sightings: SightingCount
    nt_duplicate: Duplicate
    nt_countries: tuple[Country, ...] = ()
    nt_mentions: tuple[Mention, ...] = ()
    nt_quality: tuple[str, ...] = ()
    nt_provenance: Provenance

    @property
    def key(self) -> str:
        """The item id."""
        return self.uri.removeprefix("urn:uuid:")

    @property
    def revision(self) -> int:
        """The revision number, from 1."""
        return int(self.version)

    @property
    def fact_id(self) -> str:
        """Item and revision."""
        return f"{self.key}/{self.version}"

    @property
    def filters(self) -> dict[str, str]:
        """Kind, relation to an earlier item, and language."""
        filters = {"ntkind": self.nt_kind.value, "ntdup": self.nt_duplicate.relation.value}
        return filters | ({"ntlang": self.language} if self.language else {})
