"""`newsticker why`: explain an item from the topics."""

import asyncio
from typing import Annotated
from uuid import UUID

import typer
from rich.text import Text

from newsticker.commands.mentions import find_id, parse_id, read_mentions
from newsticker.commands.output import clean, err, out, print_line, say
from newsticker.domain.duplicates.explaining import Explanation, explain, render_explanation
from newsticker.messages.base import Message
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_group import NewsGroup
from newsticker.messages.sighting import Sighting
from newsticker.messages.topics import NEWS_EVENTS, NEWS_GROUPS, NEWS_SIGHTINGS
from newsticker.runtime.reader import open_reader
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings

HELP = """Explain an item: where it was seen, why it has its time and its group, which revisions it had and why.

The table of `tail` shows how the id of an item begins; the sightings shown here name their documents, for `withdraw`.

--json prints the facts themselves, one a line: its sightings, the facts about its group, its events.

Example: newsticker why 0c3a3a45
"""


def why(
    item: Annotated[str, typer.Argument(help="The item's id, or how it begins.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts themselves, one a line.")] = False,
) -> None:
    """Explain an item."""
    given = parse_id(item, "ITEM")
    with err.status("reading what was told"):
        found, events = asyncio.run(_read(RuntimeSettings().kafka, given))
    if found is None or not found.is_known:
        say(f"nothing is told of {given}: it never was, or its records have expired", "red")
        raise typer.Exit(1)
    if as_json:
        facts: list[Message] = [*found.sightings, *([found.group] if found.group else [])]
        for fact in [*facts, *(event for event in events if event.key == str(found.item_id))]:
            print_line(fact.to_json())
        return
    show(found)


def show(found: Explanation) -> None:
    """Print an explanation."""
    for line in render_explanation(found):
        indent = len(line) - len(line.lstrip())
        out.print(Text(" " * indent + clean(line)), soft_wrap=True)


async def _read(kafka: KafkaSettings, given: UUID | str) -> tuple[Explanation | None, list[NewsEvent]]:
    async with open_reader(kafka) as reader:
        item_id = await find_id(reader, given, "itemId")
        if item_id is None:
            return None, []
        sightings = await read_mentions(reader, NEWS_SIGHTINGS, Sighting, item_id)
        groups = await read_mentions(reader, NEWS_GROUPS, NewsGroup, item_id)
        events = await read_mentions(reader, NEWS_EVENTS, NewsEvent, item_id)
    return explain(item_id, sightings, groups, events), events
