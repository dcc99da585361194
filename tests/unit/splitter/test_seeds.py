"""The two given pages, item by item, and what must never happen with them."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml

from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import RawDocument, make_raw_document
from newsticker.messages.time import Rounding, TimeStatus
from newsticker.splitter.handler import split_document

ROOT = Path(__file__).parents[3]
GOLD: list[dict[str, Any]] = list(yaml.safe_load_all((ROOT / "tests/fixtures/seeds.yaml").read_text(encoding="utf-8")))
EVENTS = [(gold["seed"], event) for gold in GOLD for event in gold["events"]]
IDS = [f"{seed[:3]}-{event['pos']}" for seed, event in EVENTS]
FETCHED = datetime(2026, 1, 22, 20, tzinfo=UTC)
TICKER, ARTICLE = "000_d7145bf83ae64bad", "004_deee0176ba76ca1b"


def document(seed: str, fetched_at: datetime | None = None) -> RawDocument:
    text = (ROOT / "seeds" / f"{seed}.txt").read_bytes().decode()
    return make_raw_document(text, name=f"{seed}.txt", fetched_at=fetched_at)


def split(seed: str, fetched_at: datetime | None = None, rounding: Rounding = Rounding.UNKNOWN) -> tuple[NewsItem, ...]:
    return split_document(document(seed, fetched_at), Sources(SourceProfile(rounding=rounding)))


def at(hours: float) -> datetime:
    return datetime(2026, 1, 22, tzinfo=UTC) + timedelta(hours=hours)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["seed"])
def test_a_page_gives_its_items_and_no_others(gold: dict[str, Any]) -> None:
    items = split(gold["seed"])
    assert [item.source.position for item in items] == [event["pos"] for event in gold["events"]]
    assert [item.kind.value for item in items] == [event["kind"] for event in gold["events"]]


@pytest.mark.parametrize(("seed", "event"), EVENTS, ids=IDS)
def test_an_item_is_the_gold_item(seed: str, event: dict[str, Any]) -> None:
    item = split(seed)[event["pos"]]
    text = document(seed).text
    assert [item.source.start, item.source.end] == event["span"]
    printed = " ".join(normalize("NFC", text[item.source.start : item.source.end]).split())
    assert sha256(printed.encode()).hexdigest()[:16] == event["h"]
    assert list(item.dateline.places if item.dateline else ()) == event["places"]
    assert list(item.dateline.agencies if item.dateline else ()) == event["agencies"]
    assert item.time.published.status == event["published"]
    assert item.time.published.edtf == event.get("edtf")


@pytest.mark.parametrize(("seed", "event"), EVENTS, ids=IDS)
def test_a_stamp_is_the_gold_stamp(seed: str, event: dict[str, Any]) -> None:
    stamp = split(seed)[event["pos"]].time.stamp
    if event["stamp"] is None:
        assert stamp is None
        return
    assert stamp is not None
    assert [stamp.start, stamp.end] == event["stamp"]["span"]
    assert (stamp.amount, stamp.unit) == (event["stamp"]["n"], event["stamp"]["unit"])
    assert [stamp.age_min, stamp.age_max] == event["age"]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["seed"])
def test_headlines_and_section_are_the_gold_ones(gold: dict[str, Any]) -> None:
    for event, item in zip(gold["events"], split(gold["seed"]), strict=True):
        if "headlineSpan" in event:
            found = [item.headline.start, item.headline.end] if item.headline else None
            assert found == event["headlineSpan"]
        assert item.source.section == (gold["page"].get("section") if event["pos"] else None)


@pytest.mark.parametrize(
    ("rounding", "first", "middle", "last"),
    [
        (Rounding.UNKNOWN, (17, 18.5), (16, 17.5), (15, 16.5)),
        (Rounding.DOWN, (17, 18), (16, 17), (15, 16)),
        (Rounding.HALF, (17.5, 18.5), (16.5, 17.5), (15.5, 16.5)),
    ],
)
def test_a_fetch_time_gives_the_ticker_intervals(
    rounding: Rounding, first: tuple[float, float], middle: tuple[float, float], last: tuple[float, float]
) -> None:
    article, *ticker = split(TICKER, FETCHED, rounding)
    assert article.time.published.status is TimeStatus.UNKNOWN
    expected = [first, *[middle] * 3, *[last] * 3]
    found = [(item.time.published.earliest, item.time.published.latest) for item in ticker]
    assert found == [(at(earliest), at(latest)) for earliest, latest in expected]
    assert {item.time.published.status for item in ticker} == {TimeStatus.INTERVAL}


@pytest.mark.parametrize("fetched_at", [None, FETCHED])
def test_no_date_of_the_text_becomes_a_time_of_publication(fetched_at: datetime | None) -> None:
    for item in split(TICKER, fetched_at):
        published = item.time.published
        assert published.edtf is None
        assert all(moment is None or moment.year == 2026 for moment in (published.earliest, published.latest))


def test_an_organisation_in_brackets_is_no_agency() -> None:
    agencies = {agency for item in split(TICKER) if item.dateline for agency in item.dateline.agencies}
    assert agencies == {"ANP", "AFP", "RTR"}


def test_the_article_has_no_stamp_and_names_nobody_of_the_ticker() -> None:
    article = split(TICKER)[0]
    assert article.time.stamp is None
    assert not any(name in article.body for name in ("Trump", "Rutte", "Merz", "Macron"))


@pytest.mark.parametrize("seed", [TICKER, ARTICLE])
def test_neither_stamp_nor_label_is_inside_a_body(seed: str) -> None:
    for item in split(seed):
        assert "geleden" not in item.body
        assert "Meer uit" not in item.body


def test_what_is_glued_to_a_stamp_belongs_to_the_next_item() -> None:
    first, second = split(TICKER)[1:3]
    assert "BRUSSEL" not in first.body
    assert first.body.endswith("Denys Sjmyhal.")
    assert second.dateline is not None
    assert second.dateline.raw == "BRUSSEL (ANP) - "


def test_no_ticker_item_has_a_headline() -> None:
    assert [item.headline for item in split(TICKER)[1:]] == [None] * 7


def test_the_article_alone_has_no_agency_place_or_stamp() -> None:
    (item,) = split(ARTICLE)
    assert item.dateline is None
    assert item.time.stamp is None
    assert item.body.startswith("Het hoofd van de Amerikaanse diplomatie")
    assert item.source.declared_date == "2022-01"


@pytest.mark.parametrize("seed", [TICKER, ARTICLE])
@pytest.mark.parametrize("fetched_at", [None, FETCHED])
def test_nothing_is_exact(seed: str, fetched_at: datetime | None) -> None:
    assert all(item.time.published.status is not TimeStatus.EXACT for item in split(seed, fetched_at))


@pytest.mark.parametrize("seed", [TICKER, ARTICLE])
def test_every_span_gives_its_value_back(seed: str) -> None:
    text = document(seed).text
    for item in split(seed, FETCHED):
        values = [(head.value, head.start, head.end) for head in (item.headline, *item.crossheads) if head]
        if item.dateline:
            values.append((item.dateline.raw, item.dateline.start, item.dateline.end))
        if item.time.stamp:
            values.append((item.time.stamp.text, item.time.stamp.start, item.time.stamp.end))
        if item.source.section and item.source.section_span:
            values.append((item.source.section, item.source.section_span.start, item.source.section_span.end))
        values.extend(
            (item.body[part.body_start : part.body_end], part.start, part.start + part.body_end - part.body_start)
            for part in item.source.segments
        )
        values.extend(
            (piece.text, piece.start, piece.end)
            for piece in item.time.published.basis
            if piece.text is not None and piece.start is not None and piece.end is not None
        )
        assert all(text[start:end] == value for value, start, end in values)


def test_pages_give_the_same_items_twice_and_in_any_order() -> None:
    there = {seed: split(seed) for seed in (TICKER, ARTICLE)}
    back = {seed: split(seed) for seed in (ARTICLE, TICKER)}
    assert there == back
    assert len({item.item_id for items in there.values() for item in items}) == 9
