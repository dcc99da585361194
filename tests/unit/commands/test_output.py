"""How events are told in few words."""

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rich.console import Console

from newsticker.commands.example import make_examples
from newsticker.commands.output import clean, describe_event, describe_published, find_first_words, render_events
from newsticker.messages.news_event import NewsEvent

START = datetime(2026, 1, 22, 17, tzinfo=UTC)
EXAMPLE = make_examples()["news-event"][1]


def event(**changes: Any) -> NewsEvent:  # noqa: ANN401 - any JSON
    return NewsEvent.model_validate_json(json.dumps({**EXAMPLE, **changes}))


def published(**fields: Any) -> NewsEvent:  # noqa: ANN401 - any JSON
    return event(ntTime={"published": fields})


def test_an_event_is_kind_place_agencies_time_and_first_words() -> None:
    assert describe_event(event()) == (
        "ticker",
        "BRUSSEL",
        "ANP/BELGA",
        "2026-01-22 17:00 – 18:30",
        "De Belgische spoorwegen zetten vanaf maandag nachttreinen i…",
    )


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
            "2026-01-22 17:00 – 2026-01-23 17:00",
        ),
        ({"status": "conflict"}, "conflict"),
    ],
)
def test_time_is_told_as_far_as_it_is_known(fields: dict[str, str], shown: str) -> None:
    assert describe_published(published(**fields)) == shown


def test_an_age_is_told_as_the_page_told_it() -> None:
    stamp = {"text": "2 uur geleden", "start": 0, "end": 13}
    assert describe_published(event(ntTime={"published": {"status": "relative"}, "stamp": stamp})) == "2 uur geleden"


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
