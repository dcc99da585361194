"""Trying a suspect record alone in a child process, with limits of time and memory.

A record that ended several workers may end this one too. The child shares nothing that it could harm: it runs the pure
handler on a copy of the process, writes nothing, and tells by its exit code whether it survived. Meanwhile the main
loop goes on, so that a trial is never taken for a stuck process.
"""

import asyncio
import os
import resource
import signal
import time
from collections.abc import Callable
from typing import NoReturn

TRIAL_BYTES = 4 * 1024**3
"""Address space of the child; a handler needs a small part of it."""

POLL_SECONDS = 0.01


async def survives_trial(attempt: Callable[[], object], *, seconds: float) -> bool:
    """Run `attempt` in a forked child; true when it ended in time and without an error."""
    child = os.fork()
    if child == 0:
        _run_trial(attempt, seconds)
    deadline = time.monotonic() + seconds
    status = None
    try:
        while status is None and time.monotonic() < deadline:
            await asyncio.sleep(POLL_SECONDS)
            status = _poll(child)
    finally:
        if status is None:
            _end(child)
    return status == 0


def _poll(child: int) -> int | None:
    """Tell the exit code of a child that has ended."""
    ended, status = os.waitpid(child, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _run_trial(attempt: Callable[[], object], seconds: float) -> NoReturn:
    code = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + 1)  # ends it even if the worker is gone by then
        resource.setrlimit(resource.RLIMIT_AS, (TRIAL_BYTES, TRIAL_BYTES))
        attempt()
        code = 0
    finally:
        os._exit(code)
