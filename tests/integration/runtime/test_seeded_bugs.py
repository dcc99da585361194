"""The checker has teeth: aimed faults show it bugs on purpose, and the same faults do no harm without them."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.checking import Findings
from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import TOPICS
from harness.fault_scenarios import SCENARIOS, Stand, play
from harness.moments import Moments
from harness.nursery import ForkedProcesses, Nursery
from harness.proxy import LossyProxy
from harness.seeded_bugs import BUGS, Bug, Kind
from harness.seeded_worker import MOMENTS, PROXY_PORT, SEEDED_BUG
from harness.tokens import Ledger
from newsticker.runtime.ports import find_free_port
from support.brokers import TestBroker

WORKER = "harness.seeded_worker"

ROUNDS = 4
"""A bug that is not found in so many rounds is not found."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a scenario went."""

    rounds: int
    findings: Findings
    exit_codes: list[int]


PlayOut = Callable[..., Awaitable[Outcome]]

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module", name="nursery")
def _nursery() -> Iterator[Nursery]:
    with Nursery(WORKER) as nursery:
        yield nursery


@pytest.fixture(name="processes")
def _processes(tmp_path: Path, nursery: Nursery) -> Iterator[ForkedProcesses]:
    processes = ForkedProcesses(tmp_path, nursery)
    yield processes
    processes.end_all()


@pytest.fixture(name="proxy")
async def _proxy(kafka: TestBroker) -> AsyncIterator[LossyProxy]:
    host, _, port = kafka.bootstrap_servers.split(",")[0].rpartition(":")
    proxy = LossyProxy(find_free_port(), int(port), host)
    await proxy.start()
    yield proxy
    await proxy.stop()


@pytest.fixture(name="play_out")
def _play_out(
    kafka: TestBroker, topic_prefix: str, proxy: LossyProxy, processes: ForkedProcesses, tmp_path: Path
) -> PlayOut:
    async def play_out(kind: Kind, *, rounds: int, bug: str = "") -> Outcome:
        scenario = SCENARIOS[kind]
        cluster = Cluster(kafka.bootstrap_servers, topic_prefix, scenario.partitions)
        await cluster.create(TOPICS)
        moments = Moments(tmp_path / "moments")
        own = {MOMENTS: moments.folder, SEEDED_BUG: bug, PROXY_PORT: proxy.port if scenario.by_proxy else ""}
        settings = {**own, "worker__session_timeout_s": scenario.session_s, **scenario.settings}
        copiers = Copiers(cluster, processes, WORKER, settings)
        playing = play(Stand(cluster, copiers, moments, Ledger(), proxy), scenario, rounds)
        return Outcome(*await copiers.supervise(playing, scenario.workers), copiers.exit_codes)

    return play_out


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
async def test_the_checker_finds_a_seeded_bug(
    bug: Bug, play_out: PlayOut, record_property: Callable[[str, object], None]
) -> None:
    record_property("seeded bug", bug.name)
    outcome = await play_out(bug.kind, rounds=ROUNDS, bug=bug.name)
    assert bug.finds <= outcome.findings.keys(), f"after {outcome.rounds} rounds: {outcome.findings}"
    record_property("found", f"{', '.join(sorted(outcome.findings))} (round {outcome.rounds})")


@pytest.mark.parametrize("kind", Kind)
async def test_the_same_fault_does_no_harm_without_a_bug(kind: Kind, play_out: PlayOut) -> None:
    outcome = await play_out(kind, rounds=1)
    assert outcome.findings == {}
    assert SCENARIOS[kind].ends <= set(outcome.exit_codes)
