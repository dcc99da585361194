"""Every page of `seeds/` gives exactly its golden events."""

import itertools
import json
from datetime import datetime
from pathlib import Path

import pytest

from support.golden import (
    SEEDS,
    VARIANTS,
    Event,
    find_changes,
    forget_processing,
    list_golden,
    make_events,
    read_page,
)

CASES = list(list_golden())


@pytest.mark.parametrize(("golden", "page", "fetched_at"), CASES, ids=[case[0].name for case in CASES])
def test_a_page_gives_its_golden_events(golden: Path, page: Path, fetched_at: datetime | None) -> None:
    assert golden.is_file(), "run: make golden"
    wanted = json.loads(golden.read_text(encoding="utf-8"))
    changes = list(find_changes(wanted, make_events([read_page(page, fetched_at)])))
    assert not changes, "run make golden, and read what changed:\n" + "\n".join(changes[:20])


def test_every_golden_file_belongs_to_a_page() -> None:
    named = {case[0] for case in CASES}
    assert {path for path in CASES[0][0].parent.iterdir() if path.suffix == ".json"} == named


@pytest.mark.parametrize("fetched_at", VARIANTS.values(), ids=["no fetch time", "fetch time"])
@pytest.mark.parametrize("order", list(itertools.permutations(range(2))))
def test_pages_sent_three_times_in_any_order_give_the_same_events(
    order: tuple[int, ...], fetched_at: datetime | None
) -> None:
    pages = [read_page(path, fetched_at) for path in sorted(SEEDS.iterdir())]
    once = make_events(pages)
    thrice = make_events([pages[number] for number in order] * 3)
    assert thrice == once
    assert {event["version"] for event in once} == {"1"}


def test_processing_times_are_left_out_of_comparisons() -> None:
    event: Event = {"uri": "x", "ntSightings": {"count": 2, "firstSeen": "a", "lastSeen": "b"}}
    assert forget_processing(event) == {"uri": "x", "ntSightings": {"count": 2}}


def test_changes_are_named_by_their_place() -> None:
    old = {"a": [{"b": 1}, {"b": 2}], "c": "x", "d": 1, "f": [1, 2]}
    new = {"a": [{"b": 1}, {"b": 3}], "c": "x", "e": [1], "f": [1, 3, 4]}
    assert list(find_changes(old, new)) == [
        "a[1].b: 2 -> 3",
        "d: 1 -> null",
        "e: null -> [1]",
        "f: - 2",
        "f: + 3",
        "f: + 4",
    ]
