"""The only place that reads the clock."""

from datetime import UTC, datetime


def read_clock() -> datetime:
    """Read the time, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the place


def read_clock_ms() -> int:
    """Read the time as Kafka counts it: milliseconds since the epoch."""
    return int(read_clock().timestamp() * 1000)
