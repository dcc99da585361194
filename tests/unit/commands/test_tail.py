"""Which records are shown, and how."""

from typing import Any

import orjson
import pytest
import typer

from newsticker.commands.tail import find_values, matches, parse_condition, render
from newsticker.messages.topics import NEWS_EVENTS, NEWS_SIGHTINGS
from newsticker.runtime.reader import Record

BODY: dict[str, Any] = {
    "language": "nl",
    "infoSources": [{"literal": "ANP"}, {"literal": "RTR"}],
    "ntTime": {"published": {"status": "relative"}},
    "version": 2,
    "tags": ["a", "b"],
    "ok": True,
}


def record(value: bytes | None, headers: tuple[tuple[str, bytes], ...] = ()) -> Record:
    return Record(
        topic="t",
        partition=0,
        offset=0,
        timestamp=0,
        timestamp_type=0,
        key=b"key",
        value=value,
        checksum=None,
        serialized_key_size=3,
        serialized_value_size=0,
        headers=headers,
    )


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("language", {"nl"}),
        ("infoSources.literal", {"ANP", "RTR"}),
        ("ntTime.published.status", {"relative"}),
        ("version", {"2"}),
        ("tags", {"a", "b"}),
        ("ok", {"true"}),
        ("ntTime.stamp.text", set()),
        ("language.deeper", set()),
        ("", set()),
    ],
)
def test_a_path_leads_through_objects_and_lists(path: str, values: set[str]) -> None:
    assert find_values(BODY, path) == values


@pytest.mark.parametrize(
    ("conditions", "kept"),
    [
        ([], True),
        (["language=nl"], True),
        (["language=fr"], False),
        (["ntkind=ticker"], True),
        (["ntkind=article"], False),
        (["ntkind=ticker", "infoSources.literal=RTR"], True),
        (["ntkind=ticker", "infoSources.literal=AFP"], False),
    ],
)
def test_every_condition_must_hold(conditions: list[str], *, kept: bool) -> None:
    seen = record(orjson.dumps(BODY), (("ce_ntkind", b"ticker"), ("ce_ntkind", b"article")))
    assert matches(seen, [parse_condition(condition) for condition in conditions]) is kept


def test_what_is_no_json_matches_by_its_headers_only() -> None:
    seen = record(b"{", (("ce_ntkind", b"ticker"),))
    assert matches(seen, [("ntkind", "ticker")])
    assert not matches(seen, [("language", "nl")])
    assert not matches(record(None), [("language", "nl")])


@pytest.mark.parametrize("text", ["ntkind", "=x", ""])
def test_a_condition_without_key_or_sign_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="key=value"):
        parse_condition(text)


def test_a_value_may_hold_the_sign() -> None:
    assert parse_condition("a=b=c") == ("a", "b=c")


def test_records_are_safe_to_look_at() -> None:
    assert render(record(None), NEWS_EVENTS) == "key  (removed)"
    assert render(record(b"{\x1b[31m"), NEWS_EVENTS) == "(not an event) { [31m"
    assert render(record(b'{"a":\n1}'), NEWS_SIGHTINGS) == 'key  {"a": 1}'
