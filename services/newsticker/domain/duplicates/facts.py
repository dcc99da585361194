"""Looks for the facts of one text in another: its names, its numbers, how it ended."""

from itertools import pairwise

from newsticker.domain.duplicates.likeness import has_slip, is_acronym, sounds_like
from newsticker.domain.duplicates.meaning import find_meanings, stem
from newsticker.domain.duplicates.opposites import KINDS_FROM
from newsticker.domain.duplicates.reading import Reading

_SLIP_LETTERS = 6
"""Names of so many letters may differ by one."""

_DEMONYM_LETTERS = 4
"""So many letters of a place begin the word for its people: Gent and Gentse, Luik and Luiks."""

_COMPOUND_LETTERS = 5
"""A name of so many letters may begin a compound: Brent and Brentolie."""

_DEMONYM_ENDINGS = ("se", "s", "er", "ers", "naar", "naars", "aar", "ian", "ais", "aise", "isch", "ischen", "ische")
_ROUND_FROM = 1000
_ROUND_BY = 0.01
"""A round number of this size stands for one that differs by no more than a hundredth: 134.000 for 134.803."""


def count_missing_names(short: Reading, long: Reading) -> int:
    """Count the names that are not there in any form."""
    return sum(not _has_name(name, short, long) for name in short.names)


def _has_name(name: tuple[str, ...], short: Reading, long: Reading) -> bool:
    """Tell whether a name stands there: its last word or most of its words, inflected or spelt another way."""
    if name[-1] in long.vocabulary:
        return True
    found = [_has_part(word, long) for word in name]
    meanings = [meaning for meaning in find_meanings(name) if meaning]
    if found[-1] or (len(meanings) == 1 and meanings[0] in long.stems):
        return True
    if _has_initials(name, short, long) or "".join(name) in long.vocabulary:
        return True
    if 2 * sum(found) <= len(name):
        return False
    return not any(other[0] == name[0] and other[-1] not in name for other in long.names)  # Grand Prix of another place


def _has_part(word: str, long: Reading) -> bool:
    if word in long.vocabulary or stem(word) in long.all_stems or has_slip(word, long, _SLIP_LETTERS):
        return True
    if len(word) >= _COMPOUND_LETTERS and any(kept.startswith(word) for kept in long.vocabulary):
        return True
    if any(one + two == word for one, two in pairwise(long.words)):
        return True
    return any(
        sounds_like(word, part) or _is_of(word, part) or _is_of(part, word) for name in long.names for part in name
    )


def _is_of(people: str, place: str) -> bool:
    """Tell the people of a place, or what is theirs."""
    if len(place) < _DEMONYM_LETTERS or people[:_DEMONYM_LETTERS] != place[:_DEMONYM_LETTERS]:
        return False
    return any(people == place + ending for ending in _DEMONYM_ENDINGS)


def _has_initials(name: tuple[str, ...], short: Reading, long: Reading) -> bool:
    """Tell whether one text has the initials of what the other spells out."""
    if is_acronym(name[-1], long.names):
        return True
    own = "".join(word[0] for word in name)
    return any(own in other[-1] and is_acronym(other[-1], short.names) for other in long.names)


def count_missing_numbers(short: Reading, long: Reading) -> int:
    """Count the numbers that are not there, nor rounded."""
    return sum(number not in long.numbers and not _has_round(number, long) for number in short.numbers)


def _has_round(number: str, long: Reading) -> bool:
    if not number.isdecimal() or (value := int(number)) < _ROUND_FROM:
        return False
    others = (int(other) for other in long.numbers if other.isdecimal())
    return any(abs(other - value) <= _ROUND_BY * value and (value % 100 == 0 or other % 100 == 0) for other in others)


def clash(one: frozenset[int] | frozenset[str], other: frozenset[int] | frozenset[str]) -> bool:
    """Tell that both name something, and none is the same."""
    return bool(one and other) and one.isdisjoint(other)


def find_contradictions(one: Reading, other: Reading) -> tuple[bool, bool]:
    """Tell whether the outcomes of two texts are opposite, and whether they are about another of a kind."""
    rows = {row for row, _ in one.alternatives} & {row for row, _ in other.alternatives}
    agreed = {row for row, _ in one.alternatives & other.alternatives}
    return any(row < KINDS_FROM for row in rows - agreed), any(row >= KINDS_FROM for row in rows - agreed)
