"""Ids on the command line: whole, or how they begin."""

from collections.abc import AsyncIterator, Iterable
from uuid import UUID

import pytest
import typer

from newsticker.commands.mentions import find_id, parse_id
from newsticker.messages.topics import Topic
from newsticker.runtime.reader import Reader, Record

WHOLE = "0c3a3a45-3a0e-5b5c-8a39-6d6b3c1f8f0d"
OTHER = "0c3a4000-3a0e-5b5c-8a39-6d6b3c1f8f0d"


class Sightings(Reader):
    """A topic of sightings in memory."""

    def __init__(self, *values: bytes | None) -> None:
        self._values = values

    async def read(
        self,
        topics: Iterable[Topic],
        *,
        from_beginning: bool = True,  # noqa: ARG002 - as the reader has it
        follow: bool = False,  # noqa: ARG002 - as the reader has it
    ) -> AsyncIterator[Record]:
        (topic,) = topics
        for value in self._values:
            yield Record(topic.name, 0, 0, 0, 0, None, value, None, 0, 0, ())


SIGHTINGS = Sightings(
    None,
    b"{",
    f'{{"itemId":"{WHOLE}","source":{{"documentId":"{OTHER}"}}}}'.encode(),
    f'{{"itemId": "{WHOLE}","source":{{"documentId": "{OTHER}"}}}}'.encode(),
    f'{{"itemId":"{OTHER}"}}'.encode(),
)


@pytest.mark.parametrize("text", [WHOLE, f"urn:uuid:{WHOLE}", WHOLE.upper(), WHOLE.replace("-", "")])
def test_a_whole_id_is_taken_as_it_is_written(text: str) -> None:
    assert parse_id(text, "ITEM") == UUID(WHOLE)


@pytest.mark.parametrize("text", ["0c3a", "0C3A3A45", "urn:uuid:0c3a3a45-3a0e"])
def test_the_beginning_of_an_id_is_taken(text: str) -> None:
    assert parse_id(text, "ITEM") == text.removeprefix("urn:uuid:").lower()


@pytest.mark.parametrize("text", ["", "0c3", "no-id", f"{WHOLE}0", ".*.*"])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter, match="not an id"):
        parse_id(text, "ITEM")


async def test_the_beginning_of_one_id_finds_it() -> None:
    assert await find_id(SIGHTINGS, "0c3a3a45", "itemId") == UUID(WHOLE)
    assert await find_id(SIGHTINGS, "0c3a", "documentId") == UUID(OTHER)
    assert await find_id(SIGHTINGS, "ffff", "itemId") is None
    assert await find_id(Sightings(), UUID(WHOLE), "itemId") == UUID(WHOLE)


async def test_the_beginning_of_several_ids_is_refused() -> None:
    with pytest.raises(typer.BadParameter, match="2 ids begin with 0c3a: give more of it"):
        await find_id(SIGHTINGS, "0c3a", "itemId")
