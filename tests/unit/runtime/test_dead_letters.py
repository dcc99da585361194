"""Dead letters: the bytes as they were, a short reason that echoes nothing, and the brake."""

from hashlib import sha256
from typing import ClassVar

import pytest
from aiokafka.structs import ConsumerRecord
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from newsticker.messages.base import Message
from newsticker.messages.dead_letter import MAX_REASON_BYTES, DeadLetter, DeadLetterClass
from newsticker.messages.outcomes import InvalidMessageError
from newsticker.runtime.dead_letters import (
    KEPT_OVERSIZED_BYTES,
    Brake,
    classify_error,
    describe_error,
    render_dead_letter,
)
from newsticker.runtime.outbox import MAX_RECORD_BYTES, Headers, measure_record
from support.records import TIME_MS, make_record

CANARY = "geheim-7Q"


class Thing(Message):
    """A message with a few ways to be wrong."""

    schema_name: ClassVar[str] = "thing"

    name: str
    number: int = 0


def refuse(value: bytes) -> ValidationError:
    with pytest.raises(ValidationError) as raised:
        Thing.model_validate_json(value)
    return raised.value


def bury(record: ConsumerRecord, error: Exception | None = None) -> tuple[bytes, bytes | None, Headers]:
    return render_dead_letter(record, "stage", DeadLetterClass.INVALID, error or InvalidMessageError("no"), 2)


def test_keeps_key_and_value_byte_for_byte_and_says_where_from() -> None:
    record = make_record(b"\xff\x00{", key=b"\xfe", offset=41, headers=[("h", b"\xff"), ("h", b"2")])
    key, value, headers = bury(record, InvalidMessageError("it is wrong"))
    assert (key, value) == (b"\xfe", b"\xff\x00{")
    letter = DeadLetter.from_headers(headers)
    assert (letter.topic, letter.partition, letter.offset, letter.timestamp) == ("t-tokens", 2, 41, TIME_MS)
    assert (letter.stage, letter.error_class, letter.error) == ("stage", DeadLetterClass.INVALID, "InvalidMessageError")
    assert (letter.reason, letter.attempt) == ("it is wrong", 2)
    assert [h for h in headers if h[0].startswith("original.")] == [("original.h", b"\xff"), ("original.h", b"2")]


def test_a_null_value_stays_null_and_a_missing_key_becomes_empty() -> None:
    assert bury(make_record(None, key=None))[:2] == (b"", None)


@pytest.mark.parametrize(
    ("value", "wanted", "words"),
    [
        (b"", DeadLetterClass.UNDECODABLE, "Invalid JSON"),
        (b"\xff\xfe", DeadLetterClass.UNDECODABLE, "Invalid JSON"),
        (b"[" * 100_000, DeadLetterClass.UNDECODABLE, "recursion limit"),
        (b'{"name": "\\ud800"}', DeadLetterClass.UNDECODABLE, "Invalid JSON"),
        (b'{"number": 1}', DeadLetterClass.INVALID, "name: Field required"),
        (b'{"name": "a", "number": "1"}', DeadLetterClass.INVALID, "number: Input should be a valid integer"),
        (b'{"name": "a", "number": NaN}', DeadLetterClass.INVALID, "number: "),
        (b'{"name": "a", "number": ' + b"9" * 5000 + b"}", DeadLetterClass.UNDECODABLE, "out of range"),
        (b"[]", DeadLetterClass.INVALID, "value: Input should be an object"),
        (b"null", DeadLetterClass.INVALID, "value: "),
    ],
)
def test_tells_bytes_that_are_no_json_from_json_that_is_no_such_message(
    value: bytes, wanted: DeadLetterClass, words: str
) -> None:
    error = refuse(value)
    assert classify_error(error) is wanted
    assert words in describe_error(error)


def test_a_refusal_of_the_handler_is_invalid() -> None:
    assert classify_error(InvalidMessageError("x")) is DeadLetterClass.INVALID


@pytest.mark.parametrize(
    "value", ['{"name": 1, "number": "%s"}', '{"name": "%s"', '["%s"]', '{"name": {"%s": 1}}', "%s"]
)
def test_the_reason_echoes_nothing_of_the_input(value: str) -> None:
    assert CANARY not in describe_error(refuse((value % CANARY).encode()))


def test_control_characters_are_escaped() -> None:
    reason = describe_error(InvalidMessageError("a\nb\x1b[31mc\x00\u202e\u2028d é"))
    assert reason == "a\\nb\\x1b[31mc\\x00\\u202e\\u2028d é"


@given(st.text())
def test_a_reason_is_one_printable_line_of_at_most_512_bytes(text: str) -> None:
    reason = describe_error(InvalidMessageError(text * 20))
    assert len(reason.encode()) <= MAX_REASON_BYTES
    assert reason.isprintable()


def test_a_value_that_does_not_fit_is_replaced_by_its_digest_length_and_beginning() -> None:
    big = bytes(range(256)) * 8192
    _, value, headers = bury(make_record(big))
    assert value == big[:KEPT_OVERSIZED_BYTES]
    assert dict(headers)["dlq.sha256"] == sha256(big).hexdigest().encode()
    assert dict(headers)["dlq.length"] == b"2097152"


@pytest.mark.parametrize(
    "record",
    [
        make_record(b"v" * (MAX_RECORD_BYTES - 3)),
        make_record(b"v" * 50_000_000),
        make_record(b"v", key=b"k" * MAX_RECORD_BYTES),
        make_record(None, key=b"k" * 5_000_000),
        make_record(b"v" * 600_000, key=b"k" * 600_000),
        make_record(b"v", headers=[("h", b"x" * 1_000_000)]),
        make_record(b"v", headers=[("", b"")] * 10_000),
        make_record(b"v" * 1_000_000, headers=[("h", b"x" * 60_000)]),
        make_record(b"v", headers=[("h", None)]),
    ],
    ids=[
        "value",
        "huge value",
        "key",
        "key alone",
        "both",
        "header",
        "many headers",
        "value and header",
        "null header",
    ],
)
def test_whatever_kafka_delivered_its_dead_letter_fits(record: ConsumerRecord) -> None:
    key, value, headers = bury(record)
    assert measure_record(key, value, headers) <= MAX_RECORD_BYTES
    assert DeadLetter.from_headers(headers).offset == record.offset


def test_forged_headers_do_not_become_ours() -> None:
    forged = [("dlq.attempt", b"-1"), ("dlq.stage", b"forged")]
    letter = DeadLetter.from_headers(bury(make_record(headers=forged))[2])
    assert (letter.attempt, letter.stage) == (2, "stage")


def test_the_brake_trips_at_one_more_in_a_row_than_allowed() -> None:
    brake = Brake(3, 1000)
    assert [brake.count(dead=True) for _ in range(3)] == [None, None, None]
    assert brake.count(dead=True) == "more than 3 dead letters in a row"


def test_one_good_record_starts_the_row_again() -> None:
    brake = Brake(3, 100_000)
    assert all(brake.count(dead=number % 4 != 0) is None for number in range(400))


def test_a_new_owner_goes_on_counting_the_row() -> None:
    brake = Brake(3, 1000, in_a_row=3)
    assert brake.count(dead=True) is not None
    assert Brake(3, 1000, in_a_row=3).count(dead=False) is None


@pytest.mark.parametrize(("every", "trips"), [(101, False), (100, False), (99, True), (50, True)])
def test_the_brake_trips_above_one_in_a_hundred_of_the_window(every: int, *, trips: bool) -> None:
    brake = Brake(100, 1000)
    told = [brake.count(dead=number % every == 0) for number in range(20_000)]
    assert any(told) is trips
    if trips:
        assert next(filter(None, told)) == "more than 1 % dead letters among the last 1000 records"
