"""How a record that can never be handled is written down: bytes untouched, the reason in headers, in the transaction.

The brake stops the worker when dead letters come too thick: a bad release must halt, not drain the stream.
"""

from collections import deque
from hashlib import sha256

from aiokafka.structs import ConsumerRecord
from pydantic import ValidationError

from newsticker import __version__
from newsticker.messages.dead_letter import MAX_REASON_BYTES, ORIGINAL_PREFIX, DeadLetter, DeadLetterClass
from newsticker.runtime.outbox import MAX_RECORD_BYTES, Headers, measure_record

KEPT_OVERSIZED_BYTES = 4096
"""Of a record that does not fit the dead letter topic, so much of key and value is kept beside the value's digest."""

MAX_ORIGINAL_HEADER_BYTES = 65_536
"""Original headers beyond this are left out; they are untrusted and can be anything."""

BRAKE_PERCENT = 1


def describe_error(error: Exception) -> str:
    """Say why in at most 512 bytes, control characters escaped, without an echo of the input."""
    if isinstance(error, ValidationError):
        problems = error.errors(include_input=False, include_url=False, include_context=False)
        text = "; ".join(f"{'.'.join(map(str, p['loc'])) or 'value'}: {p['msg']}" for p in problems)
    else:
        text = str(error)
    escaped = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    return escaped.encode("utf-8", "replace")[:MAX_REASON_BYTES].decode("utf-8", "ignore")


def classify_error(error: Exception) -> DeadLetterClass:
    """Tell bytes that are no JSON from JSON that is no such message."""
    if isinstance(error, ValidationError) and any(p["type"] == "json_invalid" for p in error.errors()):
        return DeadLetterClass.UNDECODABLE
    return DeadLetterClass.INVALID


def render_dead_letter(
    record: ConsumerRecord, stage: str, error_class: DeadLetterClass, error: Exception, attempt: int
) -> tuple[bytes, bytes | None, Headers]:
    """Render key, value and headers of the dead letter of one record."""
    letter = DeadLetter(
        stage=stage,
        error_class=error_class,
        error=type(error).__name__,
        reason=describe_error(error),
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        timestamp=record.timestamp,
        attempt=attempt,
        version=__version__,
    )
    headers: Headers = letter.to_headers()
    originals = [(ORIGINAL_PREFIX + name, value or b"") for name, value in record.headers]
    if sum(len(name) + len(value) for name, value in originals) <= MAX_ORIGINAL_HEADER_BYTES:
        headers.extend(originals)
    key, value = record.key or b"", record.value
    if measure_record(key, value, headers) > MAX_RECORD_BYTES:
        headers.append(("dlq.sha256", sha256(value or b"").hexdigest().encode()))
        headers.append(("dlq.length", str(len(value or b"")).encode()))
        key, value = key[:KEPT_OVERSIZED_BYTES], None if value is None else value[:KEPT_OVERSIZED_BYTES]
    return key, value, headers


class Brake:
    """Watches the outcomes of one partition: too many dead letters in a row, or among the last many, and it trips."""

    def __init__(self, consecutive: int, window: int, in_a_row: int = 0) -> None:
        self.in_a_row = in_a_row
        """How many of the last records were dead letters without a break; outlives the process in offset notes."""
        self._consecutive = consecutive
        self._window = window
        self._seen = 0
        self._recent: deque[int] = deque(maxlen=max(1, window * BRAKE_PERCENT // 100))

    def count(self, *, dead: bool) -> str | None:
        """Count one record; say why the brake trips, or `None`."""
        self._seen += 1
        if not dead:
            self.in_a_row = 0
            return None
        self.in_a_row += 1
        if self.in_a_row > self._consecutive:
            return f"more than {self._consecutive} dead letters in a row"
        crowded = len(self._recent) == self._recent.maxlen and self._seen - self._recent[0] < self._window
        self._recent.append(self._seen)
        if crowded:
            return f"more than {BRAKE_PERCENT} % dead letters among the last {self._window} records"
        return None
