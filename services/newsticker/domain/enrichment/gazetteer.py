"""One pass over a text that finds every name and every word of every table."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from newsticker.domain.enrichment.folding import fold
from newsticker.domain.enrichment.tables.entries import Entry, read_entries
from newsticker.domain.enrichment.tables.terms import Term, read_terms


class Hit(NamedTuple):
    """A name of a table at `[start, end)` of a text."""

    start: int
    end: int
    entry: Entry


class TermHit(NamedTuple):
    """A word that speaks for a topic at `[start, end)` of a text."""

    start: int
    end: int
    term: Term


class Scan(NamedTuple):
    """What one pass finds. Names: by start, longest first, overlapping ones too."""

    names: Sequence[Hit]
    terms: Sequence[TermHit]


_Found = tuple[int, int, tuple[Entry, ...], tuple[Term, ...]]


@cache
def _automaton() -> tuple[AhoCorasick, list[_Found]]:
    """Build the automaton over all tables, and say for each pattern what it stands for.

    A pattern has a blank at an end that must be the end of a word; the first two numbers count these blanks.
    """
    names: dict[str, list[Entry]] = {}
    terms: dict[str, list[Term]] = {}
    for entry in read_entries():
        found = names.setdefault(f" {fold(entry.form)} ", [])
        if all((entry.kind, entry.form) != (other.kind, other.form) for other in found):
            found.append(entry)
    for term in read_terms():
        terms.setdefault(_make_pattern(term.form), []).append(term)
    patterns = list(dict.fromkeys((*names, *terms)))
    stands_for = [
        (int(pattern[0] == " "), int(pattern[-1] == " "), tuple(names.get(pattern, ())), tuple(terms.get(pattern, ())))
        for pattern in patterns
    ]
    return AhoCorasick(patterns, MatchKind.Standard), stands_for


def _make_pattern(form: str) -> str:
    """Put a blank at the ends where a word must end, none where a `*` lets it go on."""
    opening, closing = "" if form[0] == "*" else " ", "" if form[-1] == "*" else " "
    return opening + fold(form.strip("*")) + closing


def warm_up() -> None:
    """Read the tables now instead of with the first item."""
    _automaton()


def scan(text: str) -> Scan:
    """Find the names and words of all tables in a text.

    A hit's letters are those of the form, apart from diacritics; where the form has a capital, so has the text.
    """
    automaton, stands_for = _automaton()
    names: list[Hit] = []
    terms: list[TermHit] = []
    for pattern, start, end in automaton.find_matches_as_indexes(f" {fold(text)} ", overlapping=True):
        opening, closing, entries, words = stands_for[pattern]
        first, last = start - 1 + opening, end - 1 - closing
        literal = text[first:last]
        for entry in entries:
            if _is_cased_as(literal, entry.form):
                names.append(Hit(first, last, entry))
                break
        terms.extend(TermHit(first, last, term) for term in words if _is_cased_as(literal, term.form.strip("*")))
    names.sort(key=lambda hit: (hit.start, -hit.end))
    return Scan(names, terms)


def _is_cased_as(literal: str, form: str) -> bool:
    if literal == form or form.islower():
        return True
    if form[0].isupper() and not literal[0].isupper():
        return False
    return all(ours.isupper() for ours, theirs in zip(literal, form, strict=True) if theirs.isupper())
