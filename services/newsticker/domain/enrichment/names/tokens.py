"""A text as words, with what the names in it depend on: capitals, gaps, starts of sentences."""

import re
from typing import NamedTuple

_WORD = re.compile(r"([^\W_]+(?:[-'’&+.][^\W_]+)*)")
"""A word with what joins its parts; in a group, so that a text can be split into gaps and words."""

_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
"""Initials, without the last full stop."""

_SMALL_PREFIX = re.compile(r"(?:al|el|as|ar|ash|ad|an|at|ath|bin|ibn|ben|d|l|o|'t)[-'’](?=[^\W\d_a-z])")
"""A name may begin small: al-Sharaa, d'Estaing."""

_OPENERS = frozenset(".!?:\"“”„‘'\n;…")
_ABBREVIATIONS = frozenset(
    {"St", "Sint", "dr", "drs", "mr", "ir", "prof", "ds", "ing", "mgr", "Jr", "Sr", "nr", "Mr", "Dr"}
)


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_new = tuple.__new__
"""A token a word: made the cheap way."""


class Token(NamedTuple):
    """A word at `[start, end)`; `gap` is what stands between it and the word before."""

    start: int
    end: int
    text: str
    gap: str
    capital: bool
    opens: bool
    """True for a capital where a sentence may begin: it says nothing there."""

    @property
    def is_initials(self) -> bool:
        """Say whether it is initials: J. or J.P."""
        return self.capital and self.text[-1] == "."

    @property
    def is_acronym(self) -> bool:
        """Say whether it is written in capitals only."""
        return len(self.text) > 1 and self.text.isupper() and not self.is_initials


def split_tokens(text: str) -> list[Token]:
    """Split a text into words; initials keep their full stops."""
    tokens: list[Token] = []
    end, previous = 0, ""
    parts = iter(_WORD.split(text))
    for space, word in zip(parts, parts, strict=False):
        start = end + len(space)
        end = start + len(word)
        gap = space[1:] if previous[-1:] == "." else space
        if word[0] in _PLAIN and word.isalnum():
            tokens.append(_new(Token, (start, end, word, gap, False, False)))
            previous = word
        else:
            token = _read_capital(text, (start, end, word), gap, previous)
            tokens.append(token)
            previous = token.text
    return tokens


def _read_capital(text: str, found: tuple[int, int, str], gap: str, previous: str) -> Token:
    """Read a word that may have a capital, and its full stop if it is initials."""
    start, end, word = found
    capital = word[0].isupper() or (not word.isalnum() and _SMALL_PREFIX.match(word) is not None)
    opens = capital and gap != " " and (not previous or _opens(gap, previous))
    if capital and text[end : end + 1] == "." and _INITIALS.fullmatch(word):
        word, end = word + ".", end + 1
    return _new(Token, (start, end, word, gap, capital, opens))


def _opens(gap: str, previous: str) -> bool:
    return not _OPENERS.isdisjoint(gap) and not (gap == ". " and previous in _ABBREVIATIONS)
