"""One transaction on the wire: what is asked in which order, and how sure one can be of its outcome after a failure."""

import asyncio

import pytest
from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from aiokafka.structs import OffsetAndMetadata, TopicPartition

from newsticker.runtime import transaction_writer
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.outbox import Outbox
from newsticker.runtime.transaction_writer import TransactionWriter, UncommittedError
from support.runner_bench import until
from support.transactional import FAILURES, WRITTEN, NotedProducer

OFFSETS = {TopicPartition("in", 2): OffsetAndMetadata(8, "")}
ASKED = ["begin", "send", "send", "offsets", "ask", "commit"]


@pytest.fixture(name="producer")
def _producer() -> NotedProducer:
    return NotedProducer()


async def write(producer: NotedProducer, *, limit_s: float = 20.0) -> dict[str, int]:
    """Write two outputs on two topics."""
    outbox = Outbox(producer, {"out": 1, "log": 4})
    outbox.add("out", b"k", b"v", timestamp_ms=1, headers=[])
    outbox.add("log", b"k", b"v", timestamp_ms=1, headers=[], partition=2)
    writer = TransactionWriter(producer, "group", limit_s=limit_s)
    return await writer.write(outbox, OFFSETS)


async def fail_to_write(producer: NotedProducer, *, limit_s: float = 20.0) -> ExitReason:
    """Give the reason for which nothing is known to be written."""
    with pytest.raises(UncommittedError) as caught:
        await write(producer, limit_s=limit_s)
    return caught.value.reason


async def test_produces_then_sends_the_offsets_then_commits_and_tells_the_newest_offsets(
    producer: NotedProducer,
) -> None:
    assert await write(producer) == {"log": 7}
    assert producer.calls == ASKED
    assert producer.offsets == list(OFFSETS.values())


async def test_sends_no_offset_before_every_produce_was_answered(producer: NotedProducer) -> None:
    producer.answer_at_once = False
    writing = asyncio.create_task(write(producer))
    await until(lambda: len(producer.answers) == 2)
    for answer in producer.answers:
        await asyncio.sleep(0.01)
        assert producer.calls == ["begin", "send", "send"]
        answer.set_result(WRITTEN)
    await writing
    assert producer.calls == ASKED


@pytest.mark.parametrize("failing", [0, 1])
async def test_one_failed_produce_aborts_everything(producer: NotedProducer, failing: int) -> None:
    producer.answer_at_once = False
    writing = asyncio.create_task(fail_to_write(producer))
    await until(lambda: len(producer.answers) == 2)
    producer.answers[failing].set_exception(MessageSizeTooLargeError())
    producer.answers[1 - failing].set_result(WRITTEN)
    assert await writing is ExitReason.TRANSACTION_FAILED
    assert producer.calls == ["begin", "send", "send", "abort"]


@pytest.mark.parametrize(("where", "failure", "reason", "aborts"), FAILURES)
async def test_a_failure_before_the_commit_is_definite_and_one_during_it_is_not(
    producer: NotedProducer, where: str, failure: BaseException, reason: ExitReason, *, aborts: bool
) -> None:
    producer.failures[where] = failure
    assert await fail_to_write(producer) is reason
    assert ("abort" in producer.calls) is aborts


@pytest.mark.parametrize(
    ("where", "reason"),
    [("offsets", ExitReason.TRANSACTION_FAILED), ("commit", ExitReason.COMMIT_AMBIGUOUS)],
)
async def test_gives_up_within_its_limit_when_there_is_no_answer(
    producer: NotedProducer, where: str, reason: ExitReason
) -> None:
    producer.hanging.add(where)
    assert await fail_to_write(producer, limit_s=0.2) is reason


async def test_an_abort_without_an_answer_delays_the_end_no_further(
    producer: NotedProducer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction_writer, "ABORT_TIMEOUT_S", 0.05)
    producer.failures["offsets"] = KafkaError()
    producer.hanging.add("abort")
    assert await fail_to_write(producer) is ExitReason.TRANSACTION_FAILED


async def test_a_commit_that_was_asked_for_twice_is_ambiguous_even_if_it_was_answered(producer: NotedProducer) -> None:
    producer.commit_requests = 2
    assert await fail_to_write(producer) is ExitReason.COMMIT_AMBIGUOUS


async def test_after_a_commit_the_client_is_as_it_was(producer: NotedProducer) -> None:
    once = producer._sender._do_txn_commit
    await write(producer)
    assert producer._sender._do_txn_commit == once
