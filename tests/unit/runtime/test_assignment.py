"""The assignment: epochs, positions, and partitions that come, stay and go."""

import asyncio
from dataclasses import dataclass, field

import pytest
from aiokafka.structs import ConsumerRecord, TopicPartition

from newsticker.runtime.assignment import Assignment
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.transport import FetchedBatch
from support.endings import Endings, catch_endings
from support.records import make_record

P0, P1, P2 = (TopicPartition("t", number) for number in range(3))


@dataclass
class FakePartition:
    """An open partition that notes what is done to it."""

    next_offset: int = 0
    has_room: bool = True
    batches: list[list[ConsumerRecord]] = field(default_factory=list)
    pauses: int = 0
    closed: bool = False

    def put(self, records: list[ConsumerRecord]) -> None:
        self.batches.append(records)

    async def pause(self) -> None:
        self.pauses += 1
        self.batches.clear()

    async def close(self) -> None:
        await self.pause()
        self.closed = True


class Openings:
    """Opens partitions when the test says so."""

    def __init__(self) -> None:
        self.opened: dict[TopicPartition, FakePartition] = {}
        self.asked: list[TopicPartition] = []
        self.cancelled: list[TopicPartition] = []
        self.held: dict[TopicPartition, asyncio.Event] = {}
        self.failure: Exception | None = None

    def hold(self, tp: TopicPartition) -> asyncio.Event:
        self.held[tp] = asyncio.Event()
        return self.held[tp]

    async def open(self, tp: TopicPartition) -> FakePartition:
        self.asked.append(tp)
        try:
            if tp in self.held:
                await self.held[tp].wait()
        except asyncio.CancelledError:
            self.cancelled.append(tp)
            raise
        if self.failure:
            raise self.failure
        self.opened[tp] = FakePartition(next_offset=10 * (tp.partition + 1))
        return self.opened[tp]


@pytest.fixture(name="openings")
def _openings() -> Openings:
    return Openings()


@pytest.fixture(name="endings")
def _endings(monkeypatch: pytest.MonkeyPatch) -> Endings:
    return catch_endings(monkeypatch, "assignment")


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def make_assignment(openings: Openings, *tps: TopicPartition) -> Assignment:
    assignment = Assignment(openings.open)
    assignment.assign(tps)
    await settle()
    return assignment


def batch(tp: TopicPartition, epoch: int) -> FetchedBatch:
    return FetchedBatch(tp, [make_record(topic=tp.topic, partition=tp.partition)], epoch)


async def test_assigning_returns_at_once_and_opens_in_the_background(openings: Openings) -> None:
    go = openings.hold(P0)
    assignment = Assignment(openings.open)
    assignment.assign([P0, P1])
    assert not assignment.is_ready
    await settle()
    assert set(assignment.open) == {P1}
    assert not assignment.is_ready
    go.set()
    await settle()
    assert set(assignment.open) == {P0, P1}
    assert assignment.is_ready


async def test_is_ready_with_nothing_to_do_but_not_before_the_first_assignment(openings: Openings) -> None:
    assignment = Assignment(openings.open)
    assert not assignment.is_ready
    assignment.assign([])
    assert assignment.is_ready


async def test_a_partition_is_sought_to_its_next_offset_before_it_is_fetched(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0, P1)
    assert assignment.find_fetchable() == set()
    assert assignment.find_unsought() == {P0: 10, P1: 20}
    assignment.mark_sought([P0], assignment.epoch)
    assert assignment.find_fetchable() == {P0}
    assert assignment.find_unsought() == {P1: 20}


async def test_a_seek_of_an_older_assignment_does_not_count(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0)
    before = assignment.epoch
    await assignment.revoke()
    assignment.assign([P0])
    assignment.mark_sought([P0], before)
    assert assignment.find_fetchable() == set()
    assert assignment.find_unsought() == {P0: 10}


async def test_a_full_partition_is_not_fetched(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0, P1)
    assignment.mark_sought([P0, P1], assignment.epoch)
    openings.opened[P0].has_room = False
    assert assignment.find_fetchable() == {P1}


async def test_a_batch_goes_to_its_partition(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0, P1)
    assert assignment.submit(batch(P1, assignment.epoch))
    assert [len(openings.opened[tp].batches) for tp in (P0, P1)] == [0, 1]


async def test_a_batch_of_an_older_assignment_is_dropped(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0)
    stale = batch(P0, assignment.epoch)
    await assignment.revoke()
    assert not assignment.submit(stale)
    assignment.assign([P0])
    assert not assignment.submit(stale)
    assert openings.opened[P0].batches == []


async def test_a_batch_of_a_partition_that_is_not_open_is_dropped(openings: Openings) -> None:
    openings.hold(P0)
    assignment = await make_assignment(openings, P0)
    assert not assignment.submit(batch(P0, assignment.epoch))
    assert not assignment.submit(batch(P2, assignment.epoch))


async def test_revoking_settles_every_partition_and_stops_fetching_and_seeking(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0, P1)
    assignment.mark_sought([P0], assignment.epoch)
    await assignment.revoke()
    assert [openings.opened[tp].pauses for tp in (P0, P1)] == [1, 1]
    assert assignment.find_fetchable() == set()
    assert assignment.find_unsought() == {}
    assert not assignment.is_ready


async def test_a_partition_that_stays_ours_is_kept_open_and_sought_again(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0)
    assignment.mark_sought([P0], assignment.epoch)
    openings.opened[P0].next_offset = 17
    kept = openings.opened[P0]
    await assignment.revoke()
    assignment.assign([P0, P1])
    await settle()
    assert assignment.open[P0] is kept
    assert not kept.closed
    assert openings.asked == [P0, P1]
    assert assignment.find_unsought() == {P0: 17, P1: 20}


async def test_a_partition_that_is_gone_is_closed_and_opens_anew_when_it_returns(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0, P1)
    gone = openings.opened[P0]
    await assignment.revoke()
    assignment.assign([P1])
    await settle()
    assert gone.closed
    assert set(assignment.open) == {P1}
    await assignment.revoke()
    assignment.assign([P0, P1])
    await settle()
    assert assignment.open[P0] is not gone
    assert sorted(openings.asked) == [P0, P0, P1]


async def test_an_opening_that_is_not_ours_any_more_is_cancelled(openings: Openings) -> None:
    openings.hold(P0)
    assignment = await make_assignment(openings, P0, P1)
    await assignment.revoke()
    assignment.assign([P1])
    await settle()
    assert openings.cancelled == [P0]
    assert assignment.is_ready
    assert set(assignment.open) == {P1}


async def test_an_opening_that_stays_ours_goes_on_through_a_rebalance(openings: Openings) -> None:
    go = openings.hold(P0)
    assignment = await make_assignment(openings, P0)
    await assignment.revoke()
    assignment.assign([P0])
    go.set()
    await settle()
    assert openings.asked == [P0]
    assert assignment.find_unsought() == {P0: 10}


async def test_an_opening_cancelled_and_assigned_again_at_once_opens_anew(openings: Openings) -> None:
    openings.hold(P0)
    assignment = await make_assignment(openings, P0)
    assignment.assign([])
    assignment.assign([P0])
    del openings.held[P0]
    await settle()
    assert set(assignment.open) == {P0}
    assert assignment.is_ready


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (WorkerStopError(ExitReason.RETENTION_PASSED, "deleted"), ExitReason.RETENTION_PASSED),
        (WorkerStopError(ExitReason.TOPICS_UNFIT, "cut anew"), ExitReason.TOPICS_UNFIT),
        (OSError("no route"), ExitReason.OPENING_FAILED),
    ],
)
async def test_a_partition_that_does_not_open_ends_the_process(
    openings: Openings, endings: Endings, failure: Exception, reason: ExitReason
) -> None:
    openings.failure = failure
    assignment = Assignment(openings.open)
    assignment.assign([P2])
    (opening,) = assignment._opening.values()
    await asyncio.wait([opening])
    assert opening.exception()
    assert endings.reason is reason
    assert endings.context == {"topic": "t", "partition": 2}


async def test_closing_lets_everything_go(openings: Openings) -> None:
    openings.hold(P1)
    assignment = await make_assignment(openings, P0, P1)
    epoch = assignment.epoch
    await assignment.close()
    await settle()
    assert openings.opened[P0].closed
    assert openings.cancelled == [P1]
    assert not assignment.submit(batch(P0, epoch))
    assert not assignment.is_ready


async def test_an_assignment_that_comes_while_leaving_opens_nothing(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0)
    await assignment.close()
    assignment.assign([P0, P1])
    await settle()
    assert openings.asked == [P0]
    assert assignment.find_unsought() == {}
    assert not assignment.is_ready


async def test_closing_waits_for_what_a_rebalance_began_to_close(openings: Openings) -> None:
    assignment = await make_assignment(openings, P0)
    gone = openings.opened[P0]
    assignment.assign([])
    await assignment.close()
    assert gone.closed


async def test_the_fetch_loop_wakes_when_a_partition_opens(openings: Openings) -> None:
    go = openings.hold(P0)
    assignment = await make_assignment(openings, P0)
    waiting = asyncio.create_task(assignment.wait_for_change(60))
    await settle()
    assert not waiting.done()
    go.set()
    await asyncio.wait_for(waiting, 20)


async def test_the_fetch_loop_waits_no_longer_than_it_was_told(openings: Openings) -> None:
    await asyncio.wait_for(Assignment(openings.open).wait_for_change(0.01), 20)
