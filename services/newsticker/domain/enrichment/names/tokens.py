"""A text as words, with what the names in it depend on: capitals, gaps, starts of sentences."""

import re
from dataclasses import dataclass, field
from itertools import accumulate, count
from operator import add

from newsticker.domain.enrichment.names.marks import Mark

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


@dataclass(slots=True)
class Words:
    """A text's words in lists side by side: an object a word would cost more than all that is read of most words."""

    texts: list[str]
    gaps: list[str]
    """What stands before each word, behind the one before; the last is what stands behind the last word."""
    ends: list[int]
    capitals: dict[int, bool]
    """The words that have a capital, in order; true where a sentence may begin: there it says nothing."""
    marks: dict[int, Mark] = field(default_factory=dict)
    """What the gazetteers know, by each word that a whole mark covers."""
    blocked: set[int] = field(default_factory=set)
    """The words that no run of capitals may hold."""

    def start(self, at: int) -> int:
        """Say where a word begins."""
        return self.ends[at] - len(self.texts[at])

    def opens(self, at: int) -> bool:
        """Say whether a word has a capital where a sentence may begin."""
        return self.capitals.get(at, False)


def is_initials(word: str) -> bool:
    """Say whether a word is initials: J. or J.P."""
    return word[-1] == "."


def is_acronym(word: str) -> bool:
    """Say whether a word is written in capitals only."""
    return word.isupper() and len(word) > 1 and word[-1] != "."


def split_words(text: str) -> Words:
    """Split a text into words; initials keep their full stops.

    It is cut at its blanks first, which is cheap; then the pieces that are more than one plain word are cut again, from
    right to left, so that what stands to the left keeps its place.
    """
    texts = text.replace("_", _NO_LETTER).split(" ")
    ends = list(map(add, accumulate(map(len, texts)), count()))
    gaps = ["", *([" "] * (len(texts) - 1)), ""]
    small: set[str] = set()
    for at in [at for at, piece in enumerate(texts) if not piece.isalnum()][::-1]:
        piece = texts[at]
        if piece[:-1].isalnum():  # as most: a word and a mark
            texts[at] = piece[:-1]
            ends[at] -= 1
            gaps[at + 1] = piece[-1] + gaps[at + 1]
        else:
            small.update(filter(_SMALL_PREFIX.match, _cut_piece(texts, gaps, ends, at)))
    return Words(texts, gaps, ends, _read_capitals(texts, gaps, ends, small))


def _cut_piece(texts: list[str], gaps: list[str], ends: list[int], at: int) -> list[str]:
    """Put the words of a piece in its place, be they none, one or more; give them."""
    piece = texts[at]
    parts = _WORD.split(piece)
    start = ends[at] - len(piece)
    ends[at : at + 1] = [start + end for end in accumulate(map(len, parts))][1::2]
    texts[at : at + 1] = words = parts[1::2]
    parts[0] = gaps[at] + parts[0]
    parts[-1] += gaps[at + 1]
    gaps[at : at + 2] = parts[::2]
    return words


def _read_capitals(texts: list[str], gaps: list[str], ends: list[int], small: set[str]) -> dict[int, bool]:
    """Find the words with a capital, those in `small` behind a small prefix; give initials their full stops."""
    found = [at for at, word in enumerate(texts) if word[0].isupper()]
    if small:
        found = [at for at, word in enumerate(texts) if word[0].isupper() or word in small]
    capitals = dict.fromkeys(found, False)
    for at in found:
        gap, behind = gaps[at], gaps[at + 1]
        if behind != " " and behind[:1] == "." and _INITIALS.fullmatch(texts[at]) is not None:
            texts[at] += "."
            ends[at] += 1
            gaps[at + 1] = behind[1:]
        if gap != " ":
            capitals[at] = at == 0 or _opens(gap, texts[at - 1])
    return capitals


def _opens(gap: str, previous: str) -> bool:
    return not _OPENERS.isdisjoint(gap) and not (gap == ". " and previous in _ABBREVIATIONS)
