"""The ways of telling duplicates that are compared: ours, the rule that we started from, and three well-known ones."""

from collections.abc import Callable
from functools import cache
from hashlib import blake2b

from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.relating import relate
from newsticker.domain.identity import fingerprint_text
from newsticker.messages.unique_item import Relation

Method = Callable[[str, str], Relation]

MINHASHES = 128
MINHASH_JACCARD = 0.5
SIMHASH_BITS = 64
SIMHASH_DISTANCE = 3
START_SAME = 0.6
START_SHARED = 8
START_UPDATE = 0.2


@cache
def read(text: str) -> Reading:
    """Read a text once."""
    return Reading(text)


def ours(one: str, other: str) -> Relation:
    """Compare wording and facts."""
    return relate(read(one), read(other)).relation


def start_rule(one: str, other: str) -> Relation:
    """Take containment of runs of three words alone."""
    first, second = read(one).shingles, read(other).shingles
    shared, least = len(first & second), min(len(first), len(second))
    if shared >= START_SHARED and shared >= START_SAME * least:
        return Relation.SAME
    return Relation.UPDATE if least and shared >= START_UPDATE * least else Relation.NONE


def minhash(one: str, other: str) -> Relation:
    """Estimate the Jaccard index of runs of three words, as is usual."""
    equal = sum(a == b for a, b in zip(_minhashes(one), _minhashes(other), strict=True))
    return Relation.SAME if equal >= MINHASH_JACCARD * MINHASHES else Relation.NONE


@cache
def _minhashes(text: str) -> tuple[int, ...]:
    hashes = [_hash(" ".join(shingle)) for shingle in read(text).shingles] or [_hash(text)]
    prime = (1 << 61) - 1
    seeds = [(_hash(f"a{number}") | 1, _hash(f"b{number}")) for number in range(MINHASHES)]
    return tuple(min((a * value + b) % prime for value in hashes) for a, b in seeds)


def simhash(one: str, other: str) -> Relation:
    """Compare 64-bit SimHashes of words."""
    distance = (_simhash(one) ^ _simhash(other)).bit_count()
    return Relation.SAME if distance <= SIMHASH_DISTANCE else Relation.NONE


@cache
def _simhash(text: str) -> int:
    votes = [0] * SIMHASH_BITS
    for word in read(text).words:
        value = _hash(word)
        for bit in range(SIMHASH_BITS):
            votes[bit] += 1 if value >> bit & 1 else -1
    return sum(1 << bit for bit, vote in enumerate(votes) if vote > 0)


def exact(one: str, other: str) -> Relation:
    """Compare what an item's identity is made of."""
    return Relation.SAME if fingerprint_text(one) == fingerprint_text(other) else Relation.NONE


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


METHODS: dict[str, Method] = {
    "ours": ours,
    "start rule": start_rule,
    "MinHash 0.5": minhash,
    "SimHash 3": simhash,
    "exact": exact,
}
