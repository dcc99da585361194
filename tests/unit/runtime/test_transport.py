"""The fetch loop: seek first, fetch what is sought, drop what an older assignment fetched; callbacks that fail."""

import asyncio
from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.errors import GroupAuthorizationFailedError, KafkaError, NoOffsetForPartitionError, OffsetOutOfRangeError
from aiokafka.structs import ConsumerRecord, TopicPartition
from faust.transport.drivers import aiokafka as driver

from newsticker.runtime import transport
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.transport import Consumer, FetchedBatch, render_message
from support.endings import EndedError, Endings, catch_endings
from support.records import make_record

TP = TopicPartition("t", 0)


class FakePositions:
    """An assignment of one partition."""

    def __init__(self) -> None:
        self.epoch = 4
        self.unsought: dict[TopicPartition, int] = {}
        self.fetchable: set[TopicPartition] = set()
        self.calls: list[str] = []
        self.failure: Exception | None = None

    def find_unsought(self) -> Mapping[TopicPartition, int]:
        return dict(self.unsought)

    def mark_sought(self, partitions: Iterable[TopicPartition], epoch: int) -> None:
        self.calls.append(f"sought in {epoch}")
        for tp in partitions:
            del self.unsought[tp]
            self.fetchable.add(tp)

    def find_fetchable(self) -> set[TopicPartition]:
        return set(self.fetchable)

    async def wait_for_change(self, timeout: float) -> None:  # noqa: ASYNC109 - as the protocol has it
        assert timeout < 1
        self.calls.append("waited")

    async def revoke(self) -> None:
        if self.failure:
            raise self.failure
        self.calls.append("revoked")

    def assign(self, partitions: Iterable[TopicPartition]) -> None:
        if self.failure:
            raise self.failure
        self.calls.append(f"assigned {list(partitions)}")


class BenchConsumer(Consumer):
    """Our consumer without Faust's machinery: what it asks of the broker is noted."""

    def __init__(self) -> None:
        self.noted = FakePositions()
        self.positions = self.noted
        self.app = SimpleNamespace(consumer_generation_id=9, should_stop=False)
        self.flow_active = True
        self.delivered: list[FetchedBatch] = []
        self.records: list[ConsumerRecord] = [make_record(topic="t", partition=0, offset=3)]
        self.fetch_failure: Exception | None = None
        self.seek_failure: Exception | None = None
        self.epoch_during_fetch: int | None = None
        self.callback = self.deliver
        self.group_task: asyncio.Future[None] = asyncio.Future()
        self.coordinator = SimpleNamespace(_pending_exception=None, _coordination_task=self.group_task)
        self._thread = SimpleNamespace(_consumer=SimpleNamespace(_coordinator=self.coordinator))

    @property
    def _stopped(self) -> asyncio.Event:
        return asyncio.Event()

    async def deliver(self, message: Any) -> None:  # noqa: ANN401 - Faust's message
        assert message.generation_id == 9
        self.delivered.append(message.value)

    async def seek_wait(self, partitions: Mapping[TopicPartition, int]) -> None:
        self.noted.calls.append(f"seek {dict(partitions)}")
        self._change_epoch()
        if self.seek_failure:
            raise self.seek_failure

    async def _getmany(self, active: set[TopicPartition], timeout: float) -> dict[TopicPartition, list[ConsumerRecord]]:  # noqa: ASYNC109 - Faust's own
        assert timeout < 1
        self.noted.calls.append(f"fetch {len(active)}")
        self._change_epoch()
        if self.fetch_failure:
            raise self.fetch_failure
        return dict.fromkeys(active, self.records)

    def _change_epoch(self) -> None:
        if self.epoch_during_fetch is not None:
            self.noted.epoch = self.epoch_during_fetch


@pytest.fixture(name="consumer")
async def _consumer() -> BenchConsumer:
    return BenchConsumer()


@pytest.fixture(autouse=True, name="endings")
def _endings(monkeypatch: pytest.MonkeyPatch) -> Endings:
    return catch_endings(monkeypatch, "transport")


async def test_an_opened_partition_is_sought_before_it_is_fetched(consumer: BenchConsumer) -> None:
    consumer.noted.unsought = {TP: 0}
    await consumer._deliver_next()
    assert consumer.noted.calls == [f"seek { {TP: 0} }", "sought in 4", "fetch 1"]
    assert consumer.delivered == [FetchedBatch(TP, consumer.records, 4)]


async def test_waits_when_nothing_can_be_fetched(consumer: BenchConsumer) -> None:
    await consumer._deliver_next()
    assert consumer.noted.calls == ["waited"]


async def test_waits_while_the_flow_is_stopped(consumer: BenchConsumer) -> None:
    consumer.noted.fetchable = {TP}
    consumer.flow_active = False
    await consumer._deliver_next()
    assert consumer.noted.calls == ["waited"]


async def test_what_a_fetch_brings_after_a_rebalance_is_dropped(consumer: BenchConsumer) -> None:
    consumer.noted.fetchable = {TP}
    consumer.epoch_during_fetch = 5
    await consumer._deliver_next()
    assert consumer.delivered == []


async def test_a_seek_that_a_rebalance_overtook_is_not_counted(consumer: BenchConsumer) -> None:
    consumer.noted.unsought = {TP: 0}
    consumer.epoch_during_fetch = 5
    consumer.seek_failure = RuntimeError("not assigned any more")
    await consumer._deliver_next()
    assert "sought in 4" not in consumer.noted.calls


async def test_no_records_are_no_batch(consumer: BenchConsumer) -> None:
    consumer.noted.fetchable = {TP}
    consumer.records = []
    await consumer._deliver_next()
    assert consumer.delivered == []


@pytest.mark.parametrize("failure", [NoOffsetForPartitionError({TP: 1}), OffsetOutOfRangeError({TP: 1})])
async def test_a_position_that_a_rebalance_looked_up_is_passed_over(
    consumer: BenchConsumer, failure: Exception
) -> None:
    consumer.noted.fetchable = {TP}
    consumer.fetch_failure = failure
    consumer.epoch_during_fetch = 5
    await consumer._deliver_next()


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (OffsetOutOfRangeError({TP: 1}), ExitReason.RETENTION_PASSED),
        (NoOffsetForPartitionError({TP: 1}), ExitReason.FETCH_FAILED),
        (RuntimeError("anything"), ExitReason.FETCH_FAILED),
    ],
)
async def test_a_loop_that_can_not_go_on_ends_the_process(
    consumer: BenchConsumer, endings: Endings, failure: Exception, reason: ExitReason
) -> None:
    consumer.noted.fetchable = {TP}
    consumer.fetch_failure = failure
    with pytest.raises(EndedError):
        await consumer._drain_messages(SimpleNamespace(_stopped=asyncio.Event()))
    assert endings.reason is reason


async def test_what_ended_the_membership_is_found_even_if_nothing_is_fetched(consumer: BenchConsumer) -> None:
    assert consumer.find_group_error() is None
    consumer.coordinator._pending_exception = GroupAuthorizationFailedError("group")
    assert isinstance(consumer.find_group_error(), GroupAuthorizationFailedError)


async def test_a_membership_that_fell_over_is_found(consumer: BenchConsumer) -> None:
    consumer.group_task.set_exception(KafkaError("unexpected"))
    assert isinstance(consumer.find_group_error(), KafkaError)


async def test_a_membership_that_is_not_there_yet_or_being_closed_is_no_error(consumer: BenchConsumer) -> None:
    consumer.group_task.cancel()
    assert consumer.find_group_error() is None
    consumer._thread._consumer = None
    assert consumer.find_group_error() is None


async def test_a_revocation_settles_ours_before_faust_hears_of_it(
    consumer: BenchConsumer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def note(_: object, revoked: set[TopicPartition]) -> None:
        consumer.noted.calls.append(f"faust revoked {len(revoked)}")

    monkeypatch.setattr(driver.Consumer, "on_partitions_revoked", note)
    await consumer.on_partitions_revoked({TP})
    assert consumer.noted.calls == ["revoked", "faust revoked 1"]


async def test_an_assignment_reaches_ours(consumer: BenchConsumer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def note(_: object, assigned: set[TopicPartition], generation: int) -> None:
        consumer.noted.calls.append(f"faust assigned {len(assigned)} in {generation}")

    monkeypatch.setattr(driver.Consumer, "on_partitions_assigned", note)
    await consumer.on_partitions_assigned({TP}, 9)
    assert consumer.noted.calls == ["faust assigned 1 in 9", f"assigned {[TP]}"]


@pytest.mark.parametrize("callback", ["on_partitions_revoked", "on_partitions_assigned"])
async def test_a_callback_that_fails_ends_the_process(
    consumer: BenchConsumer, endings: Endings, monkeypatch: pytest.MonkeyPatch, callback: str
) -> None:
    async def do_nothing(*_: object) -> None:
        pass

    monkeypatch.setattr(driver.Consumer, callback, do_nothing)
    consumer.noted.failure = RuntimeError("a bug")
    with pytest.raises(EndedError):
        await getattr(consumer, callback)({TP})
    assert endings.reason is ExitReason.CALLBACK_FAILED


async def test_faust_neither_commits_nor_seeks_nor_tracks(consumer: BenchConsumer) -> None:
    assert await consumer.commit()
    await consumer.perform_seek()
    consumer.track_message(object())
    assert consumer.on_init_dependencies() == []
    assert consumer.noted.calls == []


def test_a_batch_travels_as_one_message_of_its_generation() -> None:
    batch = FetchedBatch(TP, [make_record(offset=7, topic="t", partition=0), make_record(offset=8)], 4)
    message = render_message(batch, 12)
    assert message.value is batch
    assert (message.topic, message.partition, message.offset, message.generation_id) == ("t", 0, 7, 12)


def test_a_partition_that_opens_is_fetched_within_a_moment() -> None:
    assert transport.FETCH_WAIT_S <= 0.5
    assert transport.BROKER_FETCH_WAIT_MS <= 500
