"""What each message says of itself: the key of its record, the fact that it states, and by what it can be chosen."""

import json
from pathlib import Path

import pytest

from newsticker.commands.message_schemas import MESSAGES
from newsticker.domain.identity import RULES_VERSION
from newsticker.messages.base import Message
from newsticker.messages.cloudevents import render_headers
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_item import NewsItem

EXAMPLES = Path(__file__).parents[3] / "schemas" / "examples"
ITEM = "0cc772ee-106e-5c72-826b-ce4fe645dcb7"
SIGHTING = "b5237151-10de-571e-ae03-df06317edb82"
DOCUMENT = "acf3d9a5-6dc9-5606-90c1-8d8f3d6117e8"
TICKER, DUTCH, NEW = {"ntkind": "ticker"}, {"ntlang": "nl"}, {"ntdup": "none"}


def read_example(name: str, **changes: object) -> Message:
    """Read an example of a message, with some of its fields changed."""
    example = json.loads((EXAMPLES / f"{name}.v1.json").read_text(encoding="utf-8"))
    return MESSAGES[name].model_validate_json(json.dumps(example | changes))


@pytest.mark.parametrize(
    ("name", "key", "fact", "filters"),
    [
        ("raw-document", DOCUMENT, DOCUMENT, {}),
        ("news-item", ITEM, f"{SIGHTING}/{RULES_VERSION}", TICKER | DUTCH),
        ("sighting", ITEM, f"{SIGHTING}/{RULES_VERSION}", {}),
        ("distinct-news-item", ITEM, f"{ITEM}/1", TICKER | DUTCH),
        ("unique-news-item", ITEM, f"{ITEM}/1", TICKER | DUTCH | NEW),
        ("news-group", ITEM, f"{ITEM}/1", NEW),
        ("enriched-news-item", ITEM, f"{ITEM}/1", TICKER | DUTCH | NEW),
        ("news-event", ITEM, f"{ITEM}/1", TICKER | DUTCH | NEW),
        ("dead-letter", "raw-documents/0/17", "raw-documents/0/17", {}),
    ],
)
def test_a_message_names_its_key_its_fact_and_its_filters(
    name: str, key: str, fact: str, filters: dict[str, str]
) -> None:
    message = read_example(name)
    assert (message.key, message.fact_id, message.filters) == (key, fact, filters)


def test_every_message_is_in_the_table() -> None:
    (table,) = test_a_message_names_its_key_its_fact_and_its_filters.pytestmark  # type: ignore[attr-defined]
    assert {row[0] for row in table.args[1]} == set(MESSAGES)


@pytest.mark.parametrize("missing", ["key", "fact_id"])
def test_a_message_that_does_not_say_its_key_or_its_fact_cannot_be_made(missing: str) -> None:
    said = {"key": property(lambda _: "1"), "fact_id": property(lambda _: "1")}
    assert type("Whole", (Message,), said)()
    with pytest.raises(TypeError, match=missing):
        type("Half", (Message,), {name: value for name, value in said.items() if name != missing})()


def test_a_withdrawal_is_a_fact_of_its_own() -> None:
    item = read_example("news-item")
    assert isinstance(item, NewsItem)
    withdrawn = item.model_copy(update={"withdrawn": True})
    assert withdrawn.fact_id == f"{item.fact_id}/withdrawn"
    assert withdrawn.key == item.key


def test_an_event_without_a_language_cannot_be_chosen_by_it() -> None:
    event = read_example("news-event")
    assert isinstance(event, NewsEvent)
    assert event.model_copy(update={"language": None}).filters == TICKER | NEW


def test_the_headers_say_the_same_for_a_second_delivery() -> None:
    event = read_example("news-event")
    first = render_headers(event, service="sink", timestamp_ms=1_700_000_000_123)
    assert first == render_headers(event, service="sink", timestamp_ms=1_700_000_000_123)
    assert dict(first) | {"ce_id": b""} == {
        "ce_specversion": b"1.0",
        "ce_id": b"",
        "ce_source": b"/newsticker/sink",
        "ce_type": b"newsticker.news-event.v1",
        "ce_subject": ITEM.encode(),
        "ce_time": b"2023-11-14T22:13:20.123Z",
        "ce_dataschema": b"urn:newsticker:schema:news-event.v1",
        "content-type": b"application/json",
        "ce_ntkind": b"ticker",
        "ce_ntdup": b"none",
        "ce_ntlang": b"nl",
    }


def test_a_later_revision_is_another_fact() -> None:
    first, second = read_example("news-event"), read_example("news-event", version="2")
    ids = [dict(render_headers(event, service="sink", timestamp_ms=0))["ce_id"] for event in (first, second)]
    assert ids[0] != ids[1]
    assert isinstance(second, NewsEvent)
    assert second.revision == 2
