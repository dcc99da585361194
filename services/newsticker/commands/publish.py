"""`newsticker publish`: pages to the producer's topic, with a report of what was refused."""

import asyncio
import sys
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from newsticker.commands.output import err, say
from newsticker.commands.pages import FETCHED_AT_HELP, PATHS_HELP, SOURCE_HELP, describe, gather, read
from newsticker.producer.app import EXIT_REFUSED, Found
from newsticker.producer.app import publish as publish_found
from newsticker.producer.handler import Refusal
from newsticker.runtime.settings import RuntimeSettings

HELP = """Publish pages: folders, text files, .jsonl files, or - for standard input.

A line of a .jsonl file is {"text": …, "name"?, "source"?, "url"?, "fetched_at"?}; the same keys but "text" may stand
in a side-car file <page>.json. Sending a page again is harmless. What can't be sent is refused with a reason, the
rest goes on, and the exit code is 3.

Example: newsticker publish seeds/ --fetched-at 2026-01-22T20:00:00Z --source example
"""


def publish(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    fetched_at: Annotated[str | None, typer.Option(help=FETCHED_AT_HELP)] = None,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP)] = None,
) -> None:
    """Publish pages."""
    kafka = RuntimeSettings().kafka
    defaults = describe(fetched_at, source)
    candidates = gather(paths)
    refused: list[Refusal] = []
    columns = (TextColumn("publishing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("", total=len(candidates) or None)

        def feed() -> Iterator[Found]:
            for candidate in candidates:
                yield from read(candidate, defaults)
                progress.advance(task)

        def note(found: Found) -> None:
            if isinstance(found, Refusal):
                refused.append(found)
                say(f"refused {found.name}: {found.reason}", "yellow")

        report = asyncio.run(publish_found(kafka, feed(), note))
    say(f"{report.sent} sent, {report.refused} refused, to {kafka.bootstrap_servers}")
    raise typer.Exit(EXIT_REFUSED if report.refused else 0)
