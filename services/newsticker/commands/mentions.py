"""Reads from a topic the messages that mention an id: of an item, or of a document."""

import re
from typing import TypeVar
from uuid import UUID

import typer
from pydantic import ValidationError

from newsticker.commands.output import clean, say
from newsticker.messages.base import Message
from newsticker.messages.topics import NEWS_SIGHTINGS, Topic
from newsticker.runtime.reader import Reader

M = TypeVar("M", bound=Message)


BEGINNING = re.compile(r"[0-9a-f-]{4,36}")


def parse_id(text: str, name: str) -> UUID | str:
    """Read an id, or how it begins, as it stands in events and on the command line."""
    given = text.removeprefix("urn:uuid:").lower()
    try:
        return UUID(given)
    except ValueError as error:
        if BEGINNING.fullmatch(given):
            return given
        raise typer.BadParameter(f"not an id: {clean(text)!r}", param_hint=name) from error


async def find_id(reader: Reader, given: UUID | str, field: str) -> UUID | None:
    """Find the one id that begins as given, in a field of the sightings; a whole id is itself."""
    if isinstance(given, UUID):
        return given
    found: set[str] = set()
    pattern = re.compile(rf'"{field}":\s*"({given}[0-9a-f-]*)"'.encode())
    async for record in reader.read([NEWS_SIGHTINGS]):
        found.update(match.decode() for match in pattern.findall(record.value or b""))
    if len(found) > 1:
        raise typer.BadParameter(f"{len(found)} ids begin with {given}: give more of it", param_hint=field)
    for whole in found:
        say(f"{field} {whole}", "dim")
        return UUID(whole)
    return None


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
