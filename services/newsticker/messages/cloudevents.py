"""CloudEvents 1.0 in Kafka's binary mode: what stands in the headers of every record that we write."""

from datetime import UTC, datetime
from functools import lru_cache

from newsticker.messages.base import Message, name_id

Headers = list[tuple[str, bytes]]

CONTENT_TYPE = b"application/json"


def render_headers(message: Message, *, service: str, timestamp_ms: int) -> Headers:
    """Render the headers of one message.

    `timestamp_ms` is that of the record which caused the message, so that a replay gives the same bytes.
    `ce_id` is a uuid5 of the message's noun and fact: a second delivery of the same fact carries the same id.
    """
    noun = f"{message.schema_name}.v{message.schema_major}"
    source, kind, schema = _render_kind(noun, service)
    return [
        ("ce_specversion", b"1.0"),
        ("ce_id", str(name_id(f"{noun}\n{message.fact_id}")).encode()),
        source,
        kind,
        ("ce_subject", message.key.encode()),
        ("ce_time", _render_time(timestamp_ms)),
        schema,
        ("content-type", CONTENT_TYPE),
        *[(f"ce_{name}", value.encode()) for name, value in message.filters.items()],
    ]


@lru_cache(maxsize=64)
def _render_kind(noun: str, service: str) -> Headers:
    """Render what all messages of a kind have alike."""
    return [
        ("ce_source", f"/newsticker/{service}".encode()),
        ("ce_type", f"newsticker.{noun}".encode()),
        ("ce_dataschema", f"urn:newsticker:schema:{noun}".encode()),
    ]


@lru_cache(maxsize=64)
def _render_time(timestamp_ms: int) -> bytes:
    """Render a time: one record mostly causes several messages."""
    caused = datetime.fromtimestamp(timestamp_ms / 1000, UTC)
    return caused.isoformat(timespec="milliseconds").replace("+00:00", "Z").encode()
