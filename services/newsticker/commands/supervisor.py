"""Runs the services as child processes of this one, and starts again what gives up."""

import json
import os
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from newsticker.runtime.exits import EXIT_USAGE
from newsticker.runtime.guarded import GuardedProcess

GRACE_S = 10.0
RESTART_AFTER_S = 0.5
MAX_RESTARTS = 20
"""A service that gives up so often will not recover by itself."""


class ServiceFailedError(RuntimeError):
    """A service gave up for good; the text says what it last said."""


class Supervisor:
    """The child processes of a few services; all end with this process, however it ends."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        # How this process reaches Kafka says nothing of how its children shall.
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEWSTICKER_KAFKA__")}
        self._environment = {**inherited, **environment}
        self._running: dict[str, GuardedProcess] = {}
        self._restarts: dict[str, int] = {}
        self._due: dict[str, float] = {}

    def start(self, services: Iterable[str]) -> None:
        """Start each service once."""
        for service in services:
            command = [sys.executable, "-m", "newsticker", "run", service]
            self._running[service] = GuardedProcess(
                command, self.log_file(service), grace_s=GRACE_S, environment=self._environment
            )

    def log_file(self, service: str) -> Path:
        """Where a service logs."""
        return self._folder / f"{service}.log"

    def exit_code(self, service: str) -> int | None:
        """Give the exit code of a service that ends by itself; `None` while it runs."""
        return self._running[service].exit_code

    def mend(self, services: Iterable[str]) -> None:
        """Start again what has ended, a moment later each time; give up on what does not stay, or can't start."""
        now = time.monotonic()
        for service in services:
            code = self._running[service].exit_code
            if code is None:
                continue
            if code == EXIT_USAGE:
                raise ServiceFailedError(f"the {service} can't start: {self.last_words(service)}")
            if service not in self._due:
                self._restarts[service] = self._restarts.get(service, 0) + 1
                self._due[service] = now + RESTART_AFTER_S * min(self._restarts[service], 10)
            if self._restarts[service] > MAX_RESTARTS:
                raise ServiceFailedError(f"the {service} gives up again and again: {self.last_words(service)}")
            if now >= self._due[service]:
                del self._due[service]
                self._running[service].stop()
                self.start([service])

    def last_words(self, service: str) -> str:
        """Give the last thing that a service logged."""
        lines = self.log_file(service).read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if not lines:
            return "it said nothing"
        try:
            return str(json.loads(lines[-1]).get("detail") or lines[-1])[:300]
        except (json.JSONDecodeError, AttributeError):
            return lines[-1].removeprefix("newsticker: ")[:300]

    def stop(self) -> None:
        """End them all, the last of the flow first."""
        for process in reversed(self._running.values()):
            process.stop()
        self._running.clear()
