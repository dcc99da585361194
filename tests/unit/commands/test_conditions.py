"""Which records are shown."""

from typing import Any

import orjson
import pytest
import typer

from newsticker.commands.conditions import check_condition, find_values, matches, parse_condition
from newsticker.messages.topics import NEWS_EVENTS, NEWS_SIGHTINGS, RAW_DOCUMENTS
from support.records import make_record

BODY: dict[str, Any] = {
    "language": "nl",
    "infoSources": [{"literal": "ANP"}, {"literal": "RTR"}],
    "ntTime": {"published": {"status": "relative"}},
    "version": 2,
    "tags": ["a", "b"],
    "ok": True,
}


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
    seen = make_record(orjson.dumps(BODY), headers=(("ce_ntkind", b"ticker"), ("ce_ntkind", b"article")))
    assert matches(seen, [parse_condition(condition) for condition in conditions]) is kept


def test_what_is_no_json_matches_by_its_headers_only() -> None:
    seen = make_record(b"{", headers=(("ce_ntkind", b"ticker"),))
    assert matches(seen, [("ntkind", "ticker")])
    assert not matches(seen, [("language", "nl")])
    assert not matches(make_record(None), [("language", "nl")])


@pytest.mark.parametrize("text", ["ntkind", "=x", ""])
def test_a_condition_without_key_or_sign_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="key=value"):
        parse_condition(text)


def test_a_value_may_hold_the_sign() -> None:
    assert parse_condition("a=b=c") == ("a", "b=c")


@pytest.mark.parametrize(
    "key",
    ["ntkind", "ntlang", "type", "language", "infoSources.literal", "ntTime.published.status", "ntTime.stamp.ageMin"],
)
def test_a_key_that_events_can_have_is_taken(key: str) -> None:
    check_condition(key, NEWS_EVENTS)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("foo.bar", "no news-events has 'foo.bar': at 'foo' there is bodies,"),
        ("ntTime.foo", "at 'foo' there is mentions, published, stamp"),
        ("language.deeper", "there is nothing"),
        ("infoSources.foo", "there is literal"),
    ],
)
def test_a_key_that_no_event_can_have_is_refused(key: str, said: str) -> None:
    with pytest.raises(typer.BadParameter, match=said):
        check_condition(key, NEWS_EVENTS)


def test_every_topic_has_keys_of_its_own() -> None:
    check_condition("withdrawn", NEWS_SIGHTINGS)
    check_condition("anything.at.all", RAW_DOCUMENTS.dead_letters())
    with pytest.raises(typer.BadParameter):
        check_condition("withdrawn", RAW_DOCUMENTS)
