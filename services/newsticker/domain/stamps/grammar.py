"""Reads the stamp that begins at a place of a text; the words come from the tables, nothing here knows a language."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from newsticker.domain.stamps import patterns
from newsticker.domain.stamps.readers import (
    Read,
    count_reader,
    date_reader,
    day_reader,
    read_clock,
    read_now,
    read_numeric_date,
    read_words,
    weekday_reader,
)
from newsticker.domain.stamps.reading import Stamp, build
from newsticker.domain.stamps.tables import LANGUAGES, StampLanguage

_FIRST_WORD = re.compile(r"\d|[^\W\d_][a-zß-öø-ÿÃ\u00a1-\u00bf\u0300-\u0308'’]{0,15}")
_LETTERS = re.compile(r"[^\W\d_]{0,16}")
"""An apostrophe may be part of a word (zo'n), or the first character of what is glued to it ('s-Gravenhage)."""
_BEGIN_OR_END = "\r\n\x0b\x0c\x85\u2028\u2029\u200b\u200c\u200d\u2060\ufeff\ufffd\"'`´“”„‘’‚«»‹›¿¡€$£"
_BROKEN_QUOTES = ("â€", "â\u0080")
"""How a quote begins that was read in the wrong encoding."""
_LOWER_AGENCY = re.compile(r"\([A-Za-z/ ]{2,30}\)\s?[-–—]")
_LOWER_HEAD = 60
_LOWER_PLACE = re.compile(r"[a-zß-öø-ÿ]{2,20}+(?:[ '’/-][a-zß-öø-ÿ]{1,20}+){0,3} [-–—] (?=[^\W\d_a-zß-öø-ÿ]|[\"'“‘])")
_AGO = tuple(tail for language in LANGUAGES if (tail := language.ago[0].split("{count}")[1].strip()))
"""What an age ends with, and no other word goes on from: "geleden"."""


class _Form(NamedTuple):
    """One way to print a stamp: its pattern, and the fields of a stamp that was printed so, from the rule on."""

    match: Callable[[str, int], re.Match[str] | None]
    read: Callable[[str], tuple[Any, ...]]


def _form(rule: str, pattern: str, read: Read, *, weak: bool = False) -> _Form:
    """Build a form; the same few stamps are printed on very many pages, so what they say is remembered."""
    match = re.compile(pattern).match

    @lru_cache(maxsize=1024)
    def read_fields(printed: str) -> tuple[Any, ...]:
        found = match(printed, 0)
        if found is None:  # the form looks ahead at what is no longer there
            return Stamp(0, 0, "stamp.unknown", strong=False)[2:]
        strong = not weak and (printed[0].islower() or any(char.isdigit() for char in printed))
        return Stamp(0, 0, rule, strong, **read(found))[2:]  # type: ignore[arg-type] # fields by name

    return _Form(match, read_fields)


def _language_forms(language: StampLanguage) -> Iterable[tuple[_Form, tuple[str, ...]]]:
    """Give each form of a language with the words that it can begin with; "0" stands for a digit."""
    words, code = read_words(language), language.code
    plain = patterns.digits_pattern(language)
    counted = ("0", "½", *language.about, *language.below, *language.numbers, *language.whole)
    head = patterns.ago_head(language)
    simple = _form(f"stamp.age.{code}", patterns.ago_pattern(language, count=plain), count_reader(words))
    yield simple, (head or "0",)
    form = _form(f"stamp.age.{code}", patterns.ago_pattern(language), count_reader(words))
    yield form, ((head,) if head else counted)
    yield _form(f"stamp.now.{code}", patterns.now_pattern(language), read_now), language.now
    yield _form(f"stamp.day.{code}", patterns.day_pattern(language), day_reader(words)), tuple(language.days)
    weekdays = patterns.weekday_words(language)
    yield _form(f"stamp.weekday.{code}", patterns.weekday_pattern(language), weekday_reader(words)), weekdays
    yield _form(f"stamp.date.{code}", patterns.date_pattern(language), date_reader(words)), ("0", *weekdays)
    if language.month_first:
        months = (*language.months, *language.short_months)
        yield _form(f"stamp.date.{code}", patterns.month_first_pattern(language), date_reader(words)), months
    yield _form(f"stamp.short.{code}", patterns.short_pattern(language), count_reader(words), weak=True), ("0",)


def _build() -> dict[str, tuple[_Form, ...]]:
    """Index the forms of all languages by first word."""
    index: defaultdict[str, list[_Form]] = defaultdict(list)
    for language in LANGUAGES:
        for form, starts in _language_forms(language):
            for start in dict.fromkeys(_first_words(starts)):
                index[start].append(form)
    index["0"].append(_form("stamp.date", patterns.numeric_date_pattern(LANGUAGES), read_numeric_date))
    index["0"].append(
        _form("stamp.clock", patterns.CLOCK + patterns.HALF_DAY + patterns.CLOCK_WORD, read_clock, weak=True)
    )
    return {word: tuple(forms) for word, forms in index.items()}


def _first_words(phrases: Iterable[str]) -> Iterable[str]:
    for phrase in phrases:
        for spelt in patterns.spellings(phrase):
            first: str = _FIRST_WORD.findall(spelt)[0]
            yield first.lower() if not first.isdigit() else "0"


_FORMS = _build()
"""Forms by the first word of the stamp."""
_NUMERIC_FORMS = _FORMS["0"]


_OPENING = 3
"""By so many characters nearly all lines are told from those that may begin with a stamp."""


def _openings() -> Iterable[str]:
    """List how the first words begin; a later capital is the "Ã" of a broken encoding."""
    for word in _FORMS:
        first, second, third = word[0], word[1:2], word[2:_OPENING]
        for begin in {first, first.upper()}:
            yield from (begin + second + follow for follow in {third, third.upper()})


_OPENINGS = frozenset(_openings())
_SHORT_OPENINGS = frozenset(opening for opening in _OPENINGS if len(opening) < _OPENING)
"""Words of one or two letters."""


def parse_stamp(text: str, start: int) -> Stamp | None:
    """Read the stamp at `start`: one that ends its line, or to which at once the next item is glued."""
    opening = text[start : start + 1]
    if opening.isdigit():
        forms = _NUMERIC_FORMS
    elif (
        text[start : start + _OPENING] in _OPENINGS
        or text[start : start + 2] in _SHORT_OPENINGS
        or opening in _SHORT_OPENINGS
    ):
        forms = _find_forms(text, start)
    else:
        return None
    for form in forms:
        match = form.match(text, start)
        if match is not None:
            end = match.end()
            if ends_stamp(text, end):
                return build(Stamp, (start, end, *form.read(match[0])))
    return None


def _find_forms(text: str, start: int) -> tuple[_Form, ...]:
    """Find the forms that can begin with the first word at `start`, which is no number."""
    if text[start + 1 : start + 2].isupper() or (first := _FIRST_WORD.match(text, start)) is None:
        return ()
    word = first[0]
    forms = _FORMS.get(word.lower())
    if forms is None and not word.isalpha():
        forms = _FORMS.get(_LETTERS.findall(word)[0].lower())
    return forms or ()


def ends_stamp(text: str, end: int) -> bool:
    """Say whether a stamp may end here: at the end of its line, or where an item begins at once."""
    following = text[end : end + 1]
    if not following or following.isupper() or following in _BEGIN_OR_END or following.isdigit():
        return True
    if following.isspace():
        line_end = text.find("\n", end)
        return not text[end : line_end if line_end >= 0 else end + 200].strip()
    if following.islower():
        if text.startswith(_BROKEN_QUOTES, end):
            return True
        return _begins_in_small_letters(text, end)
    return following.isalpha()


def _begins_in_small_letters(text: str, start: int) -> bool:
    """Say whether an item begins with a place in small letters: "brussel (anp) - ", or "goes - De" behind an age."""
    opening = text.find("(", start, start + _LOWER_HEAD)
    head = text[start : max(opening, start)]
    if head.islower() and "\n" not in head and _LOWER_AGENCY.match(text, opening) is not None:
        return True
    place = _LOWER_PLACE.match(text, start) if text.endswith(_AGO, 0, start) else None
    return place is not None
