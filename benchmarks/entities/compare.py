"""Our rules beside a heavier recogniser, where one is installed: `python benchmarks/entities/compare.py`.

Debian's `frog` (GPL) runs as a process of its own and is never a dependency: it gets the labelled items on files and
answers in columns. People and organisations are compared by name, on the half that no rule was changed for.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from labelled.reader import LabelledItem, read_half
from labelled.scores import Score
from newsticker.domain.enrichment import enrich_copy

HALF = "scored"
BORDER = "grensregel"
WORD_COLUMN, ENTITY_COLUMN = 1, 6
KINDS = {"PER": "people", "ORG": "organisations"}


def main() -> int:
    """Print precision, recall and F1 of both."""
    items = [item for item in read_half(HALF) if item.language == "nl"]
    show("rules", [ask_rules(item) for item in items], items)
    if shutil.which("frog") is None:
        print("frog is not installed (Debian: apt-get install frog frogdata): nothing to compare with")
        return 0
    show("frog", ask_frog(items), items)
    return 0


def ask_rules(item: LabelledItem) -> dict[str, set[str]]:
    """Ask our rules."""
    enrichment = enrich_copy(item.copy)
    return {
        "people": {person.name for person in enrichment.people},
        "organisations": {name for body in enrichment.organisations for name in pick(body.name, body.literal, item)},
    }


def pick(name: str, literal: str, item: LabelledItem) -> tuple[str]:
    """Take the spelling that the truth has."""
    return (name if name in item.organisations else literal,)


def ask_frog(items: list[LabelledItem]) -> list[dict[str, set[str]]]:
    """Ask frog for all items at once, with a line between them that it gives back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "items.txt")
        path.write_text("".join(f"{item.copy.text}\n\n{BORDER}\n\n" for item in items), encoding="utf-8")
        command = ["frog", "--skip=mptc", "-t", str(path)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages: list[list[list[str]]] = [[]]
    for line in answer.splitlines():
        columns = line.split("\t")
        if BORDER in columns:
            pages.append([])
        else:
            pages[-1].append(columns)
    return [read_columns(page) for page in pages[: len(items)]]


def read_columns(rows: list[list[str]]) -> dict[str, set[str]]:
    """Read the entities out of frog's columns: B-PER begins one, I-PER goes on."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS.values()}
    words: list[str] = []
    kind = ""
    for columns in [*rows, [""]]:
        mark = columns[ENTITY_COLUMN] if len(columns) > ENTITY_COLUMN else "O"
        if not mark.startswith("I-"):
            if kind in KINDS:
                found[KINDS[kind]].add(" ".join(words).rstrip(".,"))
            words, kind = [], mark.removeprefix("B-")
        if mark != "O":
            words.append(columns[WORD_COLUMN].replace("_", " "))
    return found


def show(name: str, answers: list[dict[str, set[str]]], items: list[LabelledItem]) -> None:
    """Print the figures of one recogniser."""
    for kind in KINDS.values():
        score = Score()
        for item, answer in zip(items, answers, strict=True):
            score.add(getattr(item, kind), answer[kind])
        print(f"{name:6} {kind:14} precision {score.precision:.2f} recall {score.recall:.2f} F1 {score.f1:.2f}")


if __name__ == "__main__":
    sys.exit(main())
