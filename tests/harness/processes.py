"""Workers as child processes, with their logs in files, ended by their own id."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

TESTS = Path(__file__).resolve().parents[1]


class ChildProcess(Protocol):
    """What the harness asks of a process, as `subprocess.Popen` has it."""

    @property
    def pid(self) -> int:
        """Its process id."""

    @property
    def returncode(self) -> int:
        """Its exit code, once it has ended."""

    def poll(self) -> int | None:
        """Tell its exit code, or `None` while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; give its exit code, or raise `TimeoutExpired`."""

    def kill(self) -> None:
        """Send SIGKILL."""

    def send_signal(self, sig: int) -> None:
        """Send a signal."""


@dataclass
class WorkerProcess:
    """One running worker."""

    process: ChildProcess
    log: Path

    @property
    def pid(self) -> int:
        """Its process id."""
        return self.process.pid

    def kill(self) -> None:
        """End it as `kill -9` does."""
        self.process.kill()
        self.process.wait()

    def signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def stop(self, timeout_s: float = 30) -> float:
        """End it by SIGTERM; give the seconds that it took."""
        started = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        return time.monotonic() - started

    def wait(self, timeout_s: float = 60) -> int:
        """Wait for its end; give its exit code."""
        return self.process.wait(timeout_s)

    def events(self) -> list[dict[str, object]]:
        """Read its log so far."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def wait_for(self, event: str, *, count: int = 1, timeout_s: float = 60) -> list[dict[str, object]]:
        """Wait until it has logged an event so often."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            found = [line for line in self.events() if line.get("event") == event]
            if len(found) >= count:
                return found
            if self.process.poll() is not None and self.process.returncode != 0:
                break
            time.sleep(0.05)
        raise TimeoutError(f"no {event!r} in:\n{self.log.read_text(encoding='utf-8', errors='replace')[-3000:]}")


class Processes:
    """Starts workers and ends what is left of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[WorkerProcess] = []

    def start(self, arguments: list[str], environment: Mapping[str, str]) -> WorkerProcess:
        """Start `python <arguments>` with the tests on its path."""
        log = self._folder / f"worker-{len(self._started)}.log"
        path = os.pathsep.join(filter(None, [str(TESTS), os.environ.get("PYTHONPATH")]))
        process = self._launch(arguments, os.environ | {"PYTHONPATH": path} | dict(environment), log)
        worker = WorkerProcess(process, log)
        self._started.append(worker)
        return worker

    def end_all(self) -> None:
        """Kill what still runs."""
        for worker in self._started:
            if worker.process.poll() is None:
                worker.kill()

    def _launch(self, arguments: list[str], environment: Mapping[str, str], log: Path) -> ChildProcess:
        with log.open("wb") as output:
            return subprocess.Popen(
                [sys.executable, *arguments],
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )
