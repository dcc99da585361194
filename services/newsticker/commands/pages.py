"""What `publish` and `parse` share: how pages are named and described on the command line."""

import sys
from collections.abc import Iterator, Sequence

import typer

from newsticker.messages.raw_document import RawDocument
from newsticker.producer.handler import Description, Refusal, parse_fetch_time
from newsticker.producer.reading import (
    STANDARD_INPUT,
    Candidate,
    find_candidates,
    read_candidate,
    read_standard_input,
)

PATHS_HELP = "Folders, text files, .jsonl files, or - for standard input."
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
        else:
            found.extend(find_candidates([path]))
    return found


def read(named: Named, defaults: Description) -> Iterator[RawDocument | Refusal]:
    """Read the pages of one of them."""
    if isinstance(named, Refusal):
        yield named
    elif isinstance(named, Candidate):
        yield from read_candidate(named, defaults)
    else:
        yield from read_standard_input(sys.stdin.buffer, defaults)
