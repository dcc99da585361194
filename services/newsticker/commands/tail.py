"""`newsticker tail`: read a topic as a subscriber does."""

import asyncio
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.text import Text

from newsticker.commands.conditions import Condition, check_condition, matches, parse_condition
from newsticker.commands.output import WIDTHS, clean, describe_event, out, print_line, render_line, say
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.topics import ALL_TOPICS, NEWS_EVENTS, Topic
from newsticker.runtime.reader import Record, open_reader
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings

HELP = """Show the records of a topic, committed ones only, from its beginning to its end.

--where key=value keeps what matches, and may be given several times: a key is a CloudEvents filter (ntkind, ntlang,
ntdup) or a path into the JSON, where any element of a list may match. Of events, `item` is where the item's id begins,
which `why` takes; a withdrawn item is struck.

Example: newsticker tail news-events --where ntkind=ticker --where infoSources.literal=ANP --follow --json
"""

BY_NAME = {topic.name: topic for topic in ALL_TOPICS}


def tail(
    topic: Annotated[str, typer.Argument(help="Name in the catalogue, without the prefix.")] = NEWS_EVENTS.name,
    where: Annotated[list[str] | None, typer.Option(help="Keep what matches: key=value.")] = None,
    *,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with what comes.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Begin at the end instead; goes on with what comes.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Stop after so many.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the values only, one a line.")] = False,
) -> None:
    """Show the records of a topic."""
    if topic not in BY_NAME:
        raise typer.BadParameter(f"no such topic; there are {', '.join(BY_NAME)}", param_hint="TOPIC")
    conditions = [parse_condition(condition) for condition in where or []]
    for key, _ in conditions:
        check_condition(key, BY_NAME[topic])
    kafka = RuntimeSettings().kafka
    asyncio.run(_tail(kafka, BY_NAME[topic], conditions, (follow or new, new, limit, as_json)))


async def _tail(
    kafka: KafkaSettings,
    topic: Topic,
    conditions: list[Condition],
    options: tuple[bool, bool, int | None, bool],
) -> None:
    follow, new, limit, as_json = options
    shown = 0
    async with open_reader(kafka) as reader:
        async for record in reader.read([topic], from_beginning=not new, follow=follow):
            if not matches(record, conditions):
                continue
            if not shown and not as_json and topic.message == NewsEvent.schema_name:
                say(render_line({name: name for name in WIDTHS}, "first words", out.width), "bold")
            show(record, topic, as_json=as_json)
            shown += 1
            if shown == limit:
                return


def show(record: Record, topic: Topic, *, as_json: bool) -> None:
    """Print one record."""
    if as_json:
        if record.value is not None:
            print_line(record.value)
        return
    out.print(render(record, topic), soft_wrap=True)


def render(record: Record, topic: Topic) -> Text:
    """Render a record for reading: events by columns, others by key and value."""
    key = clean((record.key or b"").decode("utf-8", "replace"))
    if record.value is None:
        return Text(f"{key}  (removed)")
    value = clean(record.value.decode("utf-8", "replace"))
    if topic.message != NewsEvent.schema_name:
        return Text(f"{key}  {value}")
    try:
        row = describe_event(NewsEvent.model_validate_json(record.value))
    except ValidationError:
        return Text(f"(not an event) {value[:200]}")
    return Text(render_line(row.cells, row.words, out.width), row.style)
