"""The watchdog notices a main loop that stands still, and nothing else."""

import asyncio
import threading
import time

import pytest

from newsticker.runtime import watchdog
from newsticker.runtime.watchdog import Watchdog


@pytest.fixture(autouse=True)
def quick_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "BEAT_S", 0.02)


async def watch_while(stuck_after_s: float, seconds_blocked: float, seconds_moving: float) -> list[float]:
    silences: list[float] = []
    beating = asyncio.create_task(Watchdog(stuck_after_s, silences.append).run())
    await asyncio.sleep(seconds_moving)
    if seconds_blocked:
        time.sleep(seconds_blocked)  # noqa: ASYNC251 - the loop is to stand still
    await asyncio.sleep(0.05)
    beating.cancel()
    await asyncio.wait([beating])
    return silences


async def test_a_loop_that_stands_still_is_told_once() -> None:
    (silence,) = await watch_while(0.2, 0.8, 0)
    assert silence > 0.2


async def test_a_loop_that_moves_is_left_alone() -> None:
    assert await watch_while(20, 0, 0.3) == []


async def test_a_pause_within_the_limit_is_left_alone() -> None:
    assert await watch_while(20, 0.2, 0) == []


async def test_its_thread_ends_with_it() -> None:
    await watch_while(20, 0, 0)
    deadline = time.monotonic() + 20
    while any(thread.name == "watchdog" for thread in threading.enumerate()):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)
