"""Sends dead letters to their topic again, byte for byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsticker.messages.dead_letter import HEADER_PREFIX, ORIGINAL_PREFIX, DeadLetter
from newsticker.runtime.reader import Record
from newsticker.runtime.sender import open_sender
from newsticker.runtime.settings import KafkaSettings

CUT_MARK = HEADER_PREFIX + "sha256"
"""Header of a letter whose value was too large to be kept whole."""


@dataclass(slots=True)
class Replayed:
    """What came of a replay."""

    sent: int = 0
    cut: int = 0


async def replay_records(kafka: KafkaSettings, letters: Iterable[tuple[Record, DeadLetter]]) -> Replayed:
    """Send each record to where it came from, with its own key, headers and timestamp."""
    report = Replayed()
    async with open_sender(kafka, "newsticker-replay") as sender:
        for record, letter in letters:
            if any(name == CUT_MARK for name, _ in record.headers):
                report.cut += 1
                continue
            headers = [
                (name.removeprefix(ORIGINAL_PREFIX), value)
                for name, value in record.headers
                if name.startswith(ORIGINAL_PREFIX)
            ]
            await sender.send(
                letter.topic,
                record.value,
                key=record.key,
                partition=letter.partition,
                timestamp_ms=letter.timestamp,
                headers=headers,
            )
            report.sent += 1
    return report
