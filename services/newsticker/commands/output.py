"""How commands speak: results on standard output, everything else on standard error; text of pages is never markup."""

import re
import sys
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsticker.messages.news_event import NewsEvent
from newsticker.messages.time import TimeStatus

FIRST_WORDS_CHARS = 60
COLUMNS = {"kind": 7, "place": 20, "agencies": 12, "published": 36}
"""No wider than this; the first words take what is left, and at least as much as a few words need."""

FEW_WORDS_CHARS = 20
GAP = 2

WIDTH_WITHOUT_TERMINAL = 150

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

out = Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_WITHOUT_TERMINAL)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def print_line(line: bytes) -> None:
    """Print one line of JSON, as bytes: no console may wrap or colour it."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def say(text: str, style: str = "") -> None:
    """Say something about the work, on standard error."""
    err.print(Text("".join(char if char.isprintable() else " " for char in text), style=style))


def show_controls(text: str) -> str:
    """Put a sign in the place of what would steer a terminal instead of being shown; lines stay lines."""
    return _CONTROLS.sub("\ufffd", text)


def clean(text: str) -> str:
    """Make text safe for a terminal: what is not printable becomes a blank, runs of blanks one."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def describe_published(event: NewsEvent) -> str:
    """Say in a few words when an event was published, as far as known."""
    published, stamp = event.nt_time.published, event.nt_time.stamp
    if published.status is TimeStatus.RELATIVE and stamp:
        return clean(stamp.text)
    if published.earliest and published.latest:
        first, last = published.earliest, published.latest
        if first == last:
            return f"{first:%Y-%m-%d %H:%M}"
        same_day = first.date() == last.date()
        return f"{first:%Y-%m-%d %H:%M} – {last:{'%H:%M' if same_day else '%Y-%m-%d %H:%M'}}"
    return published.edtf or published.status.value


def find_first_words(event: NewsEvent) -> str:
    """Give the headline, else how the text begins."""
    headline = event.headlines[0].value if event.headlines else ""
    words = clean(headline or (event.bodies[0].value if event.bodies else ""))
    return words if len(words) <= FIRST_WORDS_CHARS else words[: FIRST_WORDS_CHARS - 1].rstrip() + "…"


def describe_event(event: NewsEvent) -> tuple[str, str, str, str, str]:
    """Give the columns of one event: kind, place, agencies, published, first words."""
    dateline = event.nt_dateline
    place = clean(event.located or "/".join(dateline.places if dateline else ())) or "–"
    agencies = clean("/".join(source.literal for source in event.info_sources)) or "–"
    return event.nt_kind.value, place, agencies, describe_published(event), find_first_words(event)


def render_events(events: Iterable[NewsEvent], width: int) -> Table:
    """Render events as a table of so many characters; where they are too few, the places give way first."""
    rows = [describe_event(event) for event in events]
    widths = [
        min(limit, max([len(name), *(cell_len(row[number]) for row in rows)]))
        for number, (name, limit) in enumerate(COLUMNS.items())
    ]
    missing = sum(widths) + GAP * len(COLUMNS) + FEW_WORDS_CHARS - width
    widths[1] -= max(0, min(missing, widths[1] - FEW_WORDS_CHARS // 2))
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, GAP, 0, 0))
    for column, chosen in zip(COLUMNS, widths, strict=True):
        table.add_column(column, no_wrap=True, width=chosen)
    left = width - sum(widths) - GAP * len(COLUMNS)
    table.add_column("first words", no_wrap=True, width=min(FIRST_WORDS_CHARS, max(FEW_WORDS_CHARS, left)))
    for row in rows:
        table.add_row(*map(Text, row))
    return table
