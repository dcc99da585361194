"""What is known of time, and from which characters: stamps, evidence, published intervals, mentions."""

from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime

from newsticker.messages.base import Part


class TimeStatus(StrEnum):
    """How well the time of publication is known (the table of statuses stands in `services/README.md`)."""

    EXACT = "exact"
    INTERVAL = "interval"
    DAY = "day"
    MONTH = "month"
    CLOCK = "clock"
    RELATIVE = "relative"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


class TimeRole(StrEnum):
    """What a stated time is the time of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CRAWLED = "crawled"
    FETCHED = "fetched"
    UNKNOWN = "unknown"


class Rounding(StrEnum):
    """How a source turns an age into "n units ago"; `half` rounds to the nearest unit."""

    DOWN = "down"
    UP = "up"
    HALF = "half"
    UNKNOWN = "unknown"


class Stamp(Part):
    """The relative or clock time that a page prints beside an item.

    `amount` counts `unit`s ("anderhalf uur": 1.5 hour). `age_min` and `age_max` are ISO 8601 durations of the
    half-open age interval `[age_min, age_max)`; months and years are calendar units. `clock` is `HH:MM` local time.
    `start` and `end` are code points of the document's text.
    """

    text: str
    amount: float | None = None
    unit: str | None = None
    rounding: Rounding = Rounding.UNKNOWN
    age_min: str | None = None
    age_max: str | None = None
    clock: str | None = None
    day: str | None = None
    start: int
    end: int


class TimeEvidence(Part):
    """One piece of evidence for the time of publication; contradicting pieces are kept side by side.

    `kind` names the rule family (`stamp`, `fetched`, `page_date`, `crawler_prefix`, `byline`, `clock`). `start` and
    `end` are set when the evidence stands on the page.
    """

    kind: str
    role: TimeRole
    text: str | None = None
    edtf: str | None = None
    earliest: AwareDatetime | None = None
    latest: AwareDatetime | None = None
    sighting_id: UUID | None = None
    start: int | None = None
    end: int | None = None


class Published(Part):
    """When the item was published as far as that can be known: `[earliest, latest]` in UTC when it can."""

    status: TimeStatus
    earliest: AwareDatetime | None = None
    latest: AwareDatetime | None = None
    edtf: str | None = None
    basis: tuple[TimeEvidence, ...] = ()


class TimeMention(Part):
    """A time that the text speaks of; never evidence of publication. Offsets are code points of the body."""

    text: str
    start: int
    end: int
    edtf: str | None = None
    kind: str
    is_publication: bool = False


class ItemTime(Part):
    """Everything about the time of one item."""

    published: Published
    stamp: Stamp | None = None
    mentions: tuple[TimeMention, ...] = ()
