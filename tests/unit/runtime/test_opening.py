"""Opening a partition: fence, read the offset, restore, and nothing else in between."""

from typing import ClassVar

import pytest
from aiokafka.errors import KafkaError, NotCoordinatorForGroupError
from aiokafka.structs import OffsetAndMetadata, TopicPartition

from newsticker.messages.base import Message
from newsticker.messages.outcomes import Handled, Outcome, Stores
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import Changelog, Topic
from newsticker.runtime import opening
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.opening import Opener
from newsticker.runtime.settings import KafkaSettings, WorkerSettings
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import StoreSpec
from newsticker.runtime.transactions import PartitionRunner
from support.records import make_record

IN, OUT = Topic("in", "thing", "key", "In."), Topic("out", "thing", "key", "Out.")
LOG = Changelog("tester", "things", IN).topic
TP = TopicPartition("p-in", 3)
LOG_TP = TopicPartition(f"p-{LOG.name}", 3)


def handle(message: Message, timestamp_ms: int, stores: Stores) -> Handled:
    del message, timestamp_ms, stores
    return Handled(Outcome.REPEATED)


STAGE = Stage("tester", "test-stage", IN, (OUT,), RawDocument, handle, (StoreSpec("things"),))


class FakeBroker:
    """What the broker holds, and what it was asked for in which order."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.starts = {TP: 0, LOG_TP: 0}
        self.ends = {LOG_TP: 4}
        self.committed: dict[TopicPartition, OffsetAndMetadata] = {TP: OffsetAndMetadata(5, "attempts=1 dead=2")}
        self.partitions = {"p-out": 4, "p-in-dlq": 1, LOG_TP.topic: 4}
        self.changes = [
            make_record(b"1", key=b"a", offset=0),
            make_record(b"2", key=b"b", offset=1),
            make_record(None, key=b"a", offset=3),
        ]
        self.failures: list[Exception] = []
        self.producer_options: dict[str, object] = {}
        self.reader_options: dict[str, object] = {}


class FakeProducer:
    """Notes when it fences."""

    broker: ClassVar[FakeBroker]

    def __init__(self, **options: object) -> None:
        self.broker.producer_options = options

    async def start(self) -> None:
        self.broker.calls.append("fence")

    async def stop(self) -> None:
        self.broker.calls.append("stop producer")

    async def partitions_for(self, topic: str) -> set[int]:
        return set(range(self.broker.partitions[topic]))


class FakeReader:
    """Reads the changelog."""

    broker: ClassVar[FakeBroker]

    def __init__(self, **options: object) -> None:
        self.broker.reader_options = options
        self._position = 0

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        self.broker.calls.append("stop reader")

    async def beginning_offsets(self, tps: list[TopicPartition]) -> dict[TopicPartition, int]:
        return {tp: self.broker.starts[tp] for tp in tps}

    async def end_offsets(self, tps: list[TopicPartition]) -> dict[TopicPartition, int]:
        return {tp: self.broker.ends[tp] for tp in tps}

    def assign(self, tps: list[TopicPartition]) -> None:
        assert set(tps) <= {LOG_TP}

    def seek(self, tp: TopicPartition, offset: int) -> None:
        self.broker.calls.append(f"restore {tp.topic}/{tp.partition} from {offset}")

    async def getmany(self, *tps: TopicPartition, timeout_ms: int) -> dict[TopicPartition, list[object]]:
        assert timeout_ms < 1000
        self._position = 4
        return {tp: list(self.broker.changes) for tp in tps}

    async def position(self, tp: TopicPartition) -> int:
        assert tp == LOG_TP
        return self._position


class FakeAdmin:
    """Knows committed offsets."""

    broker: ClassVar[FakeBroker]

    def __init__(self, **_: object) -> None:
        pass

    async def start(self) -> None:
        pass

    async def close(self) -> None:
        pass

    async def list_consumer_group_offsets(
        self, group: str, *, partitions: list[TopicPartition]
    ) -> dict[TopicPartition, OffsetAndMetadata]:
        assert (group, partitions) == ("p-newsticker-tester", [TP])
        self.broker.calls.append("read offset")
        if self.broker.failures:
            raise self.broker.failures.pop(0)
        return self.broker.committed


@pytest.fixture(name="broker")
def _broker(monkeypatch: pytest.MonkeyPatch) -> FakeBroker:
    broker = FakeBroker()
    for name, fake in (
        ("AIOKafkaProducer", FakeProducer),
        ("AIOKafkaConsumer", FakeReader),
        ("AIOKafkaAdminClient", FakeAdmin),
    ):
        monkeypatch.setattr(fake, "broker", broker, raising=False)
        monkeypatch.setattr(opening, name, fake)
    monkeypatch.setattr(opening, "RETRY_S", 0)
    return broker


async def open_it() -> PartitionRunner:
    runner = await Opener(STAGE, KafkaSettings(topic_prefix="p-"), WorkerSettings(), lambda: None).open(TP)
    runner._task.cancel()
    return runner


async def test_fences_then_reads_the_offset_then_restores(broker: FakeBroker) -> None:
    runner = await open_it()
    assert broker.calls == ["fence", "read offset", f"restore {LOG_TP.topic}/3 from 0", "stop reader"]
    assert runner.next_offset == 5
    assert runner.stores["things"].get(b"b", 0) == b"2"
    assert runner.stores["things"].get(b"a", 0) is None
    assert (runner._attempts, runner._brake.in_a_row) == (2, 2)


async def test_the_next_owner_of_a_partition_has_the_same_transactional_id(broker: FakeBroker) -> None:
    await open_it()
    options = broker.producer_options
    assert options["transactional_id"] == "p-newsticker-tester-p-in-3"
    assert (options["acks"], options["enable_idempotence"], options["transaction_timeout_ms"]) == ("all", True, 15_000)
    assert broker.reader_options["isolation_level"] == "read_committed"
    assert broker.reader_options["enable_auto_commit"] is False


async def test_without_a_committed_offset_it_begins_where_the_log_begins(broker: FakeBroker) -> None:
    broker.committed = {TP: OffsetAndMetadata(-1, "")}
    broker.starts[TP] = 17
    assert (await open_it()).next_offset == 17
    broker.committed = {}
    assert (await open_it()).next_offset == 17


async def test_a_log_that_begins_after_the_committed_offset_is_refused(broker: FakeBroker) -> None:
    broker.starts[TP] = 6
    with pytest.raises(WorkerStopError, match="records 5 to 5 were deleted") as raised:
        await open_it()
    assert raised.value.reason is ExitReason.RETENTION_PASSED
    assert broker.calls[-2:] == ["stop reader", "stop producer"]


async def test_a_log_that_begins_at_the_committed_offset_is_none_the_worse(broker: FakeBroker) -> None:
    broker.starts[TP] = 5
    assert (await open_it()).next_offset == 5


@pytest.mark.parametrize("topic", ["p-out", "p-in-dlq", LOG_TP.topic])
async def test_a_topic_that_was_cut_anew_is_refused(broker: FakeBroker, topic: str) -> None:
    broker.partitions[topic] += 1
    with pytest.raises(WorkerStopError, match=f"{topic} has") as raised:
        await open_it()
    assert raised.value.reason is ExitReason.TOPICS_UNFIT
    assert broker.calls == ["fence", "stop producer"]


async def test_a_coordinator_that_is_moving_is_asked_again(broker: FakeBroker) -> None:
    broker.failures = [NotCoordinatorForGroupError(), AttributeError("error_code")]
    assert (await open_it()).next_offset == 5
    assert broker.calls.count("read offset") == 3


async def test_a_broker_that_does_not_answer_is_not_asked_for_ever(broker: FakeBroker) -> None:
    broker.failures = [KafkaError("no")] * 100_000
    opener = Opener(STAGE, KafkaSettings(topic_prefix="p-"), WorkerSettings(transaction_timeout_s=0.01), lambda: None)
    with pytest.raises(KafkaError):
        await opener.open(TP)
    assert broker.calls[-1] == "stop producer"


async def test_an_empty_changelog_is_not_waited_for(broker: FakeBroker) -> None:
    broker.ends[LOG_TP] = 0
    runner = await open_it()
    assert len(runner.stores["things"]) == 0
