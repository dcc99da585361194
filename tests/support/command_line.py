"""Runs `newsticker` as people do: each command a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from newsticker.commands.services import WORKERS
from newsticker.commands.supervisor import Supervisor
from support.golden import GOLDEN, ROOT, SEEDS, Event, forget_processing

Environment = dict[str, str]


def newsticker(
    *arguments: str, environment: Environment | None = None, stdin: bytes = b"", timeout_s: float = 100
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "newsticker", *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        timeout=timeout_s,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def workers(environment: Environment, folder: Path) -> Iterator[Supervisor]:
    """Run all workers."""
    supervisor = Supervisor(folder, environment)
    supervisor.start(WORKERS)
    try:
        yield supervisor
    finally:
        supervisor.stop()


def wait_for_events(
    environment: Environment, count: int, *options: str, supervisor: Supervisor | None = None
) -> list[dict[str, Any]]:
    """Read until there are so many events; a supervisor mends its workers meanwhile."""
    deadline = time.monotonic() + 90
    while True:
        if supervisor:
            supervisor.mend(WORKERS)
        done = newsticker("tail", *options, "--json", environment=environment)
        assert done.returncode == 0, done.stderr
        if len(done.stdout.splitlines()) >= count:
            return [json.loads(line) for line in done.stdout.splitlines()]
        assert time.monotonic() < deadline, done.stderr


def read_events(text: str) -> list[Event]:
    """Read printed events, without their times of processing."""
    return [forget_processing(json.loads(line)) for line in text.splitlines()]


def read_golden(ending: str = "") -> list[Event]:
    """Read the golden events of all pages."""
    return [
        forget_processing(event)
        for page in sorted(SEEDS.iterdir())
        for event in json.loads((GOLDEN / f"{page.stem}{ending}.json").read_text(encoding="utf-8"))
    ]
