"""A broker that is not there, one that goes and comes back, and what a worker says about itself."""

import asyncio
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, HOLD_RESTORE, TOKENS, TOPICS, Token
from harness.processes import Processes
from harness.tokens import Ledger, trickle
from newsticker.runtime.embedded import EmbeddedKafka
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.ports import find_free_port

UNREACHABLE_WITHIN_S = 15


def test_a_broker_that_is_not_there_is_said_in_one_line_within_seconds(tmp_path: Path) -> None:
    processes = Processes(tmp_path)
    nowhere = Cluster("127.0.0.1:1", "nowhere-")
    started = time.monotonic()
    worker = Copiers(nowhere, processes).start()
    assert worker.wait() == ExitReason.BROKER_UNREACHABLE
    assert time.monotonic() - started < UNREACHABLE_WITHIN_S
    (line,) = worker.log.read_text(encoding="utf-8").splitlines()
    end = json.loads(line)
    assert end["reason"] == "broker_unreachable"
    assert "127.0.0.1:1" in end["detail"]
    assert "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS" in end["remedy"]


@pytest.mark.usefixtures("cluster")
@pytest.mark.parametrize(
    ("settings", "reason", "words"),
    [
        ({"kafka__bootstrap_servers": "localhost:noport"}, ExitReason.BROKER_UNREACHABLE, "localhost:noport"),
        ({"worker__session_timeout_s": 0.2, "worker__heartbeat_interval_s": 0.1}, ExitReason.FETCH_FAILED, "Session"),
    ],
    ids=["address", "session"],
)
async def test_what_can_not_work_ends_with_a_reason_and_does_not_idle(
    copiers: Copiers, settings: dict[str, object], reason: ExitReason, words: str
) -> None:
    worker = copiers.start(**settings)
    assert await asyncio.to_thread(worker.wait) == reason
    end = worker.events()[-1]
    assert words in str(end["detail"])


@pytest.mark.usefixtures("cluster")
async def test_a_health_port_that_is_taken_is_said_in_one_line(copiers: Copiers) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        worker = copiers.start(worker__health_port=port)
        assert await asyncio.to_thread(worker.wait) == ExitReason.REFUSED_SETTING
    (line,) = worker.log.read_text(encoding="utf-8").splitlines()
    assert f"health_port: can't listen on 127.0.0.1:{port}" in json.loads(line)["detail"]


@pytest.fixture(name="own_broker")
def _own_broker() -> Iterator[EmbeddedKafka]:
    with EmbeddedKafka() as broker:
        yield broker


@pytest.mark.timeout(180)
async def test_workers_outlive_a_broker_that_is_killed_and_comes_back(
    own_broker: EmbeddedKafka, processes: Processes
) -> None:
    cluster = Cluster(own_broker.bootstrap_servers, "own-", partitions=2)
    await cluster.create(TOPICS)
    copiers, ledger, stop = Copiers(cluster, processes), Ledger(), asyncio.Event()

    async def kill_and_restart() -> None:
        sending = asyncio.create_task(trickle(cluster, ledger, stop))
        await cluster.read(COPIES, at_least=100)
        own_broker.kill()
        await asyncio.sleep(2)
        await asyncio.to_thread(own_broker.restart)
        sent = ledger.count
        await cluster.read(COPIES, at_least=sent + 100, timeout_s=90)
        stop.set()
        await sending
        await cluster.read(COPIES, at_least=ledger.count)

    await copiers.supervise(kill_and_restart(), workers=2)
    copies = await cluster.read(COPIES)
    ledger.check(copies)
    assert set(copiers.exit_codes) <= set(ExitReason)


def ask(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.timeout(60)
async def test_health_tells_ready_alive_and_the_counts_of_every_outcome(
    cluster: Cluster, copiers: Copiers, tmp_path: Path
) -> None:
    port, go = find_free_port(), tmp_path / "go"
    worker = await copiers.start_open(2, worker__health_port=port, **{HOLD_RESTORE: go})
    status, told = await asyncio.to_thread(ask, port, "/ready")
    assert (status, json.loads(told)["ready"]) == (503, False)
    assert (await asyncio.to_thread(ask, port, "/live"))[0] == 200
    go.touch()
    texts = ["one", "two", "repeated", "refuse"]
    await cluster.send(TOKENS, [(text, Token(name=text, text=text).to_json()) for text in texts])
    await asyncio.to_thread(worker.wait_for, "partition.opened", count=3)
    await cluster.read(COPIES, at_least=2)
    await cluster.read(TOKENS.dead_letters(), at_least=1)
    assert await asyncio.to_thread(ask, port, "/ready") == (200, '{"ready": true, "open_partitions": 3}')
    outcomes = await _wait_for_outcomes(port, len(texts))
    assert outcomes == {"emitted": 2, "repeated": 1, "dead_lettered": 1}
    assert (await asyncio.to_thread(ask, port, "/nothing"))[0] == 404
    worker.stop()
    with pytest.raises(urllib.error.URLError):
        await asyncio.to_thread(ask, port, "/live")


async def _wait_for_outcomes(port: int, total: int) -> dict[str, int]:
    while True:
        _, text = await asyncio.to_thread(ask, port, "/metrics")
        lines = [line for line in text.splitlines() if line.startswith("newsticker_records_total{")]
        outcomes = {line.split('outcome="')[1].split('"')[0]: int(float(line.split()[-1])) for line in lines}
        if sum(outcomes.values()) >= total:
            return outcomes
        await asyncio.sleep(0.1)


@pytest.mark.timeout(60)
async def test_a_worker_whose_output_topic_vanished_ends_with_a_reason(cluster: Cluster, copiers: Copiers) -> None:
    worker = await copiers.start_open(3)
    await cluster.delete(COPIES)
    await cluster.send(TOKENS, [("a", Token(name="a").to_json())])
    assert await asyncio.to_thread(worker.wait) in {ExitReason.TRANSACTION_FAILED, ExitReason.COMMIT_AMBIGUOUS}
