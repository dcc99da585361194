"""How well invented pages are split: `python benchmarks/pages/score.py [FIRST_SEED] [PAGES]`.

Prints, per shape, precision and recall of item boundaries and the share of items whose stamp, dateline and headline
are right. The pages come from the generator of the tests; hand-made truth stands in `tests/fixtures/pages`.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from generator import SHAPES, TrueItem, invent_page
from newsticker.domain.sources import Sources
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

FIELDS = ("stamp", "dateline", "headline")
FIRST_SEED, PAGES = 1_000_000, 2_000


def judge(true: TrueItem, found: NewsItem) -> dict[str, bool]:
    """Say which fields of an item are right."""
    stamp, dateline = found.time.stamp, found.dateline
    attribution = (dateline.places, dateline.agencies) if dateline else ((), ())
    return {
        "stamp": (true.stamp or true.clock) == ((stamp.clock or stamp.text) if stamp else None),
        "dateline": attribution == (true.places, true.agencies),
        "headline": true.headline == (found.headline.value if found.headline else None),
    }


def score(shape: str, first: int, pages: int) -> Counter[str]:
    """Count over the pages of one shape."""
    counts: Counter[str] = Counter()
    for seed in range(first, first + pages):
        page = invent_page(seed, shape=shape)
        found = {
            (item.body, item.source.position if not item.body else 0): item
            for item in split_document(make_raw_document(page.text), Sources())
        }
        start = 0 if page.items[0].article else 1
        true = {(item.body, start + place if not item.body else 0): item for place, item in enumerate(page.items)}
        counts.update(true=len(true), found=len(found), both=len(true.keys() & found.keys()))
        for key in true.keys() & found.keys():
            counts.update(name for name, right in judge(true[key], found[key]).items() if right)
    return counts


def main() -> None:
    """Print the table."""
    numbers = [int(argument) for argument in sys.argv[1:]]
    first, pages = (*numbers, *(FIRST_SEED, PAGES)[len(numbers) :])
    print(
        f"{'shape':14}{'items':>8}{'precision':>11}{'recall':>9}{'F1':>8}" + "".join(f"{name:>10}" for name in FIELDS)
    )
    for shape in sorted(SHAPES):
        counts = score(shape, first, pages // len(SHAPES))
        precision, recall = counts["both"] / counts["found"], counts["both"] / counts["true"]
        f1 = 2 * precision * recall / (precision + recall)
        fields = "".join(f"{counts[name] / counts['both']:10.4f}" for name in FIELDS)
        print(f"{shape:14}{counts['true']:8}{precision:11.4f}{recall:9.4f}{f1:8.4f}{fields}")


if __name__ == "__main__":
    main()
