"""How events are told in few words."""

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rich.console import Console

from newsticker.commands.example import make_examples
from newsticker.commands.output import (
    clean,
    count,
    describe_event,
    describe_interval,
    describe_published,
    find_first_words,
    render_events,
    render_line,
)
from newsticker.messages.news_event import NewsEvent

START = datetime(2026, 1, 22, 17, tzinfo=UTC)
NOBODY = "00000000-0000-0000-0000-000000000000"
EXAMPLE = make_examples()["news-event"][1]


def event(**changes: Any) -> NewsEvent:  # noqa: ANN401 - any JSON
    return NewsEvent.model_validate_json(json.dumps({**EXAMPLE, **changes}))


def published(**fields: Any) -> NewsEvent:  # noqa: ANN401 - any JSON
    return event(ntTime={"published": fields})


def test_an_event_is_told_in_a_row() -> None:
    row = describe_event(event())
    assert row.cells == {
        "kind": "ticker",
        "rev": "1",
        "seen": "×1",
        "dup": "–",
        "place": "BRUSSEL",
        "agencies": "ANP/BELGA",
        "published (UTC)": "2026-01-22 17:00 – 18:30",
        "item": event().key[:8],
    }
    assert (row.words, row.style) == ("De Belgische spoorwegen zetten vanaf maandag nachttreinen i…", "")


def test_revisions_sightings_and_relations_are_told() -> None:
    seen = EXAMPLE["ntSightings"] | {"count": 3}
    row = describe_event(event(version="2", ntSightings=seen, ntDuplicate={"groupId": NOBODY, "relation": "update"}))
    assert [row.cells[name] for name in ("rev", "seen", "dup")] == ["2", "×3", "update"]


def test_a_withdrawn_event_is_struck_and_says_so() -> None:
    row = describe_event(event(pubStatus="canceled"))
    assert row.words.startswith("withdrawn: De Belgische")
    assert "strike" in row.style


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"status": "unknown"}, "unknown"),
        ({"status": "month", "edtf": "2022-01"}, "2022-01"),
        ({"status": "exact", "earliest": START.isoformat(), "latest": START.isoformat()}, "2026-01-22 17:00"),
        (
            {
                "status": "interval",
                "earliest": START.isoformat(),
                "latest": (START + timedelta(days=1)).isoformat(),
            },
            "2026-01-22 17:00 – 01-23 17:00",
        ),
        ({"status": "conflict"}, "conflict"),
    ],
)
def test_time_is_told_as_far_as_it_is_known(fields: dict[str, str], shown: str) -> None:
    assert describe_published(published(**fields)) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2026-01-22T17:00:00Z", "2026-01-22T18:30:00Z", "2026-01-22 17:00 – 18:30"),
        ("2026-01-22T18:00:00+01:00", "2026-01-23T00:30:00+01:00", "2026-01-22 17:00 – 23:30"),
        ("2025-12-31T23:30:00Z", "2026-01-01T00:30:00Z", "2025-12-31 23:30 – 2026-01-01 00:30"),
        ("2026-01-22T13:20:00Z", "2026-01-22T13:20:59Z", "2026-01-22 13:20:00 – 13:20:59"),
        ("2026-01-22T13:20:30Z", "2026-01-22T13:21:00Z", "2026-01-22 13:20 – 13:21"),
        ("2026-01-22T13:20:00Z", "2026-01-22T13:20:00.5Z", "2026-01-22 13:20"),
    ],
)
def test_an_interval_is_told_in_utc_and_never_as_the_same_time_twice(first: str, last: str, shown: str) -> None:
    assert describe_interval(datetime.fromisoformat(first), datetime.fromisoformat(last)) == shown


@pytest.mark.parametrize(
    ("status", "text", "shown"),
    [("relative", "2 uur geleden", "2 uur geleden"), ("clock", "13:20", "13:20 local time")],
)
def test_a_stamp_is_told_as_the_page_told_it(status: str, text: str, shown: str) -> None:
    stamp = {"text": text, "start": 0, "end": 13}
    assert describe_published(event(ntTime={"published": {"status": status}, "stamp": stamp})) == shown


def test_a_headline_comes_before_the_text() -> None:
    assert find_first_words(event(headlines=[{"value": "Kop"}])) == "Kop"
    assert find_first_words(event(bodies=[])) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\n b\t\tc", "a b c"), ("\x1b[31mred", "[31mred"), ("a\u202eb\u2028c", "a b c"), ("één 'n", "één 'n")],
)
def test_text_of_pages_is_no_command_to_a_terminal(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_text_of_pages_is_no_markup() -> None:
    shown = io.StringIO()
    Console(width=120, file=shown).print(render_events([event(located="[red]OSLO[/red]")], 120))
    assert "[red]OSLO[/red]" in shown.getvalue()


@pytest.mark.parametrize("width", [80, 100, 150])
def test_no_column_is_lost_on_a_terminal(width: int) -> None:
    shown = io.StringIO()
    events = [event(), event(located="WASHINGTON, MOSKOU, KYIV"), published(status="unknown")]
    Console(width=width, file=shown).print(render_events(events, width))
    lines = shown.getvalue().splitlines()
    assert len(lines) == 4
    assert all(line.startswith("ticker") for line in lines[1:])
    assert all("De Belgische spoor" in line for line in lines[1:])
    assert max(len(line) for line in lines) <= width


def render(events: list[NewsEvent], width: int, *, colours: bool = False) -> list[str]:
    shown = io.StringIO()
    Console(width=width, file=shown, force_terminal=colours).print(render_events(events, width))
    return shown.getvalue().splitlines()


def test_columns_that_say_the_same_of_every_row_are_left_out() -> None:
    assert " ".join(render([event()], 120)[0].split()) == "kind place agencies published (UTC) item first words"
    head, row = render([event(version="2")], 120)
    assert head.split()[:3] == ["kind", "rev", "place"]
    assert row.split()[:2] == ["ticker", "2"]


@pytest.mark.parametrize("width", [100, 120])
def test_a_table_with_everything_fits(width: int) -> None:
    interval = {"earliest": "2026-01-22T17:00:00Z", "latest": "2026-01-23T18:30:00Z", "status": "interval"}
    head, row = render(
        [
            event(
                version="12",
                located="WASHINGTON, MOSKOU, KYIV",
                pubStatus="canceled",
                ntSightings=EXAMPLE["ntSightings"] | {"count": 12},
                ntDuplicate={"groupId": NOBODY, "relation": "update"},
                ntTime={"published": interval},
            )
        ],
        width,
    )
    assert len(head) <= width
    assert len(row) <= width
    assert row.startswith("ticker  12   ×12   update  WASHINGTO")
    assert "2026-01-22 17:00 – 01-23 18:30" in row
    assert "withdrawn: De Belg" in row
    assert (event().key[:8] in row) is (width == 120)


def test_a_withdrawn_row_is_struck() -> None:
    assert any("\x1b[2;9m" in line for line in render([event(pubStatus="canceled")], 120, colours=True))


@pytest.mark.parametrize("width", [100, 120, 150])
def test_a_line_has_every_column_in_its_place(width: int) -> None:
    lines = [
        render_line(row.cells, row.words, width)
        for row in map(describe_event, (event(), event(located="WASHINGTON, MOSKOU, KYIV", version="2")))
    ]
    assert max(map(len, lines)) <= max(width, 114)
    assert len({line.index(event().key[:8]) for line in lines}) == 1
    assert lines[1].startswith("ticker   2    ×1    –       WASHINGTON, M…  ANP/BELGA   2026-01-22 17:00 – 18:30  ")


@pytest.mark.parametrize(("number", "told"), [(0, "0 events"), (1, "1 event"), (2, "2 events")])
def test_one_thing_has_no_plural(number: int, told: str) -> None:
    assert count(number, "event") == told
