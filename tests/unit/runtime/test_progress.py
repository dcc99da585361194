"""Readiness and liveness: what a worker says about itself."""

import time

import pytest
from aiokafka.structs import TopicPartition
from prometheus_client import REGISTRY

from newsticker.runtime.progress import Progress

P0, P1 = TopicPartition("t", 0), TopicPartition("t", 1)


class FakePartition:
    """An open partition as far as progress is concerned."""

    def __init__(self, next_offset: int = 0) -> None:
        self.next_offset = next_offset


class FakeAssignment:
    """What is open, and whether that is all."""

    def __init__(self, *tps: TopicPartition) -> None:
        self.open = {tp: FakePartition() for tp in tps}
        self.is_ready = True


class Bench:
    """Progress with ends and a clock that the test sets; 60 s without progress is stalled."""

    def __init__(self, *tps: TopicPartition) -> None:
        self.assignment = FakeAssignment(*tps)
        self.ends: dict[TopicPartition, int | None] = {}
        self.progress = Progress("progress-test", self.assignment, self.ends.get, 60)  # type: ignore[arg-type] # a fake
        self.now = time.monotonic() - 1000

    def sample(self, after_s: float = 0) -> None:
        self.now += after_s
        self.progress.sample(self.now)

    def is_alive(self, monkeypatch: pytest.MonkeyPatch) -> bool:
        with monkeypatch.context() as patch:
            patch.setattr(time, "monotonic", lambda: self.now)
            alive, told = self.progress.is_alive()
        assert told["alive"] is alive
        return alive


def test_readiness_is_the_assignments() -> None:
    bench = Bench(P0)
    assert bench.progress.is_ready() == (True, {"ready": True, "open_partitions": 1})
    bench.assignment.is_ready = False
    assert bench.progress.is_ready() == (False, {"ready": False, "open_partitions": 1})


def test_is_alive_without_lag_however_long_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(P0)
    bench.ends[P0] = 0
    bench.sample()
    bench.sample(500)
    assert bench.is_alive(monkeypatch)


def test_is_alive_while_the_end_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(P0)
    bench.sample()
    bench.sample(500)
    assert bench.is_alive(monkeypatch)


def test_is_not_alive_when_lag_meets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(P0, P1)
    bench.ends.update({P0: 5, P1: 0})
    bench.sample()
    bench.sample(59)
    assert bench.is_alive(monkeypatch)
    bench.sample(2)
    assert not bench.is_alive(monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(time, "monotonic", lambda: bench.now)
        assert bench.progress.is_alive()[1] == {"alive": False, "stalled": ["t/0"], "lag": {"t/0": 5, "t/1": 0}}


def test_any_progress_counts_even_if_the_lag_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(P0)
    for number in range(10):
        bench.assignment.open[P0].next_offset = number
        bench.ends[P0] = number * 100 + 5
        bench.sample(50)
    assert bench.is_alive(monkeypatch)


def test_the_wait_is_counted_from_when_records_came_and_not_from_the_quiet_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bench = Bench(P0)
    bench.ends[P0] = 0
    bench.sample()
    bench.sample(500)
    bench.ends[P0] = 3
    bench.sample(1)
    assert bench.is_alive(monkeypatch)
    bench.sample(61)
    assert not bench.is_alive(monkeypatch)


def test_a_partition_that_is_gone_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    bench = Bench(P0)
    bench.ends[P0] = 5
    bench.sample()
    bench.sample(61)
    del bench.assignment.open[P0]
    bench.sample(1)
    assert bench.is_alive(monkeypatch)


def test_lag_and_open_partitions_are_metrics() -> None:
    bench = Bench(P0, P1)
    bench.ends[P1] = 8
    bench.assignment.open[P1].next_offset = 5
    bench.sample()
    labels = {"service": "progress-test", "topic": "t", "partition": "1"}
    assert REGISTRY.get_sample_value("newsticker_lag_records", labels) == 3
    assert REGISTRY.get_sample_value("newsticker_open_partitions", {"service": "progress-test"}) == 2
