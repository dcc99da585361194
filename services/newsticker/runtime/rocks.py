"""A store on disk, for state that outgrows memory: RocksDB behind the same interface as the one in memory.

The changelog stays the truth. What is on disk is the state as of a changelog position, written with it in one batch
after the transaction was committed; opening reads on from there. Where the position does not fit the changelog (it was
cut, made anew, or may have lost tombstones since), the files are thrown away and everything is read again.

Entries stand under `d` + key, and, where they expire, once more under `t` + time of last write + key.
"""

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import structlog
from rocksdict import DbClosedError, Options, Rdict, WriteBatch

from newsticker.messages.topics import DAY_MS
from newsticker.runtime.state import STAMP_BYTES, SWEEP_MS, SWEEP_SLACK_MS, Change, StoreSpec

log = structlog.get_logger()

ENTRY = b"d"
BY_TIME = b"t"
POSITION = b"p"
COUNT = b"n"

MAX_AGE_MS = DAY_MS // 2
"""Kafka keeps tombstones of compacted topics for a day; files that slept longer than half of it are read anew."""

LOCK_PATIENCE_S = 20.0
LOCK_RETRY_S = 0.2


class RocksStore:
    """The committed entries of one store for one input partition, in files of its own.

    `now_ms` is wall-clock time at opening: how long the files have slept.
    """

    def __init__(self, spec: StoreSpec, folder: Path, now_ms: int) -> None:
        self.spec = spec
        self._folder = folder
        self._now_ms = now_ms
        self._swept_ms = 0
        self._db = _open(folder)
        self._count = int.from_bytes(self._db.get(COUNT) or b"", "big")

    def __len__(self) -> int:
        """Count the entries, expired but unswept ones included."""
        return self._count

    def find_position(self, start: int, end: int) -> int:
        """Give the changelog offset to read on from, `start` when the files do not fit a log of `[start, end)`."""
        stored = self._db.get(POSITION)
        if stored is None:
            return start
        position, written_ms = int.from_bytes(stored[:8], "big"), int.from_bytes(stored[8:], "big")
        if start <= position <= end and self._now_ms - written_ms <= MAX_AGE_MS:
            return position
        self._db.close()
        shutil.rmtree(self._folder)
        self._db, self._count = _open(self._folder), 0
        return start

    def get(self, key: bytes, now_ms: int) -> bytes | None:
        """Look up a value as of `now_ms` of record time."""
        stored: bytes | None = self._db.get(ENTRY + key)
        if stored is None or self._is_expired(stored[:STAMP_BYTES], now_ms):
            return None
        return stored[STAMP_BYTES:]

    def apply(self, changes: Iterable[Change], position: int | None) -> None:
        """Take over committed changes and the changelog position after them, in one batch."""
        batch = WriteBatch(raw_mode=True)
        latest = {key: (value, written_ms) for key, value, written_ms in changes}
        for key, (value, written_ms) in latest.items():
            self._put(batch, key, value, written_ms.to_bytes(STAMP_BYTES, "big"))
        if position is not None:
            batch.put(POSITION, position.to_bytes(8, "big") + self._now_ms.to_bytes(8, "big"))
        batch.put(COUNT, self._count.to_bytes(8, "big"))
        self._db.write(batch)

    def find_removable(self, now_ms: int) -> list[bytes]:
        """List the keys to tombstone now, as the store in memory does."""
        if self.spec.expire_after_days is None or now_ms - self._swept_ms < SWEEP_MS:
            return []
        self._swept_ms = now_ms
        removable = []
        for stamp, key in self._walk_by_time():
            if not self._is_expired(stamp, now_ms - SWEEP_SLACK_MS):
                break
            removable.append(key)
        return removable

    def note_time(self, now_ms: int) -> None:
        """Note the wall-clock time that goes into the next position."""
        self._now_ms = now_ms

    def close(self) -> None:
        """Close the files, so that another process can open them; a second time does nothing."""
        with suppress(DbClosedError):
            self._db.close()

    def _put(self, batch: WriteBatch, key: bytes, value: bytes | None, stamp: bytes) -> None:
        before: bytes | None = self._db.get(ENTRY + key)
        expires = self.spec.expire_after_days is not None
        if before is not None and expires:
            batch.delete(BY_TIME + before[:STAMP_BYTES] + key)
        if value is not None:
            batch.put(ENTRY + key, stamp + value)
            if expires:
                batch.put(BY_TIME + stamp + key, b"")
        elif before is not None:
            batch.delete(ENTRY + key)
        self._count += (value is not None) - (before is not None)

    def _walk_by_time(self) -> Iterator[tuple[bytes, bytes]]:
        cursor = self._db.iter()
        cursor.seek(BY_TIME)
        while cursor.valid():
            found: bytes = cursor.key()
            if not found.startswith(BY_TIME):
                return
            yield found[1 : 1 + STAMP_BYTES], found[1 + STAMP_BYTES :]
            cursor.next()

    def _is_expired(self, stamp: bytes, now_ms: int) -> bool:
        days = self.spec.expire_after_days
        return days is not None and int.from_bytes(stamp, "big") + days * DAY_MS <= now_ms


def _open(folder: Path) -> Rdict:
    """Open the files; torn ones are thrown away, and who had the partition before may need a moment to let go."""
    folder.mkdir(parents=True, exist_ok=True)
    options = Options(raw_mode=True)
    options.create_if_missing(True)  # noqa: FBT003 - the library's own signature
    deadline = time.monotonic() + LOCK_PATIENCE_S
    while True:
        try:
            return Rdict(str(folder), options)
        except Exception as error:
            if "Corruption" in str(error):
                log.warning("state.files_rebuilt", folder=str(folder), error=str(error))
                shutil.rmtree(folder)
                folder.mkdir()
                continue
            if "lock" not in str(error).lower() or time.monotonic() > deadline:
                raise
        time.sleep(LOCK_RETRY_S)
