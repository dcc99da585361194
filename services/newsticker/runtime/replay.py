"""Sends dead letters to their topic again, byte for byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from aiokafka import AIOKafkaProducer
from aiokafka.structs import ConsumerRecord

from newsticker.messages.dead_letter import HEADER_PREFIX, ORIGINAL_PREFIX, DeadLetter
from newsticker.messages.topics import MAX_MESSAGE_BYTES
from newsticker.runtime.admin import reaching
from newsticker.runtime.settings import KafkaSettings

CUT_MARK = HEADER_PREFIX + "sha256"
"""Header of a letter whose value was too large to be kept whole."""


@dataclass(slots=True)
class Replayed:
    """What came of a replay."""

    sent: int = 0
    cut: int = 0


async def replay_records(kafka: KafkaSettings, letters: Iterable[tuple[ConsumerRecord, DeadLetter]]) -> Replayed:
    """Send each record to where it came from, with its own key, headers and timestamp."""
    report = Replayed()
    producer = AIOKafkaProducer(
        **kafka.client_options(), enable_idempotence=True, acks="all", max_request_size=MAX_MESSAGE_BYTES
    )
    async with reaching(kafka):
        await producer.start()
    try:
        for record, letter in letters:
            if any(name == CUT_MARK for name, _ in record.headers):
                report.cut += 1
                continue
            headers = [
                (name.removeprefix(ORIGINAL_PREFIX), value)
                for name, value in record.headers
                if name.startswith(ORIGINAL_PREFIX)
            ]
            await producer.send_and_wait(
                letter.topic,
                record.value,
                key=record.key,
                partition=letter.partition,
                timestamp_ms=letter.timestamp,
                headers=headers,
            )
            report.sent += 1
    finally:
        await producer.stop()
    return report
