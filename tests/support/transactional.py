"""A transactional producer and a processor that note what is asked of them, for tests of one partition's runner."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace

from aiokafka.errors import KafkaError, ProducerFenced
from aiokafka.structs import ConsumerRecord, OffsetAndMetadata, TopicPartition

from newsticker.messages.outcomes import Outcome
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.outbox import Headers, Outbox
from newsticker.runtime.state import StoreView

Written = tuple[bytes, bytes | None, int]


@dataclass
class NotedBatch:
    """A batch that takes everything."""

    records: list[Written] = field(default_factory=list)

    def append(self, *, key: bytes, value: bytes | None, timestamp: int, headers: Headers) -> bool:
        del headers
        self.records.append((key, value, timestamp))
        return True

    def close(self) -> None:
        pass


WRITTEN = SimpleNamespace(topic="log", offset=7)
"""What the broker answers to a produce: where the batch begins."""


FAILURES = [
    ("begin", ProducerFenced(), ExitReason.FENCED, False),
    ("offsets", ProducerFenced(), ExitReason.FENCED, False),
    ("commit", ProducerFenced(), ExitReason.FENCED, False),
    ("begin", KafkaError(), ExitReason.TRANSACTION_FAILED, True),
    ("offsets", KafkaError(), ExitReason.TRANSACTION_FAILED, True),
    ("commit", KafkaError(), ExitReason.COMMIT_AMBIGUOUS, False),
    ("commit", asyncio.CancelledError(), ExitReason.COMMIT_AMBIGUOUS, False),
]
"""Where a transaction fails, with what, the reason that is given for it, and whether it is aborted."""


class NotedProducer:
    """Notes the calls of a transaction in their order; answers, failures and delays are set by the test."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.written: dict[tuple[str, int], list[Written]] = {}
        self.offsets: list[OffsetAndMetadata] = []
        self.answers: list[asyncio.Future[object]] = []
        self.answer_at_once = True
        self.failures: dict[str, BaseException] = {}
        self.hanging: set[str] = set()
        self.commit_requests = 1
        self._sender = SimpleNamespace(_do_txn_commit=self._ask_for_commit)

    async def _call(self, name: str) -> None:
        self.calls.append(name)
        if name in self.hanging:
            await asyncio.sleep(600)
        if name in self.failures:
            raise self.failures[name]

    async def begin_transaction(self) -> None:
        await self._call("begin")

    def create_batch(self) -> NotedBatch:
        return NotedBatch()

    async def send_batch(self, batch: NotedBatch, topic: str, *, partition: int) -> "asyncio.Future[object]":
        self.calls.append("send")
        self.written.setdefault((topic, partition), []).extend(batch.records)
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        if self.answer_at_once:
            answer.set_result(WRITTEN)
        self.answers.append(answer)
        return answer

    async def send_offsets_to_transaction(self, offsets: dict[TopicPartition, OffsetAndMetadata], group: str) -> None:
        assert group == "group"
        await self._call("offsets")
        self.offsets.extend(offsets.values())

    async def _ask_for_commit(self, result: object) -> None:
        del result
        self.calls.append("ask")

    async def commit_transaction(self) -> None:
        for _ in range(self.commit_requests):
            await self._sender._do_txn_commit(None)
        await self._call("commit")

    async def abort_transaction(self) -> None:
        await self._call("abort")

    async def stop(self) -> None:
        self.calls.append("stop")


class NotedProcessor:
    """Copies values to `out`, counts them in a store if there is one, and does what some values say."""

    def __init__(self) -> None:
        self.handled: list[tuple[int, int]] = []
        self.tried: list[int] = []
        self.buried: list[tuple[int, str]] = []
        self.cause_of_end: str | None = None

    def process(
        self, record: ConsumerRecord, views: Mapping[str, StoreView], outbox: Outbox, *, attempt: int
    ) -> Outcome:
        self.handled.append((record.offset, attempt))
        if record.value == b"bug":
            raise RuntimeError("a bug")
        if record.value == b"dead":
            return Outcome.DEAD_LETTERED
        for view in views.values():
            view.begin_record(record.timestamp)
            view[record.key or b""] = record.value or b""
            view.keep_record()
        outbox.add("out", record.key or b"", record.value, timestamp_ms=record.timestamp, headers=[])
        return Outcome.EMITTED

    async def find_cause_of_end(self, record: ConsumerRecord, views: Mapping[str, StoreView]) -> str | None:
        del views
        self.tried.append(record.offset)
        await asyncio.sleep(0)
        return self.cause_of_end

    def bury_killed(
        self, record: ConsumerRecord, views: Mapping[str, StoreView], outbox: Outbox, *, attempt: int, cause: str
    ) -> Outcome:
        del views, outbox, attempt
        self.buried.append((record.offset, cause))
        return Outcome.DEAD_LETTERED
