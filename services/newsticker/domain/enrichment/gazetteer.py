"""One pass over a text that finds every name of every table, at word boundaries."""

from functools import cache
from typing import NamedTuple
from unicodedata import decomposition, normalize

from ahocorasick_rs import AhoCorasick, MatchKind

from newsticker.domain.enrichment.tables.entries import Entry, read_entries


class Hit(NamedTuple):
    """A name of a table at `[start, end)` of a text."""

    start: int
    end: int
    entry: Entry


class _Folding(dict[int, str]):
    """Folds one character to one character, so that offsets stay: no case, no diacritics, a blank for all else."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = normalize("NFD", char)[0] if decomposition(char) else char
        folded = base.lower() if base.isalnum() else " "
        self[code] = folded if len(folded) == 1 else base
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Fold a text character by character: the result has the same length."""
    return text.translate(_FOLDING)


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[Entry, ...], ...]]:
    """Build the automaton over all tables, with the entries of each pattern; a pattern has a blank at both ends."""
    patterns: dict[str, list[Entry]] = {}
    for entry in read_entries():
        patterns.setdefault(f" {fold(entry.form)} ", []).append(entry)
    return AhoCorasick(list(patterns), MatchKind.Standard), tuple(tuple(found) for found in patterns.values())


def warm_up() -> None:
    """Read the tables now instead of with the first item."""
    _automaton()


def scan(text: str) -> tuple[Hit, ...]:
    """Find the names of all tables in a text, overlapping ones too: by start, longest first.

    A hit's letters are those of the entry's form, apart from diacritics; where the form has a capital, so has the text.
    """
    automaton, entries = _automaton()
    hits = [
        Hit(start, end - 2, entry)
        for pattern, start, end in automaton.find_matches_as_indexes(f" {fold(text)} ", overlapping=True)
        for entry in entries[pattern]
        if _is_cased_as(text[start : end - 2], entry.form)
    ]
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    return tuple(hits)


def _is_cased_as(literal: str, form: str) -> bool:
    if literal == form:
        return True
    return all(ours.isupper() for ours, theirs in zip(literal, form, strict=True) if theirs.isupper())
