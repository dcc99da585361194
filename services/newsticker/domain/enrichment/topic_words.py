"""Which words of an item speak for topics, and how loudly: not those of names, nor of those who only comment."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsticker.domain.enrichment.copy import Copy
from newsticker.domain.enrichment.gazetteer import TermHit
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.tables.terms import WEAK

LEAD_POINTS = 1
"""A word in the first sentence says more."""

DETAILS = 400
"""So many characters in, a story that goes on has come to its details."""

NAMED_KINDS = frozenset({"company", "media", "club", "party", "armed"})
"""Kinds of organisations whose names are no words: Partij voor de Dieren."""

PAST = ("oud-", "ex-", "voormalig ", "voormalige ", "toenmalig ", "toenmalige ", "gewezen ", "vroegere ")
"""What stands before that which somebody or something no longer is."""


class Word(NamedTuple):
    """A word that speaks: how it is written in small letters, how loudly, and whether in the text or the headline."""

    hit: TermHit
    literal: str
    weight: int
    in_text: bool


_make_word = partial(tuple.__new__, Word)
"""A word of every item: made the cheap way."""


def listen(copy: Copy) -> list[Word]:
    """Hear the words of the text, then those of the headline; of the same topic none within another."""
    words: list[Word] = []
    if copy.scan.terms:
        folded = copy.text.lower()
        lead = folded.find(". ") % (len(folded) + 1)
        asides = _find_asides(copy) if copy.names.people else ()
        for hit in _leave_out_names(copy, folded):
            start, end, weight = hit.start, hit.end, hit.term.weight
            if weight > WEAK and start < lead:
                weight += LEAD_POINTS
            elif weight > WEAK and (start > DETAILS or any(first <= start < last for first, last in asides)):
                weight -= 1
            words.append(_make_word((hit, folded[start:end], weight, True)))
    if copy.headline_scan.terms:
        for hit in _hear(copy.headline_scan.terms):
            literal = copy.headline[hit.start : hit.end].lower()
            words.append(_make_word((hit, literal, hit.term.weight + LEAD_POINTS, False)))
    return words


def _leave_out_names(copy: Copy, folded: str) -> Iterator[TermHit]:
    """Leave out words of names, of what is past, and those within another of the same topic."""
    reached: dict[str, int] = {}
    named: set[int] | None = None
    surnames = {span.key for span in copy.names.people if span.full} if copy.names.people else set()
    for hit in _hear(copy.scan.terms):
        start, end, form, code = hit.start, hit.end, hit.term.form, hit.term.code
        if end <= reached.get(code, 0) or folded.endswith(PAST, 0, start):
            continue
        if copy.text[start].isupper() and " " not in form:
            named = _find_named(copy) if named is None else named
            if start in named or folded[start:end] in surnames or (form.islower() and _is_part_of_name(copy, start)):
                continue
        reached[code] = end
        yield hit


def _hear(terms: Sequence[TermHit]) -> list[TermHit]:
    """Give the words from left to right, but those within a phrase or a word that says nothing: hongerstaking."""
    heard: list[TermHit] = []
    reached = length = 0
    for hit in sorted(terms, key=_by_start):
        start, end, term = hit.start, hit.end, hit.term
        if end <= reached and end - start < length:
            continue
        if term.hushes:
            reached, length = end, end - start
        if term.weight:
            heard.append(hit)
    return heard


def _by_start(hit: TermHit) -> tuple[int, int, int]:
    """Put the longer before the shorter, and of the same the stronger first."""
    return hit.start, -hit.end, -hit.term.weight


def _find_named(copy: Copy) -> set[int]:
    """Say where the words of places and people are: Sluis is no lock."""
    words = copy.names.words
    named = {words.start(at) for span in copy.names.people for at in range(span.first, span.last + 1)}
    return named | {spot.mark.hit.start for spot in copy.located.spots}


def _is_part_of_name(copy: Copy, start: int) -> bool:
    """Say whether a word with a capital belongs to a firm's name, or to that of a thing: De Koningin, Zoute Wind."""
    kind = next((span.kind for span in copy.names.organisations if span.start <= start < span.end), None)
    if kind is not None:
        return kind in NAMED_KINDS
    words = copy.names.words
    at = bisect_right(words.ends, start)
    return at > 0 and words.gaps[at] in BLANKS and not words.capitals.get(at - 1, True)


def _find_asides(copy: Copy) -> list[tuple[int, int]]:
    """Find the roles before names and the parties in brackets behind them: who comments is no subject."""
    asides = []
    words = copy.names.words
    for span in copy.names.people:
        start, end = words.start(span.first), words.ends[span.last]
        if span.role:
            asides.append((start - len(span.role) - 1, start))
        if copy.text.startswith(" (", end):
            asides.append((end, copy.text.find(")", end) % (len(copy.text) + 1)))
    return asides
