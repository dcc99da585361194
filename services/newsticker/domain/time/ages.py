"""Ages: how old "2 uur geleden" may be, and which moment lies so far back."""

from calendar import monthrange
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from newsticker.domain.stamps.reading import Stamp
from newsticker.domain.stamps.units import Unit
from newsticker.messages.time import Rounding

MINUTE, HOUR, DAY, WEEK = 60, 3600, 86_400, 604_800

_SECONDS = {
    Unit.SECOND: 1,
    Unit.MINUTE: MINUTE,
    Unit.QUARTER: 15 * MINUTE,
    Unit.HOUR: HOUR,
    Unit.DAY: DAY,
    Unit.WEEK: WEEK,
}
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12}

SHORTEST_HALF_MONTH, LONGEST_HALF_MONTH = 14 * DAY, 15 * DAY + DAY // 2
"""Half a month has 14 to 15½ days; a bound takes the one that cannot be wrong."""

NOW_MAX = 5 * MINUTE
"""What is printed as "just now" is younger than that."""


_GRAINS = {
    Rounding.DOWN: (0.0, 1.0),
    Rounding.UP: (1.0, 0.0),
    Rounding.HALF: (0.5, 0.5),
    Rounding.UNKNOWN: (0.5, 1.0),
}
"""How many grains below and above the printed amount an age may lie, by how the source rounds."""


class Age(NamedTuple):
    """Calendar months and seconds; one of them may be zero."""

    months: int = 0
    seconds: int = 0

    def before(self, moment: datetime) -> datetime:
        """Go back from a moment, which is in UTC: months by calendar, the last of a month where it has no such day."""
        if self.months:
            index = moment.year * 12 + moment.month - 1 - self.months
            year, month = divmod(index, 12)
            day = min(moment.day, monthrange(max(year, 1), month + 1)[1])
            moment = moment.replace(year=max(year, 1), month=month + 1, day=day)
        return moment - timedelta(seconds=self.seconds)

    def iso(self, *, days: bool = False) -> str:
        """Write as an ISO 8601 duration; `days` writes 24 hours as a day."""
        years, months = divmod(self.months, 12)
        whole, rest = divmod(self.seconds, DAY) if days or self.months else (0, self.seconds)
        date = "".join(f"{n}{unit}" for n, unit in ((years, "Y"), (months, "M"), (whole, "D")) if n)
        parts = ((rest // HOUR, "H"), (rest % HOUR // MINUTE, "M"), (rest % MINUTE, "S"))
        clock = "".join(f"{n}{unit}" for n, unit in parts if n)
        if not date and not clock:
            return "P0D" if days else "PT0S"
        return f"P{date}T{clock}" if clock else f"P{date}"


class AgeRange(NamedTuple):
    """A half-open range of ages."""

    youngest: Age
    oldest: Age
    days: bool = False

    def iso(self) -> tuple[str, str]:
        """Write both ends as ISO 8601 durations."""
        return _iso(self)


@lru_cache(maxsize=4096)
def _iso(ages: AgeRange) -> tuple[str, str]:
    return ages.youngest.iso(days=ages.days), ages.oldest.iso(days=ages.days)


def age_of(stamp: Stamp, rounding: Rounding) -> AgeRange | None:
    """Say how old an item with this stamp is; nothing when the stamp states no age."""
    return _age_of(stamp._replace(start=0, end=0, clock=None), rounding)


@lru_cache(maxsize=4096)
def _age_of(stamp: Stamp, rounding: Rounding) -> AgeRange | None:
    if stamp.rule.startswith("stamp.now"):
        return AgeRange(Age(), Age(seconds=NOW_MAX))
    if stamp.days_ago is not None:
        return AgeRange(
            Age(seconds=max(stamp.days_ago - 1, 0) * DAY), Age(seconds=(stamp.days_ago + 1) * DAY), days=True
        )
    if stamp.amount is None or stamp.unit is None:
        return None
    low, high = _limits(stamp, rounding)
    if (months := _MONTHS.get(stamp.unit)) is not None:
        return AgeRange(
            _calendar(low * months, SHORTEST_HALF_MONTH), _calendar(high * months, LONGEST_HALF_MONTH), days=True
        )
    seconds = _SECONDS[stamp.unit]
    return AgeRange(Age(0, int(low * seconds)), Age(0, int(high * seconds)), days=seconds >= DAY)


def _limits(stamp: Stamp, rounding: Rounding) -> tuple[float, float]:
    """Give the amounts between which the age lies, by how the source rounds."""
    amount, grain = stamp.amount or 0.0, stamp.grain
    if stamp.below:
        return 0.0, amount
    below, above = _GRAINS[rounding]
    return max(0.0, amount - below * grain), max(0.0, amount + above * grain)


def _calendar(months: float, half: int) -> Age:
    """Turn a number of months into an age; quarters of a month round away from the middle of the range."""
    whole = int(months)
    fraction = months - whole
    return Age(whole, int(half * fraction * 2))
