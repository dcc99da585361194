"""Fills state fast: after some thousand real items, copies of what they left, under keys of their own."""

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import accumulate, chain
from math import exp
from random import Random

from newsticker.deduplicator.comparisons import SIGNATURES, TEXTS
from newsticker.deduplicator.evidence import ITEMS, REVISIONS
from newsticker.deduplicator.groups import GROUPS
from newsticker.deduplicator.postings import POSTINGS, SHORT_ID_BYTES
from newsticker.deduplicator.revisions import BUCKET_BITS
from newsticker.messages.topics import DAY_MS

KEYS = 14
"""Of a lead, on the average."""

_KEY_BYTES = {ITEMS: 12, GROUPS: 12, TEXTS: SHORT_ID_BYTES}
_POSTING_BUCKETS = range(0, 1 << 24, 1 << 4)
_BUCKET_BYTES = 3
_ANY_LENGTH = 1 << 20

Entries = Mapping[bytes, bytes]
Copies = Iterator[tuple[bytes, bytes]]


def copy_entries(store: str, entries: Entries, items: int, now_ms: int) -> Copies:
    """Give the entries that a store would have with so many items more; those that it has stay, as the newest."""
    random = Random(items)  # noqa: S311 - repeatable, not secret
    if store == SIGNATURES:
        posting = partial(random.randbytes, 2 + SHORT_ID_BYTES)
        buckets = _fill_buckets(random, _POSTING_BUCKETS, KEYS * items, posting)
        return _lay_over(buckets, entries, POSTINGS * (2 + SHORT_ID_BYTES))
    if store == REVISIONS:
        told = (1).to_bytes(4, "big") + (now_ms // DAY_MS).to_bytes(2, "big")
        buckets = _fill_buckets(random, range(1 << BUCKET_BITS), items, lambda: random.randbytes(7) + told)
        return _lay_over(buckets, entries, _ANY_LENGTH)
    patterns = list(entries.values())
    copies = range(items if store in _KEY_BYTES else 0)
    copied = ((random.randbytes(_KEY_BYTES[store]), _copy(random.choice(patterns))) for _ in copies)
    return chain(copied, ((key, _copy(value)) for key, value in entries.items()))


def _fill_buckets(random: Random, buckets: range, parts: int, make: Callable[[], bytes]) -> Copies:
    """Throw parts into buckets at random, which leaves in each of them a number that Poisson's law gives."""
    shares = list(accumulate(_share(parts / len(buckets))))
    for bucket in buckets:
        if count := bisect(shares, random.random()):
            yield bucket.to_bytes(_BUCKET_BYTES, "big"), b"".join(make() for _ in range(count))


def _share(mean: float) -> Iterator[float]:
    """Give how many buckets hold none, one, two and so on; more than fit anywhere are left out."""
    share = exp(-mean)
    for count in range(1, 64):
        yield share
        share *= mean / count


def _lay_over(buckets: Copies, entries: Entries, most: int) -> Copies:
    rest = dict(entries)
    for key, value in buckets:
        yield key, (value + rest.pop(key, b""))[-most:]
    yield from rest.items()


def _copy(value: bytes) -> bytes:
    """Take memory of its own for it."""
    return bytes(memoryview(value))
