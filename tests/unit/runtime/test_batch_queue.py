"""The queue of one partition: order, bounds, and the word that there is room again."""

import asyncio

import pytest
from aiokafka.structs import ConsumerRecord
from hypothesis import given
from hypothesis import strategies as st

from newsticker.runtime.batch_queue import MAX_QUEUED_BYTES, MAX_QUEUED_RECORDS, BatchQueue
from support.records import make_record


class Bench:
    """A queue that counts how often it has told of room."""

    def __init__(self) -> None:
        self.told = 0
        self.queue = BatchQueue(self.tell)

    def tell(self) -> None:
        self.told += 1


def records(*offsets: int, size: int = 1) -> list[ConsumerRecord]:
    return [make_record(b"x" * size, key=None, offset=offset) for offset in offsets]


def offsets(taken: list[ConsumerRecord]) -> list[int]:
    return [record.offset for record in taken]


@given(st.lists(st.integers(0, 7), max_size=8), st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), max_size=9))
def test_gives_out_what_was_put_in_order_whatever_is_put_back(sizes: list[int], takes: list[tuple[int, int]]) -> None:
    queue, number, seen = Bench().queue, 0, []
    for size in sizes:
        queue.put(records(*range(number, number + size)))
        number += size
    for limit, kept in takes:
        taken = queue.take(limit)
        assert len(taken) <= limit
        seen.extend(taken[:kept])
        queue.put_back(taken[kept:])
    seen.extend(queue.take(1000))
    assert offsets(seen) == list(range(number))
    assert (queue.count, queue._bytes) == (0, 0)


@pytest.mark.parametrize(
    ("count", "size"), [(MAX_QUEUED_RECORDS, 1), (16, MAX_QUEUED_BYTES // 16)], ids=["count", "bytes"]
)
def test_is_full_by_count_or_by_bytes_and_tells_once_when_there_is_room(count: int, size: int) -> None:
    bench = Bench()
    bench.queue.put(records(*range(count - 1), size=size))
    assert bench.queue.has_room
    bench.queue.put(records(count, size=size))
    assert not bench.queue.has_room
    bench.queue.take(1)
    assert bench.queue.has_room
    bench.queue.take(1)
    assert bench.told == 1


async def test_waits_for_records() -> None:
    queue = Bench().queue
    waiting = asyncio.create_task(queue.wait())
    await asyncio.sleep(0)
    assert not waiting.done()
    queue.put(records(1))
    await asyncio.wait_for(waiting, 20)
    queue.take(1)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(queue.wait(), 0.01)
    queue.put_back(records(1))
    await asyncio.wait_for(queue.wait(), 20)


async def test_drops_everything() -> None:
    queue = Bench().queue
    queue.put(records(1, 2, size=MAX_QUEUED_BYTES))
    queue.clear()
    assert queue.has_room
    assert queue.take(10) == []
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(queue.wait(), 0.01)
