"""Finds dates and clock times anywhere in a short line, as bylines have them."""

import re

from newsticker.domain.stamps import patterns
from newsticker.domain.stamps.readers import date_reader, read_numeric_date, read_words
from newsticker.domain.stamps.reading import Stamp
from newsticker.domain.stamps.tables import LANGUAGES

_DATED = re.compile(rf"(?<!\d){patterns.numeric_date_pattern(LANGUAGES)}(?!\d)")
_DATES = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern(language)})"), date_reader(read_words(language)))
    for language in LANGUAGES
    for pattern in (patterns.date_pattern, patterns.month_first_pattern)
)
_CLOCK = re.compile(rf"(?<!\d){patterns.CLOCK}(?!\d)")


def search_dated(text: str, start: int, end: int) -> list[Stamp]:
    """Find the dates and clock times of a byline, in order; a clock time alone counts behind the first date only."""
    found = [
        Stamp(match.start(), match.end(), "byline.date", **read_numeric_date(match))  # type: ignore[arg-type] # fields by name
        for match in _DATED.finditer(text, start, end)
    ]
    for pattern, read in _DATES:
        found.extend(
            Stamp(match.start(), match.end(), "byline.date", **read(match))  # type: ignore[arg-type] # fields by name
            for match in pattern.finditer(text, start, end)
        )
    for match in _CLOCK.finditer(text, start, end):
        if not any(stamp.start <= match.start() < stamp.end for stamp in found):
            clock = (int(match["hour"]) % 24, int(match["minute"]))
            found.append(Stamp(match.start(), match.end(), "byline.clock", clock=clock))
    return sorted(found)
