"""By what texts that are nearly the same find each other: a handful of short keys of which they share at least one.

Of the beginning of a text the smallest hash in each window of runs of three words is taken (winnowing), so any eighteen
words in a row that two texts share there give them a common key, at whichever place. Reworded texts have no such row:
they meet by pairs of names, of a name and a number, and of long words. Texts of one headline meet by that.
"""

from collections.abc import Iterable
from itertools import combinations, repeat
from zlib import adler32, crc32

from newsticker.domain.duplicates.naming import find_names
from newsticker.domain.duplicates.reading import Reading

KEY_BYTES = 5

FIRST_WORDS = 48
"""An agency's lead is shorter; what follows it in an article is not needed to find it."""

NARROW_WINDOW = 4
NARROW_RUNS = 12
"""So many runs at the beginning of a text have narrower windows: all that a lead of one short sentence has."""

WIDE_WINDOW = 16

NAMES = 3
LONG_NAME = 3
"""Letters below which a single name is too common to be looked for."""

NUMBERS = 2
LONG_WORDS = 4
LONG_WORD = 9
"""Letters; words are the rarer the longer they are, and reworded texts keep the words that they are about."""

LONG_STEM = 7
TELLING_WORDS = 30
"""Words of a text among which the longest are taken."""

HEADLINE_WORDS = 3
"""Shorter headlines ("Weer", "Het weer") come back day after day."""


_HEADLINE, _RUN, _FACTS, _LONG = range(1, 5)
"""What a key is made of: two keys of different kinds have nothing to do with each other."""


def find_keys(reading: Reading, headline: Reading | None) -> tuple[bytes, ...]:
    """Give the keys of a text; all of them are alike."""
    keys = (*_take_headline(headline), *_winnow(reading.words), *_pair_facts(reading), *_pair_long_words(reading))
    return tuple(dict.fromkeys(keys))


def _take_headline(headline: Reading | None) -> list[bytes]:
    if headline is None or len(headline.words) < HEADLINE_WORDS:
        return []
    return _make_keys(_HEADLINE, ["\n".join(headline.words).encode()])


def _winnow(words: list[str]) -> list[bytes]:
    """Take the smallest hash of each window; keys are made only of the runs that are taken."""
    first = list(map(str.encode, words[:FIRST_WORDS]))
    runs = list(map(b"\n".join, zip(first, first[1:], first[2:], strict=False)))
    hashes = list(map(crc32, runs, repeat(_RUN)))
    taken = (*take_smallest(hashes[:NARROW_RUNS], NARROW_WINDOW), *take_smallest(hashes[NARROW_RUNS:], WIDE_WINDOW))
    return _make_keys(_RUN, [runs[hashes.index(smallest)] for smallest in dict.fromkeys(taken)])


def take_smallest(hashes: list[int], window: int) -> list[int]:
    """Take the smallest of each window: it stays the same until a smaller one enters, or it leaves."""
    if not hashes:
        return []
    smallest = min(hashes[:window])
    taken = [smallest]
    for start, entering in enumerate(hashes[window:], 1):
        if entering < smallest:
            smallest = entering
        elif hashes[start - 1] == smallest:
            smallest = min(hashes[start : start + window])
        else:
            continue
        taken.append(smallest)
    return taken


def _pair_facts(reading: Reading) -> list[bytes]:
    """Pair the first names, each by its last word, and the first numbers."""
    names: dict[str, None] = {}
    for *_, last in find_names(reading.tokens):
        if len(last) >= LONG_NAME:
            names[last] = None
            if len(names) == NAMES:
                break  # of a long text the other names need not be found
    numbers = [word for word in reading.words[:TELLING_WORDS] if word[0].isdigit()]
    return _pair(_FACTS, [*names, *numbers[:NUMBERS]])


def _pair_long_words(reading: Reading) -> list[bytes]:
    words = {word for word in reading.words[:TELLING_WORDS] if len(word) >= LONG_WORD}
    longest = sorted(words, key=lambda word: (-len(word), word))[:LONG_WORDS]
    return _pair(_LONG, [word[:LONG_STEM] for word in longest])


def _pair(kind: int, words: list[str]) -> list[bytes]:
    different = map(str.encode, sorted(set(words)))
    return _make_keys(kind, map(b"\n".join, combinations(different, 2)))


def _make_keys(kind: int, texts: Iterable[bytes]) -> list[bytes]:
    """Make five bytes of each by two checksums: made by the dozen, and nothing hangs on two that are alike."""
    return [(crc32(text, kind) << 8 | adler32(text) & 0xFF).to_bytes(KEY_BYTES, "big") for text in texts]
