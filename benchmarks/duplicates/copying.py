"""Fills state fast: after so many real items, copies of what they left, under keys of their own."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from uuid import UUID

from newsticker.deduplicator.comparisons import SIGNATURES, TEXTS
from newsticker.deduplicator.evidence import ITEMS, REVISIONS
from newsticker.deduplicator.groups import GROUPS
from newsticker.deduplicator.postings import SHORT_ID_BYTES, Postings
from newsticker.deduplicator.revisions import Revisions
from newsticker.domain.duplicates.signature import KEY_BYTES
from newsticker.messages.outcomes import Store

KEYS = 14
"""Of a lead, on the average."""

Write = Callable[[bytes], None]
"""Writes what one more item would leave; takes sixteen random bytes."""


def copy_items(step: str, views: Mapping[str, Store], patterns: Mapping[str, Sequence[bytes]], now_ms: int) -> Write:
    """Give what writes one more item into the stores of a step; `patterns` are values that real items left."""
    random = Random(1)  # noqa: S311 - repeatable, not secret

    def put(store: str, key: bytes) -> None:
        views[store][key] = random.choice(patterns[store])

    def write_first(item: bytes) -> None:
        put(ITEMS, item[-12:])
        Revisions(views[REVISIONS], now_ms).note(UUID(bytes=item), 1)

    def write_second(item: bytes) -> None:
        short_id = item[-SHORT_ID_BYTES:]
        put(TEXTS, short_id)
        put(GROUPS, item)
        Postings(views[SIGNATURES]).add((random.randbytes(KEY_BYTES) for _ in range(KEYS)), short_id)

    return write_first if step == "step 1" else write_second
