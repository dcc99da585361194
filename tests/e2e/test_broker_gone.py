"""What commands and workers do when the broker is not there, or goes away and comes back."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsticker.commands.services import WORKERS
from newsticker.runtime.embedded import EmbeddedKafka
from newsticker.runtime.ports import answers, find_free_port
from support.brokers import TestBroker
from support.command_line import newsticker, wait_for_events, workers
from support.golden import ROOT

pytestmark = pytest.mark.timeout(240)

COMMANDS_THAT_NEED_A_BROKER = [
    ("publish", "seeds"),
    ("tail",),
    ("topics", "create"),
    ("topics", "check"),
    ("dlq", "list"),
    ("dlq", "replay"),
    *(("run", service) for service in ("producer", *WORKERS)),
]


SILENT_COMMANDS = [("publish", "seeds"), ("tail",), ("run", "splitter")]
"""One of each way to connect: a broker that says nothing takes the whole of the time limit."""


def check_says_so(command: tuple[str, ...], address: str) -> None:
    started = time.monotonic()
    where = {"NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": address, "NEWSTICKER_LOG__FORMAT": "json"}
    done = newsticker(*command, environment=where)
    assert time.monotonic() - started < 15
    assert (done.returncode, done.stdout) == (10, "")
    (line,) = done.stderr.splitlines()
    assert address in line
    assert "Traceback" not in line


@pytest.mark.parametrize("command", COMMANDS_THAT_NEED_A_BROKER, ids=" ".join)
def test_without_a_broker_a_command_says_so_in_one_line(command: tuple[str, ...]) -> None:
    check_says_so(command, "127.0.0.1:1")


@pytest.mark.parametrize("command", SILENT_COMMANDS, ids=" ".join)
def test_with_a_broker_that_does_not_answer_a_command_says_so_in_one_line(command: tuple[str, ...]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        check_says_so(command, f"127.0.0.1:{silent.getsockname()[1]}")


def test_workers_go_on_when_the_broker_is_back(tmp_path: Path) -> None:
    with EmbeddedKafka(tmp_path / "data") as broker:
        environment = {"NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": broker.bootstrap_servers}
        newsticker("topics", "create", environment=environment)
        with workers(environment, tmp_path) as supervisor:
            newsticker("publish", "seeds", environment=environment)
            before = wait_for_events(environment, 9, supervisor=supervisor)
            broker.kill()
            time.sleep(3)
            broker.restart()
            page = b"Molen draait weer\nVLIERDIJK (ANP) - De molen van Vlierdijk maalt weer graan voor de bakker."
            done = newsticker("publish", "-", "seeds", environment=environment, stdin=page)
            assert done.returncode == 0, done.stderr
            after = wait_for_events(environment, 10, supervisor=supervisor)
    seen = [(event["uri"], event["version"]) for event in after]
    assert len(seen) == len(set(seen)) == 10
    assert {(event["uri"], event["version"]) for event in before} < set(seen)


def start(environment: dict[str, str], *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "newsticker", *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=os.environ | environment, text=True, stdin=pipe, stdout=pipe, stderr=pipe)


def test_a_command_at_work_says_that_the_broker_has_gone(tmp_path: Path) -> None:
    with EmbeddedKafka(tmp_path / "data") as broker:
        address = broker.bootstrap_servers
        environment = {"NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": address}
        newsticker("topics", "create", environment=environment)
        with (
            start(environment, "publish", "-") as publishing,
            start(environment, "tail", "raw-documents", "--follow") as tailing,
        ):
            assert publishing.stdin is not None
            assert tailing.stdout is not None
            publishing.stdin.write('{"text": "een"}\n')
            publishing.stdin.flush()
            assert "een" in tailing.stdout.readline()
            broker.kill()
            said = [process.communicate('{"text": "twee"}\n', timeout=60)[1] for process in (publishing, tailing)]
    assert (publishing.returncode, tailing.returncode) == (10, 10)
    for lines in said:
        assert len(lines.splitlines()) == 1, lines
        assert address in lines


def test_a_worker_tells_how_it_is_and_ends_when_asked(tmp_path: Path) -> None:
    with EmbeddedKafka(tmp_path / "data") as broker:
        port = str(find_free_port())
        environment = {
            "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": broker.bootstrap_servers,
            "NEWSTICKER_WORKER__HEALTH_PORT": port,
        }
        assert newsticker("health", environment=environment).returncode == 1
        newsticker("topics", "create", environment=environment)
        command = [sys.executable, "-m", "newsticker", "run", "enricher"]
        with subprocess.Popen(command, env=os.environ | environment, stderr=subprocess.PIPE) as worker:
            deadline = time.monotonic() + 60
            while newsticker("health", environment=environment).returncode and time.monotonic() < deadline:
                time.sleep(0.2)
            assert newsticker("health", "--live", "--port", port).returncode == 0
            worker.send_signal(signal.SIGTERM)
            started = time.monotonic()
            worker.communicate(timeout=30)
        assert worker.returncode == 0
        assert time.monotonic() - started < 10


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_broker_alone_runs_until_it_is_stopped(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "newsticker", "kafka", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as owner:
        assert owner.stderr is not None
        said = owner.stderr.readline()
        found = re.search(r"at 127\.0\.0\.1:(\d+)", said)
        assert found is not None, said
        assert answers(int(found[1]))
        owner.send_signal(number)
        owner.communicate(timeout=40)
    assert owner.returncode == 0
    assert not answers(int(found[1]))


def test_a_broker_that_ends_by_itself_leaves_its_last_words() -> None:
    command = [sys.executable, "-m", "newsticker", "kafka", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as owner:
        assert owner.stderr is not None
        found = re.search(r"process (\d+);", owner.stderr.readline())
        assert found is not None
        os.kill(int(found[1]), signal.SIGKILL)
        said = owner.stderr.read()
    assert owner.returncode == 1
    assert "newsticker: the broker has ended" in said


def test_a_broker_whose_port_is_taken_claims_nothing(kafka: TestBroker) -> None:
    port = kafka.bootstrap_servers.rsplit(":", 1)[1]
    done = newsticker("kafka", "--port", port)
    assert done.returncode == 10
    assert f"port {port} is in use" in done.stderr
    assert len(done.stderr.splitlines()) == 1
