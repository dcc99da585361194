"""`newsticker tail`: read a topic as a subscriber does."""

import asyncio
from typing import Annotated, Any

import orjson
import typer
from pydantic import ValidationError
from rich.text import Text

from newsticker.commands.output import clean, describe_event, out, print_line
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.topics import ALL_TOPICS, NEWS_EVENTS, Topic
from newsticker.runtime.reader import Record, open_reader
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings

HELP = """Show the records of a topic, committed ones only, from its beginning to its end.

--where key=value keeps what matches, and may be given several times: a key is a CloudEvents filter (ntkind, ntlang,
ntdup) or a path into the JSON, where any element of a list may match.

Example: newsticker tail news-events --where ntkind=ticker --where infoSources.literal=ANP --follow --json
"""

WIDTHS = (8, 18, 14, 28)
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
    kafka = RuntimeSettings().kafka
    asyncio.run(_tail(kafka, BY_NAME[topic], conditions, (follow or new, new, limit, as_json)))


async def _tail(
    kafka: KafkaSettings,
    topic: Topic,
    conditions: list[tuple[str, str]],
    options: tuple[bool, bool, int | None, bool],
) -> None:
    follow, new, limit, as_json = options
    shown = 0
    async with open_reader(kafka) as reader:
        async for record in reader.read([topic], from_beginning=not new, follow=follow):
            if not matches(record, conditions):
                continue
            show(record, topic, as_json=as_json)
            shown += 1
            if shown == limit:
                return


def parse_condition(text: str) -> tuple[str, str]:
    """Read one `key=value`."""
    key, sign, value = text.partition("=")
    if not sign or not key:
        raise typer.BadParameter(f"write it as key=value, not {text!r}", param_hint="--where")
    return key, value


def matches(record: Record, conditions: list[tuple[str, str]]) -> bool:
    """Tell whether a record meets every condition."""
    if not conditions:
        return True
    headers = {name: value.decode("utf-8", "replace") for name, value in reversed(record.headers)}
    try:
        body = orjson.loads(record.value or b"null")
    except orjson.JSONDecodeError:
        body = None
    return all(headers.get(f"ce_{key}") == value or value in find_values(body, key) for key, value in conditions)


def find_values(body: Any, path: str) -> set[str]:  # noqa: ANN401 - any JSON
    """Give what stands at a dotted path, as text; lists are looked through."""
    found = [body]
    for name in path.split("."):
        found = [inner for outer in found for inner in (outer if isinstance(outer, list) else [outer])]
        found = [outer[name] for outer in found if isinstance(outer, dict) and name in outer]
    flat = [inner for outer in found for inner in (outer if isinstance(outer, list) else [outer])]
    return {value if isinstance(value, str) else orjson.dumps(value).decode() for value in flat}


def show(record: Record, topic: Topic, *, as_json: bool) -> None:
    """Print one record."""
    if as_json:
        if record.value is not None:
            print_line(record.value)
        return
    out.print(Text(render(record, topic)), soft_wrap=True)


def render(record: Record, topic: Topic) -> str:
    """Render a record for reading: events by columns, others by key and value."""
    if record.value is None:
        return f"{clean((record.key or b'').decode('utf-8', 'replace'))}  (removed)"
    if topic.message == NewsEvent.schema_name:
        try:
            columns = describe_event(NewsEvent.model_validate_json(record.value))
        except ValidationError:
            return f"(not an event) {clean(record.value[:200].decode('utf-8', 'replace'))}"
        *cells, words = columns
        return "  ".join([*(f"{cell:<{width}.{width}}" for cell, width in zip(cells, WIDTHS, strict=True)), words])
    return f"{clean((record.key or b'').decode('utf-8', 'replace'))}  {clean(record.value.decode('utf-8', 'replace'))}"
