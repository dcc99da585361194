"""A text as words, with what the names in it depend on: capitals, gaps, starts of sentences."""

import re
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){1,5}(?=[\s,)A-Z]|$)|[^\W_]+(?:[-'’&+.][^\W_]+)*")
"""Initials with their full stops, or a word with what joins its parts."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,5}")
_SMALL_PREFIX = re.compile(r"(?:al|el|as|ar|ash|ad|an|at|ath|bin|ibn|ben|d|l|o|'t)[-'’](?=[^\W\d_a-z])")
"""A name may begin small: al-Sharaa, d'Estaing."""

_OPENERS = frozenset(".!?:\"“”„‘'\n;…")
_ABBREVIATIONS = frozenset(
    {"St", "Sint", "dr", "drs", "mr", "ir", "prof", "ds", "ing", "mgr", "Jr", "Sr", "nr", "Mr", "Dr"}
)


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
    """Split a text into words."""
    tokens: list[Token] = []
    end, previous = 0, ""
    for found in _WORD.finditer(text):
        start, word = found.start(), found[0]
        gap = text[end:start]
        capital = word[0].isupper() or (not word.isalnum() and _SMALL_PREFIX.match(word) is not None)
        opens = capital and gap != " " and (not tokens or _opens(gap, previous))
        end, previous = found.end(), word
        tokens.append(Token(start, end, word, gap, capital, opens))
    return tokens


def _opens(gap: str, previous: str) -> bool:
    return not _OPENERS.isdisjoint(gap) and not (gap == ". " and previous in _ABBREVIATIONS)
