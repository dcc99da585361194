"""Long forms of organisations with their letters in brackets: World Ash Office (WAO)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from newsticker.domain.enrichment.names.cues import OrganisationSpan
from newsticker.domain.enrichment.names.runs import BLANKS, Words
from newsticker.domain.enrichment.tables import read_words

_LETTERS = re.compile(r" \(([^\W\d_]{2,})\)")
_START = attrgetter("start")

CONNECTORS = read_words("connectors")
MAX_LONG_FORM = 9
MIN_UNIT = 7
"""A small word of so many letters may belong to a Dutch long form."""

ARTICLES = frozenset({"De", "Het", "Een"})


def find_long_forms(words: Words, text: str) -> Iterator[OrganisationSpan]:
    """Find a long form that is followed by its letters in brackets: World Ash Office (WAO)."""
    tokens = words.tokens
    for found in _LETTERS.finditer(text):
        if sum(map(str.isupper, found[1])) <= 1:
            continue
        at = bisect_left(tokens, found.start(1), key=_START)
        token = tokens[at]
        first = _find_long_form(words, at)
        if first is None:
            continue
        if tokens[first].text in ARTICLES:
            first += 1
        name, kind = _name_long_form(words, at, text[tokens[first].start : tokens[at - 1].end])
        yield OrganisationSpan(tokens[first].start, tokens[at - 1].end, name, kind, "long_form", 0.9)
        yield OrganisationSpan(token.start, token.end, name, kind, "acronym", 0.9)


def _name_long_form(words: Words, acronym: int, written: str) -> tuple[str, str]:
    """Name a long form as the tables do where its letters are all that they know, else as it is written."""
    mark = words.marks.get(acronym)
    if mark is not None and mark.kind == "organisation" and mark.hit.entry.ref in {words.tokens[acronym].text, written}:
        return mark.hit.entry.ref, mark.hit.entry.via
    return written, ""


def _find_long_form(words: Words, acronym: int) -> int | None:
    """Give the first word of the long form: its capitals must spell the acronym's."""
    letters = [char.lower() for char in words.tokens[acronym].text if char.isupper()]
    at = acronym - 1
    best = None
    for first in range(at, max(-1, at - MAX_LONG_FORM), -1):
        token = words.tokens[first]
        if not (token.capital or token.text in CONNECTORS or _is_unit(token.text)):
            break
        if token.capital and token.text[0].lower() == letters[0] and _spells(words, first, acronym, letters):
            best = first
        if first > 0 and token.gap not in BLANKS:
            break
    return best if best is not None and acronym - best > 1 else None


def _is_unit(word: str) -> bool:
    return len(word) >= MIN_UNIT and word.islower()


def _spells(words: Words, first: int, acronym: int, letters: Sequence[str]) -> bool:
    """Say whether the letters are the beginnings of words, in order; capitals may not be left over at the end."""
    rest = list(letters)
    for at in range(first, acronym):
        for part in words.tokens[at].text.lower().split("-"):
            if rest and part[:1] == rest[0]:
                rest.pop(0)
    return not rest
