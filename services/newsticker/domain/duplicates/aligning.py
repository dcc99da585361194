"""Sets two texts side by side and tells what an editor put in the place of something else."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from newsticker.domain.duplicates.likeness import has_word
from newsticker.domain.duplicates.opposites import NEGATIONS
from newsticker.domain.duplicates.reading import Reading

FLIPPED_WORDS = 3
"""A "not" that comes or goes in so few words turns the sentence; among more it is another sentence."""


_INFLECTED = ("e", "en", "er", "es")
"""How adjectives end in Dutch and German; a noun before a verb mostly does not."""


class Difference(NamedTuple):
    """What stands in the place of something else."""

    changed: int
    """Places where content words stand for others that mean something else, adjectives left out."""
    flipped: bool
    """A "not", "no" or "nobody" came or went, and nothing else there."""


NO_DIFFERENCE = Difference(0, flipped=False)


class _Place(NamedTuple):
    """A stretch in which two texts differ; `[start, end)` in the words of each."""

    start: int
    end: int
    other_start: int
    other_end: int


def find_difference(one: Reading, other: Reading) -> Difference:
    """Compare two texts of about the same length."""
    places = list(_find_places(one, other))
    changed = sum(_is_changed(place, one, other) for place in places)
    return Difference(changed, flipped=_is_flipped(places, one, other))


def _find_places(one: Reading, other: Reading) -> Iterator[_Place]:
    """Find where they differ, in order; what one of them has behind its end is not in the place of anything."""
    start = other_start = 0
    for code in LCSseq.opcodes(one.words, other.words):
        if code.tag != "equal":
            continue
        if (start, other_start) != (code.src_start, code.dest_start):
            yield _Place(start, code.src_start, other_start, code.dest_start)
        start, other_start = code.src_end, code.dest_end
    if start < len(one.words) or other_start < len(other.words):
        yield _Place(start, len(one.words), other_start, len(other.words))


def _is_changed(place: _Place, one: Reading, other: Reading) -> bool:
    if place.start == place.end or place.other_start == place.other_end:
        return False
    gone = _find_new(one, other, place.start, place.end)
    come = _find_new(other, one, place.other_start, place.other_end) if gone else []
    return bool(come) and not (_only_modify(gone, one) and _only_modify(come, other))


def _find_new(own: Reading, other: Reading, start: int, end: int) -> list[int]:
    """Find the content words in a stretch that the other text has not; numbers and weekdays are compared elsewhere."""
    return [
        at
        for at in range(start, end)
        if own.meanings[at] and not own.words[at][0].isdigit() and not has_word(at, own, other)
    ]


def _only_modify(places: list[int], own: Reading) -> bool:
    """Tell an adjective: one inflected word before another content word."""
    at = places[0]
    if len(places) > 1 or at + 1 == len(own.meanings) or own.tokens.capitals[at]:
        return False
    return bool(own.meanings[at + 1]) and own.words[at].endswith(_INFLECTED)


def _is_flipped(places: list[_Place], one: Reading, other: Reading) -> bool:
    """Tell whether a sentence gained or lost a "not" by itself; one that only moved within it says the same."""
    balance: Counter[int] = Counter()
    for place in places:
        content = [*one.meanings[place.start : place.end], *other.meanings[place.other_start : place.other_end]]
        if len(content) <= 2 * FLIPPED_WORDS and not any(content):
            gone = sum(word in NEGATIONS for word in one.words[place.start : place.end])
            come = sum(word in NEGATIONS for word in other.words[place.other_start : place.other_end])
            balance[bisect_left(one.beginnings, place.start)] += gone - come
    return any(balance.values())
