"""What `publish` and `parse` share: how pages are named and described on the command line."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from newsticker.commands.output import err, say
from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import Description, Refusal, parse_fetch_time
from newsticker.producer.reading import (
    LINES_SUFFIX,
    STANDARD_INPUT,
    Candidate,
    find_candidates,
    read_candidate,
    read_standard_input,
)

PATHS_HELP = "Folders, text files, .jsonl files, or - for standard input."
FILES_HELP = """In a folder .txt, .text, .jsonl and names without ending are pages; a file that is named itself is one
whatever its ending. HTML and .json are refused. A page has at most 1 MiB; its first 5000 lines and 500 items are kept.

What is known of page.txt may stand beside it in page.txt.json: {"fetched_at"?: "2026-01-22T20:00:00Z", "source"?,
"url"?, "name"?}. A line of a .jsonl file is {"text": …} with the same keys."""
FETCHED_AT_HELP = "When the pages were fetched, such as 2026-01-22T20:00:00Z; their own description wins."
SOURCE_HELP = "Name of the source that the pages come from; their own description wins."

Named = Candidate | Refusal | str
"""A file, something that is none, or `-`."""


def describe(fetched_at: str | None, source: str | None) -> Description:
    """Take the defaults from the command line."""
    try:
        return Description(fetched_at=parse_fetch_time(fetched_at) if fetched_at else None, source=source)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--fetched-at") from error


def gather(paths: Sequence[str]) -> list[Named]:
    """List everything that the paths name."""
    found: list[Named] = []
    for path in paths:
        if path == STANDARD_INPUT:
            found.append(path)
            continue
        below = list(find_candidates([path]))
        if not below:
            say(f"{path}: there is nothing to read", "yellow")
        found.extend(below)
    return found


@contextmanager
def open_pages(paths: Sequence[str], defaults: Description, doing: str) -> Iterator[Iterator[RawDocument | Refusal]]:
    """Read everything that the paths name, with a bar where standard error is a terminal; refusals are said."""
    found = gather(paths)
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not sys.stderr.isatty()) as progress:
        yield _read_all(found, defaults, progress)


def _read_all(found: list[Named], defaults: Description, progress: Progress) -> Iterator[RawDocument | Refusal]:
    """Read them all; how many pages a stream or a file of lines has is known only at its end."""
    task = progress.add_task("", total=None if any(map(_has_many, found)) else len(found))
    for named in found:
        for page in read(named, defaults):
            if isinstance(page, Refusal):
                say(f"refused {page.name}: {page.reason}", "yellow")
            yield page
            progress.advance(task)


def _has_many(named: Named) -> bool:
    return named == STANDARD_INPUT or (isinstance(named, Candidate) and named.name.lower().endswith(LINES_SUFFIX))


def read(named: Named, defaults: Description) -> Iterator[RawDocument | Refusal]:
    """Read the pages of one of them."""
    if isinstance(named, Refusal):
        yield named
    elif isinstance(named, Candidate):
        yield from read_candidate(named, defaults)
    else:
        yield from read_standard_input(sys.stdin.buffer, defaults)
