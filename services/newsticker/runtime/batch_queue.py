"""The fetched records of one partition that wait for their transaction, bounded by count and by bytes."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable

from aiokafka.structs import ConsumerRecord

MAX_QUEUED_RECORDS = 2000
"""A partition with more queued records is not fetched until it has worked some off."""

MAX_QUEUED_BYTES = 16 * 1024 * 1024
"""The same for the bytes of their keys and values: records can be a mebibyte each."""


class BatchQueue:
    """A queue of batches that gives out records; what was taken and not handled can be put back in front."""

    def __init__(self, on_room: Callable[[], None]) -> None:
        self.count = 0
        self._bytes = 0
        self._batches: deque[list[ConsumerRecord]] = deque()
        self._arrived = asyncio.Event()
        self._on_room = on_room

    @property
    def has_room(self) -> bool:
        """True while it takes more batches."""
        return self.count < MAX_QUEUED_RECORDS and self._bytes < MAX_QUEUED_BYTES

    async def wait(self) -> None:
        """Wait until there is a record."""
        await self._arrived.wait()

    def put(self, records: list[ConsumerRecord]) -> None:
        """Add a batch."""
        self._batches.append(records)
        self._note(records)

    def put_back(self, records: list[ConsumerRecord]) -> None:
        """Put records that were taken back in front."""
        if records:
            self._batches.appendleft(records)
            self._note(records)

    def take(self, limit: int) -> list[ConsumerRecord]:
        """Take at most so many records, in order."""
        taken: list[ConsumerRecord] = []
        while self._batches and len(taken) < limit:
            batch = self._batches.popleft()
            room = limit - len(taken)
            taken.extend(batch[:room])
            if len(batch) > room:
                self._batches.appendleft(batch[room:])
        had_room = self.has_room
        self.count -= len(taken)
        self._bytes -= measure_records(taken)
        if not self._batches:
            self._arrived.clear()
        if self.has_room and not had_room:
            self._on_room()
        return taken

    def clear(self) -> None:
        """Drop everything: the batches come again."""
        self._batches.clear()
        self.count = self._bytes = 0
        self._arrived.clear()

    def _note(self, records: list[ConsumerRecord]) -> None:
        self.count += len(records)
        self._bytes += measure_records(records)
        self._arrived.set()


def measure_records(records: Iterable[ConsumerRecord]) -> int:
    """Sum up the bytes of keys and values."""
    return sum(len(record.key or b"") + len(record.value or b"") for record in records)
