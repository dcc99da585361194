"""The golden files: what every page of `seeds/` must give, with and without a fetch time.

Run as a script it writes them from the code and says what changed, event by event.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newsticker.commands.pipeline import Pipeline, sort_events
from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import Description
from newsticker.producer.reading import Candidate, find_candidates, read_candidate

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds"
GOLDEN = ROOT / "tests" / "golden"

PROCESSED_MS = int(datetime(2026, 1, 23, tzinfo=UTC).timestamp() * 1000)
"""When the pages are taken to be processed."""

VARIANTS = {"": None, ".fetched": datetime(2026, 1, 22, 20, tzinfo=UTC)}
"""By ending of the golden file's name: the fetch time of the page."""

Event = dict[str, Any]


def read_page(path: Path, fetched_at: datetime | None) -> RawDocument:
    """Read a page as `publish` does."""
    (candidate,) = find_candidates([path])
    assert isinstance(candidate, Candidate)
    (page,) = read_candidate(candidate, Description(fetched_at=fetched_at))
    assert isinstance(page, RawDocument)
    return page


def make_events(pages: list[RawDocument]) -> list[Event]:
    """Give the events of pages, as JSON values."""
    pipeline = Pipeline(Sources())
    for page in pages:
        pipeline.feed(page, PROCESSED_MS)
    return [json.loads(event.to_json()) for event in sort_events(list(pipeline.latest.values()))]


def list_golden() -> Iterator[tuple[Path, Path, datetime | None]]:
    """List golden file, page and fetch time."""
    for page in sorted(SEEDS.iterdir()):
        for ending, fetched_at in VARIANTS.items():
            yield GOLDEN / f"{page.stem}{ending}.json", page, fetched_at


def forget_processing(event: Event) -> Event:
    """Leave out the times of processing, which differ from run to run."""
    sightings = {name: value for name, value in event["ntSightings"].items() if name == "count"}
    return {**event, "ntSightings": sightings}


def find_changes(old: Any, new: Any, path: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Say what differs between two JSON values, one line a place."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted(old.keys() | new.keys()):
            yield from find_changes(old.get(name), new.get(name), f"{path}.{name}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from find_changes(before, after, f"{path}[{number}]")
    elif isinstance(old, list) and isinstance(new, list):
        yield from (f"{path.lstrip('.')}: - {_shorten(one)}" for one in old if one not in new)
        yield from (f"{path.lstrip('.')}: + {_shorten(one)}" for one in new if one not in old)
    elif old != new:
        yield f"{path.lstrip('.')}: {_shorten(old)} -> {_shorten(new)}"


def _shorten(value: Any) -> str:  # noqa: ANN401 - any JSON
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 100 else text[:99] + "…"


def write_golden() -> int:
    """Write the golden files; print a summary of what changed; give the number of changes."""
    changes = 0
    GOLDEN.mkdir(exist_ok=True)
    for golden, page, fetched_at in list_golden():
        new = make_events([read_page(page, fetched_at)])
        old = json.loads(golden.read_text(encoding="utf-8")) if golden.is_file() else []
        found = list(find_changes(old, new))
        print(f"{golden.name}: {len(new)} events, {len(found)} changes")  # noqa: T201 - a script
        for change in found:
            print(f"  {change}")  # noqa: T201 - a script
        golden.write_text(json.dumps(new, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        changes += len(found)
    return changes


if __name__ == "__main__":
    write_golden()
    sys.exit(0)
