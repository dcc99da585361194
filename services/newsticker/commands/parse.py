"""`newsticker parse`: what pages give, now, without a broker."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from newsticker.commands.explain import Explanation, explain_document, render_html, render_terminal
from newsticker.commands.losses import list_losses
from newsticker.commands.output import count, out, print_line, render_events, say
from newsticker.commands.pages import FETCHED_AT_HELP, FILES_HELP, PATHS_HELP, SOURCE_HELP, describe, open_pages
from newsticker.commands.pipeline import Pipeline, sort_events
from newsticker.messages.base import Message
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Outcome
from newsticker.messages.raw_document import RawDocument
from newsticker.producer.app import EXIT_REFUSED
from newsticker.producer.handler import Refusal
from newsticker.runtime.clock import read_clock_ms
from newsticker.splitter.settings import SplitterSettings

HELP = f"""Show the events that pages give: the whole pipeline in memory, duplicates included, no broker.

Takes what `publish` takes, and gives the same events as the services would.

{FILES_HELP}

--explain shows how each page was cut and by which rules; then each item's text with people, places and so on in
colours, and what each was taken for, how surely and why; its subjects by their words, its language, its group.

Example: newsticker parse seeds/ --fetched-at 2026-01-22T20:00:00Z --json

Example: newsticker parse page.txt --explain --html page.html
"""
HTML_HELP = "Write the same explanation as one page of HTML."
EXPLAIN_HELP = "Show how each page was cut, by which rules, and what was found in each item."


def parse(
    paths: Annotated[list[str], typer.Argument(help=PATHS_HELP)],
    fetched_at: Annotated[str | None, typer.Option(help=FETCHED_AT_HELP)] = None,
    source: Annotated[str | None, typer.Option(help=SOURCE_HELP)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one event a line, and nothing else.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help=EXPLAIN_HELP)] = False,
    html: Annotated[Path | None, typer.Option(help=HTML_HELP, dir_okay=False, writable=True)] = None,
) -> None:
    """Show the events that pages give."""
    if as_json and explain:
        raise typer.BadParameter(
            "--json prints nothing but events: choose one, or write --html", param_hint="--explain"
        )
    if html is not None and not (html.exists() or _is_open_folder(html.absolute().parent)):
        raise typer.BadParameter(f"can't write into {html.absolute().parent}", param_hint="--html")
    sources = SplitterSettings().load_sources()
    pipeline = Pipeline(sources)
    explanations: list[Explanation] = []
    fed = refused = 0
    with open_pages(paths, describe(fetched_at, source), "reading") as pages:
        for page in _feed(pages, pipeline):
            if page is None:
                refused += 1
                continue
            fed += 1
            if explain or html is not None:
                explanations.append(explain_document(page, sources, pipeline.latest))
    if html is not None and explanations:
        html.write_text(render_html(explanations), encoding="utf-8")
    _show(pipeline, explanations, as_json=as_json, explain=explain)
    say(f"{count(fed, 'page')}, {refused} refused, {count(len(pipeline.latest), 'event')}")
    raise typer.Exit(EXIT_REFUSED if refused else 0)


def _is_open_folder(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)


def _feed(pages: Iterator[RawDocument | Refusal], pipeline: Pipeline) -> Iterator[RawDocument | None]:
    """Take pages through the pipeline, and say what they lost; `None` stands for one that was refused, and said why."""
    flags: set[str] = set()

    def notice(message: Message) -> None:
        if isinstance(message, NewsItem):
            flags.update(message.quality)

    pipeline.on_message = notice
    for page in pages:
        flags.clear()
        if isinstance(page, Refusal):
            yield None
        elif pipeline.feed(page, read_clock_ms()) is Outcome.DEAD_LETTERED:
            say(f"{page.name}: can't be split, it would be a dead letter", "yellow")
            yield None
        else:
            for line in list_losses([(page.name, flags)]):
                say(line, "yellow")
            yield page


def _show(pipeline: Pipeline, explanations: list[Explanation], *, as_json: bool, explain: bool) -> None:
    """Print the events as JSON, or the explanations, or the events as a table; of nothing, nothing."""
    events = sort_events(list(pipeline.latest.values()))
    if as_json:
        for event in events:
            print_line(event.to_json())
    elif explain:
        for explanation in explanations:
            out.print(render_terminal(explanation))
    elif events:
        out.print(render_events(events, out.width))
