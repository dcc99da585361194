"""`newsticker parse`: what pages give, now, without a broker."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from newsticker.commands.explain import Explanation, explain_document, render_html, render_terminal
from newsticker.commands.output import out, print_line, render_events, say
from newsticker.commands.pages import FETCHED_AT_HELP, PATHS_HELP, SOURCE_HELP, describe, gather, read
from newsticker.commands.pipeline import Pipeline, sort_events
from newsticker.messages.outcomes import Outcome
from newsticker.messages.raw_document import RawDocument
from newsticker.producer.app import EXIT_REFUSED
from newsticker.producer.handler import Description, Refusal
from newsticker.runtime.clock import read_clock_ms
from newsticker.splitter.settings import SplitterSettings

HELP = """Show the events that pages give: the whole pipeline in memory, duplicates included, no broker.

Takes what `publish` takes, and gives the same events as the services would.

--explain shows how each page was cut and by which rules; then each item's text with people, places and so on in
colours, and what each was taken for, how surely and why; its subjects by their words, its language, its group.

Example: newsticker parse seeds/ --fetched-at 2026-01-22T20:00:00Z --json

Example: newsticker parse page.txt --explain --html page.html
"""
EXPLAIN_HELP = "Show how each page was cut, by which rules, and what was found in each item."


def parse(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    fetched_at: Annotated[str | None, typer.Option(help=FETCHED_AT_HELP)] = None,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one event a line, and nothing else.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help=EXPLAIN_HELP)] = False,
    html: Annotated[Path | None, typer.Option(help="Write the same explanation as one page of HTML.")] = None,
) -> None:
    """Show the events that pages give."""
    sources = SplitterSettings().load_sources()
    pipeline = Pipeline(sources)
    explanations: list[Explanation] = []
    refused = 0
    for page in _feed(paths, describe(fetched_at, source), pipeline):
        if page is None:
            refused += 1
        elif explain or html is not None:
            explanations.append(explain_document(page, sources, pipeline.latest))
    if html is not None:
        html.write_text(render_html(explanations), encoding="utf-8")
    _show(pipeline, explanations if explain else [], as_json=as_json)
    raise typer.Exit(EXIT_REFUSED if refused else 0)


def _feed(paths: list[str], defaults: Description, pipeline: Pipeline) -> Iterator[RawDocument | None]:
    """Take pages through the pipeline; `None` stands for one that was refused, and said why."""
    for named in gather(paths):
        for page in read(named, defaults):
            if isinstance(page, Refusal):
                say(f"refused {page.name}: {page.reason}", "yellow")
                yield None
            elif pipeline.feed(page, read_clock_ms()) is Outcome.DEAD_LETTERED:
                say(f"{page.name}: can't be split, it would be a dead letter", "yellow")
                yield None
            else:
                yield page


def _show(pipeline: Pipeline, explanations: list[Explanation], *, as_json: bool) -> None:
    """Print the events as JSON, else the explanations, else the events as a table."""
    events = sort_events(list(pipeline.latest.values()))
    if as_json:
        for event in events:
            print_line(event.to_json())
    elif explanations:
        for explanation in explanations:
            out.print(render_terminal(explanation))
    else:
        out.print(render_events(events, out.width))
