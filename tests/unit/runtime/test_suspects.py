"""Trials of suspect records: a child may die, hang or fail; this process does not notice."""

import asyncio
import faulthandler
import os
import signal
import time
from collections.abc import Callable

import pytest

from newsticker.runtime.suspects import LAST_WORDS_BYTES, find_cause_of_end


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect the processes that are forked; a broker of other tests may be a child of ours too."""
    forked: list[int] = []
    fork = os.fork

    def remember() -> int:
        child = fork()
        forked.append(child)
        return child

    monkeypatch.setattr(os, "fork", remember)
    return forked


def is_reaped(child: int) -> bool:
    try:
        os.waitpid(child, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def die() -> None:
    os._exit(99)


def crash() -> None:
    faulthandler.disable()  # a segfault is the point, its trace is not
    os.kill(os.getpid(), signal.SIGSEGV)


def fail() -> None:
    raise RuntimeError("no", 1)


def fail_at_length() -> None:
    raise ValueError("é" * 100_000)


def recurse() -> None:
    recurse()


def leave() -> None:
    raise SystemExit(0)


def devour() -> bytes:
    return bytes(8 * 1024**3)


@pytest.mark.parametrize(
    ("attempt", "cause"),
    [
        (die, "exit code 99"),
        (crash, "signal SIGSEGV"),
        (fail, "RuntimeError: ('no', 1)"),
        (fail_at_length, "ValueError: éé"),
        (recurse, "RecursionError: "),
        (leave, "SystemExit: 0"),
        (devour, "MemoryError: "),
    ],
)
async def test_a_record_that_ends_its_child_does_not_survive_and_the_cause_is_told(
    attempt: Callable[[], object], cause: str
) -> None:
    told = await find_cause_of_end(attempt, seconds=20)
    assert told is not None
    assert told.startswith(cause)
    assert len(told.encode()) <= LAST_WORDS_BYTES


async def test_a_record_that_hangs_is_ended_and_its_child_reaped(children: list[int]) -> None:
    started = time.monotonic()
    assert await find_cause_of_end(lambda: time.sleep(600), seconds=0.2) == "no end within 0.2 s"
    assert time.monotonic() - started < 20
    assert [is_reaped(child) for child in children] == [True]


async def test_a_harmless_record_survives_and_leaves_nothing_here() -> None:
    seen: list[int] = []
    assert await find_cause_of_end(lambda: seen.append(1), seconds=20) is None
    assert seen == []


async def test_the_main_loop_goes_on_during_a_trial() -> None:
    trial = asyncio.create_task(find_cause_of_end(lambda: time.sleep(0.3), seconds=20))
    beats = 0
    while not trial.done():
        beats += 1
        await asyncio.sleep(0.01)
    assert await trial is None
    assert beats > 5


async def test_a_cancelled_trial_leaves_no_child_behind(children: list[int]) -> None:
    trial = asyncio.create_task(find_cause_of_end(lambda: time.sleep(600), seconds=600))
    await asyncio.sleep(0.05)
    trial.cancel()
    with pytest.raises(asyncio.CancelledError):
        await trial
    assert [is_reaped(child) for child in children] == [True]
