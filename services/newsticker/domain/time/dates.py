"""Local dates and clock times, read in the zone of their source and kept in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_MOMENT = timedelta(microseconds=1)


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Get a time zone by its IANA name."""
    return ZoneInfo(name)


def day_window(year: int, month: int, day: int, time_zone: str) -> tuple[datetime, datetime] | None:
    """Give a local day in UTC: its first moment and its last; nothing for a day that no calendar has."""
    try:
        local = date(year, month, day)
    except ValueError:
        return None
    start = datetime.combine(local, time.min, zone(time_zone)).astimezone(UTC)
    end = datetime.combine(local + timedelta(days=1), time.min, zone(time_zone)).astimezone(UTC)
    return start, end - _MOMENT


def minute_window(day: date, clock: tuple[int, int], time_zone: str) -> tuple[datetime, datetime]:
    """Give a local minute in UTC; one that comes twice (the end of summer time) is as wide as both."""
    hour, minute = clock
    local = datetime.combine(day, time(hour, minute), zone(time_zone))
    first, second = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return min(first, second), max(first, second) + timedelta(seconds=59)


def local_day(moment: datetime, time_zone: str) -> date:
    """Give the local day of a moment."""
    return moment.astimezone(zone(time_zone)).date()
