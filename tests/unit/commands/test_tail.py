"""How records are shown."""

import orjson

from newsticker.commands.example import make_examples
from newsticker.commands.tail import render
from newsticker.messages.topics import NEWS_EVENTS, NEWS_SIGHTINGS
from support.records import make_record


def test_records_are_safe_to_look_at() -> None:
    assert render(make_record(None), NEWS_EVENTS).plain == "key  (removed)"
    assert render(make_record(b"{\x1b[31m"), NEWS_EVENTS).plain == "(not an event) { [31m"
    assert render(make_record(b'{"a":\n1}'), NEWS_SIGHTINGS).plain == 'key  {"a": 1}'


def test_an_event_is_a_line_and_a_withdrawn_one_is_struck() -> None:
    _, event = make_examples()["news-event"]
    line = render(make_record(orjson.dumps(event)), NEWS_EVENTS)
    assert (line.plain.split()[0], str(line.style)) == ("ticker", "")
    gone = render(make_record(orjson.dumps(event | {"pubStatus": "canceled", "version": "3"})), NEWS_EVENTS)
    assert "strike" in str(gone.style)
    assert "withdrawn: De Belg" in gone.plain
    assert gone.plain.split()[1] == "3"
