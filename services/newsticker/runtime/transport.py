"""The `eos://` transport: Faust events that are fetched batches, and no offset that Faust commits.

Faust keeps app, agents, worker, group membership and rebalances. Positions belong to `Assignment` alone: one loop
fetches and seeks, never both at once. After every rebalance each partition is sought explicitly before it is fetched,
and a batch that was fetched under an older assignment is dropped, so a fetch in flight can lose nothing.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import faust
from aiokafka import AIOKafkaConsumer
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.errors import NoOffsetForPartitionError, OffsetOutOfRangeError
from aiokafka.structs import ConsumerRecord, TopicPartition
from faust.transport.drivers import TRANSPORTS
from faust.transport.drivers import aiokafka as driver
from faust.types.tuples import TP, ConsumerMessage

from newsticker.runtime.exits import ExitReason, end_process

SCHEME = "eos"

FETCH_WAIT_S = 0.2
"""A fetch waits no longer than this, so that a partition that opens meanwhile is fetched soon."""

BROKER_FETCH_WAIT_MS = 250
"""The broker's long poll; a partition that opens during one waits for its end."""


@dataclass(frozen=True, slots=True)
class FetchedBatch:
    """What one Faust event carries: records of one partition, and the epoch of the assignment they were fetched in."""

    partition: TopicPartition
    records: list[ConsumerRecord]
    epoch: int


class PositionOwner(Protocol):
    """What the fetch loop asks of the assignment."""

    epoch: int

    def find_unsought(self) -> Mapping[TopicPartition, int]:
        """Give the partitions that are open but not yet sought in this epoch, with their next offsets."""

    def mark_sought(self, partitions: Iterable[TopicPartition], epoch: int) -> None:
        """Note that these partitions stand at their next offset now."""

    def find_fetchable(self) -> set[TopicPartition]:
        """Give the partitions that are open, sought and have room."""

    async def wait_for_change(self, timeout: float) -> None:  # noqa: ASYNC109 - as asyncio.wait has it
        """Return when something may have become fetchable, or when the time is over."""

    async def revoke(self) -> None:
        """Settle everything before partitions go."""

    def assign(self, partitions: Iterable[TopicPartition]) -> None:
        """Take a new assignment; must not block."""


class ConsumerThread(driver.AIOKafkaConsumerThread):  # type: ignore[misc] # Faust's classes are untyped here
    """Faust's consumer thread with a short long poll."""

    def _create_worker_consumer(self, transport: Any) -> AIOKafkaConsumer:  # noqa: ANN401 - Faust's own signature
        consumer = super()._create_worker_consumer(transport)
        consumer._fetch_max_wait_ms = BROKER_FETCH_WAIT_MS  # noqa: SLF001 - Faust fixes it at 1500 ms
        return consumer


class Consumer(driver.Consumer):  # type: ignore[misc] # Faust's classes are untyped here
    """Delivers batches and never commits: offsets travel in our transactions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - passed through
        super().__init__(*args, **kwargs)
        self.in_transaction = True  # makes the driver read with isolation level read_committed
        self.positions: PositionOwner = self.app.positions

    def on_init_dependencies(self) -> list[Any]:
        """Leave Faust's TransactionManager out."""
        return []

    def _new_consumer_thread(self) -> ConsumerThread:
        return ConsumerThread(self, loop=self.loop, beacon=self.beacon)

    async def _drain_messages(self, fetcher: Any) -> None:  # noqa: ANN401 - Faust's own signature
        try:
            while not (self._stopped.is_set() or fetcher._stopped.is_set()):  # noqa: SLF001 - as Faust's loop does
                await self._deliver_next()
        except (*self.consumer_stopped_errors, asyncio.CancelledError):
            if not self.app.should_stop:
                raise
        except OffsetOutOfRangeError as error:
            end_process(ExitReason.RETENTION_PASSED, f"the log no longer holds the next offset: {error}")
        except Exception as error:  # noqa: BLE001 - whatever it is, the loop is over and the process with it
            end_process(ExitReason.FETCH_FAILED, repr(error))

    async def _deliver_next(self) -> None:
        positions = self.positions
        epoch = positions.epoch
        await self._seek_opened(epoch)
        fetchable = positions.find_fetchable()
        if not self.flow_active or not fetchable:
            await positions.wait_for_change(FETCH_WAIT_S)
            return
        try:
            batches: Mapping[Any, list[ConsumerRecord]] = await self._getmany(fetchable, FETCH_WAIT_S)
        except (NoOffsetForPartitionError, OffsetOutOfRangeError):
            if positions.epoch == epoch:
                raise
            return  # the group rebalanced during the fetch, and aiokafka looked for positions that are ours to set
        for partition, records in batches.items():
            if positions.epoch != epoch:
                return  # all partitions are sought anew in the new epoch
            if records:
                batch = FetchedBatch(partition, records, epoch)
                await self.callback(render_message(batch, self.app.consumer_generation_id))

    def find_group_error(self) -> BaseException | None:
        """Find what ended our membership for good: aiokafka tells it only to who fetches, or we idle for ever."""
        coordinator = self._find_coordinator()
        if coordinator is None:
            return None
        pending: BaseException | None = coordinator._pending_exception  # noqa: SLF001 - its own check is for its thread
        if pending is not None:
            return pending
        task: asyncio.Task[None] = coordinator._coordination_task  # noqa: SLF001 - see above
        return task.exception() if task.done() and not task.cancelled() else None

    def _find_coordinator(self) -> GroupCoordinator | None:
        consumer: AIOKafkaConsumer | None = self._thread._consumer  # noqa: SLF001 - Faust hides its consumer
        return consumer._coordinator if consumer is not None else None  # noqa: SLF001 - and aiokafka what it knows

    async def _seek_opened(self, epoch: int) -> None:
        unsought = self.positions.find_unsought()
        if not unsought:
            return
        try:
            await self.seek_wait(unsought)
        except Exception:
            if self.positions.epoch == epoch:
                raise
            return  # the assignment changed meanwhile; what was sought no longer matters
        self.positions.mark_sought(unsought, epoch)

    async def on_partitions_revoked(self, revoked: set[Any]) -> None:
        """Settle our partitions first; aiokafka would swallow a failure, so it ends the process."""
        try:
            await self.positions.revoke()
            await super().on_partitions_revoked(revoked)
        except Exception as error:  # noqa: BLE001 - see above
            end_process(ExitReason.CALLBACK_FAILED, f"revoking partitions: {error!r}")

    async def on_partitions_assigned(self, assigned: set[Any], generation_id: int = 0) -> None:
        """Only start what opening takes: nothing slow may run in this callback."""
        try:
            await super().on_partitions_assigned(assigned, generation_id)
            self.positions.assign(TopicPartition(*partition) for partition in assigned)
        except Exception as error:  # noqa: BLE001 - see above
            end_process(ExitReason.CALLBACK_FAILED, f"assigning partitions: {error!r}")

    async def perform_seek(self) -> None:
        """Do nothing: Faust would seek to committed offsets, and skip partitions that have none."""

    async def commit(self, *_: Any, **__: Any) -> bool:  # noqa: ANN401 - Faust's own signature
        """Do nothing: offsets travel in our transactions."""
        return True

    def track_message(self, message: Any) -> None:  # noqa: ANN401 - Faust's own signature
        """Do nothing: nothing waits for acknowledgements."""

    def verify_event_path(self, now: float, tp: Any) -> None:  # noqa: ANN401 - Faust's own signature
        """Do nothing: our watchdog and liveness look after progress."""


class Transport(driver.Transport):  # type: ignore[misc] # Faust's classes are untyped here
    """Faust's aiokafka transport with our consumer."""

    Consumer = Consumer


TRANSPORTS.aliases[SCHEME] = f"{__name__}:Transport"


class BatchSchema(faust.Schema):  # type: ignore[misc] # Faust's classes are untyped here
    """Passes the batch through undecoded."""

    def compile(self, app: Any, **_: Any) -> Any:  # noqa: ANN401 - Faust's own signature
        """Build the decoder of a topic: the event's value is a `FetchedBatch`."""

        async def decode(message: Any, *, propagate: bool = False) -> Any:  # noqa: ANN401, ARG001 - as Faust calls it
            return app.create_event(None, message.value, message.headers, message)

        return decode


def render_message(batch: FetchedBatch, generation: int) -> ConsumerMessage:
    """Render one fetched batch as one Faust message; Faust drops it when the group's generation has changed."""
    first = batch.records[0]
    return ConsumerMessage(
        first.topic,
        first.partition,
        first.offset,
        first.timestamp / 1000.0,
        first.timestamp_type,
        (),
        None,
        batch,
        None,
        None,
        0,
        TP(*batch.partition),
        generation_id=generation,
    )
