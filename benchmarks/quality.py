"""How well the rules judge labelled texts: `make quality`.

Prints precision, recall and F1 of every facet, writes them into `quality.md`, and fails when a figure falls by more
than a point; then what `duplicates/score.py` says of near-duplicates. `--keep` leaves the file as it is; `--explain`
lists what was wrong or missed in the half that we look at.
"""

import re
import sys
from pathlib import Path

from duplicates import score as duplicates
from labelled.reader import HALVES
from labelled.scores import Scores, measure

TABLE = Path(__file__).with_name("quality.md")
POINT = 0.01
MIN_TRUE = 10
"""Fewer true values make a figure jump by more than a point by themselves: shown, but not held."""

HEAD = """# Quality of enrichment

Written by `make quality`, which fails when a figure falls by more than a point. The items are invented and labelled
by hand (`labelled/`): one half is looked at while rules change, the other only scored. `n` counts true values; classes
with fewer than {least} are shown but not held. For classes (`countries: metonym`) and for `precision` rows, `n` counts
the right answers, so only precision says something.

| half | facet | precision | recall | F1 | n |
|---|---|---|---|---|---|
"""
_ROW = re.compile(r"\| (\w+) \| ([^|]+?) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \|")


def main(arguments: list[str]) -> int:
    """Measure, print, compare and write."""
    scores = measure()
    table = render(scores)
    print(table)
    duplicates.main()
    if "--explain" in arguments:
        explain(scores)
    falls = find_falls(scores, read_figures())
    for fall in falls:
        print(fall, file=sys.stderr)
    if not falls and "--keep" not in arguments:
        TABLE.write_text(table, encoding="utf-8")
    return 1 if falls else 0


def render(scores: Scores) -> str:
    """Render the figures as a table."""
    rows = [
        f"| {half} | {facet} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} | {score.true} |"
        for (half, facet), score in scores.items()
    ]
    return HEAD.format(least=MIN_TRUE) + "\n".join(rows) + "\n"


def explain(scores: Scores) -> None:
    """List what was wrong or missed in the half that we look at."""
    for (half, facet), score in scores.items():
        if half == HALVES[0] and (score.wrong or score.missed):
            print(f"{facet}: wrong {score.wrong}, missed {score.missed}")


def read_figures() -> dict[tuple[str, str], tuple[float, float, float]]:
    """Read the figures that were reached before."""
    if not TABLE.exists():
        return {}
    rows = _ROW.findall(TABLE.read_text(encoding="utf-8"))
    return {
        (half, facet): (float(precision), float(recall), float(f1)) for half, facet, precision, recall, f1, _n in rows
    }


def find_falls(scores: Scores, before: dict[tuple[str, str], tuple[float, float, float]]) -> list[str]:
    """Name the figures that fell by more than a point."""
    falls = []
    for key, figures in before.items():
        score = scores.get(key)
        if score is None or score.true < MIN_TRUE:
            continue
        for name, old, new in zip(
            ("precision", "recall", "F1"), figures, (score.precision, score.recall, score.f1), strict=True
        ):
            if new < old - POINT:
                falls.append(f"{key[0]} {key[1]}: {name} fell from {old:.3f} to {new:.3f}")
    return falls


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
