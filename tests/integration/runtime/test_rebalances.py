"""Rebalances: members come and go while records trickle, queues are full, or state is being restored."""

import asyncio
from pathlib import Path

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, COUNTS, HOLD_RESTORE, SERVICE, TOKENS, Token
from harness.processes import WorkerProcess
from harness.tokens import Ledger, trickle
from newsticker.runtime.outbox import choose_partition

INPUTS = 3
SESSION_S = 3
STOP_WITHIN_S = 10


@pytest.mark.timeout(120)
async def test_members_come_and_go_on_partitions_without_a_committed_offset(cluster: Cluster, copiers: Copiers) -> None:
    ledger, stop = Ledger(), asyncio.Event()
    sending = asyncio.create_task(trickle(cluster, ledger, stop))
    resident = copiers.start()
    for _ in range(3):
        guest = copiers.start()
        await asyncio.to_thread(guest.wait_for, "assignment.assigned")
        await asyncio.sleep(0.3)
        await asyncio.to_thread(guest.stop)
        assert guest.process.returncode == 0
    stop.set()
    await sending
    copies = await cluster.read(COPIES, at_least=ledger.count)
    assert resident.process.poll() is None
    resident.stop()
    ledger.check(copies)


@pytest.mark.timeout(90)
async def test_sigterm_with_full_queues_ends_within_seconds_and_loses_nothing(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger = Ledger()
    worker = await copiers.start_open(INPUTS)
    await cluster.send(TOKENS, [(name, Token(name=name, text="slow 0.05").to_json()) for name in ("x", "y") * 200])
    await cluster.send(TOKENS, ledger.make(6000))
    await cluster.read(COPIES, at_least=20)
    assert await asyncio.to_thread(worker.stop) < STOP_WITHIN_S
    assert worker.process.returncode == 0
    assert worker.events()[-1]["event"] == "worker.stopped"
    copies = await copiers.supervise(cluster.read(COPIES, at_least=6400))
    ledger.check(copies)
    assert len(copies) == 6400


@pytest.mark.timeout(90)
async def test_a_rebalance_with_full_queues_is_settled_and_loses_nothing(cluster: Cluster, copiers: Copiers) -> None:
    ledger = Ledger()
    first = await copiers.start_open(INPUTS)
    await cluster.send(TOKENS, [(name, Token(name=name, text="slow 0.05").to_json()) for name in ("x", "y") * 100])
    await cluster.send(TOKENS, ledger.make(6000))
    await cluster.read(COPIES, at_least=20)
    second = await copiers.start_open(1)
    copies = await cluster.read(COPIES, at_least=6200)
    for worker in (first, second):
        assert worker.process.poll() is None
        worker.stop()
    ledger.check(copies)
    assert len(copies) == 6200


def name_on(partition: int, stem: str) -> str:
    return next(name for n in range(99) if choose_partition((name := f"{stem}{n}").encode(), 2) == partition)


def count_rebalances(worker: WorkerProcess) -> int:
    return sum(event["event"] == "assignment.assigned" for event in worker.events())


@pytest.mark.timeout(90)
async def test_a_restore_longer_than_the_session_disturbs_nobody(
    cluster: Cluster, copiers: Copiers, tmp_path: Path
) -> None:
    slow, quick, go = name_on(0, "slow-"), name_on(1, "quick-"), tmp_path / "go"
    tokens = [(name, Token(name=name).to_json()) for name in (slow, quick)]
    await cluster.send(TOKENS, tokens)
    await copiers.supervise(cluster.read(COPIES, at_least=2))
    worker = await copiers.start_open(INPUTS - 1, **{HOLD_RESTORE: go})
    rebalances = count_rebalances(worker)
    await cluster.send(TOKENS, tokens)
    copies = await cluster.read(COPIES, at_least=3)
    assert [record.key for record in copies].count(quick.encode()) == 2, "its partition works meanwhile"
    await asyncio.sleep(2 * SESSION_S)
    assert len(await cluster.read(COPIES)) == 3
    assert count_rebalances(worker) == rebalances
    go.touch()
    copies = await cluster.read(COPIES, at_least=4)
    assert count_rebalances(worker) == rebalances
    worker.stop()
    counts = [Token.model_validate_json(record.value or b"") for record in copies]
    assert sorted((token.name, token.count) for token in counts) == [(quick, 1), (quick, 2), (slow, 1), (slow, 2)]


@pytest.mark.timeout(90)
async def test_a_member_can_join_while_a_restore_goes_on(cluster: Cluster, copiers: Copiers, tmp_path: Path) -> None:
    ledger, go = Ledger(), tmp_path / "go"
    await cluster.send(TOKENS, ledger.make(100))
    restoring = await copiers.start_open(INPUTS - 1, **{HOLD_RESTORE: go})
    joining = copiers.start(**{HOLD_RESTORE: go})
    await asyncio.to_thread(joining.wait_for, "assignment.assigned", timeout_s=30)
    await asyncio.to_thread(restoring.wait_for, "assignment.assigned", count=2, timeout_s=30)
    go.touch()
    copies = await cluster.read(COPIES, at_least=100)
    for worker in (restoring, joining):
        assert worker.process.poll() is None
        worker.stop()
    ledger.check(copies)


@pytest.mark.timeout(90)
async def test_a_large_state_is_restored_whole(cluster: Cluster, copiers: Copiers) -> None:
    names = [f"n{number}" for number in range(30_000)]
    await cluster.send(COUNTS.topic, [(name, b"1") for name in names])
    await cluster.send(COUNTS.topic, [(name, b"5") for name in names[::2]])
    await cluster.send(COUNTS.topic, [(name, None) for name in names[::3]])
    await cluster.send(TOKENS, [(name, Token(name=name).to_json()) for name in names[:600]])
    copies = await copiers.supervise(cluster.read(COPIES, at_least=600))
    wanted = {name: 1 if n % 3 == 0 else 6 if n % 2 == 0 else 2 for n, name in enumerate(names[:600])}
    tokens = [Token.model_validate_json(record.value or b"") for record in copies]
    assert {token.name: token.count for token in tokens} == wanted
    assert len(tokens) == 600


@pytest.mark.timeout(60)
async def test_a_quick_restart_of_a_named_replica_causes_no_rebalance(cluster: Cluster, copiers: Copiers) -> None:
    settings = {"worker__session_timeout_s": 12}
    stable = copiers.start(worker__group_instance_id="stable", **settings)
    other = copiers.start(worker__group_instance_id="other", **settings)
    for worker in (stable, other):
        await asyncio.to_thread(worker.wait_for, "partition.opened")
    await asyncio.sleep(1)
    before = count_rebalances(other)
    stable.kill()
    again = copiers.start(worker__group_instance_id="stable", **settings)
    await asyncio.to_thread(again.wait_for, "partition.opened")
    await cluster.send(TOKENS, [(name, Token(name=name).to_json()) for name in ("a", "b", "c", "d")])
    await cluster.read(COPIES, at_least=4)
    assert count_rebalances(other) == before
    assert await cluster.committed(SERVICE, TOKENS)
