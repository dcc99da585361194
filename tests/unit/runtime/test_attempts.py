"""What an owner of a partition knows of those before it: attempts at its first record, and dead letters in a row."""

import asyncio

import pytest

from newsticker.runtime.exits import ExitReason
from newsticker.runtime.offset_note import OffsetNote
from support.endings import Endings, catch_endings
from support.runner_bench import NOTING, Bench, records, until


@pytest.fixture(name="bench")
def _bench() -> Bench:
    return Bench()


@pytest.fixture(autouse=True, name="endings")
def _endings(monkeypatch: pytest.MonkeyPatch) -> Endings:
    return catch_endings(monkeypatch, "transactions")


async def test_an_attempt_is_noted_before_the_first_records_and_not_without_any(bench: Bench) -> None:
    async with bench.run(note=OffsetNote(1, dead=2), next_offset=7) as runner:
        await asyncio.sleep(0.01)
        await runner.pause()
        assert bench.producer.calls == []
        runner.put(records(b"a", start=7))
        await until(lambda: runner.next_offset == 8)
    assert (bench.producer.offsets[0].offset, bench.producer.offsets[0].metadata) == (7, "attempts=2 dead=2")
    assert bench.producer.calls[:4] == NOTING


async def test_after_a_crash_records_go_one_by_one_until_a_batch_has_gone_well(bench: Bench) -> None:
    async with bench.run(note=OffsetNote(1), max_records=3) as runner:
        runner.put(records(*[b"a"] * 6))
        await until(lambda: runner.next_offset == 6)
    assert [(o.offset, OffsetNote.parse(o.metadata).attempts) for o in bench.producer.offsets] == [
        (0, 2),
        (1, 1),
        (2, 1),
        (3, 0),
        (6, 0),
    ]
    assert [attempt for _, attempt in bench.processor.handled] == [2, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("before", [0, 1, 2])
async def test_up_to_three_attempts_are_made_without_a_trial(bench: Bench, before: int) -> None:
    async with bench.run(note=OffsetNote(before)) as runner:
        runner.put(records(b"a"))
        await until(lambda: runner.next_offset == 1)
    assert bench.processor.tried == []


async def test_the_fourth_attempt_tries_the_first_record_alone_and_buries_what_does_not_survive(bench: Bench) -> None:
    bench.processor.cause_of_end = "ValueError: no"
    async with bench.run(note=OffsetNote(3)) as runner:
        runner.put(records(b"a", b"b"))
        await until(lambda: runner.next_offset == 2)
    assert bench.processor.tried == [0]
    assert bench.processor.buried == [(0, "ValueError: no")]
    assert bench.processor.handled == [(1, 1)]


async def test_a_suspect_that_survives_is_handled_as_any_other(bench: Bench) -> None:
    async with bench.run(note=OffsetNote(3)) as runner:
        runner.put(records(b"a", b"b"))
        await until(lambda: runner.next_offset == 2)
    assert bench.processor.tried == [0]
    assert bench.processor.buried == []
    assert bench.processor.handled == [(0, 4), (1, 1)]


async def test_dead_letters_in_a_row_stand_in_the_offset_note_until_one_record_is_well(bench: Bench) -> None:
    async with bench.run() as runner:
        runner.put(records(b"a", b"dead", b"dead"))
        await until(lambda: runner.next_offset == 3)
        runner.put(records(b"dead", start=3))
        await until(lambda: runner.next_offset == 4)
        runner.put(records(b"a", start=4))
        await until(lambda: runner.next_offset == 5)
    assert [OffsetNote.parse(o.metadata) for o in bench.producer.offsets[1:]] == [
        OffsetNote(dead=2),
        OffsetNote(dead=3),
        OffsetNote(),
    ]


async def test_the_brake_ends_the_process_with_the_data_in_place(bench: Bench, endings: Endings) -> None:
    async with bench.run(brake_consecutive=3) as runner:
        runner.put(records(*[b"dead"] * 5))
        await until(lambda: endings.seen)
    assert endings.reason is ExitReason.BRAKE
    assert endings.context["offset"] == 3
    assert bench.producer.calls == NOTING


async def test_the_brake_remembers_what_earlier_owners_buried(bench: Bench, endings: Endings) -> None:
    async with bench.run(note=OffsetNote(dead=3), brake_consecutive=3) as runner:
        runner.put(records(b"dead"))
        await until(lambda: endings.seen)
    assert endings.reason is ExitReason.BRAKE
