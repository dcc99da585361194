"""A record that can never be handled: its bytes untouched as key and value, everything else in headers."""

from enum import StrEnum
from typing import ClassVar, Self

from newsticker.messages.base import Message

HEADER_PREFIX = "dlq."
ORIGINAL_PREFIX = "original."
MAX_REASON_BYTES = 512


class DeadLetterClass(StrEnum):
    """Why a record was given up; a closed list."""

    UNDECODABLE = "undecodable"
    INVALID = "invalid"
    OVERSIZED = "oversized"
    KILLED = "killed"


class DeadLetter(Message):
    """The `dlq.*` headers of a dead letter, as a model; the record's value is the original value, byte for byte."""

    schema_name: ClassVar[str] = "dead-letter"

    stage: str
    error_class: DeadLetterClass
    error: str
    """The exception's class name."""
    reason: str
    """At most 512 bytes, control characters escaped; no echo of the input, but of `killed` it quotes the error."""
    topic: str
    partition: int
    offset: int
    timestamp: int
    """Milliseconds since the epoch, of the original record."""
    attempt: int = 1
    version: str

    @property
    def key(self) -> str:
        """Where the record stood."""
        return f"{self.topic}/{self.partition}/{self.offset}"

    @property
    def fact_id(self) -> str:
        """Where the record stood: it fails there once."""
        return self.key

    def to_headers(self) -> list[tuple[str, bytes]]:
        """Render as Kafka headers."""
        return [
            (HEADER_PREFIX + name.replace("_", "-"), str(value).encode())
            for name, value in self.model_dump(by_alias=False).items()
        ]

    @classmethod
    def from_headers(cls, headers: list[tuple[str, bytes]]) -> Self:
        """Read back what `to_headers` wrote; other headers are passed over, the first of a name wins."""
        found: dict[str, str] = {}
        for name, value in headers:
            if name.startswith(HEADER_PREFIX):
                found.setdefault(name.removeprefix(HEADER_PREFIX).replace("-", "_"), value.decode())
        return cls.model_validate(found, strict=False, by_name=True)
