"""What splitting costs: `python benchmarks/pages/speed.py`.

CPU time of the process, the best of several rounds, beside a fixed loop of plain Python that tells how fast the
machine is just now: a figure means little without it. The invented pages are split once each, in a process that has
not seen them: what is remembered from one page to the next is of no more use than on real ones.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from generator import invent_page
from newsticker.commands.pipeline import Pipeline
from newsticker.domain.pages import split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

SEED = Path(__file__).parents[2] / "seeds" / "000_d7145bf83ae64bad.txt"
BUDGETS_US = {"split": 150.0, "page to events": 1000.0}
LENGTHS = (1, 2, 4, 8, 16)
ROUNDS = 9
FRESH_PAGES = 1000


def measure(work: Callable[[], object], times: int) -> float:
    """Time one call in microseconds of CPU."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        for _ in range(times):
            work()
        best = min(best, (process_time() - start) / times)
    return best * 1e6


def measure_fresh() -> float:
    """Time the splitting of invented pages, each once, in microseconds a kilobyte."""
    pages = [invent_page(seed).text for seed in range(FRESH_PAGES)]
    profile = SourceProfile()
    start = process_time()
    for page in pages:
        split_page(page, profile, None)
    return (process_time() - start) * 1e6 / sum(map(len, pages)) * 1000


def main() -> None:
    """Print the costs of the given page, and how they grow with length."""
    fresh = measure_fresh()
    text = SEED.read_text(encoding="utf-8")
    profile, sources, document = SourceProfile(), Sources(), make_raw_document(text)
    costs = {
        "split": measure(lambda: split_page(text, profile, None), 200),
        "page to items": measure(lambda: split_document(document, sources), 100),
        "page to events": measure(lambda: Pipeline(sources).feed(document, 0), 10),
    }
    print(f"{SEED.name}: {len(text)} characters, {len(split_page(text, profile, None).items)} items")
    for name, cost in costs.items():
        budget = f" (budget {BUDGETS_US[name]:.0f})" if name in BUDGETS_US else ""
        print(f"  {name:16} {cost:8.0f} us{budget}")
    print(f"  {'plain loop':16} {measure(lambda: sum(range(1000)), 1000):8.1f} us for sum(range(1000))")
    label = text.index("Meer uit")
    article, ticker = text[:label], text[label:] + "\n"
    print("growth, microseconds a kilobyte:")
    for times in LENGTHS:
        page = article + ticker * times
        cost = measure(partial(split_page, page, profile, None), 20)
        print(f"  {len(page) / 1000:6.1f} kB {cost / len(page) * 1000:8.1f}")
    print(f"{FRESH_PAGES} invented pages of short items, once each: {fresh:.1f} microseconds a kilobyte")


if __name__ == "__main__":
    main()
