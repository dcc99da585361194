"""Whether a worker gets on: ready when all is open, alive while the committed offset moves wherever records wait."""

import asyncio
import time
from collections.abc import Callable, Mapping

from aiokafka.structs import TopicPartition

from newsticker.runtime.assignment import Assignment
from newsticker.runtime.metrics import LAG, OPEN_PARTITIONS

SAMPLE_S = 1.0

EndOffsets = Callable[[TopicPartition], int | None]


class Progress:
    """Samples the lag of every open partition, and remembers since when it has not moved."""

    def __init__(self, service: str, assignment: Assignment, end_offset: EndOffsets, stalled_after_s: float) -> None:
        self._service = service
        self._assignment = assignment
        self._end_offset = end_offset
        self._stalled_after_s = stalled_after_s
        self._moved: dict[TopicPartition, tuple[int, float]] = {}
        self._lags: dict[TopicPartition, int] = {}

    async def run(self) -> None:
        """Sample until cancelled."""
        while True:
            self.sample(time.monotonic())
            await asyncio.sleep(SAMPLE_S)

    def sample(self, now: float) -> None:
        """Take one sample at `now`, in seconds of any steady clock."""
        opened = dict(self._assignment.open)
        self._lags = {}
        for tp, partition in opened.items():
            lag = max(0, (self._end_offset(tp) or 0) - partition.next_offset)
            self._lags[tp] = lag
            offset, _ = self._moved.get(tp, (-1, now))
            if lag == 0 or partition.next_offset != offset:
                self._moved[tp] = (partition.next_offset, now)
            LAG.labels(self._service, tp.topic, str(tp.partition)).set(lag)
        self._moved = {tp: moved for tp, moved in self._moved.items() if tp in opened}
        OPEN_PARTITIONS.labels(self._service).set(len(opened))

    def is_ready(self) -> tuple[bool, dict[str, object]]:
        """Tell whether everything that is assigned is open."""
        ready = self._assignment.is_ready
        return ready, {"ready": ready, "open_partitions": len(self._assignment.open)}

    def is_alive(self) -> tuple[bool, dict[str, object]]:
        """Tell whether every partition with waiting records has moved lately."""
        now = time.monotonic()
        stalled = [
            f"{tp.topic}/{tp.partition}"
            for tp, (_, since) in self._moved.items()
            if self._lags.get(tp) and now - since > self._stalled_after_s
        ]
        return not stalled, {"alive": not stalled, "stalled": stalled, "lag": _render_lags(self._lags)}


def _render_lags(lags: Mapping[TopicPartition, int]) -> dict[str, int]:
    return {f"{tp.topic}/{tp.partition}": lag for tp, lag in lags.items()}
