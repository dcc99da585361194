"""Trying a suspect record alone in a child process, with limits of time and memory.

A record that ended several workers may end this one too. The child shares nothing that it could harm: it runs the pure
handler on a copy of the process, writes nothing, tells by its exit code whether it survived, and by a pipe which error
ended it, if it saw one. Meanwhile the main loop goes on, so that a trial is never taken for a stuck process.
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

LAST_WORDS_BYTES = 1024
"""A pipe takes so much at once, whether or not somebody reads it yet."""


async def find_cause_of_end(attempt: Callable[[], object], *, seconds: float) -> str | None:
    """Run `attempt` in a forked child and tell what ended it; `None` when it ended in time and without an error."""
    listening, speaking = os.pipe()
    try:
        child = os.fork()
        if child == 0:
            _run_trial(attempt, seconds, speaking)
        os.close(speaking)
        code = await _wait(child, seconds)
        return None if code == 0 else _describe_end(code, os.read(listening, LAST_WORDS_BYTES), seconds)
    finally:
        os.close(listening)


async def _wait(child: int, seconds: float) -> int | None:
    """Give the child's exit code; `None` when its time was over and it was ended."""
    deadline = time.monotonic() + seconds
    status = None
    try:
        while status is None and time.monotonic() < deadline:
            await asyncio.sleep(POLL_SECONDS)
            status = _poll(child)
    finally:
        if status is None:
            _end(child)
    return status


def _describe_end(code: int | None, last_words: bytes, seconds: float) -> str:
    if code is None:
        return f"no end within {seconds:g} s"
    if last_words:
        return last_words.decode("utf-8", "ignore")
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _poll(child: int) -> int | None:
    """Tell the exit code of a child that has ended."""
    ended, status = os.waitpid(child, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def _end(child: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _run_trial(attempt: Callable[[], object], seconds: float, speaking: int) -> NoReturn:
    code = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + 1)  # ends it even if the worker is gone by then
        resource.setrlimit(resource.RLIMIT_AS, (TRIAL_BYTES, TRIAL_BYTES))
        attempt()
        code = 0
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told and the child ends
        os.write(speaking, f"{type(error).__name__}: {error}".encode("utf-8", "replace")[:LAST_WORDS_BYTES])
    finally:
        os._exit(code)
