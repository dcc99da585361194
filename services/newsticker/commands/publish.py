"""`newsticker publish`: pages to the producer's topic, with a report of what was refused."""

import asyncio
from typing import Annotated

import typer

from newsticker.commands.losses import list_losses
from newsticker.commands.output import say
from newsticker.commands.pages import FETCHED_AT_HELP, FILES_HELP, PATHS_HELP, SOURCE_HELP, describe, open_pages
from newsticker.producer.app import EXIT_REFUSED, Found
from newsticker.producer.app import publish as publish_found
from newsticker.producer.handler import Refusal
from newsticker.runtime.settings import RuntimeSettings

HELP = f"""Publish pages: folders, text files, .jsonl files, or - for standard input.

{FILES_HELP}

Sending a page again is harmless. What can't be sent is refused with a reason, the rest goes on, and the exit code is 3.

Example: newsticker publish seeds/ --fetched-at 2026-01-22T20:00:00Z --source example
"""
VERBOSE_HELP = "Name every page that was sent, with its document's id, which `withdraw` takes."


def publish(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    fetched_at: Annotated[str | None, typer.Option(help=FETCHED_AT_HELP)] = None,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP)] = None,
    *,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help=VERBOSE_HELP)] = False,
) -> None:
    """Publish pages."""
    kafka = RuntimeSettings().kafka

    def note(found: Found) -> None:
        if isinstance(found, Refusal):
            return
        for line in list_losses([(found.name, found.quality)]):
            say(line, "yellow")
        if verbose:
            say(f"sent {found.name}: document {found.document_id}")

    with open_pages(paths, describe(fetched_at, source), "publishing") as pages:
        report = asyncio.run(publish_found(kafka, pages, note))
    say(f"{report.sent} sent, {report.refused} refused, to {kafka.bootstrap_servers}")
    raise typer.Exit(EXIT_REFUSED if report.refused else 0)
