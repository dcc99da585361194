"""What splitting costs: `python benchmarks/pages/speed.py`.

CPU time of the process, the best of several rounds, beside a fixed loop of plain Python that tells how fast the
machine is just now: a figure means little without it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

from newsticker.commands.pipeline import Pipeline
from newsticker.domain.pages import split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

SEED = Path(__file__).parents[2] / "seeds" / "000_d7145bf83ae64bad.txt"
BUDGETS_US = {"split": 150.0, "page to events": 1000.0}
LENGTHS = (1, 2, 4, 8, 16)
ROUNDS = 9


def measure(work: Callable[[], object], times: int) -> float:
    """Time one call in microseconds of CPU."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = process_time()
        for _ in range(times):
            work()
        best = min(best, (process_time() - start) / times)
    return best * 1e6


def main() -> None:
    """Print the costs of the given page, and how they grow with length."""
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


if __name__ == "__main__":
    main()
