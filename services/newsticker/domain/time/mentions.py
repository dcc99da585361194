"""Times that a text speaks of: weekdays, dates, months with years, ages. They never date the text itself."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from newsticker.domain.stamps import patterns
from newsticker.domain.stamps.patterns import BLANK
from newsticker.domain.stamps.readers import Words, key, read_words
from newsticker.domain.stamps.tables import LANGUAGES, StampLanguage
from newsticker.messages.time import TimeMention

_WORD = re.compile(r"[^\W_]+")
_DEFAULT = "nl"


@dataclass(slots=True)
class _Form:
    """One way to speak of a time: a kind, a pattern that is tried where its first word stands, and what it states."""

    kind: str
    match: Callable[[str, int], re.Match[str] | None]
    edtf: Callable[[re.Match[str]], str | None]
    needs: frozenset[str] = frozenset()
    """A text without any of these can't hold the form; looking for them once is cheaper than trying the pattern."""


def find_time_mentions(
    body: str, language: str | None = None, words: Iterable[tuple[int, int]] | None = None
) -> tuple[TimeMention, ...]:
    """Find what a body says of time, in order and without overlaps; offsets are code points of the body.

    `edtf` is what is stated and no more: a date without a year is `XXXX-01-12`, a weekday has none.
    A caller who knows where `first_words` and numbers (or their first digits) stand gives these `words`, and no other
    word is looked at.
    """
    code = language if language in _CODES else _DEFAULT
    forms = _possible_forms(code, frozenset([need for need in _needs(code) if need in body]))
    numbers = forms.get(_NUMBERS, ())
    found: list[TimeMention] = []
    reached = 0
    for start, end in map(re.Match.span, _WORD.finditer(body)) if words is None else words:
        if start < reached:
            continue
        for form in forms.get(body[start:end]) or (numbers if body[start].isdigit() else ()):
            match = form.match(body, start)
            if match is not None:
                reached = match.end()
                found.append(
                    TimeMention(text=match[0], start=start, end=reached, edtf=form.edtf(match), kind=form.kind)
                )
                break
    return tuple(found)


_CODES = {language.code: language for language in LANGUAGES}
_END = r"(?!\w)"
_CENTURIES = frozenset({"19", "20"})
_NUMBERS = "0"
"""Stands for any number as a first word."""


def first_words(language: str = _DEFAULT) -> frozenset[str]:
    """Give the words by which a mention of time may begin; one may begin by any number too."""
    return frozenset(_forms(language)) - {_NUMBERS}


@cache
def _forms(code: str) -> dict[str, tuple[_Form, ...]]:
    """Index the forms of a language by their first word, longest forms first."""
    language = _CODES[code]
    words = read_words(language)
    forms: defaultdict[str, list[_Form]] = defaultdict(list)
    for starts, form in (*_dated(language, words), *_spoken(language)):
        for start in starts:
            forms[start].append(form)
    forms.setdefault(_NUMBERS, [])
    return {start: tuple(known) for start, known in forms.items()}


@cache
def _possible_forms(code: str, given: frozenset[str]) -> dict[str, tuple[_Form, ...]]:
    """Index the forms that a text can hold which has these of all `_needs`: most have none, and few forms are left."""
    forms = {
        start: tuple(form for form in known if not form.needs or not form.needs.isdisjoint(given))
        for start, known in _forms(code).items()
    }
    return {start: known for start, known in forms.items() if known}


@cache
def _needs(code: str) -> frozenset[str]:
    """Give all that forms of a language need."""
    return frozenset[str]().union(*(form.needs for known in _forms(code).values() for form in known))


def _starts(phrases: tuple[str, ...], *, capitals_only: bool = False) -> tuple[str, ...]:
    """List first words of phrases, with a small letter and with a capital."""
    found: dict[str, None] = {}
    for phrase in phrases:
        first: str = _WORD.findall(phrase)[0]
        found.update(dict.fromkeys((first,) if capitals_only else (first, first.capitalize())))
    return tuple(found)


def _dated(language: StampLanguage, words: Words) -> list[tuple[tuple[str, ...], _Form]]:
    """Give the forms of dates, months and years."""
    weekday = f"(?:{patterns.spell(language.weekdays)}),?{BLANK}"
    month = f"(?P<month>{patterns.spell(language.months)})"
    day = patterns.day_number(language)
    year = rf"(?:,?{BLANK}(?P<year>(?:19|20)\d\d))"
    part = f"(?:(?P<part>{patterns.spell(language.portions)}){BLANK})?"
    date = re.compile(f"(?:{weekday})?{day}{BLANK}{month}{year}?{_END}")
    numeric = re.compile(patterns.numeric_date_pattern(LANGUAGES) + _END)
    monthly = re.compile(f"{part}{month}{year}{_END}")
    bare = re.compile(f"{part}{month}{_END}")
    yearly = re.compile(
        rf"(?:(?:{patterns.spell((*language.portions, *language.year_words))}){BLANK}){{1,2}}"
        rf"(?P<year>(?:19|20)\d\d)(?![\w.,]?\d|\w|%)"
    )

    def read(match: re.Match[str]) -> str | None:
        found = match.groupdict()
        name = found.get("month")
        number = words.months.get(key(name)) if name else None
        stated = found.get("year") or ("XXXX" if number else None)
        parts = (stated, f"{number:02}" if number else None, f"{int(match['day']):02}" if found.get("day") else None)
        return "-".join(value for value in parts if value) or None

    days, opening = (_NUMBERS, *_starts(language.weekdays)), _starts(language.portions)
    months = _starts(language.months, capitals_only=language.months_have_capitals)
    dated = [
        ((_NUMBERS,), _Form("date", numeric.match, _numeric_edtf)),
        (days, _Form("date", date.match, read)),
        ((*opening, *months), _Form("month", monthly.match, read)),
    ]
    if language.month_first:
        first = re.compile(rf"{month}{BLANK}(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d){year}?{_END}")
        dated.insert(2, (months, _Form("date", first.match, read)))
    return [
        *dated,
        ((*opening, *months), _Form("month", bare.match, read)),
        ((*opening, *_starts(language.year_words)), _Form("year", yearly.match, read, needs=_CENTURIES)),
    ]


def _numeric_edtf(match: re.Match[str]) -> str | None:
    year, month, day = (match[name] or match[name + "2"] for name in ("year", "month", "day"))
    return f"{year}-{int(month):02}-{int(day):02}"


def _nothing(_: re.Match[str]) -> None:
    return None


def _spoken(language: StampLanguage) -> list[tuple[tuple[str, ...], _Form]]:
    """Give the forms that need a day to count from: weekdays, days, periods, ages, clock times."""
    part = f"(?:{patterns.MAYBE_BLANK}(?:{patterns.spell(language.day_parts)}))?"
    weekday = f"(?:{patterns.spell(language.weekdays)}){part}"
    near = patterns.spell(language.near)
    days = (*language.days, *language.to_come)
    period = f"(?:{near}){BLANK}(?:{patterns.spell(language.periods)})"
    forms = [
        (_starts(language.near), _Form("weekday", _compile(f"{period}{BLANK}{weekday}"), _nothing)),
        (_starts(language.near), _Form("weekday", _compile(f"(?:{near}){BLANK}{weekday}"), _nothing)),
        (_starts(language.near), _Form("period", _compile(period), _nothing)),
        (_starts(days), _Form("day", _compile(f"(?:{patterns.spell(days)}){part}"), _nothing)),
    ]
    glued = tuple(day + part for day in language.weekdays for part in ("", *language.day_parts))
    after = f"(?:{BLANK}(?:{near}))?" if language.near_follows else ""
    forms.append((_starts(glued), _Form("weekday", _compile(f"{weekday}{after}"), _nothing)))
    for template in language.ago:
        head, tail = (part.strip() for part in template.split("{count}"))
        counted = (_NUMBERS, *_starts((*language.about, *language.below, *language.numbers, *language.whole)))
        age = _Form(
            "age",
            _compile(patterns.ago_pattern(language, template)),
            _nothing,
            needs=frozenset({tail[1:]} if tail else ()),
        )
        forms.append((_starts((head,)) if head else counted, age))
    words = "|".join(language.clock_words)
    clock = rf"{patterns.COPY_CLOCK}" + (rf"(?:{BLANK}(?:{words}))?" if words else "")
    forms.append(((_NUMBERS,), _Form("clock", _compile(clock), _nothing)))
    return forms


def _compile(pattern: str) -> Callable[[str, int], re.Match[str] | None]:
    return re.compile(pattern + _END).match
