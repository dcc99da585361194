"""One transaction at a time for one input partition: which records are in it, and what is known after it.

A transaction holds the outputs, the state changes and the input offset of its records, or nothing of them; any failure
on the way ends the process, and the next owner of the partition goes on from what was committed.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import NoReturn, Protocol

from aiokafka import AIOKafkaProducer
from aiokafka.structs import ConsumerRecord, OffsetAndMetadata, TopicPartition

from newsticker.messages.outcomes import Outcome
from newsticker.runtime.batch_queue import BatchQueue
from newsticker.runtime.clock import read_clock_ms
from newsticker.runtime.dead_letters import Brake
from newsticker.runtime.exits import ExitReason, end_process
from newsticker.runtime.metrics import OUTPUTS, RECORDS, STATE_ENTRIES, TRANSACTION_RECORDS, TRANSACTION_SECONDS
from newsticker.runtime.offset_note import MAX_ATTEMPTS, OffsetNote
from newsticker.runtime.outbox import Outbox
from newsticker.runtime.state import CommittedStore, StoreView
from newsticker.runtime.transaction_writer import TransactionWriter, UncommittedError

MAX_HANDLING_S = 3.0
"""A transaction that has been handling for so long is cut here: well under the transaction timeout."""

MAX_TRANSACTION_BYTES = 16 * 1024 * 1024
"""The same for a transaction whose outputs have so many bytes."""


class Processor(Protocol):
    """Applies a stage to one record within a transaction."""

    def process(
        self, record: ConsumerRecord, views: Mapping[str, StoreView], outbox: Outbox, *, attempt: int
    ) -> Outcome:
        """Handle one record and tell its outcome."""

    async def find_cause_of_end(self, record: ConsumerRecord, views: Mapping[str, StoreView]) -> str | None:
        """Try a record that may have ended several processes in a child; `None` when the child survives."""

    def bury_killed(
        self, record: ConsumerRecord, views: Mapping[str, StoreView], outbox: Outbox, *, attempt: int, cause: str
    ) -> Outcome:
        """Write the dead letter of a record that did not survive its trial."""


@dataclass(frozen=True, slots=True)
class RunnerOptions:
    """What a runner needs to know; names are physical topic names, times are seconds."""

    service: str
    stage: str
    group: str
    partition_counts: dict[str, int]
    changelogs: dict[str, str]
    """Store name to changelog topic."""
    max_records: int = 500
    gather_wait_s: float = 0.0
    transaction_timeout_s: float = 15.0
    brake_consecutive: int = 100
    brake_window: int = 10_000


class PartitionRunner:
    """Everything that one open input partition needs: producer, state, next offset, queue, and its running task."""

    def __init__(  # noqa: PLR0913 - the parts of a partition, by name
        self,
        tp: TopicPartition,
        producer: AIOKafkaProducer,
        *,
        stores: dict[str, CommittedStore],
        next_offset: int,
        note: OffsetNote,
        processor: Processor,
        options: RunnerOptions,
        on_room: Callable[[], None],
    ) -> None:
        self.tp = tp
        self.stores = stores
        self.next_offset = next_offset
        self._producer = producer
        self._writer = TransactionWriter(producer, options.group, limit_s=options.transaction_timeout_s * 2 / 3)
        self._processor = processor
        self._options = options
        self._attempts = note.attempts + 1
        self._is_noted = False
        self._careful = options.max_records if note.attempts else 0
        self._brake = Brake(options.brake_consecutive, options.brake_window, note.dead)
        self._queue = BatchQueue(on_room)
        self._busy = asyncio.Lock()
        self._task = asyncio.create_task(self._run())

    @property
    def has_room(self) -> bool:
        """True while the queue takes more batches."""
        return self._queue.has_room

    def put(self, records: list[ConsumerRecord]) -> None:
        """Queue one batch."""
        self._queue.put(records)

    async def pause(self) -> None:
        """Let the transaction in flight end, and drop the queue: the batches come again."""
        self._queue.clear()
        async with self._busy:
            self._queue.clear()

    async def close(self) -> None:
        """Pause, stop the task and the producer."""
        await self.pause()
        self._task.cancel()
        await self._producer.stop()
        for store in self.stores.values():
            store.close()

    async def _run(self) -> None:
        try:
            while True:
                await self._queue.wait()
                if self._options.gather_wait_s and self._queue.count < self._options.max_records:
                    await asyncio.sleep(self._options.gather_wait_s)
                async with self._busy:
                    await self._transact(self._take())
        except asyncio.CancelledError:
            raise
        except BaseException as error:  # noqa: BLE001 - crash-only: nothing may go on after an unknown failure
            self._end(ExitReason.TRANSACTION_FAILED, repr(error))

    def _take(self) -> list[ConsumerRecord]:
        limit = 1 if self._careful else self._options.max_records
        return [record for record in self._queue.take(limit) if record.offset >= self.next_offset]

    async def _transact(self, records: list[ConsumerRecord]) -> None:
        if not records:
            return
        await self._note_attempt()
        started = perf_counter()
        views = {name: StoreView(store) for name, store in self.stores.items()}
        outbox = Outbox(self._producer, self._options.partition_counts)
        outcomes: Counter[Outcome] = Counter()
        is_suspect = self._attempts > MAX_ATTEMPTS
        cause = await self._processor.find_cause_of_end(records[0], views) if is_suspect else None
        handled = self._handle(records, views, outbox, outcomes, cause_of_end=cause)
        self._queue.put_back(records[handled:])
        self._add_changes(views, outbox, records[handled - 1].timestamp)
        next_offset = records[handled - 1].offset + 1
        positions = await self._write(outbox, next_offset, self._note_after())
        for name, view in views.items():
            view.store.note_time(read_clock_ms())
            view.commit(positions.get(self._options.changelogs[name]))
        self.next_offset = next_offset
        self._count(outcomes, handled, perf_counter() - started)
        for topic, count in outbox.count_by_topic().items():
            OUTPUTS.labels(self._options.service, topic).inc(count)

    async def _note_attempt(self) -> None:
        """Before the first records, note in the committed offset that they are tried: they may end this process."""
        if not self._is_noted:
            note = OffsetNote(self._attempts, self._brake.in_a_row)
            await self._write(Outbox(self._producer, self._options.partition_counts), self.next_offset, note)
            self._is_noted = True

    def _handle(
        self,
        records: list[ConsumerRecord],
        views: dict[str, StoreView],
        outbox: Outbox,
        outcomes: Counter[Outcome],
        *,
        cause_of_end: str | None,
    ) -> int:
        """Handle records until all are done, or time or bytes of one transaction are used up; tell how many.

        The first one is buried instead when a cause is known by which it ends every process.
        """
        deadline = perf_counter() + MAX_HANDLING_S
        for number, record in enumerate(records, 1):
            process = self._processor.process
            if cause_of_end is not None and number == 1:
                process = partial(self._processor.bury_killed, cause=cause_of_end)
            try:
                outcome = process(record, views, outbox, attempt=max(1, self._attempts))
            except BaseException as error:  # noqa: BLE001 - the code is wrong, not the record
                self._end(ExitReason.HANDLER_FAILED, repr(error), offset=record.offset)
            outcomes[outcome] += 1
            if (why := self._brake.count(dead=outcome is Outcome.DEAD_LETTERED)) is not None:
                self._end(ExitReason.BRAKE, why, offset=record.offset)
            if perf_counter() > deadline or outbox.size >= MAX_TRANSACTION_BYTES:
                return number
        return len(records)

    def _add_changes(self, views: dict[str, StoreView], outbox: Outbox, now_ms: int) -> None:
        for name, view in views.items():
            view.sweep(now_ms)
            topic = self._options.changelogs[name]
            for key, (value, written_ms) in view.pending.items():
                outbox.add(topic, key, value, timestamp_ms=written_ms, headers=[], partition=self.tp.partition)

    def _note_after(self) -> OffsetNote:
        """While careful, one attempt is noted in advance, so that a crash here opens carefully again."""
        return OffsetNote(1 if self._careful > 1 else 0, self._brake.in_a_row)

    async def _write(self, outbox: Outbox, next_offset: int, note: OffsetNote) -> dict[str, int]:
        """Write one transaction; returns only when it is certainly committed: the newest offset by topic."""
        try:
            return await self._writer.write(outbox, {self.tp: OffsetAndMetadata(next_offset, note.render())})
        except UncommittedError as error:
            self._end(error.reason, error.detail)

    def _count(self, outcomes: Counter[Outcome], handled: int, seconds: float) -> None:
        self._attempts = 0
        self._careful = max(0, self._careful - handled)
        labels = (self._options.service, self._options.stage)
        for outcome, count in outcomes.items():
            RECORDS.labels(*labels, outcome.value).inc(count)
        TRANSACTION_SECONDS.labels(*labels).observe(seconds)
        TRANSACTION_RECORDS.labels(*labels).observe(handled)
        for name, store in self.stores.items():
            STATE_ENTRIES.labels(self._options.service, name, str(self.tp.partition)).set(len(store))

    def _end(self, reason: ExitReason, detail: str, **context: object) -> NoReturn:
        end_process(
            reason, detail, stage=self._options.stage, topic=self.tp.topic, partition=self.tp.partition, **context
        )
