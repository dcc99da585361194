"""`newsticker dlq`: look at dead letters, and send them again after a fix."""

import asyncio
from datetime import datetime
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.table import Table
from rich.text import Text

from newsticker.commands.output import clean, count, err, out, say
from newsticker.messages.dead_letter import DeadLetter, DeadLetterClass
from newsticker.messages.topics import STAGE_INPUTS, Topic
from newsticker.producer.handler import parse_fetch_time
from newsticker.runtime.reader import Record, open_reader
from newsticker.runtime.replay import Replayed, replay_records
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings

HELP = """Look at dead letters: records that a service could never handle, byte for byte, with the reason."""

cli = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)

TOPICS = {topic.name: topic for topic in STAGE_INPUTS}

TopicOption = Annotated[str | None, typer.Option("--topic", help="Only of this topic, such as raw-documents.")]
ClassOption = Annotated[DeadLetterClass | None, typer.Option("--class", help="Only of this class.")]
SinceOption = Annotated[
    str | None, typer.Option("--since", help="Only records from this time on, such as 2026-01-22T20:00:00Z.")
]

Letter = tuple[Record, DeadLetter | None]


@cli.command("list")
def list_letters(topic: TopicOption = None, error_class: ClassOption = None, since: SinceOption = None) -> None:
    """List dead letters with their reasons.

    Example: newsticker dlq list --class invalid
    """
    letters = _find(topic, error_class, since)
    table = Table("letter", "class", "stage", "came from", "reason", box=None, pad_edge=False, header_style="bold")
    for record, letter in letters:
        if letter is None:
            table.add_row(_name(record), "?", "?", "?", "not written by a service")
        else:
            cells = (_name(record), letter.error_class.value, letter.stage, letter.key, clean(letter.reason))
            table.add_row(*(Text(cell) for cell in cells))
    if letters:
        out.print(table)
    say(count(len(letters), "dead letter"))


@cli.command()
def show(
    name: Annotated[str, typer.Argument(help="TOPIC-dlq/PARTITION/OFFSET, as `list` prints it.")],
    *,
    raw: Annotated[bool, typer.Option("--raw", help="Print the value only, byte for byte.")] = False,
) -> None:
    """Show one dead letter whole.

    Example: newsticker dlq show raw-documents-dlq/0/17
    """
    record = next((record for record, _ in _find(None, None, None) if _name(record) == name), None)
    if record is None:
        say(f"there is no dead letter {name}: see newsticker dlq list", "red")
        raise typer.Exit(1)
    value = record.value or b""
    if raw:
        typer.echo(value, nl=False)
        return
    for header, content in record.headers:
        out.print(Text(f"{clean(header)}: {clean((content or b'').decode('utf-8', 'replace'))}"), soft_wrap=True)
    out.print(Text(f"key: {clean((record.key or b'').decode('utf-8', 'replace'))}"), soft_wrap=True)
    out.print(
        Text("value: null" if record.value is None else f"value: {clean(value.decode('utf-8', 'replace'))}"),
        soft_wrap=True,
    )


@cli.command()
def replay(topic: TopicOption = None, error_class: ClassOption = None, since: SinceOption = None) -> None:
    """Send dead letters to their topic again, as they were; after a fix of the code.

    What was handled in between is a repetition and does nothing, so replaying twice is harmless.

    Example: newsticker dlq replay --topic raw-documents --class killed
    """
    letters = [(record, letter) for record, letter in _find(topic, error_class, since) if letter is not None]
    report: Replayed = asyncio.run(replay_records(RuntimeSettings().kafka, letters))
    say(f"{report.sent} sent again, {report.cut} left out because their bytes were too many to be kept")
    raise typer.Exit(1 if report.cut else 0)


def _find(topic: str | None, error_class: DeadLetterClass | None, since: str | None) -> list[Letter]:
    if topic is not None and topic not in TOPICS:
        raise typer.BadParameter(f"no such topic; there are {', '.join(TOPICS)}", param_hint="--topic")
    try:
        start = parse_fetch_time(since) if since else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--since") from error
    chosen = [TOPICS[topic]] if topic else list(TOPICS.values())
    with err.status("reading the dead letters"):
        letters = asyncio.run(_read(RuntimeSettings().kafka, [one.dead_letters() for one in chosen]))
    return [
        (record, letter)
        for record, letter in letters
        if (error_class is None or (letter is not None and letter.error_class is error_class))
        and _is_since(record, start)
    ]


def _is_since(record: Record, start: datetime | None) -> bool:
    return start is None or bool(record.timestamp >= start.timestamp() * 1000)


async def _read(kafka: KafkaSettings, topics: list[Topic]) -> list[Letter]:
    async with open_reader(kafka) as reader:
        return [(record, _parse(record)) async for record in reader.read(topics)]


def _parse(record: Record) -> DeadLetter | None:
    try:
        return DeadLetter.from_headers([(name, value or b"") for name, value in record.headers])
    except (ValidationError, UnicodeDecodeError):
        return None


def _name(record: Record) -> str:
    return f"{record.topic}/{record.partition}/{record.offset}"
