"""What a handler answers: exactly one outcome for each input record, and the messages that it causes."""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from enum import StrEnum

from newsticker.messages.base import Message
from newsticker.messages.topics import Topic


class Outcome(StrEnum):
    """How one input record ended; input = sum of outcomes, for each stage."""

    EMITTED = "emitted"
    REPEATED = "repeated"
    DEAD_LETTERED = "dead_lettered"


@dataclass(frozen=True, slots=True)
class Emit:
    """One message for one topic; `None` with a key is a tombstone."""

    topic: Topic
    message: Message | None
    key: str | None = None
    """Only for tombstones; a message knows its own key."""


@dataclass(frozen=True, slots=True)
class Handled:
    """A handler's answer for one record."""

    outcome: Outcome
    emits: tuple[Emit, ...] = ()


Store = MutableMapping[bytes, bytes]
"""Keyed state of one input partition; a dict stands in for it in tests."""

Stores = Mapping[str, Store]
"""A stage's stores by name."""

Handler = Callable[[Message, int, Stores], Handled]
"""`handle(message, timestamp_ms, stores)`: pure but for its writes into the stores, which travel with its outputs."""


class InvalidMessageError(ValueError):
    """The record can never be handled: it becomes a dead letter with this error's text as its reason."""
