"""Exactly once, whatever ends the workers: kills, zombies, thieves of a transactional id."""

import asyncio
import random
import signal

import pytest
from aiokafka import AIOKafkaProducer

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, SERVICE, TOKENS, Token
from harness.tokens import Ledger, trickle
from newsticker.runtime.exits import ExitReason

INPUTS = 3
"""Two partitions of the first input, one of the second."""

KILLS = 4

SAFE_ENDS = (
    ExitReason.FENCED,
    ExitReason.TRANSACTION_FAILED,
    ExitReason.COMMIT_AMBIGUOUS,
    ExitReason.FETCH_FAILED,
)
"""How a zombie may end: its time was up before, during or between transactions."""


@pytest.mark.timeout(120)
async def test_nothing_is_lost_or_doubled_by_killing_workers_mid_stream(cluster: Cluster, copiers: Copiers) -> None:
    bulk, steady, stop = Ledger("bulk"), Ledger("steady"), asyncio.Event()
    await cluster.send(TOKENS, bulk.make(3000))
    sending = asyncio.create_task(trickle(cluster, steady, stop))
    rng = random.Random(4711)  # noqa: S311 - a fixed schedule
    workers = [copiers.start(), copiers.start()]
    for _ in range(KILLS):
        await asyncio.to_thread(workers[0].wait_for, "assignment.assigned")
        await asyncio.sleep(rng.uniform(0.2, 1.5))
        victim = workers.pop(0)
        assert victim.process.poll() is None
        victim.kill()
        workers.append(copiers.start())
        await cluster.send(TOKENS, bulk.make(500))
    stop.set()
    await sending
    copies = await cluster.read(COPIES, at_least=bulk.count + steady.count)
    for worker in workers:
        worker.stop()
    copies = await cluster.read(COPIES)
    bulk.check(copies)
    steady.check(copies)


@pytest.mark.timeout(90)
async def test_a_zombie_that_wakes_after_its_session_writes_nothing(cluster: Cluster, copiers: Copiers) -> None:
    ledger, stop = Ledger(), asyncio.Event()
    zombie = await copiers.start_open(INPUTS)
    sending = asyncio.create_task(trickle(cluster, ledger, stop))
    await cluster.read(COPIES, at_least=50)
    zombie.signal(signal.SIGSTOP)
    heir = await copiers.start_open(INPUTS)
    await cluster.read(COPIES, at_least=ledger.count)
    zombie.signal(signal.SIGCONT)
    await asyncio.sleep(3)
    stop.set()
    await sending
    copies = await cluster.read(COPIES, at_least=ledger.count)
    assert zombie.process.poll() in {None, *SAFE_ENDS}
    zombie.kill()
    heir.stop()
    ledger.check(copies)
    assert len(await cluster.read(COPIES)) == ledger.count


@pytest.mark.timeout(90)
async def test_a_worker_whose_transactional_id_was_taken_ends_fenced_and_its_heir_goes_on(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger = Ledger()
    worker = await copiers.start_open(INPUTS)
    await cluster.send(TOKENS, ledger.make(200))
    await cluster.read(COPIES, at_least=200)
    topic = cluster.topology.name(TOKENS)
    thieves = [
        AIOKafkaProducer(
            bootstrap_servers=cluster.bootstrap,
            transactional_id=f"{cluster.topology.group(SERVICE)}-{topic}-{number}",
        )
        for number in range(2)
    ]
    for thief in thieves:
        await thief.start()
        await thief.stop()
    await cluster.send(TOKENS, ledger.make(200))
    assert await asyncio.to_thread(worker.wait) == ExitReason.FENCED
    (end,) = [event for event in worker.events() if event["event"] == "worker.ended"]
    assert end["reason"] == "fenced"
    copies = await copiers.supervise(cluster.read(COPIES, at_least=400))
    ledger.check(copies)


@pytest.mark.timeout(90)
async def test_a_restart_finds_its_state_and_no_key_that_was_removed(cluster: Cluster, copiers: Copiers) -> None:
    def token(name: str, text: str = "") -> tuple[str, bytes]:
        return name, Token(name=name, text=text).to_json()

    first = [
        token("kept"),
        token("kept"),
        token("gone"),
        token("gone", "forget"),
        token("back", "forget"),
        token("back"),
    ]
    await copiers.supervise(asyncio.ensure_future(_send_and_read(cluster, first, 6)))
    second = [token("kept"), token("gone"), token("back")]
    await copiers.supervise(asyncio.ensure_future(_send_and_read(cluster, second, 9)))
    tokens = [Token.model_validate_json(record.value or b"") for record in await cluster.read(COPIES)]
    counts = {name: [token.count for token in tokens if token.name == name] for name in ("kept", "gone", "back")}
    assert counts == {"kept": [1, 2, 3], "gone": [1, 2, 1], "back": [1, 1, 2]}


async def _send_and_read(cluster: Cluster, tokens: list[tuple[str, bytes]], at_least: int) -> None:
    await cluster.send(TOKENS, tokens)
    await cluster.read(COPIES, at_least=at_least)
