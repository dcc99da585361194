"""Which words of an item speak for topics, and how loudly: not those of names, nor of those who only comment."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsticker.domain.enrichment.copy import Copy
from newsticker.domain.enrichment.gazetteer import TermHit
from newsticker.domain.enrichment.names.reading import is_claimed
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.tables.terms import WEAK, Term

LEAD_POINTS = 1
"""A word in the first sentence says more."""

DETAILS = 400
"""So many characters in, a story that goes on has come to its details."""

NAMED_KINDS = frozenset({"company", "media", "club", "party", "armed"})
"""Kinds of organisations whose names are no words: Partij voor de Dieren."""

PAST = ("oud-", "ex-", "voormalig ", "voormalige ", "toenmalig ", "toenmalige ", "gewezen ", "vroegere ")
"""What stands before that which somebody or something no longer is."""


Word = tuple[int, int, Term, str, int, bool]
"""A word that speaks: start, end and term, how it is written in small letters, how loudly, and whether in the text or
the headline; plain, since they are read again and again."""


def listen(copy: Copy) -> list[Word]:
    """Hear the words of the text, then those of the headline; of the same topic none within another."""
    words = _listen_to_text(copy) if copy.scan.terms else []
    if copy.headline_scan.terms:
        headline = copy.headline.lower()
        for start, end, term in _hear(copy.headline_scan.terms):
            words.append((start, end, term, headline[start:end], term.weight + LEAD_POINTS, False))
    return words


def _listen_to_text(copy: Copy) -> list[Word]:
    """Leave out words of names, of what is past, and those within another of the same topic."""
    words: list[Word] = []
    folded = copy.text.lower()
    lead = folded.find(". ") % (len(folded) + 1)
    asides = _find_asides(copy) if copy.names.people else ()
    named: _Named | None = None
    reached: dict[str, int] = {}
    for start, end, term in _hear(copy.scan.terms):
        code, weight = term.code, term.weight
        if end <= reached.get(code, 0) or folded.endswith(PAST, 0, start):
            continue
        if copy.text[start].isupper() and " " not in term.form:
            named = named or _find_named(copy)
            if start in named.starts or folded[start:end] in named.surnames or _is_part_of_name(copy, start, term):
                continue
        reached[code] = end
        if weight > WEAK:
            if start < lead:
                weight += LEAD_POINTS
            elif start > DETAILS or is_claimed(start, start + 1, asides):
                weight -= 1
        words.append((start, end, term, folded[start:end], weight, True))
    return words


def _hear(terms: Sequence[TermHit]) -> list[TermHit]:
    """Give the words from left to right, but those within a phrase or a word that says nothing: hongerstaking."""
    heard: list[TermHit] = []
    reached = length = 0
    for hit in sorted(terms, key=_by_start) if len(terms) > 1 else terms:
        start, end, term = hit
        if end <= reached and end - start < length:
            continue
        if term.hushes:
            reached, length = end, end - start
        if term.weight:
            heard.append(hit)
    return heard


def _by_start(hit: TermHit) -> tuple[int, int, int]:
    """Put the longer before the shorter, and of the same the stronger first."""
    start, end, term = hit
    return start, -end, -term.weight


class _Named(NamedTuple):
    """Where the words of places and people begin, and the surnames of those who are named in full."""

    starts: set[int]
    surnames: set[str]


def _find_named(copy: Copy) -> _Named:
    """Say which words are names: Sluis is no lock."""
    words, people = copy.names.words, copy.names.people
    starts = {words.start(at) for span in people for at in range(span.first, span.last + 1)}
    starts.update(spot.mark.start for spot in copy.located.spots)
    return _Named(starts, {span.key for span in people if span.full})


def _is_part_of_name(copy: Copy, start: int, term: Term) -> bool:
    """Say whether a word with a capital belongs to a firm's name, or to that of a thing: De Koningin, Zoute Wind."""
    if not term.form.islower():
        return False
    kind = next((span.kind for span in copy.names.organisations if span.start <= start < span.end), None)
    if kind is not None:
        return kind in NAMED_KINDS
    words = copy.names.words
    at = bisect_right(words.ends, start)
    return at > 0 and words.gaps[at] in BLANKS and not words.capitals.get(at - 1, True)


def _find_asides(copy: Copy) -> list[tuple[int, int]]:
    """Find the roles before names and the parties in brackets behind them: who comments is no subject."""
    asides: list[tuple[int, int]] = []
    words = copy.names.words
    for span in copy.names.people:
        start, end = words.start(span.first), words.ends[span.last]
        if span.role:
            asides.append((start - len(span.role) - 1, start))
        if copy.text.startswith(" (", end):
            asides.append((end, copy.text.find(")", end) % (len(copy.text) + 1)))
    return asides
