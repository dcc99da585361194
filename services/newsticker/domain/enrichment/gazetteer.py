"""One pass over a text that finds every name and every word of every table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from string import digits

from ahocorasick_rs import AhoCorasick, MatchKind

from newsticker.domain.enrichment.folding import fold
from newsticker.domain.enrichment.tables.entries import Entry, read_entries
from newsticker.domain.enrichment.tables.terms import Term, read_terms
from newsticker.domain.time import first_words

_PADDING = 1
"""A text has a blank more at either end while it is looked through."""

_DIGITS = [f" {digit}" for digit in digits]
_DIGIT_LENGTH = 2
"""The one kind of pattern so short: what follows a number's first digit does not matter."""


Hit = tuple[int, int, Entry]
"""Start and end of a name in a text, and what the tables say of it; plain, as those of words are."""

TermHit = tuple[int, int, Term]
"""Start and end of a word in a text, and the topic that it speaks for; plain, since they are read again and again."""


@dataclass(slots=True)
class Scan:
    """What one pass finds. Names: by start, longest first, overlapping ones too."""

    names: Sequence[Hit] = ()
    terms: Sequence[TermHit] = ()
    times: Sequence[tuple[int, int]] = ()
    """The words, or first digits of numbers, by which mentions of time may begin."""


_Meaning = tuple[int, int, bool, tuple[Term, ...], tuple[Term, ...], tuple[Entry, ...]]
"""What a pattern stands for: how far what is meant begins and ends before the match does in the padded text, whether a
mention of time may begin so, the terms that want no capital, those that do, and the names."""


@cache
def _automaton() -> tuple[AhoCorasick, list[_Meaning]]:
    """Build the automaton over all tables, and say for each pattern what it stands for.

    Words that only a mention of time may begin with come behind these, and digits last; they have no meaning in the
    list: a text is full of them.
    """
    names: dict[str, list[Entry]] = {}
    terms: dict[str, list[Term]] = {}
    for entry in read_entries():
        found = names.setdefault(f" {fold(entry.form)} ", [])
        if all((entry.kind, entry.form) != (other.kind, other.form) for other in found):
            found.append(entry)
    for term in read_terms():
        terms.setdefault(_make_pattern(term.form), []).append(term)
    times = {f" {fold(word)} " for word in first_words()}
    patterns = list(dict.fromkeys((*names, *terms)))
    meanings = [
        _make_meaning(pattern, names.get(pattern, ()), terms.get(pattern, ()), is_time=pattern in times)
        for pattern in patterns
    ]
    patterns += [*sorted(times.difference(patterns)), *_DIGITS]
    return AhoCorasick(patterns, MatchKind.Standard), meanings


def _make_meaning(pattern: str, names: Sequence[Entry], terms: Sequence[Term], *, is_time: bool) -> _Meaning:
    plain: tuple[Term, ...] = ()
    cased: tuple[Term, ...] = ()
    if terms:  # most patterns are places
        plain = tuple(term for term in terms if term.form.islower())
        cased = tuple(term for term in terms if not term.form.islower())
    opening, closing = pattern[0] == " ", pattern[-1] == " "
    return _PADDING - opening, _PADDING + closing, is_time, plain, cased, tuple(names)


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
    automaton, meanings = _automaton()
    only_times = len(meanings)
    names: list[Hit] = []
    terms: list[TermHit] = []
    times: list[tuple[int, int]] = []
    for pattern, start, end in automaton.find_matches_as_indexes(f" {fold(text)} ", overlapping=True):
        if pattern >= only_times:
            times.append((start, end - _PADDING - (end - start > _DIGIT_LENGTH)))
            continue
        before, behind, is_time, plain, cased, entries = meanings[pattern]
        first, last = start - before, end - behind
        for term in plain:
            terms.append((first, last, term))  # noqa: PERF401 - the hottest loop: no generator for one element
        if entries:
            literal = text[first:last]
            entry = entries[0] if literal == entries[0].form else _choose_entry(literal, entries)
            if entry is not None:
                names.append((first, last, entry))
        if cased:
            terms += _choose_terms(text, first, last, cased)
        if is_time:
            times.append((first, last))
    names.reverse()  # they come by their ends
    names.sort(key=itemgetter(0))
    times.sort()
    return Scan(names, terms, times)


def _choose_terms(text: str, start: int, end: int, terms: Sequence[Term]) -> list[TermHit]:
    """Choose the terms whose capitals the text has."""
    literal = text[start:end]
    return [(start, end, term) for term in terms if _is_cased_as(literal, term.form.strip("*"))]


def _choose_entry(literal: str, entries: Sequence[Entry]) -> Entry | None:
    """Choose the entry that is written so, else the first whose capitals and last mark the text has: PVDA, not PvdA."""
    for entry in entries:
        if literal == entry.form:
            return entry
    if literal.islower():
        return None
    fitting = (entry for entry in entries if literal[-1].isalnum() or literal[-1] == entry.form[-1])
    return next((entry for entry in fitting if _is_cased_as(literal, entry.form)), None)


def _is_cased_as(literal: str, form: str) -> bool:
    if literal == form or form.islower():
        return True
    if form[0].isupper() and not literal[0].isupper():
        return False
    return all(ours.isupper() for ours, theirs in zip(literal, form, strict=True) if theirs.isupper())
