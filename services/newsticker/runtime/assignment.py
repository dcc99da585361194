"""Which partitions are ours, and how far each is: opening, open, sought; the only owner of positions.

`epoch` grows with every revocation and assignment. A partition that stays ours keeps its producer and state (fencing
would show any owner in between) and is only sought again; one that is new opens in the background; one that is gone is
closed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Protocol

import structlog
from aiokafka.structs import ConsumerRecord, TopicPartition

from newsticker.runtime.exits import ExitReason, WorkerStopError, end_process
from newsticker.runtime.transport import FetchedBatch

log = structlog.get_logger()


class OpenPartition(Protocol):
    """A partition whose producer is fenced in, whose state is restored, and whose records may be handled."""

    next_offset: int

    @property
    def has_room(self) -> bool:
        """True while its queue takes more batches."""

    def put(self, records: list[ConsumerRecord]) -> None:
        """Queue one batch."""

    async def pause(self) -> None:
        """End the open transaction and drop the queue."""

    async def close(self) -> None:
        """Pause, and let producer and state go."""


Opener = Callable[[TopicPartition], Awaitable[OpenPartition]]


class Assignment:
    """Tracks the partitions of one worker."""

    def __init__(self, opener: Opener) -> None:
        self.epoch = 0
        self.open: dict[TopicPartition, OpenPartition] = {}
        self._opener = opener
        self._opening: dict[TopicPartition, asyncio.Task[None]] = {}
        self._sought: set[TopicPartition] = set()
        self._closing: set[asyncio.Task[None]] = set()
        self._revoked = False
        self._is_closed = False
        self._changed = asyncio.Event()

    @property
    def is_ready(self) -> bool:
        """True when everything assigned is open."""
        return self.epoch > 0 and not self._opening and not self._revoked

    def notify(self) -> None:
        """Wake the fetch loop: something may have become fetchable."""
        self._changed.set()

    async def wait_for_change(self, timeout: float) -> None:  # noqa: ASYNC109 - as asyncio.wait has it
        """Wait until `notify`, or until the time is over."""
        self._changed.clear()
        try:
            await asyncio.wait_for(self._changed.wait(), timeout)
        except TimeoutError:
            return

    def find_unsought(self) -> Mapping[TopicPartition, int]:
        """Give the open partitions that are not sought in this epoch, with their next offsets."""
        if self._revoked:
            return {}
        return {tp: partition.next_offset for tp, partition in self.open.items() if tp not in self._sought}

    def mark_sought(self, partitions: Iterable[TopicPartition], epoch: int) -> None:
        """Note what was sought, if it still matters."""
        if epoch == self.epoch:
            self._sought.update(partitions)

    def find_fetchable(self) -> set[TopicPartition]:
        """Give the partitions that are open, sought and have room."""
        return {tp for tp in self._sought if self.open[tp].has_room}

    def submit(self, batch: FetchedBatch) -> bool:
        """Queue a batch, unless it was fetched in another epoch: then it is dropped, and comes again."""
        partition = self.open.get(batch.partition)
        if partition is None or batch.epoch != self.epoch:
            return False
        partition.put(batch.records)
        return True

    async def revoke(self) -> None:
        """End what is open before the group rebalances; nothing is fetched until the next assignment."""
        self.epoch += 1
        self._revoked = True
        self._sought.clear()
        await asyncio.gather(*(partition.pause() for partition in self.open.values()))
        log.info("assignment.revoked", epoch=self.epoch, partitions=len(self.open))

    def assign(self, partitions: Iterable[TopicPartition]) -> None:
        """Take a new assignment: keep, close and start opening; returns at once."""
        if self._is_closed:
            return  # a rebalance came in while we leave; what it gives us goes to others in a moment
        assigned = set(partitions)
        self.epoch += 1
        self._revoked = False
        self._sought.clear()
        for tp in set(self.open) - assigned:
            self._spawn_closing(self.open.pop(tp).close())
        for tp in set(self._opening) - assigned:
            self._opening.pop(tp).cancel()
        for tp in assigned - set(self.open) - set(self._opening):
            self._opening[tp] = asyncio.create_task(self._open(tp))
        log.info("assignment.assigned", epoch=self.epoch, partitions=len(assigned), opening=len(self._opening))
        self.notify()

    async def close(self) -> None:
        """Let everything go, at the worker's end; nothing is opened any more."""
        self._is_closed = True
        self.epoch += 1
        self._revoked = True
        self._sought.clear()
        for task in self._opening.values():
            task.cancel()
        partitions, self.open = self.open, {}
        await asyncio.gather(*(partition.close() for partition in partitions.values()), *self._closing)

    def _spawn_closing(self, closing: Awaitable[None]) -> None:
        task = asyncio.ensure_future(closing)
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _open(self, tp: TopicPartition) -> None:
        try:
            partition = await self._opener(tp)
        except WorkerStopError as error:
            end_process(error.reason, error.detail, topic=tp.topic, partition=tp.partition)
        except Exception as error:  # noqa: BLE001 - whatever it is, this partition would never be read
            end_process(ExitReason.OPENING_FAILED, repr(error), topic=tp.topic, partition=tp.partition)
        self._opening.pop(tp, None)
        self.open[tp] = partition
        self.notify()
