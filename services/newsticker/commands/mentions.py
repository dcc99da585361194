"""Reads from a topic the messages that mention an id: of an item, or of a document."""

from typing import TypeVar
from uuid import UUID

import typer
from pydantic import ValidationError

from newsticker.commands.output import clean
from newsticker.messages.base import Message
from newsticker.messages.topics import Topic
from newsticker.runtime.reader import Reader

M = TypeVar("M", bound=Message)


def parse_id(text: str, name: str) -> UUID:
    """Read an id as it stands in events and on the command line."""
    try:
        return UUID(text.removeprefix("urn:uuid:"))
    except ValueError as error:
        raise typer.BadParameter(f"not an id: {clean(text)!r}", param_hint=name) from error


async def read_mentions(reader: Reader, topic: Topic, message: type[M], mentioned: UUID) -> list[M]:
    """Read a topic to its end, and keep what mentions the id; what can't be read is no message of ours."""
    found: list[M] = []
    wanted = str(mentioned).encode()
    async for record in reader.read([topic]):
        if record.value is None or wanted not in record.value:
            continue
        try:
            found.append(message.model_validate_json(record.value))
        except ValidationError:
            continue
    return found
