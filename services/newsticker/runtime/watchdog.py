"""Ends a process whose main loop has stopped moving: heartbeats go on in their own thread and would hide it."""

import asyncio
import threading
import time
from collections.abc import Callable

BEAT_S = 0.5


class Watchdog:
    """A thread that watches the beat of the main loop."""

    def __init__(self, stuck_after_s: float, on_stuck: Callable[[float], object]) -> None:
        self._stuck_after_s = stuck_after_s
        self._on_stuck = on_stuck
        self._beaten_at = time.monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    async def run(self) -> None:
        """Beat from the main loop until cancelled; the watching thread lives as long."""
        self._thread.start()
        try:
            while True:
                self._beaten_at = time.monotonic()
                await asyncio.sleep(BEAT_S)
        finally:
            self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(BEAT_S):
            silence = time.monotonic() - self._beaten_at
            if silence > self._stuck_after_s:
                self._on_stuck(silence)
                return
