"""`PYTHONPATH=benchmarks python -m duplicates.cost`: what an item costs, at a thousand to a million items in state.

CPU time of a handler, the median of many, and the growth of the process by stored item, for both steps; the stores are
the runtime's, in memory. Ten thousand items are handled, further ones are copies of what those left, under other keys.
`--most 100000` stops earlier. `--write` puts the tables into `cost.md` and draws them as `cost.svg`.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import NamedTuple

from duplicates.copying import copy_items
from duplicates.drawing import draw_curves
from duplicates.filling import NOON, Filler, measure_text
from newsticker.deduplicator.app import build_stages
from newsticker.deduplicator.settings import DeduplicatorSettings
from newsticker.messages.base import Message
from newsticker.messages.news_item import NewsItem
from newsticker.messages.unique_item import DistinctNewsItem, SightingCount
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import STAMP_BYTES, Store, StoreView

HERE = Path(__file__).parent
NOW_MS = int(NOON.timestamp() * 1000)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
HANDLED = 10_000
"""So many items are handled one by one; after that copies fill the state."""

SAMPLE = 1_500
TRANSACTION = 500
PAGE_BYTES = 4096
ALLOCATED = 16
"""Python's allocator gives memory in multiples of this."""


class Row(NamedTuple):
    """What was measured at one size."""

    step: str
    items: int
    new_us: float
    known_us: float
    entries: float
    """Bytes of keys, values and their table a stored item, beyond its compressed text."""
    process: float
    """The same by the growth of the process, whatever else it holds included."""


class Bench:
    """One stage with stores that grow."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._stores = {spec.name: Store(spec) for spec in stage.stores}
        self.views = {name: StoreView(store) for name, store in self._stores.items()}

    def fill(self, messages: Iterator[Message]) -> None:
        """Handle messages and keep what they write, a transaction at a time."""
        for number, message in enumerate(messages, 1):
            self._handle(message)
            for view in self.views.values():
                view.keep_record()
            if number % TRANSACTION == 0:
                self._commit()
        self._commit()

    def copy(self, step: str, count: int) -> None:
        """Write what so many more items would leave."""
        patterns = {
            name: [stored[STAMP_BYTES:] for stored in islice(store._entries.values(), SAMPLE)]  # noqa: SLF001 - as below
            for name, store in self._stores.items()
        }
        write = copy_items(step, self.views, patterns, NOW_MS)
        random = Random(count)  # noqa: S311 - repeatable, not secret
        for number in range(1, count + 1):
            for view in self.views.values():
                view.begin_record(NOW_MS)
            write(random.randbytes(16))
            for view in self.views.values():
                view.keep_record()
            if number % TRANSACTION == 0:
                self._commit()
        self._commit()

    def measure(self, messages: list[Message]) -> float:
        """Give the CPU time of one message in microseconds; nothing is kept of it."""
        times = []
        for message in messages:
            before = time.process_time_ns()
            self._handle(message)
            times.append(time.process_time_ns() - before)
            for view in self.views.values():
                view.drop_record()
        return median(times) / 1000

    def count_bytes(self) -> int:
        """Count what the stores hold, rounded up as Python's allocator does."""
        return sum(
            sys.getsizeof(entries) + sum(_round(key) + _round(value) for key, value in entries.items())
            for entries in (store._entries for store in self._stores.values())  # noqa: SLF001 - its size is the question
        )

    def _handle(self, message: Message) -> None:
        for view in self.views.values():
            view.begin_record(NOW_MS)
        self._stage.handle(message, NOW_MS, self.views)

    def _commit(self) -> None:
        for name, view in self.views.items():
            self._stores[name].apply([(key, value, at) for key, (value, at) in view.pending.items()], None)
            view.pending = {}


def _round(part: bytes) -> int:
    return -(-sys.getsizeof(part) // ALLOCATED) * ALLOCATED


def distinct(item: NewsItem, revision: int = 1) -> DistinctNewsItem:
    """Tell an item as step 1 does."""
    seen = SightingCount(count=1, first_seen=NOON, last_seen=NOON)
    return DistinctNewsItem(
        item_id=item.item_id, revision=revision, best=item, published=item.time.published, sightings=seen
    )


def measure_step(step: str, most: int) -> Iterator[Row]:
    """Grow one step's state, and stop to measure."""
    filler = Filler()
    first, second = build_stages(DeduplicatorSettings())
    stage, tell = {"step 1": (first, _as_sighting), "step 2": (second, distinct)}[step]
    bench = Bench(stage)
    fresh: list[Message] = [tell(filler.make_item(-number)) for number in range(1, SAMPLE + 1)]
    bench.measure(fresh[:100])
    text = mean(measure_text(item) for item in filler.make_items(0, SAMPLE))
    gc.collect()
    base, filled = _read_memory(), 0
    for size in (size for size in SIZES if size <= most):
        bench.fill(tell(item) for item in filler.make_items(filled, min(size, HANDLED)))
        bench.copy(step, size - max(filled, min(size, HANDLED)))
        filled = size
        gc.collect()
        process = (_read_memory() - base) / size
        entries = bench.count_bytes() / size
        stored = min(size, HANDLED)
        known = [_again(step, filler, number * stored // SAMPLE) for number in range(SAMPLE)]
        yield Row(step, size, bench.measure(fresh), bench.measure(known), entries - text, process - text)


def _as_sighting(item: NewsItem) -> Message:
    return item


def _again(step: str, filler: Filler, number: int) -> Message:
    """Tell a known item again: on another page, or as its next revision."""
    return filler.make_item(number, page=number + 1) if step == "step 1" else distinct(filler.make_item(number), 2)


def _read_memory() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_BYTES


def report(rows: list[Row]) -> Iterator[str]:
    """Write the tables in Markdown."""
    yield "# What an item costs"
    yield ""
    yield "CPU time of the handler (median, microseconds), and memory a stored item beyond its compressed text (bytes):"
    yield "of the entries, and by the growth of the process, which at small sizes is mostly something else."
    yield ""
    yield "| step | items in state | a new item | growth | a known item | growth | entries | process |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    before: Row | None = None
    for row in rows:
        same = before if before is not None and before.step == row.step else None
        new = f"{row.new_us:.0f} | {_grow(row.new_us, same.new_us if same else None)}"
        known = f"{row.known_us:.0f} | {_grow(row.known_us, same.known_us if same else None)}"
        yield f"| {row.step} | {row.items:,} | {new} | {known} | {row.entries:.0f} | {row.process:.0f} |"
        before = row
    yield ""
    yield "![curves](cost.svg)"


def _grow(now: float, before: float | None) -> str:
    return f"{now / before - 1:+.0%}" if before else ""


def main() -> None:
    """Measure each step in a process of its own, print, and write."""
    most = int(sys.argv[sys.argv.index("--most") + 1]) if "--most" in sys.argv else SIZES[-1]
    if "--step" in sys.argv:
        for row in measure_step(sys.argv[sys.argv.index("--step") + 1], most):
            print("\t".join(map(str, row)), flush=True)
        return
    rows = [row for step in ("step 1", "step 2") for row in _measure_apart(step, most)]
    lines = list(report(rows))
    print("\n".join(lines))
    if "--write" in sys.argv:
        (HERE / "cost.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        curves: dict[str, list[tuple[float, float]]] = {}
        for row in rows:
            curves.setdefault(f"{row.step}, new", []).append((row.items, row.new_us))
            curves.setdefault(f"{row.step}, known", []).append((row.items, row.known_us))
        (HERE / "cost.svg").write_text(draw_curves(curves, "items in state", "µs of CPU"), encoding="utf-8")


def _measure_apart(step: str, most: int) -> list[Row]:
    """Measure in a fresh process, so that one step's memory is not the other's."""
    command = [sys.executable, "-m", "duplicates.cost", "--step", step, "--most", str(most)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return [Row(name, int(items), *map(float, figures)) for name, items, *figures in rows]


if __name__ == "__main__":
    main()
