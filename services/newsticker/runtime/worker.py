"""Runs a service: checks what it stands on, joins its group, and ends within seconds or with a reason."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from typing import NoReturn

import faust
import structlog
from aiokafka.structs import TopicPartition

from newsticker.runtime.admin import find_topics, open_admin, reaching
from newsticker.runtime.assignment import Assignment
from newsticker.runtime.exits import ExitReason, WorkerStopError, end_process
from newsticker.runtime.faust_app import build_faust_app
from newsticker.runtime.guards import check_faust
from newsticker.runtime.health import HealthServer, build_health_app
from newsticker.runtime.opening import Opener
from newsticker.runtime.progress import Progress
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings
from newsticker.runtime.stage import Stage
from newsticker.runtime.topology import Topology
from newsticker.runtime.transactions import PartitionRunner, Processor
from newsticker.runtime.watchdog import Watchdog

log = structlog.get_logger()

STOP_TIMEOUT_S = 8.0
"""SIGTERM ends the worker within 10 s; what has not ended by then is settled by the next owner."""

GROUP_CHECK_S = 1.0


class Worker:
    """One process of one service: its stages, its assignment, and what watches over them."""

    def __init__(
        self,
        settings: RuntimeSettings,
        service: str,
        stages: tuple[Stage, ...],
        processors: dict[str, Processor] | None = None,
    ) -> None:
        self.settings = settings
        self.service = service
        self.stages = stages
        self.topology = Topology.from_settings(settings.kafka)
        self.assignment = Assignment(self._open)
        self._openers = {
            self.topology.name(stage.input): Opener(
                stage, settings.kafka, settings.worker, self.assignment.notify, (processors or {}).get(stage.name)
            )
            for stage in stages
        }
        self._stopping = asyncio.Event()

    def run(self) -> NoReturn:
        """Run until SIGTERM or SIGINT (exit code 0), or until a reason to give up (its exit code)."""
        try:
            asyncio.run(self._serve())
        except WorkerStopError as error:
            end_process(error.reason, error.detail, service=self.service)
        log.info("worker.stopped")
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # the consumer's thread may linger; everything that matters is committed

    async def _open(self, tp: TopicPartition) -> PartitionRunner:
        return await self._openers[tp.topic].open(tp)

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signal_number, self._stopping.set)
        await self._check_topics()
        app = build_faust_app(self.settings, self.service, self.stages)
        app.positions = self.assignment
        check_faust(app)
        await self._supervise(app)

    async def _supervise(self, app: faust.App) -> None:
        worker = self.settings.worker
        progress = Progress(self.service, self.assignment, lambda tp: find_end(app, tp), worker.stalled_after_s)
        health = HealthServer(
            build_health_app(progress.is_ready, progress.is_alive), worker.health_host, worker.health_port
        )
        try:
            await health.start()
        except OSError as error:
            detail = f"worker.health_port: can't listen on {worker.health_host}:{worker.health_port}: {error.strerror}"
            raise WorkerStopError(ExitReason.REFUSED_SETTING, detail) from error
        watchdog = Watchdog(worker.stuck_after_s, self._end_stuck)
        tasks = [asyncio.create_task(watchdog.run()), asyncio.create_task(progress.run())]
        started = asyncio.create_task(app.start())
        tasks.append(asyncio.create_task(self._watch_group(app)))
        stopping = asyncio.create_task(self._stopping.wait())
        ended = asyncio.create_task(self._wait_for_end(app, started))
        await asyncio.wait({stopping, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not self._stopping.is_set():
            end_process(ExitReason.FETCH_FAILED, f"Faust gave up: {app.crash_reason!r}", service=self.service)
        log.info("worker.stopping")
        try:
            async with asyncio.timeout(STOP_TIMEOUT_S):
                await self.assignment.close()
                await app.stop()
                await health.stop()
        except TimeoutError:
            log.warning("worker.stop_timed_out", after_s=STOP_TIMEOUT_S)
        for task in (*tasks, started, ended, stopping):
            task.cancel()

    async def _watch_group(self, app: faust.App) -> None:
        while not self._stopping.is_set():
            await asyncio.sleep(GROUP_CHECK_S)
            if (error := app.consumer.find_group_error()) is not None and not self._stopping.is_set():
                end_process(ExitReason.FETCH_FAILED, f"the group has no place for us: {error!r}", service=self.service)

    async def _wait_for_end(self, app: faust.App, started: asyncio.Task[None]) -> None:
        await started
        await app.wait_until_stopped()

    def _end_stuck(self, silence: float) -> None:
        end_process(ExitReason.STUCK, f"the main loop has not moved for {silence:.0f} s", service=self.service)

    async def _check_topics(self) -> None:
        """Refuse to start without the broker, or with topics that the catalogue does not describe."""
        wanted = {}
        for stage in self.stages:
            changelogs = (stage.changelog(spec.name) for spec in stage.stores)
            for topic in (stage.input, *stage.outputs, stage.dead_letters, *changelogs):
                wanted[self.topology.name(topic)] = self.topology.count_partitions(topic)
        found = await count_partitions(self.settings.kafka, wanted)
        unfit = [
            f"{name} has {found.get(name, 0)} partitions, not {count}"
            for name, count in wanted.items()
            if found.get(name, 0) != count
        ]
        if unfit:
            raise WorkerStopError(ExitReason.TOPICS_UNFIT, "; ".join(unfit))


async def count_partitions(kafka: KafkaSettings, topics: Iterable[str]) -> dict[str, int]:
    """Ask the broker how the topics are cut; a topic that does not exist has no entry."""
    async with open_admin(kafka) as admin, reaching(kafka):
        found = await find_topics(admin, topics)
    return {name: len(partitions) for name, partitions in found.items()}


def find_end(app: faust.App, tp: TopicPartition) -> int | None:
    """Give the last stable offset that the consumer has seen, if any."""
    try:
        end: int | None = app.consumer.highwater(tp)
    except Exception:  # noqa: BLE001 - between two assignments there is nothing to ask
        return None
    return end
