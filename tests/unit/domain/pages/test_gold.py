"""Invented pages of every shape against their gold, which was reasoned by hand."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsticker.domain.pages import split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

FIXTURES = Path(__file__).parents[3] / "fixtures"
GOLD_FILES = (FIXTURES / "pages.yaml", *sorted((FIXTURES / "pages").glob("*.yaml")))
GOLD: list[dict[str, Any]] = [
    page for path in GOLD_FILES for page in yaml.safe_load_all(path.read_text(encoding="utf-8")) if page
]

BODY_CHECKS: dict[str, Callable[[str, str], bool]] = {
    "text": str.startswith,
    "ends": str.endswith,
    "contains": str.__contains__,
}


def read_page(gold: dict[str, Any]) -> str:
    """Read a page as it is on disk: line ends, odd blanks and marks are part of it."""
    data: bytes = (FIXTURES / "pages" / gold["page"]).read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252")


def split(gold: dict[str, Any]) -> tuple[NewsItem, ...]:
    given = gold.get("fetched_at")
    document = make_raw_document(read_page(gold), fetched_at=datetime.fromisoformat(given) if given else None)
    profile = SourceProfile(language=gold.get("language", "nl"))
    return split_document(document, Sources(profile))


def describe(item: NewsItem) -> dict[str, Any]:
    """Say of an item what gold can say."""
    stamp = item.time.stamp
    return {
        "position": item.source.position,
        "headline": item.headline.value if item.headline else None,
        "places": list(item.dateline.places) if item.dateline else [],
        "agencies": list(item.dateline.agencies) if item.dateline else [],
        "section": item.source.section,
        "stamp": stamp.text if stamp and not stamp.clock else None,
        "clock": stamp.clock if stamp else None,
        "age": [stamp.age_min, stamp.age_max] if stamp else None,
        "status": item.time.published.status.value,
        "earliest": item.time.published.earliest.isoformat() if item.time.published.earliest else None,
        "edtf": item.time.published.edtf,
        "crossheads": [crosshead.value for crosshead in item.crossheads],
        "body": item.body,
        "flags": set(item.quality),
    }


def differences(gold: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """List what an item says otherwise than its gold; gold says nothing of what it leaves out."""
    wrong = []
    for name, expected in gold.items():
        if name in BODY_CHECKS:
            body = found["body"]
            if not BODY_CHECKS[name](body, expected or "") or (expected is None and body):
                wrong.append(f"{name}: {expected!r} not so in {body!r}")
        elif name == "flags":
            if not set(expected) <= found["flags"]:
                wrong.append(f"flags: {expected} not in {found['flags']}")
        elif found[name] != expected:
            wrong.append(f"{name}: expected {expected!r}, found {found[name]!r}")
    return wrong


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["page"])
def test_a_page_gives_its_gold_items(gold: dict[str, Any]) -> None:
    items = [describe(item) for item in split(gold)]
    assert [item["position"] for item in items] == [item["position"] for item in gold["items"]]
    wrong = {
        item["position"]: found
        for item, got in zip(gold["items"], items, strict=True)
        if (found := differences(item, got))
    }
    assert not wrong


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["page"])
def test_a_page_names_its_section(gold: dict[str, Any]) -> None:
    text = read_page(gold)
    if "section" not in gold:
        return
    section = split_page(text, SourceProfile(), None).section
    assert (text[section.start : section.end] if section else None) == gold["section"]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["page"])
def test_no_body_holds_boilerplate(gold: dict[str, Any]) -> None:
    bodies = "\n".join(item.body for item in split(gold))
    never = [*gold.get("boilerplate", []), *gold.get("asides", []), *gold.get("never", [])]
    headlines = {item.headline.value for item in split(gold) if item.headline}
    assert [line for line in never if line in bodies and line not in headlines] == []


def test_every_page_has_gold() -> None:
    pages = {path.name for path in (FIXTURES / "pages").glob("*.txt")}
    assert pages == {gold["page"] for gold in GOLD}
    assert len(pages) == len(GOLD)
