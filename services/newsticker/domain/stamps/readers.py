"""What a match of a stamp's pattern says, by the words of its language."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import normalize

from newsticker.domain.stamps import patterns
from newsticker.domain.stamps.tables import StampLanguage
from newsticker.domain.stamps.units import Unit
from newsticker.domain.text import repair

_CENTURY = 2000
_FIRST_YEAR = 90
"""No news page is older; "89" is a year to come."""

Read = Callable[[re.Match[str]], dict[str, object]]
"""What a form reads of a match: fields of the stamp."""


@dataclass(frozen=True)
class Words:
    """What the words of one language mean."""

    units: dict[str, Unit]
    numbers: dict[str, float]
    whole: dict[str, tuple[float, Unit]]
    days: dict[str, int]
    weekdays: dict[str, int]
    months: dict[str, int]


def key(word: str) -> str:
    """Look a matched word up as the tables write it."""
    return " ".join(repair(normalize("NFC", word)).replace("Â", " ").lower().split())


def read_words(language: StampLanguage) -> Words:
    """Turn the words of a table into their meanings."""
    tables = (language.units, language.short_units)
    return Words(
        units={key(word): unit for table in tables for unit, words in table.items() for word in words},
        numbers={key(word): number for word, number in language.numbers.items()},
        whole={key(word): count for word, count in language.whole.items()},
        days={key(word): days for word, days in language.days.items()},
        weekdays={key(word): index % 7 for index, word in enumerate(patterns.weekday_words(language))},
        months={key(word): index % 12 + 1 for index, word in enumerate((*language.months, *language.short_months))},
    )


def read_number(word: str, words: Words) -> float:
    """Read an amount in digits or words."""
    plain = word.replace("½", "").replace(",", ".")
    if (known := words.numbers.get(key(word))) is not None:
        return known
    return float(plain or 0) + (0.5 if "½" in word else 0.0)


def count_reader(words: Words) -> Read:
    """Read number and unit."""

    def read(match: re.Match[str]) -> dict[str, object]:
        found = match.groupdict()
        if found.get("whole"):
            amount, unit = words.whole[key(match["whole"])]
        else:
            number = found.get("amount") or found["number"]
            amount = read_number(number, words)
            unit = words.units[key(found.get("digit_unit") or found["unit"]).rstrip(".")]
        return {"amount": float(amount), "unit": unit, "below": bool(found.get("below"))}

    return read


def read_now(_: re.Match[str]) -> dict[str, object]:
    """Read nothing: the form says it all."""
    return {}


def read_clock(match: re.Match[str]) -> dict[str, object]:
    """Read a clock time, if there is one."""
    if not match["hour"]:
        return {}
    hour = int(match["hour"])
    if half := match.groupdict().get("half"):
        hour = hour % 12 + (12 if half in "pP" else 0)
    return {"clock": (hour % 24, int(match["minute"] or 0))}


def day_reader(words: Words) -> Read:
    """Read "gisteren 21:15"."""
    return lambda match: {"days_ago": words.days[key(match["back"])], **read_clock(match)}


def weekday_reader(words: Words) -> Read:
    """Read "maandag 09:12"."""
    return lambda match: {"weekday": words.weekdays[key(match["weekday"])], **read_clock(match)}


def _read_year(year: str) -> int:
    """Read a year, whole or of two digits behind an apostrophe: "'24"."""
    return int(year) if year.isdigit() else _CENTURY + int(year[1:])


def date_reader(words: Words) -> Read:
    """Read a date with the name of its month."""

    def read(match: re.Match[str]) -> dict[str, object]:
        year = _read_year(match["year"]) if match["year"] else None
        dated = {"year": year, "month": words.months[key(match["month"])], "day": int(match["day"])}
        return {**dated, **read_clock(match)}

    return read


def read_numeric_date(match: re.Match[str]) -> dict[str, object]:
    """Read a date in digits."""
    year, month, day = (match[name] or match[name + "2"] for name in ("year", "month", "day"))
    return {"year": int(year), "month": int(month), "day": int(day), **read_clock(match)}


def read_short_date(match: re.Match[str]) -> dict[str, object]:
    """Read a date in digits whose year has two of them."""
    year = int(match["year"])
    year += _CENTURY if year < _FIRST_YEAR else _CENTURY - 100
    return {"year": year, "month": int(match["month"]), "day": int(match["day"]), **read_clock(match)}
