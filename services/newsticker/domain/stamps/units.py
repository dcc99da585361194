"""The units that stamps count in."""

from enum import StrEnum


class Unit(StrEnum):
    """A unit of age; months and years are calendar units, all others have a fixed length."""

    SECOND = "second"
    MINUTE = "minute"
    QUARTER = "quarter_hour"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
