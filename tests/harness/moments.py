"""Faults at a moment of the protocol: a test arms one, and the first worker that comes to it kills or stops itself.

A moment is a file in a folder that the test and its workers share; who renames it has reached it, and nobody else.
"""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from harness.patches import patch
from newsticker.runtime.batch_queue import BatchQueue
from newsticker.runtime.opening import Opener
from newsticker.runtime.stage import StageProcessor

R = TypeVar("R")

POLL_S = 0.02
PATIENCE_S = 60.0


class Moment(StrEnum):
    """Where a worker can be met."""

    HANDLING = "handling"
    """A record is about to be handled."""
    OFFSETS = "offsets"
    """The broker has outputs of a transaction, and is about to be sent the input's offset."""
    COMMIT = "commit"
    """The broker has outputs of a transaction, and is about to be asked to commit."""
    QUEUED = "queued"
    """Records were fetched, and are about to be handled."""
    READ_BACK = "read-back"
    """Offset and state of a partition of the first input were read, and it is about to be opened."""


class Fault(StrEnum):
    """What happens to the worker there."""

    KILL = "kill"
    STOP = "stop"
    FAIL = "fail"


class Moments:
    """The moments of one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def arm(self, moment: Moment, fault: Fault) -> None:
        """Let the first worker that comes to a moment meet a fault."""
        self._forget(moment)
        self._put(moment, fault)

    def hold(self, moment: Moment) -> None:
        """Let every worker that comes to a moment wait for `release`."""
        self._forget(moment)
        self._put(f"{moment}.held", "")

    def release(self, moment: Moment) -> None:
        """Let those go on that wait."""
        (self.folder / f"{moment}.held").unlink()

    async def wait_until_reached(self, moment: Moment) -> int:
        """Wait until a worker came there; give its process id."""
        return int(await self._wait_for(f"{moment}.reached"))

    async def wait_until_passed(self, moment: Moment) -> None:
        """Wait until the worker that came there is past it, by success or failure."""
        await self._wait_for(f"{moment}.passed")

    def meet(self, moment: Moment) -> bool:
        """In a worker: meet the fault of this moment, if there is one; tell whether there was."""
        armed, reached = self.folder / moment, self.folder / f"{moment}.reached"
        try:
            fault = armed.read_text(encoding="ascii")
            armed.rename(self.folder / f"{moment}.met")
        except FileNotFoundError:
            return False
        self._put(reached.name, str(os.getpid()))
        if fault == Fault.FAIL:
            raise KafkaError("a fault of the test's")
        os.kill(os.getpid(), signal.SIGKILL if fault == Fault.KILL else signal.SIGSTOP)
        return True

    def note_passed(self, moment: Moment) -> None:
        """In a worker: say that what follows the moment has ended."""
        self._put(f"{moment}.passed", "")

    async def wait_if_held(self, moment: Moment) -> None:
        """In a worker: wait as long as this moment is held."""
        held = self.folder / f"{moment}.held"
        if held.exists():
            self._put(f"{moment}.reached", str(os.getpid()))
        while held.exists():  # noqa: ASYNC110 - another process ends it
            await asyncio.sleep(POLL_S)

    def _put(self, name: str, content: str) -> None:
        draft = self.folder / f"{name}.{os.getpid()}"
        draft.write_text(content, encoding="ascii")
        draft.rename(self.folder / name)

    def _forget(self, moment: Moment) -> None:
        for suffix in ("", ".held", ".reached", ".passed"):
            (self.folder / f"{moment}{suffix}").unlink(missing_ok=True)

    async def _wait_for(self, name: str) -> str:
        deadline = time.monotonic() + PATIENCE_S
        while not (self.folder / name).exists():
            if time.monotonic() > deadline:
                raise TimeoutError(f"nobody came to {name}")
            await asyncio.sleep(POLL_S)
        return (self.folder / name).read_text(encoding="ascii")


class Encounters:
    """In a worker: what stands at each moment, in the place of a function that it calls."""

    def __init__(self, moments: Moments) -> None:
        self._moments = moments
        self._producing: set[AIOKafkaProducer] = set()
        """Those that have sent outputs since they last committed."""

    def place(self) -> None:
        """Put everything in its place, before the worker starts."""
        patch(AIOKafkaProducer, "send_batch", self.send_batch)
        patch(AIOKafkaProducer, "send_offsets_to_transaction", self.send_offsets)
        patch(AIOKafkaProducer, "commit_transaction", self.commit)
        patch(StageProcessor, "_apply", self.handle)
        patch(BatchQueue, "wait", self.wait_for_records)
        patch(Opener, "_read_back", self.read_back)

    async def send_batch(
        self, send: Callable[..., Awaitable[R]], producer: AIOKafkaProducer, *batch: object, **to: int
    ) -> R:
        """Note that there are outputs."""
        self._producing.add(producer)
        return await send(producer, *batch, **to)

    async def send_offsets(
        self, send: Callable[..., Awaitable[None]], producer: AIOKafkaProducer, *offsets: object
    ) -> None:
        """Before the offsets of a transaction with outputs."""
        if producer in self._producing:
            self._moments.meet(Moment.OFFSETS)
        await send(producer, *offsets)

    async def commit(self, commit: Callable[..., Awaitable[None]], producer: AIOKafkaProducer) -> None:
        """Before and after the commit of a transaction with outputs."""
        met = producer in self._producing and self._moments.meet(Moment.COMMIT)
        self._producing.discard(producer)
        try:
            await commit(producer)
        finally:
            if met:
                self._moments.note_passed(Moment.COMMIT)

    def handle(self, apply: Callable[..., R], *record: object) -> R:
        """Before a record is handled."""
        self._moments.meet(Moment.HANDLING)
        return apply(*record)

    async def wait_for_records(self, wait: Callable[..., Awaitable[None]], queue: BatchQueue) -> None:
        """Between fetching and handling."""
        await wait(queue)
        await self._moments.wait_if_held(Moment.QUEUED)

    async def read_back(self, read: Callable[..., Awaitable[R]], opener: Opener, *partition: object) -> R:
        """Between reading back and opening, where there is state."""
        found = await read(opener, *partition)
        if opener.stage.stores:
            await self._moments.wait_if_held(Moment.READ_BACK)
        return found
