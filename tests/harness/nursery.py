"""Starts workers by forking: the imports, most of the time of a worker that lives for seconds, are done once.

Run as `python -m harness.nursery MODULE` it imports the module, forks for every line that it reads, and runs the
module's `main()` in the child. What forks has one thread and no connection, so a child is as fresh as a new process.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn, Self

from harness.processes import TESTS, ChildProcess, Processes

POLL_S = 0.02


@dataclass
class ForkedProcess:
    """A child of the nursery: the nursery notes its exit code in a file."""

    pid: int
    exit_file: Path
    _code: int | None = None

    @property
    def returncode(self) -> int:
        """Its exit code, once it has ended."""
        assert self._code is not None
        return self._code

    def poll(self) -> int | None:
        """Tell its exit code, or `None` while it runs."""
        if self._code is None:
            with suppress(FileNotFoundError):
                self._code = int(self.exit_file.read_text(encoding="ascii"))
        return self._code

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; give its exit code."""
        deadline = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if deadline is not None and time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            time.sleep(POLL_S)
        return code

    def kill(self) -> None:
        """Send SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, sig: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, sig)


class Nursery:
    """One process that has imported a module, and forks when asked."""

    def __init__(self, module: str) -> None:
        self._exits = tempfile.TemporaryDirectory(prefix="newsticker-nursery-")
        path = os.pathsep.join(filter(None, [str(TESTS), os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "harness.nursery", module, self._exits.name],
            env=os.environ | {"PYTHONPATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it, and every child that is left."""
        self._process.communicate()
        self._exits.cleanup()

    def fork(self, environment: Mapping[str, str], log: Path) -> ForkedProcess:
        """Start one child."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        log.touch()
        self._process.stdin.write(json.dumps({"environment": dict(environment), "log": str(log)}) + "\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline())
        return ForkedProcess(pid, Path(self._exits.name) / str(pid))


class ForkedProcesses(Processes):
    """Starts the module that a nursery has imported, whatever else it is asked to start."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        super().__init__(folder)
        self._nursery = nursery

    def _launch(self, arguments: list[str], environment: Mapping[str, str], log: Path) -> ChildProcess:
        del arguments
        return self._nursery.fork(environment, log)


def serve(run: Callable[[], object], exits: Path) -> None:
    """Fork for every line on standard input; at its end nothing is left running."""
    living: set[int] = set()

    def note_ends(_: int, __: FrameType | None) -> None:
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                pid, status = ended
                living.discard(pid)
                draft = exits / f"{pid}.draft"
                draft.write_text(str(os.waitstatus_to_exitcode(status)), encoding="ascii")
                draft.rename(exits / str(pid))

    signal.signal(signal.SIGCHLD, note_ends)
    for line in sys.stdin:
        request = json.loads(line)
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # a child that ends at once is known by then
        pid = os.fork()
        if pid == 0:
            become_worker(run, request["environment"], request["log"])
        (exits / str(pid)).unlink(missing_ok=True)  # an earlier child of this number
        living.add(pid)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
    for pid in list(living):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def become_worker(run: Callable[[], object], environment: Mapping[str, str], log: str) -> NoReturn:
    """Be a process of its own: its environment, its log, no signal handler of the nursery's."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    try:
        run()
    except BaseException:  # noqa: BLE001 - nobody else would tell
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(1)  # a worker ends by itself, with a code


if __name__ == "__main__":
    serve(importlib.import_module(sys.argv[1]).main, Path(sys.argv[2]))
