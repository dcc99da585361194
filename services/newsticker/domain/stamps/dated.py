"""Finds dates and clock times anywhere in a short line, as bylines have them."""

import re

from newsticker.domain.stamps import patterns
from newsticker.domain.stamps.readers import (
    Read,
    date_reader,
    read_clock,
    read_numeric_date,
    read_short_date,
    read_words,
)
from newsticker.domain.stamps.reading import Stamp
from newsticker.domain.stamps.tables import LANGUAGES


def _forms() -> list[tuple[str, re.Pattern[str], Read]]:
    """List the forms of a date, then the clock time that stands alone."""
    numeric = re.compile(rf"(?<!\d){patterns.numeric_date_pattern(LANGUAGES)}(?!\d)")
    forms: list[tuple[str, re.Pattern[str], Read]] = [("byline.date", numeric, read_numeric_date)]
    for language in LANGUAGES:
        read = date_reader(read_words(language))
        forms.append(("byline.date", re.compile(rf"(?<!\w){patterns.date_pattern(language)}"), read))
        if language.month_first:
            forms.append(("byline.date", re.compile(rf"(?<!\w){patterns.month_first_pattern(language)}"), read))
    short = re.compile(rf"(?<![\d-]){patterns.short_date_pattern(LANGUAGES)}(?!\d)")
    forms.append(("byline.date", short, read_short_date))
    clock = re.compile(rf"(?<!\d){patterns.CLOCK}{patterns.HALF_DAY}(?!\d)")
    forms.append(("byline.clock", clock, read_clock))
    return forms


_FORMS = _forms()
_DIGIT = re.compile(r"\d")


def search_dated(text: str, start: int, end: int) -> list[Stamp]:
    """Find the dates and clock times of a line in order, the fuller reading where two overlap."""
    if _DIGIT.search(text, start, end) is None:
        return []
    matches = [(rule, match, read) for rule, pattern, read in _FORMS for match in pattern.finditer(text, start, end)]
    matches.sort(key=lambda found: found[1].start() - found[1].end())
    kept: list[Stamp] = []
    for rule, match, read in matches:
        if not any(stamp.start < match.end() and match.start() < stamp.end for stamp in kept):
            kept.append(Stamp(match.start(), match.end(), rule, **read(match)))  # type: ignore[arg-type] # fields by name
    return sorted(kept)
