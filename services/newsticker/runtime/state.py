"""Keyed state of one input partition: a dict restored from a changelog topic, written through transactions.

A handler sees a `StoreView`: its writes are a draft until the record's outcome is known, then pending until the
transaction is committed, and only then part of the store. Entries can expire by record time, counted from their last
write; an expired entry is invisible at once and removed by a tombstone in a later transaction.
"""

from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Protocol

from newsticker.messages.topics import DAY_MS
from newsticker.runtime.outbox import MAX_RECORD_BYTES, OversizedRecordError

STAMP_BYTES = 8
"""Every stored value begins with the record timestamp of its last write: 8 bytes, milliseconds, big-endian."""

SWEEP_MS = 3_600_000
"""Expired entries are looked for once an hour of record time."""

SWEEP_SLACK_MS = DAY_MS
"""An entry is removed a day of record time after it became invisible, so that late records see what prompt ones saw."""


Change = tuple[bytes, bytes | None, int]
"""Key, value (`None` removes it), and the record timestamp of the write in milliseconds."""


@dataclass(frozen=True, slots=True)
class StoreSpec:
    """One store of a stage: its name, and after how many days of record time an untouched entry expires."""

    name: str
    expire_after_days: int | None = None


class CommittedStore(Protocol):
    """What a store of committed entries offers, in memory or on disk."""

    spec: StoreSpec

    def __len__(self) -> int:
        """Count the entries, expired but unswept ones included."""

    def find_position(self, start: int, end: int) -> int:
        """Give the changelog offset to read on from, in a changelog that holds `[start, end)`."""

    def get(self, key: bytes, now_ms: int) -> bytes | None:
        """Look up a value as of `now_ms` of record time."""

    def apply(self, changes: Iterable[Change], position: int | None) -> None:
        """Take over committed changes in order, and the changelog position after them if it is known."""

    def find_removable(self, now_ms: int) -> list[bytes]:
        """List the keys to tombstone now."""

    def note_time(self, now_ms: int) -> None:
        """Note the wall-clock time."""

    def close(self) -> None:
        """Let files go."""


class Store:
    """The committed entries of one store for one input partition, oldest write first."""

    def __init__(self, spec: StoreSpec) -> None:
        self.spec = spec
        self._lifetime_ms = spec.expire_after_days * DAY_MS if spec.expire_after_days is not None else None
        self._entries: dict[bytes, bytes] = {}
        self._swept_ms = 0

    def __len__(self) -> int:
        """Count the entries, expired but unswept ones included."""
        return len(self._entries)

    def get(self, key: bytes, now_ms: int) -> bytes | None:
        """Look up a value as of `now_ms` of record time."""
        stored = self._entries.get(key)
        if stored is None or self._is_expired(stored, now_ms):
            return None
        return stored[STAMP_BYTES:]

    def find_position(self, start: int, end: int) -> int:  # noqa: ARG002 - a store on disk needs the end too
        """Give the changelog offset to read on from: memory knows nothing, so its start."""
        return start

    def apply(self, changes: Iterable[Change], position: int | None) -> None:  # noqa: ARG002 - as above
        """Take over committed changes; `None` removes a key."""
        for key, value, written_ms in changes:
            self._entries.pop(key, None)  # a rewritten key moves to the end: order is the order of last writes
            if value is not None:
                self._entries[key] = written_ms.to_bytes(STAMP_BYTES, "big") + value

    def find_removable(self, now_ms: int) -> list[bytes]:
        """List the keys to tombstone now: expired for longer than the slack, looked for once an hour of record time."""
        days = self.spec.expire_after_days
        if days is None or now_ms - self._swept_ms < SWEEP_MS:
            return []
        self._swept_ms = now_ms
        removable = []
        for key, stored in self._entries.items():
            if not self._is_expired(stored, now_ms - SWEEP_SLACK_MS):
                break
            removable.append(key)
        return removable

    def note_time(self, now_ms: int) -> None:
        """Do nothing: memory does not sleep."""

    def close(self) -> None:
        """Do nothing: there are no files."""

    def _is_expired(self, stored: bytes, now_ms: int) -> bool:
        lifetime_ms = self._lifetime_ms
        return lifetime_ms is not None and int.from_bytes(stored[:STAMP_BYTES], "big") + lifetime_ms <= now_ms


class StoreView(MutableMapping[bytes, bytes]):
    """One store as a handler sees it within one transaction; only get, set, delete and `in` are offered."""

    def __init__(self, store: CommittedStore) -> None:
        self.store = store
        self.pending: dict[bytes, tuple[bytes | None, int]] = {}
        self._draft: dict[bytes, bytes | None] = {}
        self._now_ms = 0

    def begin_record(self, timestamp_ms: int) -> None:
        """Start the draft of one record, whose timestamp is the time that expiry goes by."""
        self._draft = {}
        self._now_ms = timestamp_ms

    def keep_record(self) -> None:
        """Make the draft part of the transaction."""
        for key, value in self._draft.items():
            self.pending.pop(key, None)
            self.pending[key] = (value, self._now_ms)
        self._draft = {}

    def drop_record(self) -> None:
        """Forget the draft: its record became a dead letter."""
        self._draft = {}

    def sweep(self, now_ms: int) -> None:
        """Add tombstones for what expired long enough ago and was not written in this transaction."""
        for key in self.store.find_removable(now_ms):
            if key not in self.pending:
                self.pending[key] = (None, now_ms)

    def commit(self, position: int | None = None) -> None:
        """Take the transaction's changes over into the store, as of a changelog position."""
        self.store.apply(((key, value, written_ms) for key, (value, written_ms) in self.pending.items()), position)
        self.pending = {}

    def __getitem__(self, key: bytes) -> bytes:
        """Look up what is there."""
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def get(self, key: bytes, default: bytes | None = None) -> bytes | None:  # type: ignore[override] # of bytes only
        """Look through draft, transaction and store; most of what is looked up isn't there, so without an error."""
        if key in self._draft:
            value = self._draft[key]
        elif key in self.pending:
            value = self.pending[key][0]
        else:
            value = self.store.get(key, self._now_ms)
        return default if value is None else value

    def __setitem__(self, key: bytes, value: bytes) -> None:
        """Write into the draft; what its changelog could not take makes the record a dead letter."""
        if len(key) + len(value) > MAX_RECORD_BYTES:
            raise OversizedRecordError(
                f"its entry in state {self.store.spec.name!r} has {len(key) + len(value)} bytes; {MAX_RECORD_BYTES} fit"
            )
        self._draft[key] = value

    def __delitem__(self, key: bytes) -> None:
        """Remove in the draft; the changelog gets a tombstone."""
        if key not in self:
            raise KeyError(key)
        self._draft[key] = None

    def __iter__(self) -> Iterator[bytes]:
        """Refuse: a store is not for walking."""
        raise TypeError("a store offers get, set, delete and `in`; it is not iterated")

    def __len__(self) -> int:
        """Refuse: a view does not know its size."""
        raise TypeError("a store offers get, set, delete and `in`; it is not counted")
