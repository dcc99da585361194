"""Copier workers on a cluster: started, supervised as a container engine would, asked for their metrics."""

import asyncio
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from harness.cluster import Cluster
from harness.processes import Processes, WorkerProcess

T = TypeVar("T")

RESTART_PAUSE_S = 0.1


@dataclass
class Copiers:
    """Starts copiers on one cluster."""

    cluster: Cluster
    processes: Processes
    module: str = "harness.copying"
    settings: Mapping[str, object] = field(default_factory=dict)
    """Of every one of them."""
    exit_codes: list[int] = field(default_factory=list)
    """Of supervised copiers, in the order of their ends."""
    running: list[WorkerProcess] = field(default_factory=list)
    """Those that are supervised now."""

    def start(self, **settings: object) -> WorkerProcess:
        """Start one; `worker__brake_window=5` sets NEWSTICKER_WORKER__BRAKE_WINDOW, CAPITALS are set as they are."""
        environment = self.cluster.environment()
        for name, value in {**self.settings, **settings}.items():
            environment[name if name.isupper() else f"NEWSTICKER_{name.upper()}"] = str(value)
        return self.processes.start(["-m", self.module], environment)

    async def start_open(self, partitions: int, **settings: object) -> WorkerProcess:
        """Start one and wait until so many partitions are open."""
        worker = self.start(**settings)
        await asyncio.to_thread(worker.wait_for, "partition.opened", count=partitions)
        return worker

    async def supervise(self, work: Awaitable[T], workers: int = 1, **settings: object) -> T:
        """Keep so many copiers running until `work` is done, and stop them then; their names are stable."""
        running = self.running = [
            self.start(**settings, worker__group_instance_id=f"copier-{n}") for n in range(workers)
        ]
        task = asyncio.ensure_future(work)
        try:
            while not task.done():
                for number, worker in enumerate(running):
                    if (code := worker.process.poll()) is not None:
                        self.exit_codes.append(code)
                        running[number] = self.start(**settings, worker__group_instance_id=f"copier-{number}")
                await asyncio.wait([task], timeout=RESTART_PAUSE_S)
        finally:
            task.cancel()
            for worker in running:
                await asyncio.to_thread(worker.stop)
        return await task
