"""`newsticker parse`: what pages give, now, without a broker."""

from typing import Annotated

import typer

from newsticker.commands.output import out, print_line, render_events, say
from newsticker.commands.pages import FETCHED_AT_HELP, PATHS_HELP, SOURCE_HELP, describe, gather, read
from newsticker.commands.pipeline import Pipeline, sort_events
from newsticker.messages.outcomes import Outcome
from newsticker.producer.app import EXIT_REFUSED
from newsticker.producer.handler import Refusal
from newsticker.runtime.clock import read_clock_ms
from newsticker.splitter.settings import SplitterSettings

HELP = """Show the events that pages give: the whole pipeline in memory, duplicates included, no broker.

Takes what `publish` takes, and gives the same events as the services would.

Example: newsticker parse seeds/ --fetched-at 2026-01-22T20:00:00Z --json
"""


def parse(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    fetched_at: Annotated[str | None, typer.Option(help=FETCHED_AT_HELP)] = None,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one event a line, and nothing else.")] = False,
) -> None:
    """Show the events that pages give."""
    defaults = describe(fetched_at, source)
    pipeline = Pipeline(SplitterSettings().load_sources())
    refused = 0
    for named in gather(paths):
        for page in read(named, defaults):
            if isinstance(page, Refusal):
                say(f"refused {page.name}: {page.reason}", "yellow")
                refused += 1
            elif pipeline.feed(page, read_clock_ms()) is Outcome.DEAD_LETTERED:
                say(f"{page.name}: can't be split, it would be a dead letter", "yellow")
                refused += 1
    events = sort_events(list(pipeline.latest.values()))
    if as_json:
        for event in events:
            print_line(event.to_json())
    else:
        out.print(render_events(events))
    raise typer.Exit(EXIT_REFUSED if refused else 0)
