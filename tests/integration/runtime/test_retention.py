"""Logs that lost what was not read yet, and topics that are not cut as the catalogue says."""

import asyncio

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, COUNTS, SERVICE, TOKENS, TOPICS, Token
from harness.processes import WorkerProcess
from harness.tokens import Ledger
from newsticker.runtime.exits import ExitReason


def end_of(worker: WorkerProcess) -> dict[str, object]:
    (end,) = [event for event in worker.events() if event["event"] == "worker.ended"]
    return end


async def test_a_log_that_starts_past_the_committed_offset_is_not_jumped_over(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger = Ledger(keys=1)
    await cluster.send(TOKENS, ledger.make(10), partition=0)
    await copiers.supervise(cluster.read(COPIES, at_least=10))
    await cluster.send(TOKENS, ledger.make(10), partition=0)
    await cluster.delete_until(TOKENS, 0, 15)
    worker = copiers.start(worker__group_instance_id="copier-0")
    assert await asyncio.to_thread(worker.wait) == ExitReason.RETENTION_PASSED
    assert end_of(worker)["detail"] == "records 10 to 14 were deleted before they were read"
    assert (await cluster.committed(SERVICE, TOKENS))[0].offset == 10
    assert len(await cluster.read(COPIES)) == 10


async def test_a_group_that_never_committed_begins_at_the_start_of_the_log(cluster: Cluster, copiers: Copiers) -> None:
    ledger = Ledger("late", keys=1)
    await cluster.send(TOKENS, [("early", Token(name="early").to_json())] * 5, partition=0)
    await cluster.delete_until(TOKENS, 0, 5)
    await cluster.send(TOKENS, ledger.make(5), partition=0)
    copies = await copiers.supervise(cluster.read(COPIES, at_least=5))
    ledger.check(copies)
    assert len(copies) == 5


@pytest.mark.timeout(90)
async def test_records_deleted_before_a_running_worker_reads_them_stop_it(cluster: Cluster, copiers: Copiers) -> None:
    worker = await copiers.start_open(3)
    await cluster.send(TOKENS, [("slow", Token(name="slow", text="slow 2").to_json())] * 2, partition=0)
    await cluster.send(TOKENS, Ledger(keys=1).make(15_000, size=500), partition=0)
    await cluster.delete_until(TOKENS, 0, 15_000)
    assert await asyncio.to_thread(worker.wait) == ExitReason.RETENTION_PASSED
    offset = (await cluster.committed(SERVICE, TOKENS))[0].offset
    copies = await cluster.read(COPIES)
    assert len(copies) == offset < 15_000, "what was committed was copied, and nothing was jumped over"


@pytest.mark.parametrize("unfit", [TOKENS, COPIES, COUNTS.topic, TOKENS.dead_letters()], ids=lambda topic: topic.name)
async def test_a_partition_count_that_differs_from_the_catalogue_is_refused_at_start(
    bare_cluster: Cluster, copiers: Copiers, unfit: object
) -> None:
    await bare_cluster.create([topic for topic in TOPICS if topic != unfit])
    other = Cluster(bare_cluster.bootstrap, bare_cluster.prefix, partitions=3)
    (topic,) = [topic for topic in TOPICS if topic == unfit]
    wanted, found = bare_cluster.topology.count_partitions(topic), 0
    if wanted > 1:
        await other.create([topic])
        found = 3
    worker = copiers.start()
    assert await asyncio.to_thread(worker.wait) == ExitReason.TOPICS_UNFIT
    name = bare_cluster.topology.name(topic)
    assert end_of(worker)["detail"] == f"{name} has {found} partitions, not {wanted}"
    assert "newsticker topics" in str(end_of(worker)["remedy"])
