"""One partition's runner on a producer and a processor that note what is asked of them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

from aiokafka.structs import ConsumerRecord, TopicPartition

from newsticker.runtime.offset_note import OffsetNote
from newsticker.runtime.state import Store, StoreSpec
from newsticker.runtime.transactions import PartitionRunner, RunnerOptions
from support.endings import EndedError
from support.records import TIME_MS, make_record
from support.transactional import NotedProcessor, NotedProducer

TP = TopicPartition("in", 2)
COUNTS = {"out": 1, "log": 4}
NOTING = ["begin", "offsets", "ask", "commit"]
"""The transaction before the first records, which notes that they are tried."""


def make_options(**changes: object) -> RunnerOptions:
    options: dict[str, object] = {
        "service": f"s-{uuid4().hex[:6]}",
        "stage": "stage",
        "group": "group",
        "partition_counts": COUNTS,
        "changelogs": {"things": "log"},
        "transaction_timeout_s": 30.0,
    }
    return RunnerOptions(**{**options, **changes})  # type: ignore[arg-type] # as the tests give them


class Bench:
    """A runner on a noted producer."""

    def __init__(self) -> None:
        self.producer = NotedProducer()
        self.processor = NotedProcessor()
        self.room = 0
        self.store = Store(StoreSpec("things", 2))

    def give_room(self) -> None:
        self.room += 1

    @asynccontextmanager
    async def run(
        self, *, note: OffsetNote | None = None, next_offset: int = 0, **options: object
    ) -> AsyncIterator[PartitionRunner]:
        runner = PartitionRunner(
            TP,
            self.producer,
            stores={"things": self.store},
            next_offset=next_offset,
            note=note or OffsetNote(),
            processor=self.processor,
            options=make_options(**options),
            on_room=self.give_room,
        )
        try:
            yield runner
        finally:
            runner._task.cancel()
            await asyncio.wait([runner._task])
            if not runner._task.cancelled():
                assert isinstance(runner._task.exception(), EndedError)

    @asynccontextmanager
    async def run_warm(self, **options: object) -> AsyncIterator[PartitionRunner]:
        """Run with one record done: the next transaction is one like any other."""
        async with self.run(**options) as runner:  # type: ignore[arg-type] # passed through
            runner.put(records(b"first"))
            await until(lambda: runner.next_offset == 1)
            self.producer.calls.clear()
            yield runner


def records(*values: bytes, start: int = 0) -> list[ConsumerRecord]:
    return [
        make_record(value, offset=start + number, key=b"k%d" % number, timestamp=TIME_MS + number)
        for number, value in enumerate(values)
    ]


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while True:
            if condition():
                return
            await asyncio.sleep(0.001)
