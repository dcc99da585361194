"""`PYTHONPATH=benchmarks python -m duplicates.cost`: what an item costs, at a thousand to a million items in state.

CPU time of a handler and memory by stored item, for both steps; the stores are the runtime's, in memory. Some thousand
items are handled, further ones are copies of what those left, under other keys. States of all sizes stand side by side
and every message is timed on all of them, one after the other and each size first in its turn, so that a machine whose
speed changes by the minute shows the same growth: it is the median, over messages, of the ratio between two sizes.
`--most 100000` stops earlier. `--write` puts the tables into `cost.md` and draws them as `cost.svg`.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from duplicates.copying import copy_entries
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
HANDLED = 3_000
"""So many items are handled one by one; after that copies fill the state."""

SAMPLE = 1_000
"""Messages that are timed; as many of the smallest state are known."""

NEW = 10_000_000
"""From this number on items are new to every state."""

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
    new_growth: float
    """Time by that at the size before."""
    known_growth: float
    entries: float
    """Bytes of keys, values and their table a stored item, beyond its compressed text."""
    process: float
    """The same by the growth of the process, whatever else it holds included."""


class Bench:
    """One stage with stores of some size."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._stores = {spec.name: Store(spec) for spec in stage.stores}
        self.views = {name: StoreView(store) for name, store in self._stores.items()}
        self.items = 0

    def fill(self, messages: Iterator[Message]) -> None:
        """Handle messages and keep what they write, a transaction at a time."""
        for number, message in enumerate(messages, 1):
            self._handle(message)
            for view in self.views.values():
                view.keep_record()
            if number % TRANSACTION == 0:
                self._commit()
            self.items = number
        self._commit()

    def grow(self, items: int) -> "Bench":
        """Give a bench with what so many items would leave, these among them."""
        grown = Bench(self._stage)
        for name, store in self._stores.items():
            entries = {key: stored[STAMP_BYTES:] for key, stored in store._entries.items()}  # noqa: SLF001 - as below
            copied = copy_entries(name, entries, items - self.items, NOW_MS)
            grown._stores[name].apply(((key, value, NOW_MS) for key, value in copied), None)
        return grown

    def time(self, message: Message) -> float:
        """Give the CPU time of one message in microseconds; nothing is kept of it."""
        before = time.process_time_ns()
        self._handle(message)
        spent = time.process_time_ns() - before
        for view in self.views.values():
            view.drop_record()
        return spent / 1000

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
        for view in self.views.values():
            view.commit()


def _round(part: bytes) -> int:
    return -(-sys.getsizeof(part) // ALLOCATED) * ALLOCATED


def distinct(item: NewsItem, revision: int = 1) -> DistinctNewsItem:
    """Tell an item as step 1 does."""
    seen = SightingCount(count=1, first_seen=NOON, last_seen=NOON)
    return DistinctNewsItem(
        item_id=item.item_id, revision=revision, best=item, published=item.time.published, sightings=seen
    )


def measure_step(step: str, most: int) -> Iterator[Row]:
    """Build states of all sizes, and time the same messages on them."""
    filler = Filler()
    first, second = build_stages(DeduplicatorSettings())
    stage, tell = {"step 1": (first, _as_sighting), "step 2": (second, distinct)}[step]
    text = mean(measure_text(item) for item in filler.make_items(0, SAMPLE))
    sizes = [size for size in SIZES if size <= most]
    handled = {count: Bench(stage) for count in {min(size, HANDLED) for size in sizes}}
    for count, bench in handled.items():
        bench.fill(tell(item) for item in filler.make_items(0, count))
    benches, process = [], []
    for size in sizes:
        base = _read_memory()
        benches.append(handled[min(size, HANDLED)].grow(size))
        gc.collect()
        process.append((_read_memory() - base) / size - text)
    gc.freeze()  # what has been built is not looked through while messages are timed
    warmer = handled[max(handled)]
    new = time_all(benches, warmer, [tell(filler.make_item(NEW + number)) for number in range(SAMPLE)])
    known = time_all(benches, warmer, [_again(step, filler, number) for number in range(SAMPLE)])
    for place, (size, bench) in enumerate(zip(sizes, benches, strict=True)):
        times = (median(new[place]), median(known[place]))
        growth = (_compare(new, place), _compare(known, place))
        yield Row(step, size, *times, *growth, bench.count_bytes() / size - text, process[place])


def time_all(benches: Sequence[Bench], warmer: Bench, messages: Sequence[Message]) -> list[list[float]]:
    """Time messages on each bench, which in turn are first; the warmer has the message in the caches before."""
    times: list[list[float]] = [[] for _ in benches]
    for number, message in enumerate(messages):
        warmer.time(message)
        for turn in range(len(benches)):
            place = (number + turn) % len(benches)
            times[place].append(benches[place].time(message))
    return times


def _compare(times: list[list[float]], place: int) -> float:
    """Give the growth from the size before: the median of what single messages say."""
    if place == 0:
        return 0.0
    return median(now / before for before, now in zip(times[place - 1], times[place], strict=True)) - 1


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
    yield "CPU time of the handler (median, microseconds), its growth (median over messages timed at all sizes in"
    yield "turn), and memory a stored item beyond its compressed text (bytes): of the entries, and by the growth of"
    yield "the process, which at small sizes is mostly something else."
    yield ""
    yield "| step | items in state | a new item | growth | a known item | growth | entries | process |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for row in rows:
        new, known = (f"{growth:+.1%}" if row.items > SIZES[0] else "" for growth in (row.new_growth, row.known_growth))
        times = f"{row.new_us:.0f} | {new} | {row.known_us:.0f} | {known}"
        yield f"| {row.step} | {row.items:,} | {times} | {row.entries:.0f} | {row.process:.0f} |"
    yield ""
    yield "![curves](cost.svg)"


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
