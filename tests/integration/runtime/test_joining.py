"""Workers that come and go politely: nobody waits for a session to time out, and nobody falls over."""

import asyncio

import pytest

from harness.copiers import Copiers

INPUTS = 3
LONG_SESSION_S = 25
"""Much longer than a takeover may take: a worker that left without a word would be seen."""


@pytest.mark.usefixtures("cluster")
@pytest.mark.timeout(60)
async def test_a_worker_that_stops_leaves_its_partitions_at_once(copiers: Copiers) -> None:
    first = await copiers.start_open(INPUTS, worker__session_timeout_s=LONG_SESSION_S)
    second = await copiers.start_open(1, worker__session_timeout_s=LONG_SESSION_S)
    assert first.process.poll() is None
    assert await asyncio.to_thread(first.stop) < 10
    await asyncio.to_thread(second.wait_for, "partition.opened", count=INPUTS, timeout_s=LONG_SESSION_S / 2)
    assert first.process.returncode == 0
    second.stop()


@pytest.mark.usefixtures("cluster")
@pytest.mark.timeout(90)
async def test_members_come_and_go_before_anything_was_committed(copiers: Copiers) -> None:
    workers = [await copiers.start_open(INPUTS)]
    for _ in range(3):
        workers.append(await copiers.start_open(1))
        await asyncio.to_thread(workers[0].wait_for, "assignment.assigned", count=2)
        workers.pop(0).stop()
        await asyncio.to_thread(workers[0].wait_for, "partition.opened", count=INPUTS)
    assert [worker.process.poll() for worker in workers] == [None]
    workers[0].stop()
    assert workers[0].process.returncode == 0
