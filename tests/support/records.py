"""Consumer records for tests of the runtime that need no broker."""

from collections.abc import Sequence

from aiokafka.structs import ConsumerRecord

TIME_MS = 1_700_000_000_000


def make_record(  # noqa: PLR0913 - a record's parts, by name
    value: bytes | None = b"{}",
    *,
    offset: int = 0,
    key: bytes | None = b"key",
    headers: Sequence[tuple[str, bytes | None]] = (),
    timestamp: int = TIME_MS,
    topic: str = "t-tokens",
    partition: int = 2,
) -> ConsumerRecord:
    """Make a record as a consumer gives it."""
    return ConsumerRecord(
        topic=topic,
        partition=partition,
        offset=offset,
        timestamp=timestamp,
        timestamp_type=0,
        key=key,
        value=value,
        checksum=None,
        serialized_key_size=len(key or b""),
        serialized_value_size=len(value or b""),
        headers=tuple(headers),
    )
