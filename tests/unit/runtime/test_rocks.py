import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsticker.messages.topics import DAY_MS
from newsticker.runtime.rocks import MAX_AGE_MS, RocksStore
from newsticker.runtime.state import Change, CommittedStore, Store, StoreSpec, StoreView

NOW_MS = 1_769_112_000_000
SPEC = StoreSpec("things", 30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RocksStore]:
    store = RocksStore(SPEC, tmp_path / "things-0", NOW_MS)
    yield store
    store.close()


def reopen(store: RocksStore, tmp_path: Path, *, now_ms: int = NOW_MS) -> RocksStore:
    store.close()
    return RocksStore(SPEC, tmp_path / "things-0", now_ms)


def make_changes(seed: int, count: int) -> list[Change]:
    chance = random.Random(seed)  # noqa: S311 - a workload, not a secret
    changes: list[Change] = []
    for number in range(count):
        value = None if chance.random() < 0.2 else b"v%d" % number
        changes.append((b"k%d" % chance.randrange(count // 4), value, NOW_MS + number * DAY_MS // 20))
    return changes


@pytest.mark.parametrize("seed", range(5))
def test_holds_what_the_store_in_memory_holds(store: RocksStore, seed: int) -> None:
    memory = Store(SPEC)
    both: tuple[CommittedStore, ...] = (memory, store)
    changes = make_changes(seed, 400)
    for start in range(0, 400, 7):
        for one in both:
            one.apply(changes[start : start + 7], start)
    assert len(store) == len(memory)
    last_ms = changes[-1][2]
    for now_ms in (NOW_MS, last_ms, last_ms + 29 * DAY_MS, last_ms + 31 * DAY_MS):
        for number in range(100):
            assert store.get(b"k%d" % number, now_ms) == memory.get(b"k%d" % number, now_ms)
    for days in (25, 35, 45, 80):
        assert store.find_removable(last_ms + days * DAY_MS) == memory.find_removable(last_ms + days * DAY_MS)


def test_goes_on_from_its_position_after_a_kill(store: RocksStore, tmp_path: Path) -> None:
    store.apply([(b"a", b"1", NOW_MS)], 17)
    again = reopen(store, tmp_path)
    assert again.find_position(3, 40) == 17
    assert again.get(b"a", NOW_MS) == b"1"
    assert len(again) == 1
    again.close()


@pytest.mark.parametrize(
    ("start", "end", "slept_ms"),
    [
        pytest.param(20, 40, 0, id="the log begins later"),
        pytest.param(0, 16, 0, id="the log ends earlier"),
        pytest.param(0, 40, MAX_AGE_MS + 1, id="tombstones may be gone"),
    ],
)
def test_is_built_anew_when_its_position_does_not_fit(
    store: RocksStore, tmp_path: Path, start: int, end: int, slept_ms: int
) -> None:
    store.apply([(b"a", b"1", NOW_MS)], 17)
    again = reopen(store, tmp_path, now_ms=NOW_MS + slept_ms)
    assert again.find_position(start, end) == start
    assert again.get(b"a", NOW_MS) is None
    assert len(again) == 0
    again.close()


def test_changes_and_position_are_written_together_or_not_at_all(store: RocksStore, tmp_path: Path) -> None:
    store.apply([(b"a", b"1", NOW_MS)], 17)
    view = StoreView(store)
    view.begin_record(NOW_MS)
    view[b"a"] = b"2"
    view.keep_record()
    again = reopen(store, tmp_path)
    assert again.get(b"a", NOW_MS) == b"1"
    assert again.find_position(0, 40) == 17
    again.close()
