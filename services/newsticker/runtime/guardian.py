"""Runs one child and ends it when its owner ends, however the owner ends; standard library only, run as a script.

The owner holds the writing end of this process's standard input. The system closes it when the owner is gone, also
after `kill -9`. Arguments: seconds of grace, a folder to remove if the owner is gone or `-`, then the child's command.
Standard output carries the child's process id, and later its exit code, each on a line.
"""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress

PR_SET_PDEATHSIG = 1
STOP = b"s"
"""Sent by an owner that stays and only wants the child ended; the folder is left to it."""


def _die_with_parent() -> None:
    """On Linux, let the child die with this process even if this process is killed."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _report_end(child: "subprocess.Popen[bytes]") -> None:
    code = child.wait()
    with suppress(OSError):  # nobody may be left to be told
        os.write(1, f"{code}\n".encode())


def _end(child: "subprocess.Popen[bytes]", grace_s: float) -> None:
    if grace_s > 0:
        child.terminate()
        with suppress(subprocess.TimeoutExpired):
            child.wait(grace_s)
    child.kill()
    child.wait()


def main(arguments: list[str]) -> None:
    """Run the child until the owner says stop or is gone."""
    grace, folder, *command = arguments
    child = subprocess.Popen(  # noqa: S603 - the owner's own command
        command,
        stdin=subprocess.DEVNULL,
        stdout=2,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - no thread has been started yet
    )
    os.write(1, f"{child.pid}\n".encode())
    threading.Thread(target=_report_end, args=(child,), daemon=True).start()
    answer = os.read(0, 1)
    _end(child, float(grace))
    if folder != "-" and answer != STOP:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
