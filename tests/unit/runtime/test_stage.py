"""One stage on one record: its outcome, its outputs, its state changes, or its dead letter."""

import json
import logging
from typing import ClassVar

import pytest
import structlog

from newsticker.messages.base import Message
from newsticker.messages.dead_letter import MAX_REASON_BYTES, DeadLetter, DeadLetterClass
from newsticker.messages.outcomes import Emit, Handled, InvalidMessageError, Outcome, Stores
from newsticker.messages.topics import Topic
from newsticker.runtime.outbox import MAX_RECORD_BYTES, Headers, Outbox
from newsticker.runtime.stage import Stage, StageProcessor
from newsticker.runtime.state import Store, StoreSpec, StoreView
from support.records import TIME_MS, make_record

IN = Topic("in", "thing", "name", "In.")
OUT = Topic("out", "thing", "name", "Out.")
LATEST = Topic("latest", "thing", "name", "Out, and kept.")


class Thing(Message):
    """What the stage reads and writes."""

    schema_name: ClassVar[str] = "thing"

    name: str
    text: str = ""

    @property
    def key(self) -> str:
        return self.name

    @property
    def fact_id(self) -> str:
        return f"{self.name}/{self.text}"

    @property
    def filters(self) -> dict[str, str]:
        return {"ntkind": "thing"}


def handle(message: Message, timestamp_ms: int, stores: Stores) -> Handled:
    assert isinstance(message, Thing)
    stores["seen"][message.name.encode()] = str(timestamp_ms).encode()
    match message.text:
        case "refuse":
            raise InvalidMessageError("no\nthanks")
        case "bug":
            raise RuntimeError("a bug")
        case "repeated":
            return Handled(Outcome.REPEATED)
        case "huge":
            huge = Thing(name=message.name, text="x" * MAX_RECORD_BYTES)
            return Handled(Outcome.EMITTED, (Emit(OUT, message), Emit(OUT, huge)))
        case "huge state":
            stores["seen"][b"huge"] = b"x" * MAX_RECORD_BYTES
        case "gone":
            return Handled(Outcome.EMITTED, (Emit(OUT, None, message.name),))
        case "twice":
            emits = (Emit(OUT, message), Emit(LATEST, message), Emit(OUT, None, message.name), Emit(OUT, message))
            return Handled(Outcome.EMITTED, emits)
    return Handled(Outcome.EMITTED, (Emit(OUT, message), Emit(OUT, Thing(name="second"))))


STAGE = Stage("tester", "test-stage", IN, (OUT,), Thing, handle, (StoreSpec("seen"),))


class NotedOutbox(Outbox):
    """Notes what is added."""

    def __init__(self) -> None:
        self.added: list[tuple[str, bytes, bytes | None, int, Headers, int | None]] = []

    def add(
        self,
        topic: str,
        key: bytes,
        value: bytes | None,
        *,
        timestamp_ms: int,
        headers: Headers,
        partition: int | None = None,
    ) -> None:
        self.added.append((topic, key, value, timestamp_ms, headers, partition))


class Bench:
    """A stage with a store and an outbox."""

    def __init__(self) -> None:
        self.outbox = NotedOutbox()
        self.view = StoreView(Store(StoreSpec("seen")))
        self.views = {"seen": self.view}
        self.processor = StageProcessor(STAGE, "p-", trial_s=20)

    def process(self, value: bytes | None, attempt: int = 1) -> Outcome:
        record = make_record(value, offset=7, headers=[("h", b"1")])
        return self.processor.process(record, self.views, self.outbox, attempt=attempt)

    @property
    def letter(self) -> DeadLetter:
        (added,) = self.outbox.added
        assert (added[0], added[5]) == ("p-in-dlq", 0)
        return DeadLetter.from_headers(added[4])


@pytest.fixture(name="bench")
def _bench() -> Bench:
    return Bench()


def thing(text: str = "", **more: object) -> bytes:
    return json.dumps({"name": "a", "text": text, **more}).encode()


def test_outputs_carry_key_time_and_cloudevents_headers_of_what_caused_them(bench: Bench) -> None:
    assert bench.process(thing("t")) is Outcome.EMITTED
    (topic, key, value, timestamp, headers, partition), second = bench.outbox.added
    assert (topic, key, timestamp, partition) == ("p-out", b"a", TIME_MS, None)
    assert value == Thing(name="a", text="t").to_json()
    assert dict(headers)["ce_time"] == b"2023-11-14T22:13:20.000Z"
    assert dict(headers)["ce_type"] == b"newsticker.thing.v1"
    assert dict(headers)["ce_source"] == b"/newsticker/tester"
    assert dict(headers)["ce_ntkind"] == b"thing"
    assert second[1] == b"second"
    assert bench.view.pending == {b"a": (str(TIME_MS).encode(), TIME_MS)}


def test_the_same_record_on_the_same_state_gives_the_same_bytes(bench: Bench) -> None:
    again = Bench()
    bench.process(thing("t"))
    again.process(thing("t"))
    assert again.outbox.added == bench.outbox.added


def test_a_repeated_record_writes_state_and_no_output(bench: Bench) -> None:
    assert bench.process(thing("repeated")) is Outcome.REPEATED
    assert bench.outbox.added == []
    assert b"a" in bench.view.pending


def test_a_tombstone_has_a_key_and_no_value(bench: Bench) -> None:
    assert bench.process(thing("gone")) is Outcome.EMITTED
    assert bench.outbox.added == [("p-out", b"a", None, TIME_MS, [], None)]


def test_a_field_that_a_newer_version_added_is_passed_over(bench: Bench) -> None:
    assert bench.process(thing("t", added={"later": [1]})) is Outcome.EMITTED
    assert bench.outbox.added[0][2] == Thing(name="a", text="t").to_json()


@pytest.mark.parametrize(
    ("value", "error_class", "error", "reason"),
    [
        (None, DeadLetterClass.INVALID, "InvalidMessageError", "the value is null; this topic has no tombstones"),
        (b"", DeadLetterClass.UNDECODABLE, "ValidationError", "value: Invalid JSON"),
        (b"{}", DeadLetterClass.INVALID, "ValidationError", "name: Field required"),
        (thing("refuse"), DeadLetterClass.INVALID, "InvalidMessageError", "no\\nthanks"),
        (thing("huge"), DeadLetterClass.OVERSIZED, "OversizedRecordError", "its output for out has"),
        (thing("huge state"), DeadLetterClass.OVERSIZED, "OversizedRecordError", "its entry in state 'seen' has"),
    ],
    ids=["null", "undecodable", "invalid", "refused", "oversized output", "oversized state"],
)
def test_what_can_never_be_handled_becomes_a_dead_letter_and_leaves_no_state(
    bench: Bench, value: bytes | None, error_class: DeadLetterClass, error: str, reason: str
) -> None:
    assert bench.process(value, attempt=2) is Outcome.DEAD_LETTERED
    letter = bench.letter
    assert (letter.error_class, letter.error, letter.attempt, letter.stage) == (error_class, error, 2, "test-stage")
    assert letter.reason.startswith(reason)
    assert bench.outbox.added[0][1:4] == (b"key", value, TIME_MS)
    assert ("original.h", b"1") in bench.outbox.added[0][4]
    bench.view.keep_record()
    assert bench.view.pending == {}


def test_a_dead_letter_takes_nothing_from_the_records_before_it(bench: Bench) -> None:
    bench.process(thing("t"))
    bench.process(thing("refuse"))
    assert bench.view.pending == {b"a": (str(TIME_MS).encode(), TIME_MS)}
    assert [added[0] for added in bench.outbox.added] == ["p-out", "p-out", "p-in-dlq"]


def test_any_other_error_is_a_bug_and_goes_up(bench: Bench) -> None:
    with pytest.raises(RuntimeError, match="a bug"):
        bench.process(thing("bug"))
    assert bench.outbox.added == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [("t", None), ("repeated", None), ("refuse", None), ("huge", None), ("bug", "RuntimeError: a bug")],
)
async def test_a_trial_is_survived_by_what_ends_in_an_outcome(bench: Bench, text: str, cause: str | None) -> None:
    assert await bench.processor.find_cause_of_end(make_record(thing(text)), bench.views) == cause
    assert bench.outbox.added == []
    assert bench.view.pending == {}


def test_a_killed_record_is_buried_with_its_attempts_and_what_ended_the_last(bench: Bench) -> None:
    outcome = bench.processor.bury_killed(
        make_record(thing("bug"), offset=9), bench.views, bench.outbox, attempt=4, cause="KeyError: 'x'\n" + "é" * 999
    )
    assert outcome is Outcome.DEAD_LETTERED
    assert (bench.letter.error_class, bench.letter.offset, bench.letter.attempt) == (DeadLetterClass.KILLED, 9, 4)
    assert bench.letter.reason.startswith("it ended the process 3 times, and a child in a trial: KeyError: 'x'\\nééé")
    assert len(bench.letter.reason.encode()) <= MAX_REASON_BYTES


def test_a_dead_letter_is_logged_with_where_it_stood_and_nothing_of_its_content(bench: Bench) -> None:
    with structlog.testing.capture_logs() as logs:
        bench.process(b'{"name": 1, "text": "geheim"}')
    (line,) = logs
    assert line["event"] == "record.dead_lettered"
    assert (line["topic"], line["partition"], line["offset"]) == ("t-tokens", 2, 7)
    assert line["error_class"] == "invalid"
    assert "geheim" not in json.dumps(line)
    assert logging.getLevelName(line["log_level"].upper()) == logging.WARNING


def test_a_message_for_two_topics_is_the_same_on_both(bench: Bench) -> None:
    bench.process(Thing(name="a", text="twice").to_json())
    assert [added[0] for added in bench.outbox.added] == ["p-out", "p-latest", "p-out", "p-out"]
    first, second, tombstone, third = (added[1:] for added in bench.outbox.added)
    assert first == second == third
    assert tombstone[:2] == (b"a", None)
