"""A text as words, with what the names in it depend on: capitals, gaps, starts of sentences."""

import re
from functools import partial
from itertools import accumulate
from typing import NamedTuple

_WORD = re.compile(r"(\w++(?:[-'’&+.]\w++)*+)")
"""A word with what joins its parts; in a group, so that a text can be split into gaps and words."""

_NO_LETTER = "\x1f"
"""Stands for the underscore, which the pattern would take for a letter: it is twice as fast so."""

_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
"""Initials, without the last full stop."""

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


_make_token = partial(tuple.__new__, Token)
"""A token a word: made the cheap way."""


def split_tokens(text: str) -> list[Token]:
    """Split a text into words; initials keep their full stops.

    Every word is made first as if it stood inside a sentence; then those that may begin one, or hold more than letters,
    are read again.
    """
    parts = _WORD.split(text.replace("_", _NO_LETTER))
    borders = list(accumulate(map(len, parts)))
    gaps, words = parts[::2], parts[1::2]
    capitals = [word[0].isupper() for word in words]
    opens = [False] * len(words)
    tokens = list(map(_make_token, zip(borders[::2], borders[1::2], words, gaps, capitals, opens, strict=False)))
    unsettled = [
        at
        for at, (word, gap, capital) in enumerate(zip(words, gaps, capitals, strict=False))
        if (capital and (gap != " " or len(word) == 1)) or not word.isalnum()
    ]
    for at in unsettled:
        tokens[at] = token = _read_capital(text, tokens[at], tokens[at - 1].text if at else "")
        if token.text[-1] == "." and at + 1 < len(tokens):
            after = tokens[at + 1]
            tokens[at + 1] = after._replace(gap=after.gap[1:])
    return tokens


def _read_capital(text: str, token: Token, previous: str) -> Token:
    """Read a word that may have a capital, and its full stop if it is initials."""
    start, end, word, gap, _, _ = token
    if not word[0].isupper() and (word.isalnum() or _SMALL_PREFIX.match(word) is None):
        return token
    if text[end : end + 1] == "." and _INITIALS.fullmatch(word) is not None:
        word, end = word + ".", end + 1
    opens = gap != " " and (not previous or _opens(gap, previous))
    return _make_token((start, end, word, gap, True, opens))


def _opens(gap: str, previous: str) -> bool:
    return not _OPENERS.isdisjoint(gap) and not (gap == ". " and previous in _ABBREVIATIONS)
