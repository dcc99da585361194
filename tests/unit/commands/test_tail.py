"""How records are shown."""

import orjson

from newsticker.commands.example import make_examples
from newsticker.commands.tail import render
from newsticker.messages.topics import NEWS_EVENTS, NEWS_SIGHTINGS
from newsticker.runtime.reader import Record


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


def test_records_are_safe_to_look_at() -> None:
    assert render(record(None), NEWS_EVENTS).plain == "key  (removed)"
    assert render(record(b"{\x1b[31m"), NEWS_EVENTS).plain == "(not an event) { [31m"
    assert render(record(b'{"a":\n1}'), NEWS_SIGHTINGS).plain == 'key  {"a": 1}'


def test_an_event_is_a_line_and_a_withdrawn_one_is_struck() -> None:
    _, event = make_examples()["news-event"]
    line = render(record(orjson.dumps(event)), NEWS_EVENTS)
    assert (line.plain.split()[0], str(line.style)) == ("ticker", "")
    gone = render(record(orjson.dumps(event | {"pubStatus": "canceled", "version": "3"})), NEWS_EVENTS)
    assert "strike" in str(gone.style)
    assert "withdrawn: De Belg" in gone.plain
    assert gone.plain.split()[1] == "3"
