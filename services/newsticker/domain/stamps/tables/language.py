"""What a language's table holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsticker.domain.stamps.units import Unit


@dataclass(frozen=True, slots=True)
class StampLanguage:
    """The words of one language, all in lower case; a blank in a word stands for any blank of a page."""

    code: str
    ago: tuple[str, ...]
    """How an age is said; `{count}` is number and unit, and what stands before it is always the same."""
    units: Mapping[Unit, tuple[str, ...]]
    short_units: Mapping[Unit, tuple[str, ...]]
    """Abbreviations, which may also stand without the words of `ago`: "5 min"; each may have a full stop behind it."""
    numbers: Mapping[str, float]
    whole: Mapping[str, tuple[float, Unit]]
    """Number and unit in one word: "halfuur"."""
    about: tuple[str, ...]
    """Words before a number that change nothing."""
    below: tuple[str, ...]
    """Words before a number that make it the upper limit: "minder dan"."""
    now: tuple[str, ...]
    vague: tuple[str, ...]
    """What stands where stamps do and gives neither an age nor a day: "vorige week"."""
    days: Mapping[str, int]
    """Words for a day, with how many days ago it was."""
    weekdays: tuple[str, ...]
    """Monday first."""
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    """Three or four letters, without the full stop that may follow."""
    at: tuple[str, ...]
    """What may stand between day and clock time."""
    clock_words: tuple[str, ...]
    """What may stand behind a clock time: "uur"."""
    to_come: tuple[str, ...]
    """Words for days that are still to come; they occur in copy only, as those below."""
    day_parts: tuple[str, ...]
    """What follows or is written on to a weekday: "maandagochtend"."""
    near: tuple[str, ...]
    """What stands before a weekday or a period: "vorige", "komende"."""
    periods: tuple[str, ...]
    """What `near` may be said of: "week", "maand"."""
    portions: tuple[str, ...]
    """What stands before a month or a year: "begin", "eind"."""
    year_words: tuple[str, ...]
    """What may stand before four digits for them to be a year."""
    ordinals: tuple[str, ...] = ()
    """What may follow the number of a day: "12th", "1er"."""
    between: tuple[str, ...] = ()
    """What may stand between day and month: "12 of March"."""
    near_follows: bool = False
    """Where `near` also stands behind a weekday: "jeudi dernier"."""
    months_have_capitals: bool = False
    """Where "may" is no month."""
    month_first: bool = False
    """Where "March 12" is a date."""
