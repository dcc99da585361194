"""Which texts have a key in common: an inverted index that lives in a store of small buckets.

A key's first 20 bits choose its bucket, the next 16 tell it from others there, and seven bytes stand for the item. An
entry of its own for each key would cost ten times the memory, most of it for being an entry. A full bucket forgets its
oldest posting, so neither a bucket nor a search can grow without bound.
"""

from collections.abc import Iterable, Iterator

from newsticker.messages.outcomes import Store

SHORT_ID_BYTES = 7
"""Of an item's id; among a million items two are alike once in a hundred thousand times."""

POSTINGS = 32
"""Of a bucket: room for three million items with a dozen keys each."""

KEPT_BY_KEY = 16
"""A key with so many items tells little; of those the newest are the likeliest."""

_KEY_BITS = 40
_BUCKET_BITS = 20
_BUCKET_BYTES = 3
_TAG_BYTES = 2
_POSTING_BYTES = _TAG_BYTES + SHORT_ID_BYTES


class Postings:
    """Reads and writes the index."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, key: bytes) -> list[bytes]:
        """Find the items that have a key, oldest first."""
        bucket, tag = _locate(key)
        return [found[_TAG_BYTES:] for found in self._read(bucket) if found[:_TAG_BYTES] == tag]

    def add(self, keys: Iterable[bytes], short_id: bytes) -> None:
        """Add an item under its keys, as the newest."""
        for key in keys:
            bucket, tag = _locate(key)
            posting = tag + short_id
            postings = [found for found in self._read(bucket) if found != posting]
            alike = [found for found in postings if found[:_TAG_BYTES] == tag]
            if len(alike) == KEPT_BY_KEY:
                postings.remove(alike[0])
            self._store[bucket] = b"".join([*postings, posting][-POSTINGS:])

    def remove(self, keys: Iterable[bytes], short_id: bytes) -> None:
        """Remove an item from under its keys."""
        for key in keys:
            bucket, tag = _locate(key)
            kept = b"".join(found for found in self._read(bucket) if found != tag + short_id)
            if kept:
                self._store[bucket] = kept
            else:
                self._store.pop(bucket, None)

    def _read(self, bucket: bytes) -> Iterator[bytes]:
        stored = self._store.get(bucket, b"")
        return (stored[start : start + _POSTING_BYTES] for start in range(0, len(stored), _POSTING_BYTES))


def _locate(key: bytes) -> tuple[bytes, bytes]:
    """Give the bucket of a key, and what tells it from others there."""
    number = int.from_bytes(key, "big")
    bucket = number >> (_KEY_BITS - _BUCKET_BITS)
    tag = number & ((1 << 8 * _TAG_BYTES) - 1)
    return bucket.to_bytes(_BUCKET_BYTES, "big"), tag.to_bytes(_TAG_BYTES, "big")
