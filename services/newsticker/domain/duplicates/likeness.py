"""Tells whether a word of one text stands in another, however it is spelt there."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from newsticker.domain.duplicates.meaning import stem
from newsticker.domain.duplicates.reading import Reading

TYPO_LETTERS = 7
"""Words of so many letters may differ by one."""

TWO_TYPO_LETTERS = 11
"""Words of so many may differ by two."""

COMPOUND_LETTERS = 4
"""So many letters that end a longer word are its kind: a flat building is a building."""

SOUND_LETTERS = 4
"""Names of which so many letters sound alike are one."""

BASE_LETTERS = 4
"""So many letters at least are left of an inflected word."""

_ENDINGS = ("en", "er", "es", "s", "e", "n", "t")

ACRONYM_LETTERS = 3
"""Fewer letters are the initials of too much."""

_SOUNDS = (
    (re.compile(r"tsch|tsj|sch|tch|sj|sh|ch|cz|ts|tz|z|c(?=[eiy])"), "s"),
    (re.compile(r"ck|kh|k|q|c|x"), "k"),
    (re.compile(r"ph|v|w|ff"), "f"),
    (re.compile(r"oe|ou"), "u"),
    (re.compile(r"ij|ei|ie|yj|j|y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"e$"), ""),
)


def has_word(place: int, own: Reading, other: Reading) -> bool:
    """Tell whether a content word stands there: in the same sense, in a compound, or with a slip of the pen."""
    word = own.words[place]
    if word in other.vocabulary or own.meanings[place] in other.stems or stem(word) in other.all_stems:
        return True
    if word[0].isdigit():
        return False
    return (
        _is_inflected(word, other)
        or _is_joined(word, own, other)
        or _is_in_compound(word, other)
        or has_slip(word, other)
    )


def _is_inflected(word: str, other: Reading) -> bool:
    """Tell whether a short word stands there in another number or case; longer ones agree in their first letters."""
    bases = _find_bases(word)
    return any(
        kept.startswith(word[:BASE_LETTERS]) and not bases.isdisjoint(_find_bases(kept)) for kept in other.vocabulary
    )


def _find_bases(word: str) -> frozenset[str]:
    """Give a word and what is left of it without an ending."""
    stripped = (word.removesuffix(ending) for ending in _ENDINGS)
    return frozenset(base for base in (word, *stripped) if len(base) >= BASE_LETTERS)


def has_slip(word: str, other: Reading, least: int = TYPO_LETTERS) -> bool:
    """Look for a word of so many letters with a slip of the pen."""
    if len(word) < least:
        return False
    slips = 2 if len(word) >= TWO_TYPO_LETTERS else 1
    return any(
        abs(len(kept) - len(word)) <= slips and OSA.distance(word, kept, score_cutoff=slips) <= slips
        for kept in other.vocabulary
    )


def _is_joined(word: str, own: Reading, other: Reading) -> bool:
    """Tell whether the other text writes it as one word with its neighbour, or in two: Brent-olie and Brentolie."""
    if any(word in pair and "".join(pair) in other.vocabulary for pair in pairwise(own.words)):
        return True
    return any(one + two == word for one, two in pairwise(other.words))


def _is_in_compound(word: str, other: Reading) -> bool:
    """Tell whether one of the words ends the other."""
    if len(word) < COMPOUND_LETTERS:
        return False
    kept = [meant for meant in other.vocabulary if len(meant) >= COMPOUND_LETTERS]
    return any(meant.endswith(word) or word.endswith(meant) for meant in kept)


def sounds_like(name: str, other: str) -> bool:
    """Tell whether two names are one in another script's spellings: Klitsjko and Klitschko, Vitali and Vitaly."""
    if min(len(name), len(other)) < SOUND_LETTERS or name[0] != other[0]:
        return False
    return _sound(name) == _sound(other)


def _sound(name: str) -> str:
    for letters, sound in _SOUNDS:
        name = letters.sub(sound, name)
    return name


def is_acronym(short: str, names: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether letters are the initials of names in a row, with little words between: CBS."""
    return len(short) >= ACRONYM_LETTERS and short in "".join(word[0] for name in names for word in name)
