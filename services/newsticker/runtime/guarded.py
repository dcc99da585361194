"""A child process that never outlives this one, however this one ends."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from newsticker.runtime import guardian


class GuardedProcess:
    """One running child under a guardian of its own, its output in a log file.

    When this process is gone, the child gets SIGTERM and `grace_s` seconds (0: it is killed at once), and then the
    folder `remove` is deleted.
    """

    def __init__(
        self,
        command: Sequence[str],
        log: Path,
        *,
        grace_s: float = 0,
        remove: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        with log.open("ab") as output:
            self._guardian = subprocess.Popen(  # noqa: S603 - our own command
                [
                    *(sys.executable, "-I", "-S", guardian.__file__),
                    *(str(grace_s), str(remove) if remove else "-", *command),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                env=None if environment is None else dict(environment),
                start_new_session=True,  # Ctrl-C is for the owner, who then ends the child
            )
        self._reports = cast("IO[bytes]", self._guardian.stdout)
        self._exit_code: int | None = None
        self.pid = self._read_number()
        """The child's process id."""

    @property
    def exit_code(self) -> int | None:
        """The child's exit code, negative for a signal; `None` while it runs."""
        self.wait(0)
        return self._exit_code

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the child to end; tell whether it has."""
        if self._exit_code is None:
            readable, _, _ = select.select([self._reports], [], [], timeout_s)
            if readable:
                self._exit_code = self._read_number()
        return self._exit_code is not None

    def kill(self) -> None:
        """End the child as `kill -9` does."""
        if self.exit_code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self.wait()

    def stop(self) -> None:
        """End the child within its grace, and the guardian."""
        with suppress(BrokenPipeError):
            self._guardian.communicate(guardian.STOP)
        self._exit_code = self._exit_code if self._exit_code is not None else -signal.SIGTERM

    def _read_number(self) -> int:
        line = self._reports.readline()
        return int(line) if line else -signal.SIGKILL  # a guardian that says nothing was killed itself
