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

_HIGH_BITS = [bytes((byte & 0xF0,)) for byte in range(256)]
"""Of a byte: where a bucket's 20 bits end."""

_TAG_BYTES = 2
_POSTING_BYTES = _TAG_BYTES + SHORT_ID_BYTES


class Postings:
    """Reads and writes the index, for one record: where it has looked, it need not look again to write."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._buckets: dict[bytes, bytes] = {}

    def find(self, key: bytes) -> list[bytes]:
        """Find the items that have a key, oldest first."""
        return next(self.find_each((key,)))

    def find_each(self, keys: Iterable[bytes]) -> Iterator[list[bytes]]:
        """Find the items that have one of these keys, for each of them."""
        buckets, look_up = self._buckets, self._store.get
        for key in keys:
            bucket, tag = _locate(key)
            stored = buckets.get(bucket)
            if stored is None:
                stored = buckets[bucket] = look_up(bucket, b"")
            if tag in stored:
                yield [stored[at + _TAG_BYTES : at + _POSTING_BYTES] for at in _find_places(stored, tag)]
            else:  # as nearly always
                yield []

    def add(self, keys: Iterable[bytes], short_id: bytes) -> None:
        """Add an item under its keys, as the newest."""
        for key in keys:
            bucket, tag = _locate(key)
            stored = _cut_out(self._read(bucket), tag + short_id)
            if len(stored) >= KEPT_BY_KEY * _POSTING_BYTES:
                stored = _make_room(stored, tag)
            self._write(bucket, stored + tag + short_id)

    def remove(self, keys: Iterable[bytes], short_id: bytes) -> None:
        """Remove an item from under its keys."""
        for key in keys:
            bucket, tag = _locate(key)
            self._write(bucket, _cut_out(self._read(bucket), tag + short_id))

    def _read(self, bucket: bytes) -> bytes:
        stored = self._buckets.get(bucket)
        if stored is None:
            stored = self._buckets[bucket] = self._store.get(bucket, b"")
        return stored

    def _write(self, bucket: bytes, stored: bytes) -> None:
        self._buckets[bucket] = stored
        if stored:
            self._store[bucket] = stored
        else:
            self._store.pop(bucket, None)


def _make_room(stored: bytes, tag: bytes) -> bytes:
    """Forget the oldest posting with a tag that has its number of them, and the oldest one of a full bucket."""
    alike = _find_places(stored, tag)
    if len(alike) == KEPT_BY_KEY:
        stored = stored[: alike[0]] + stored[alike[0] + _POSTING_BYTES :]
    return stored[-(POSTINGS - 1) * _POSTING_BYTES :]


def _find_places(stored: bytes, begin: bytes) -> list[int]:
    """Find where postings begin like this; bytes that only happen to look so, across postings, are passed over."""
    places = []
    at = stored.find(begin)
    while at >= 0:
        if at % _POSTING_BYTES == 0:
            places.append(at)
        at = stored.find(begin, at + 1)
    return places


def _cut_out(stored: bytes, posting: bytes) -> bytes:
    if posting not in stored:  # as of a new item
        return stored
    for at in _find_places(stored, posting):
        return stored[:at] + stored[at + _POSTING_BYTES :]
    return stored


def _locate(key: bytes) -> tuple[bytes, bytes]:
    """Give the bucket of a key, and what tells it from others there."""
    return key[:2] + _HIGH_BITS[key[2]], key[3:]
