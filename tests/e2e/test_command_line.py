"""The command line on a real broker, as people use it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.brokers import TestBroker
from support.command_line import newsticker, read_events, read_golden, wait_for_events, workers
from support.golden import ROOT, SEEDS, forget_processing

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def environment(kafka: TestBroker, topic_prefix: str) -> dict[str, str]:
    return {
        "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": kafka.bootstrap_servers,
        "NEWSTICKER_KAFKA__TOPIC_PREFIX": topic_prefix,
    }


def test_the_demo_prints_the_golden_events_and_nothing_else() -> None:
    done = newsticker("demo", "--json")
    assert done.returncode == 0, done.stderr
    assert read_events(done.stdout) == read_golden()


def test_parse_gives_the_golden_events_without_a_broker() -> None:
    pages = [str(path) for path in sorted(SEEDS.iterdir())]
    assert read_events(newsticker("parse", *pages, "--json").stdout) == read_golden()
    fetched = newsticker("parse", *pages, "--json", "--fetched-at", "2026-01-22T20:00:00Z")
    assert read_events(fetched.stdout) == read_golden(".fetched")


def test_pages_go_in_and_the_golden_events_come_out(environment: dict[str, str], tmp_path: Path) -> None:
    assert newsticker("topics", "create", environment=environment).returncode == 0
    assert newsticker("topics", "check", environment=environment).returncode == 0
    with workers(environment, tmp_path):
        done = newsticker("publish", "seeds", "--fetched-at", "2026-01-22T20:00:00Z", environment=environment)
        assert (done.returncode, "2 sent, 0 refused" in done.stderr) == (0, True)
        latest = wait_for_events(environment, 9, "news-events-latest")
        assert sorted(map(forget_processing, latest), key=str) == sorted(read_golden(".fetched"), key=str)
        newsticker("publish", "seeds", "--fetched-at", "2026-01-22T21:00:00+01:00", environment=environment)
        time.sleep(3)  # room for a repetition that must not come
        assert len(wait_for_events(environment, 9)) == 9
    chosen = wait_for_events(environment, 4, "--where", "ntkind=ticker", "--where", "located=BRUSSEL")
    assert {event["located"] for event in chosen} == {"BRUSSEL"}
    assert len(chosen) == 4
    table = newsticker("tail", "--limit", "2", environment=environment)
    assert len(table.stdout.splitlines()) == 2
    assert "ANP" in table.stdout


def test_what_can_not_be_sent_is_refused_and_the_rest_goes_on(environment: dict[str, str], tmp_path: Path) -> None:
    newsticker("topics", "create", environment=environment)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "empty.txt").write_bytes(b"")
    (pages / "binary.txt").write_bytes(b"\x00\x01")
    (pages / "good.txt").write_text("Kop\nTekst.")
    with (pages / "large.txt").open("wb") as large:
        large.truncate(50 * 1024 * 1024)
    (pages / "mixed.jsonl").write_text('{"text": "een"}\n{"texts": "twee"}\n')
    done = newsticker("publish", str(pages), str(tmp_path / "gone"), environment=environment)
    assert done.returncode == 3
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert f"2 sent, 5 refused, to {environment['NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS']}" in lines
    assert sorted(line.split(":")[0] for line in lines if line.startswith("refused")) == [
        f"refused {tmp_path}/gone",
        "refused binary.txt",
        "refused empty.txt",
        "refused large.txt",
        "refused mixed.jsonl",
    ]
    piped = newsticker("publish", "-", environment=environment, stdin=b'{"text": "drie"}\n{"text": "vier"}\n')
    assert "2 sent, 0 refused" in piped.stderr


def test_a_record_that_is_no_message_is_a_dead_letter_that_can_be_seen_and_replayed(
    environment: dict[str, str], tmp_path: Path
) -> None:
    newsticker("topics", "create", environment=environment)
    prefix = environment["NEWSTICKER_KAFKA__TOPIC_PREFIX"]
    with workers(environment, tmp_path):
        newsticker("run", "producer", environment=environment | {"NEWSTICKER_PRODUCER__PATHS": f'["{SEEDS}"]'})
        wait_for_events(environment, 9)
        put = [sys.executable, "-m", "support.put", prefix + "raw-documents"]
        where = {**os.environ, **environment, "PYTHONPATH": str(ROOT / "tests")}
        for value in ("{", '{"documentId": 1}', ""):
            subprocess.run([*put, value], check=True, env=where)
        deadline = time.monotonic() + 60
        listed = newsticker("dlq", "list", environment=environment)
        while "3 dead letters" not in listed.stderr and time.monotonic() < deadline:
            listed = newsticker("dlq", "list", environment=environment)
    assert "3 dead letters" in listed.stderr, listed.stderr
    assert "undecodable" in listed.stdout
    name = next(word for word in listed.stdout.split() if word.startswith(f"{prefix}raw-documents-dlq/0/"))
    shown = newsticker("dlq", "show", name, "--raw", environment=environment)
    assert shown.stdout in {"{", '{"documentId": 1}', ""}
    assert "dlq.stage: splitter" in newsticker("dlq", "show", name, environment=environment).stdout
    replayed = newsticker(
        "dlq", "replay", "--topic", "raw-documents", "--class", "undecodable", environment=environment
    )
    assert replayed.returncode == 0, replayed.stderr
    assert "sent again, 0 left out" in replayed.stderr


def subscribe(address: str, count: int) -> list[str]:
    """Run the example of a subscriber until it has printed so many lines."""
    where = {"NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": address}
    command = [sys.executable, "-u", str(ROOT / "examples" / "subscribe.py")]
    with subprocess.Popen(command, env=os.environ | where, stdout=subprocess.PIPE, text=True) as subscriber:
        assert subscriber.stdout is not None
        lines = [subscriber.stdout.readline() for _ in range(count)]
        subscriber.kill()
    return lines


def test_a_kept_demo_says_how_to_go_on_and_ends_with_ctrl_c() -> None:
    command = [sys.executable, "-m", "newsticker", "demo", "--keep", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        assert demo.stderr is not None
        for _ in range(9):
            json.loads(demo.stdout.readline())
        said = ""
        while "publish PAGE" not in said:
            said += demo.stderr.readline()
        address = said.split("export NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS=")[1].split()[0]
        done = newsticker("tail", "--json", environment={"NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": address})
        assert len(done.stdout.splitlines()) == 9
        assert sum("interval" in line or "relative" in line for line in subscribe(address, 9)) == 7
        demo.send_signal(signal.SIGINT)
        demo.communicate(timeout=30)
    assert demo.returncode == 0
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((address.split(":")[0], int(address.split(":")[1])), timeout=1)
