"""One partition's transactions: which records are in one, how each failure ends, and what a pause leaves."""

import asyncio
from uuid import uuid4

import pytest
from aiokafka.errors import KafkaError, MessageSizeTooLargeError
from prometheus_client import REGISTRY

from newsticker.messages.topics import DAY_MS
from newsticker.runtime import transactions
from newsticker.runtime.batch_queue import MAX_QUEUED_RECORDS
from newsticker.runtime.exits import ExitReason
from support.endings import Endings, catch_endings
from support.records import TIME_MS
from support.runner_bench import NOTING, Bench, records, until
from support.transactional import FAILURES, WRITTEN


@pytest.fixture(name="bench")
def _bench() -> Bench:
    return Bench()


@pytest.fixture(autouse=True, name="endings")
def _endings(monkeypatch: pytest.MonkeyPatch) -> Endings:
    return catch_endings(monkeypatch, "transactions")


async def test_writes_outputs_and_state_then_the_offset_then_commits(bench: Bench) -> None:
    async with bench.run() as runner:
        runner.put(records(b"a", b"b"))
        await until(lambda: runner.next_offset == 2)
    assert bench.producer.calls == [*NOTING, "begin", "send", "send", "offsets", "ask", "commit"]
    assert bench.producer.offsets[1].offset == 2
    assert bench.producer.offsets[1].metadata == ""
    assert bench.producer.written["log", 2] == [(b"k0", b"a", TIME_MS), (b"k1", b"b", TIME_MS + 1)]
    assert bench.store.get(b"k1", TIME_MS) == b"b"


@pytest.mark.parametrize("failing", [0, 1])
async def test_one_failed_produce_aborts_everything_and_ends_the_process(
    bench: Bench, endings: Endings, failing: int
) -> None:
    bench.producer.answer_at_once = False
    async with bench.run() as runner:
        runner.put(records(b"a", b"b"))
        await until(lambda: len(bench.producer.answers) == 2)
        for number, answer in enumerate(bench.producer.answers):
            if number == failing:
                answer.set_exception(MessageSizeTooLargeError())
            else:
                answer.set_result(WRITTEN)
        await until(lambda: endings.seen)
        assert endings.reason is ExitReason.TRANSACTION_FAILED
        assert endings.context == {"stage": "stage", "topic": "in", "partition": 2}
        assert runner.next_offset == 0
        assert len(bench.store) == 0
    assert bench.producer.calls == [*NOTING, "begin", "send", "send", "abort"]


@pytest.mark.parametrize(("where", "failure", "reason", "aborts"), FAILURES)
async def test_a_failure_before_the_commit_is_definite_and_one_during_it_is_not(
    bench: Bench, endings: Endings, where: str, failure: BaseException, reason: ExitReason, *, aborts: bool
) -> None:
    async with bench.run_warm() as runner:
        bench.producer.failures[where] = failure
        runner.put(records(b"a", start=1))
        await until(lambda: endings.seen)
        assert endings.reason is reason
        assert ("abort" in bench.producer.calls) is aborts
        assert runner.next_offset == 1
        assert bench.store.get(b"k0", TIME_MS) == b"first"


async def test_gives_up_before_the_broker_does_when_there_is_no_answer(bench: Bench, endings: Endings) -> None:
    async with bench.run_warm(transaction_timeout_s=1.5) as runner:
        bench.producer.hanging.add("offsets")
        runner.put(records(b"a", start=1))
        await until(lambda: endings.seen)
        assert endings.reason is ExitReason.TRANSACTION_FAILED
        assert runner.next_offset == 1


async def test_a_bug_in_a_handler_ends_the_process_before_anything_is_written(bench: Bench, endings: Endings) -> None:
    async with bench.run() as runner:
        runner.put(records(b"a", b"bug", b"c", start=40))
        await until(lambda: endings.seen)
    assert endings.reason is ExitReason.HANDLER_FAILED
    assert endings.context["offset"] == 41
    assert bench.producer.calls == NOTING


async def test_a_large_batch_is_cut_into_several_transactions(bench: Bench) -> None:
    async with bench.run(max_records=500) as runner:
        runner.put(records(*[b"a"] * 1200))
        await until(lambda: runner.next_offset == 1200)
    assert [o.offset for o in bench.producer.offsets[1:]] == [500, 1000, 1200]
    assert [offset for offset, _ in bench.processor.handled] == list(range(1200))


async def test_slow_records_are_cut_by_time(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactions, "MAX_HANDLING_S", -1.0)
    async with bench.run() as runner:
        runner.put(records(b"a", b"b"))
        runner.put(records(b"c", start=2))
        await until(lambda: runner.next_offset == 3)
    assert [o.offset for o in bench.producer.offsets[1:]] == [1, 2, 3]
    assert [offset for offset, _ in bench.processor.handled] == [0, 1, 2]


async def test_large_outputs_are_cut_by_their_bytes(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactions, "MAX_TRANSACTION_BYTES", 1000)
    async with bench.run() as runner:
        runner.put(records(*[b"x" * 400] * 5))
        await until(lambda: runner.next_offset == 5)
    assert [o.offset for o in bench.producer.offsets[1:]] == [3, 5]


async def test_what_was_committed_before_is_not_handled_again(bench: Bench) -> None:
    async with bench.run(next_offset=2) as runner:
        runner.put(records(b"a", b"b"))
        runner.put(records(b"b", b"c", start=1))
        await until(lambda: runner.next_offset == 3)
    assert [offset for offset, _ in bench.processor.handled] == [2]


async def test_gaps_in_the_offsets_are_markers_and_no_loss(bench: Bench) -> None:
    async with bench.run() as runner:
        runner.put([*records(b"a"), *records(b"b", start=7)])
        await until(lambda: runner.next_offset == 8)
    assert bench.producer.offsets[-1].offset == 8


async def test_expired_entries_are_tombstoned_in_the_same_transaction(bench: Bench) -> None:
    bench.store.apply([(b"old", b"1", TIME_MS - 9 * DAY_MS)], None)
    async with bench.run() as runner:
        runner.put(records(b"a"))
        await until(lambda: runner.next_offset == 1)
    assert (b"old", None, TIME_MS) in bench.producer.written["log", 2]
    assert len(bench.store) == 1


async def test_every_record_is_counted_under_one_outcome_and_only_when_committed(
    bench: Bench, endings: Endings
) -> None:
    def count(outcome: str) -> float:
        labels = {"service": service, "stage": "stage", "outcome": outcome}
        return REGISTRY.get_sample_value("newsticker_records_total", labels) or 0

    service = f"s-{uuid4().hex}"
    async with bench.run(service=service) as runner:
        runner.put(records(b"a", b"dead", b"c"))
        await until(lambda: runner.next_offset == 3)
        bench.producer.failures["commit"] = KafkaError()
        runner.put(records(b"a", start=3))
        await until(lambda: endings.seen)
    assert (count("emitted"), count("dead_lettered"), count("repeated")) == (2, 1, 0)


async def test_pausing_waits_for_the_transaction_in_flight_and_drops_the_rest(bench: Bench) -> None:
    bench.producer.answer_at_once = False
    async with bench.run(max_records=1) as runner:
        runner.put(records(b"a", b"b", b"c"))
        await until(lambda: len(bench.producer.answers) == 2)
        pausing = asyncio.create_task(runner.pause())
        await asyncio.sleep(0.01)
        assert not pausing.done()
        for answer in bench.producer.answers:
            answer.set_result(WRITTEN)
        await pausing
        assert runner.next_offset == 1
        await asyncio.sleep(0.01)
        assert bench.processor.handled == [(0, 1)]
        assert runner.has_room


async def test_after_a_pause_it_goes_on_with_what_comes_again(bench: Bench) -> None:
    async with bench.run() as runner:
        runner.put(records(b"a"))
        await until(lambda: runner.next_offset == 1)
        await runner.pause()
        runner.put(records(b"b", start=1))
        await until(lambda: runner.next_offset == 2)


async def test_pausing_while_it_gathers_drops_what_was_gathered(bench: Bench) -> None:
    async with bench.run(gather_wait_s=0.05) as runner:
        runner.put(records(b"a"))
        await asyncio.sleep(0.01)
        await runner.pause()
        await asyncio.sleep(0.1)
        assert bench.processor.handled == []
        runner.put(records(b"a"))
        await until(lambda: runner.next_offset == 1)


async def test_gathers_small_batches_into_one_transaction(bench: Bench) -> None:
    async with bench.run(gather_wait_s=0.1) as runner:
        runner.put(records(b"a"))
        await asyncio.sleep(0.01)
        runner.put(records(b"b", start=1))
        await until(lambda: runner.next_offset == 2)
    assert [o.offset for o in bench.producer.offsets[1:]] == [2]


async def test_a_full_queue_has_no_room_and_says_when_it_has(bench: Bench) -> None:
    bench.producer.answer_at_once = False
    async with bench.run(max_records=1) as runner:
        runner.put(records(*[b"a"] * MAX_QUEUED_RECORDS))
        assert not runner.has_room
        await until(lambda: bench.producer.answers)
        assert runner.has_room
        assert bench.room == 1


async def test_closing_settles_and_stops_the_producer(bench: Bench) -> None:
    async with bench.run() as runner:
        runner.put(records(b"a"))
        await until(lambda: bench.producer.calls)
        await runner.close()
        assert bench.producer.calls[-2:] == ["commit", "stop"]
        runner.put(records(b"b", start=1))
        await asyncio.sleep(0.01)
        assert bench.producer.calls[-1] == "stop"
