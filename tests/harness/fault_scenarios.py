"""Short fault scenarios, one of each kind: a round sends tokens, aims a fault at a moment, and lets workers recover."""

import asyncio
import os
import random
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiokafka import AIOKafkaProducer

from harness.checking import Findings, find_wrong, find_wrong_offsets
from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, COUNTS, SERVICE, STAGE, TOKENS, Token
from harness.moments import Fault, Moment, Moments
from harness.proxy import Api, LossyProxy
from harness.seeded_bugs import Kind
from harness.tokens import Ledger
from newsticker.runtime.exits import ExitReason

LETTERS = TOKENS.dead_letters()
CHECKED = (TOKENS, COPIES, LETTERS, COUNTS.topic)
REFUSED_BYTES = 20_000


@dataclass
class Stand:
    """One cluster, its copiers and the moments at which they can be met."""

    cluster: Cluster
    copiers: Copiers
    moments: Moments
    ledger: Ledger
    proxy: LossyProxy
    """Between the workers and the broker, where the scenario wants it."""

    async def send(self, count: int = 40) -> None:
        """Send ordinary tokens, to every partition."""
        await self.cluster.send(TOKENS, self.ledger.make(count))

    async def send_odd(self, *texts: str) -> None:
        """Send tokens with these texts amid ordinary ones, to every partition."""
        odd = [(name, Token(name=name, text=text).to_json()) for text in texts for name in ("odd-0", "odd-1", "odd-2")]
        await self.cluster.send(TOKENS, [*self.ledger.make(40), *odd, *self.ledger.make(40)])

    async def drain(self) -> None:
        """Wait until all input is behind the committed offsets and no transaction is open."""
        await self.cluster.wait_until_read(SERVICE, TOKENS)
        await self.cluster.wait_until_settled(CHECKED)

    async def send_and_drain(self) -> None:
        """Let every owner come past its first transaction."""
        await self.send()
        await self.drain()

    async def check(self) -> Findings:
        """Look for what is wrong."""
        records = await asyncio.gather(*(self.cluster.read(topic) for topic in CHECKED))
        logs = {topic.name: found for topic, found in zip(CHECKED, records, strict=True)}
        committed = await self.cluster.committed(SERVICE, TOKENS)
        return find_wrong(STAGE, logs, self.cluster.topology) | find_wrong_offsets(logs[TOKENS.name], committed)


async def kill_before_commit(stand: Stand) -> None:
    await stand.send_odd("one")
    await stand.drain()
    stand.moments.arm(Moment.COMMIT, Fault.KILL)
    await stand.send_odd("two", "huge", "refuse", "forget")
    await stand.moments.wait_until_reached(Moment.COMMIT)
    await stand.drain()
    await stand.send_odd("again")


async def wake_a_zombie(stand: Stand) -> None:
    moments = stand.moments
    await stand.send_and_drain()
    moments.hold(Moment.READ_BACK)
    moments.arm(Moment.COMMIT, Fault.STOP)
    await stand.send()
    zombie = await moments.wait_until_reached(Moment.COMMIT)
    await moments.wait_until_reached(Moment.READ_BACK)
    os.kill(zombie, signal.SIGCONT)
    await moments.wait_until_passed(Moment.COMMIT)
    moments.release(Moment.READ_BACK)
    await stand.send()


async def meet_errors(stand: Stand) -> None:
    await stand.send_and_drain()
    for moment in (Moment.HANDLING, Moment.OFFSETS):
        stand.moments.arm(moment, Fault.FAIL)
        await stand.send()
        await stand.moments.wait_until_reached(moment)
        await stand.send_and_drain()


async def refuse_an_output(stand: Stand) -> None:
    await stand.send_and_drain()
    incompressible = random.Random(1).randbytes(REFUSED_BYTES * 2).hex()  # noqa: S311 - the same bytes each time
    await stand.cluster.configure(COPIES, {"max.message.bytes": str(REFUSED_BYTES)})
    await stand.send()
    await stand.cluster.send(TOKENS, [("big", Token(name="big", text=incompressible).to_json())])
    await stand.send()
    ended = len(stand.copiers.exit_codes)
    draining = asyncio.create_task(stand.drain())
    while not draining.done() and len(stand.copiers.exit_codes) == ended:
        await asyncio.wait([draining], timeout=0.05)
    await stand.cluster.configure(COPIES, {"max.message.bytes": "1048576"})
    await draining


async def abort_upstream(stand: Stand) -> None:
    ghost = Token(name="ghost").to_json()
    async with AIOKafkaProducer(
        bootstrap_servers=stand.cluster.bootstrap, transactional_id=f"{stand.cluster.prefix}up"
    ) as upstream:
        for partition in range(stand.cluster.partitions):
            await upstream.begin_transaction()
            await upstream.send_and_wait(stand.cluster.topology.name(TOKENS), ghost, key=b"ghost", partition=partition)
            await upstream.abort_transaction()
    await stand.send()
    worker = await stand.copiers.start_open(stand.cluster.partitions + 1)
    await stand.send_and_drain()
    await asyncio.to_thread(worker.stop)


async def rebalance_with_full_queues(stand: Stand) -> None:
    resident = await stand.copiers.start_open(stand.cluster.partitions + 1)
    await stand.send_and_drain()
    stand.moments.hold(Moment.QUEUED)
    await stand.send()
    await stand.moments.wait_until_reached(Moment.QUEUED)
    rebalances = len(resident.wait_for("assignment.assigned"))
    guest = stand.copiers.start()
    await asyncio.to_thread(resident.wait_for, "assignment.assigned", count=rebalances + 1)
    await asyncio.to_thread(guest.wait_for, "partition.opened")  # by then the resident has fetched again
    stand.moments.release(Moment.QUEUED)
    await stand.send_and_drain()
    for worker in (resident, guest):
        await asyncio.to_thread(worker.stop)


async def delay_a_commit(stand: Stand) -> None:
    proxy = stand.proxy
    await stand.send_and_drain()
    proxy.hold_request(Api.END_TRANSACTION)
    await stand.send()
    late_commit = await proxy.take_held(Api.END_TRANSACTION)
    await stand.send_and_drain()  # it was asked for again, and that was answered
    proxy.hold_request(Api.COMMIT_OFFSETS_IN_TRANSACTION)
    await stand.send()
    await proxy.take_held(Api.COMMIT_OFFSETS_IN_TRANSACTION)
    await proxy.deliver(late_commit)
    for worker in stand.copiers.running:
        worker.kill()
    await stand.send()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fault, and what it needs."""

    play_round: Callable[[Stand], Awaitable[None]]
    ends: frozenset[int] = frozenset()
    """Exit codes of supervised workers that show that the fault had its effect, where there is no bug."""
    workers: int = 2
    """So many are supervised; a scenario with none starts its own."""
    partitions: int = 2
    by_proxy: bool = False
    session_s: int = 20
    """Long, so that a busy machine is not taken for a death: who is supervised comes back under its own name."""
    settings: Mapping[str, object] = field(default_factory=dict)


SCENARIOS: dict[Kind, Scenario] = {
    Kind.KILL: Scenario(kill_before_commit, frozenset({-signal.SIGKILL})),
    Kind.ZOMBIE: Scenario(
        wake_a_zombie,
        frozenset({ExitReason.FENCED}),
        partitions=1,
        session_s=3,
        settings={"worker__transaction_timeout_s": 60, "worker__stuck_after_s": 120},
    ),
    Kind.ERROR: Scenario(meet_errors, frozenset({ExitReason.HANDLER_FAILED, ExitReason.TRANSACTION_FAILED})),
    Kind.REFUSED: Scenario(refuse_an_output, frozenset({ExitReason.TRANSACTION_FAILED})),
    Kind.UPSTREAM: Scenario(abort_upstream, workers=0),
    Kind.REBALANCE: Scenario(rebalance_with_full_queues, workers=0),
    Kind.DELAYED_COMMIT: Scenario(
        delay_a_commit,
        frozenset({ExitReason.COMMIT_AMBIGUOUS}),
        partitions=1,
        by_proxy=True,
        settings={"kafka__request_timeout_s": 3},
    ),
}


async def play(stand: Stand, scenario: Scenario, rounds: int) -> tuple[int, Findings]:
    """Play rounds until the checker finds something; give the number of the last round and what was found."""
    for worker in stand.copiers.running:
        await asyncio.to_thread(worker.wait_for, "assignment.assigned")
    for number in range(1, rounds + 1):
        await scenario.play_round(stand)
        await stand.drain()
        if findings := await stand.check():
            return number, findings
    return rounds, {}
