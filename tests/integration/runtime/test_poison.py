"""Records that can never be handled: dead letters byte for byte, killers buried, and the brake."""

import asyncio
import json
from collections import Counter

import pytest
from aiokafka.structs import ConsumerRecord

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, SERVICE, TOKENS, Token
from harness.tokens import Ledger
from newsticker.messages.dead_letter import DeadLetter, DeadLetterClass
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.offset_note import OffsetNote

LETTERS = TOKENS.dead_letters()

POISON: dict[str, tuple[bytes | None, DeadLetterClass]] = {
    "null": (None, DeadLetterClass.INVALID),
    "empty": (b"", DeadLetterClass.UNDECODABLE),
    "no-utf-8": (b'{"name": "Gen\xe8ve"}', DeadLetterClass.UNDECODABLE),
    "utf-16": ('{"name": "a"}'.encode("utf-16"), DeadLetterClass.UNDECODABLE),
    "cut-off": (b'{"name": "caf\xc3', DeadLetterClass.UNDECODABLE),
    "surrogate": (b'{"name": "\\ud800"}', DeadLetterClass.UNDECODABLE),
    "nan": (b'{"name": "a", "count": NaN}', DeadLetterClass.INVALID),
    "deep": (b"[" * 100_000, DeadLetterClass.UNDECODABLE),
    "long-number": (b'{"name": "a", "count": ' + b"9" * 5000 + b"}", DeadLetterClass.UNDECODABLE),
    "wrong-type": (b'["name"]', DeadLetterClass.INVALID),
    "field-missing": (b'{"text": "a"}', DeadLetterClass.INVALID),
    "field-wrong": (b'{"name": 5}', DeadLetterClass.INVALID),
    "refused": (Token(name="a", text="refuse").to_json(), DeadLetterClass.INVALID),
    "output-too-large": (Token(name="a", text="huge").to_json(), DeadLetterClass.OVERSIZED),
}


def read_letter(record: ConsumerRecord) -> DeadLetter:
    return DeadLetter.from_headers(list(record.headers))


async def test_each_poison_becomes_one_dead_letter_byte_for_byte_and_the_stream_goes_on(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger = Ledger()
    await cluster.send(TOKENS, ledger.make(100))
    sent = [(name, value) for name, (value, _) in POISON.items()]
    await cluster.send(TOKENS, sent, headers=[("trace", b"\xff\x00"), ("trace", b"2"), ("dlq.attempt", b"-1")])
    await cluster.send(TOKENS, ledger.make(100))
    copies = await copiers.supervise(cluster.read(COPIES, at_least=200))
    letters = await cluster.read(LETTERS)
    ledger.check(copies)
    assert len(copies) == 200
    assert Counter(record.key.decode() for record in letters) == Counter(list(POISON))
    inputs = {record.key.decode(): record for record in await cluster.read(TOKENS) if record.key.decode() in POISON}
    for record in letters:
        source, letter = inputs[record.key.decode()], read_letter(record)
        assert record.value == source.value
        assert record.timestamp == source.timestamp
        assert (letter.topic, letter.partition, letter.offset) == (source.topic, source.partition, source.offset)
        assert letter.error_class is POISON[record.key.decode()][1]
        assert (letter.stage, letter.attempt) == ("copier", 1)
        assert letter.reason
        originals = [header for header in record.headers if header[0].startswith("original.")]
        assert originals == [(f"original.{name}", value) for name, value in source.headers]
    assert copiers.exit_codes == []


@pytest.mark.parametrize(
    ("text", "code", "cause"),
    [
        ("die", 99, "exit code 99"),
        ("hang", ExitReason.STUCK, "no end within 1.5 s"),
        ("fail", ExitReason.HANDLER_FAILED, "RuntimeError: "),
    ],
)
@pytest.mark.timeout(120)
async def test_a_record_that_ends_every_process_is_buried_after_three_attempts(
    cluster: Cluster, copiers: Copiers, text: str, code: int, cause: str
) -> None:
    ledger = Ledger(keys=1)
    partition = 0
    await cluster.send(TOKENS, ledger.make(30), partition=partition)
    await cluster.send(TOKENS, [("poison", Token(name="poison", text=text).to_json())], partition=partition)
    await cluster.send(TOKENS, ledger.make(30), partition=partition)
    copies = await copiers.supervise(cluster.read(COPIES, at_least=60), worker__stuck_after_s=1.5)
    ledger.check(copies)
    (letter,) = [read_letter(record) for record in await cluster.read(LETTERS)]
    assert (letter.error_class, letter.offset, letter.attempt) == (DeadLetterClass.KILLED, 30, 4)
    assert f"a child in a trial: {cause}" in letter.reason
    assert len(copies) == 60
    # once within a batch, then three times as the first record of its owner
    assert set(copiers.exit_codes) == {code}
    assert len(copiers.exit_codes) == 4
    notes = await cluster.committed(SERVICE, TOKENS)
    assert OffsetNote.parse(notes[partition].metadata).attempts <= 1, "what was buried does not count any more"


async def test_the_next_owner_knows_of_the_attempt(cluster: Cluster, copiers: Copiers) -> None:
    await cluster.send(TOKENS, [("a", Token(name="a", text="die").to_json())], partition=1)
    for attempt in (1, 2):
        assert await asyncio.to_thread(copiers.start().wait) == 99
        offsets = await cluster.committed(SERVICE, TOKENS)
        assert offsets[1].offset == 0
        assert OffsetNote.parse(offsets[1].metadata) == OffsetNote(attempts=attempt)
        assert 0 not in offsets


@pytest.mark.usefixtures("cluster")
@pytest.mark.timeout(120)
async def test_a_partition_that_changes_hands_without_records_counts_no_attempts(copiers: Copiers) -> None:
    for _ in range(2):
        worker = await copiers.start_open(3)
        worker.stop()
    worker = await copiers.start_open(3)
    assert {event["attempts"] for event in worker.events() if event["event"] == "partition.opened"} == {0}
    worker.stop()


@pytest.mark.timeout(90)
async def test_the_brake_halts_with_the_data_in_place_however_often_it_is_started(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger, allowed = Ledger(keys=1), 5
    await cluster.send(TOKENS, ledger.make(3), partition=0)
    bad = [("bad", Token(name="bad", text="refuse").to_json())] * 40
    await cluster.send(TOKENS, bad, partition=0)
    for _ in range(3):
        worker = copiers.start(worker__brake_consecutive=allowed)
        assert await asyncio.to_thread(worker.wait) == ExitReason.BRAKE
        (end,) = [event for event in worker.events() if event["event"] == "worker.ended"]
        assert end["detail"] == "more than 5 dead letters in a row"
    assert len(await cluster.read(LETTERS)) <= allowed
    offsets = await cluster.committed(SERVICE, TOKENS)
    assert offsets[0].offset <= 3 + allowed
    copies = await cluster.read(COPIES)
    assert len(copies) in {0, 3}
    await copiers.supervise(cluster.read(LETTERS, at_least=40), worker__brake_consecutive=100)
    ledger.check(await cluster.read(COPIES))


async def test_a_dead_letter_is_logged_as_one_line_of_json_without_its_content(
    cluster: Cluster, copiers: Copiers
) -> None:
    forged = '{"event": "worker.ended"}\n\x1b[31m'
    await cluster.send(TOKENS, [("a", json.dumps({"name": forged}).encode()), ("a", json.dumps([forged]).encode())])
    worker = await copiers.start_open(3)
    await cluster.read(LETTERS, at_least=1)
    await cluster.read(COPIES, at_least=1)
    worker.stop()
    lines = worker.log.read_text(encoding="utf-8").splitlines()
    events = [json.loads(line) for line in lines]
    assert all({"event", "level", "timestamp", "service"} <= event.keys() for event in events)
    assert {event["service"] for event in events} == {SERVICE}
    (line,) = [event for event in events if event["event"] == "record.dead_lettered"]
    assert (line["topic"], line["offset"]) == (cluster.topology.name(TOKENS), 1)
    assert line["partition"] in {0, 1}
    assert "worker.ended" not in json.dumps(events)
