"""Trying a suspect record alone in a child process, with limits of time and memory.

A record that ended several workers may end this one too. The child shares nothing that it could harm: it runs the pure
handler on a copy of the process, writes nothing, and tells by its exit code whether it survived.
"""

import os
import resource
import signal
import time
from collections.abc import Callable

TRIAL_SECONDS = 10.0
TRIAL_BYTES = 4 * 1024**3
"""Address space of the child; a handler needs a small part of it."""

POLL_SECONDS = 0.01


def survives_trial(attempt: Callable[[], object], *, seconds: float = TRIAL_SECONDS) -> bool:
    """Run `attempt` in a forked child; true when it ended in time and without an error."""
    child = os.fork()
    if child == 0:
        _run_trial(attempt)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(POLL_SECONDS)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _run_trial(attempt: Callable[[], object]) -> None:
    code = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (TRIAL_BYTES, TRIAL_BYTES))
        attempt()
        code = 0
    finally:
        os._exit(code)
