"""Long forms of organisations with their letters in brackets: World Ash Office (WAO)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsticker.domain.enrichment.names.cues import OrganisationSpan
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.tables import read_words

_LETTERS = re.compile(r" \(([^\W\d_]{2,})\)")

CONNECTORS = read_words("connectors")
MAX_LONG_FORM = 9
MIN_UNIT = 7
"""A small word of so many letters may belong to a Dutch long form."""

ARTICLES = frozenset({"De", "Het", "Een"})


def find_long_forms(words: Words, text: str) -> Iterator[OrganisationSpan]:
    """Find a long form that is followed by its letters in brackets: World Ash Office (WAO)."""
    for found in _LETTERS.finditer(text):
        if sum(map(str.isupper, found[1])) <= 1:
            continue
        at = bisect_right(words.ends, found.start(1))
        first = _find_long_form(words, at)
        if first is None:
            continue
        if words.texts[first] in ARTICLES:
            first += 1
        start, end = words.start(first), words.ends[at - 1]
        name, kind = _name_long_form(words, at, text[start:end])
        yield OrganisationSpan(start, end, name, kind, "long_form", 0.9)
        yield OrganisationSpan(words.start(at), words.ends[at], name, kind, "acronym", 0.9)


def _name_long_form(words: Words, acronym: int, written: str) -> tuple[str, str]:
    """Name a long form as the tables do where its letters are all that they know, else as it is written."""
    mark = words.marks.get(acronym)
    if mark is not None and mark.kind == "organisation" and mark.entry.ref in {words.texts[acronym], written}:
        return mark.entry.ref, mark.entry.via
    return written, ""


def _find_long_form(words: Words, acronym: int) -> int | None:
    """Give the first word of the long form: its capitals must spell the acronym's."""
    letters = [char.lower() for char in words.texts[acronym] if char.isupper()]
    at = acronym - 1
    best = None
    for first in range(at, max(-1, at - MAX_LONG_FORM), -1):
        word, capital = words.texts[first], first in words.capitals
        if not (capital or word in CONNECTORS or _is_unit(word)):
            break
        led = word not in ARTICLES or first + 1 in words.capitals  # De Nederlandsche Bank, but not "Het bestuur van …"
        if capital and led and word[0].lower() == letters[0] and _spells(words, first, acronym, letters):
            best = first
        if first > 0 and words.gaps[first] not in BLANKS:
            break
    return best if best is not None and acronym - best > 1 else None


def _is_unit(word: str) -> bool:
    return len(word) >= MIN_UNIT and word.islower()


def _spells(words: Words, first: int, acronym: int, letters: Sequence[str]) -> bool:
    """Say whether the letters are the beginnings of words, in order; capitals may not be left over at the end."""
    rest = list(letters)
    for word in words.texts[first:acronym]:
        for part in word.lower().split("-"):
            if rest and part[:1] == rest[0]:
                rest.pop(0)
    return not rest
