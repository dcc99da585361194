"""Keeps workers running while killing them at random moments."""

import random
import threading
import time
from collections import Counter
from collections.abc import Mapping

from harness.processes import Processes, WorkerProcess

POLL_S = 0.1


class Chaos:
    """Two processes of each service; whoever dies is started again, by itself or by our hand."""

    def __init__(
        self, processes: Processes, environment: Mapping[str, str], services: tuple[str, ...], copies: int
    ) -> None:
        self._processes = processes
        self._environment = environment
        self._running: dict[tuple[str, int], WorkerProcess] = {}
        self._slots = [(service, number) for service in services for number in range(copies)]
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._supervisor = threading.Thread(target=self._supervise, daemon=True)
        self.kills: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()

    def start(self) -> None:
        """Start everything and watch over it."""
        for slot in self._slots:
            self._start(slot)
        self._supervisor.start()

    def kill_all_services(self, random_source: random.Random, *, rounds: int, mean_gap_s: float) -> None:
        """Kill every service so many times, in random order at random moments."""
        victims = [slot[0] for slot in self._slots[:: len(self._slots) // len({s for s, _ in self._slots})]] * rounds
        random_source.shuffle(victims)
        for service in victims:
            time.sleep(min(random_source.expovariate(1 / mean_gap_s), mean_gap_s * 3))
            self.kill(service, random_source)

    def kill(self, service: str, random_source: random.Random) -> None:
        """Kill one process of a service as `kill -9` does."""
        with self._lock:
            alive = [
                worker for slot, worker in self._running.items() if slot[0] == service and worker.process.poll() is None
            ]
            if alive:
                random_source.choice(alive).kill()
                self.kills[service] += 1

    def stop(self) -> dict[str, int]:
        """Stop watching, then every worker by SIGTERM; give the exit codes."""
        self._stopped.set()
        self._supervisor.join()
        for worker in self._running.values():
            worker.stop()
        return {f"{service}-{number}": worker.process.returncode for (service, number), worker in self._running.items()}

    def _start(self, slot: tuple[str, int]) -> None:
        self._running[slot] = self._processes.start(["-m", "harness.service", slot[0]], self._environment)

    def _supervise(self) -> None:
        while not self._stopped.wait(POLL_S):
            with self._lock:
                for slot, worker in list(self._running.items()):
                    code = worker.process.poll()
                    if code is not None:
                        self.ends[f"{slot[0]} exit {code}"] += 1
                        self._start(slot)
