"""Reads numbers as one, however they are written: 6,3 and 6.3, 1,3 miljoen and 1.300.000, 2e and tweede."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from newsticker.domain.duplicates.vocabulary import (
    DEEMED,
    DOUBTFUL_NUMBERS,
    DUTCH_MARKS,
    LANGUAGE_MARKS,
    MAGNITUDES,
    NUMBER_WORDS,
)

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s]\d{3}){1,4}")
_SEPARATOR = re.compile(r"[.,\s]")
_NOUGHTS = re.compile(r"(\d)\.0{1,2}")
_ORDINAL = re.compile(r"(\d{1,4})(?:e|de|ste|st|nd|rd|th|er|ere|eme)")
_DECIMAL = re.compile(r"(\d{1,6})(?:\.(\d{1,6}))?")
_HUNDREDS = re.compile(r"([a-z]{0,9})(?:honderd|hundert)(?:en|und)?([a-z]{3,20})")
_LONG_MAGNITUDE = 6
_TENS = frozenset(map(str, range(10, 100, 10)))
_HUNDRED = 100
_ONES = {"": 1} | {word: int(number) for word, number in NUMBER_WORDS.items() if len(number) == 1} | {"acht": 8}
_FRENCH_TENS = frozenset({"60", "80"})
"""To which French adds up to nineteen: soixante-douze, quatre-vingt-dix."""


def read_figure(raw: str) -> str:
    """Write a number in digits with points only, without noughts behind: 6,3 as 6.3, 14:30 as 14.30, 2.00 as 2."""
    if _THOUSANDS.fullmatch(raw):
        return _SEPARATOR.sub("", raw)
    figure = raw.replace(",", ".").replace(":", ".")
    nought = _NOUGHTS.fullmatch(figure[-4:]) or _NOUGHTS.fullmatch(figure[-3:])
    return figure[: nought.end(1) - nought.end()] if nought and figure.count(".") == 1 else figure


def read_word(word: str) -> str | None:
    """Read a folded number word, with its hundreds if there are any, or an ordinal: tweehonderdvijftig, 2e, 3rd."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if word[0].isdigit():
        found = _ORDINAL.fullmatch(word)
        return found[1] if found else None
    if "honderd" not in word and "hundert" not in word:
        return None  # as nearly always, and told sooner than by a pattern
    hundreds = _HUNDREDS.fullmatch(word)
    if hundreds is None:
        return None
    ones, rest = _ONES.get(hundreds[1]), NUMBER_WORDS.get(hundreds[2])
    return str(ones * 100 + int(rest)) if ones and rest and rest.isdecimal() and int(rest) < _HUNDRED else None


def read_doubtful(word: str, following: str, words: frozenset[str]) -> str:
    """Read a word that is a number in one language only, or beside some words only; otherwise it stays what it is."""
    if word == "acht":
        return word if following in DEEMED else "8"
    if LANGUAGE_MARKS[word].isdisjoint(words) or not DUTCH_MARKS.isdisjoint(words):
        return word
    return DOUBTFUL_NUMBERS[word]


def join_parts(first: str, second: str) -> str | None:
    """Join the halves of a hyphenated number word: twenty-three, vingt-trois, soixante-douze, quatre-vingt."""
    if (first, second) == ("4", "20"):
        return "80"
    if not (first in _TENS and second.isdecimal()):
        return None
    least = 20 if first in _FRENCH_TENS else 10
    return str(int(first) + int(second)) if int(second) < least else None


def find_values(words: Sequence[str]) -> frozenset[str]:
    """Find the numbers in a text, each at its full value: 1.3 before "miljoen" is 1300000."""
    values = set()
    for at, word in enumerate(words):
        if not word[0].isdigit():
            continue
        noughts = _find_magnitude(words[at + 1]) if at + 1 < len(words) else None
        values.add(_multiply(word, noughts) if noughts else word)
    return frozenset(values)


def _find_magnitude(word: str) -> int | None:
    """Find how many noughts a word adds, also with a slip of the pen."""
    if word in MAGNITUDES or not word.startswith("mil") or len(word) < _LONG_MAGNITUDE:
        return MAGNITUDES.get(word)
    return next(
        (noughts for name, noughts in MAGNITUDES.items() if OSA.distance(word, name, score_cutoff=1) <= 1), None
    )


def _multiply(word: str, noughts: int) -> str:
    found = _DECIMAL.fullmatch(word)
    if not found:
        return word
    fraction = found[2] or ""
    return str(int(found[1] + fraction.ljust(noughts, "0"))) if len(fraction) <= noughts else word
