"""How commands speak: results on standard output, everything else on standard error; text of pages is never markup."""

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsticker.messages.news_event import NewsEvent
from newsticker.messages.time import TimeStatus
from newsticker.messages.unique_item import Relation

FIRST_WORDS_CHARS = 60
FEW_WORDS_CHARS = 20
GAP = 2
SHORT_ID_CHARS = 8
"""So many characters of an id tell items and documents apart; `why` and `withdraw` take them."""

PUBLISHED = "published (UTC)"
WIDTHS = {
    "kind": 7,
    "rev": 3,
    "seen": 4,
    "dup": 6,
    "place": 20,
    "agencies": 12,
    PUBLISHED: 36,
    "item": SHORT_ID_CHARS,
}
"""The columns, no wider than this; the first words take what is left, and at least as much as a few words need."""

ORDINARY = {"rev": "1", "seen": "×1", "dup": "–"}
"""A column that has only this to say is left out of a table."""

GIVE_WAY = {"place": 10, "agencies": 8, "item": 0}
"""Where a table is too wide, these become as narrow as this, in this order; nothing is left of a column of 0."""

LINE_WIDTHS = {**WIDTHS, "place": 14, "agencies": 10, PUBLISHED: 24}
"""Of a line that does not know what comes after it; a time that is longer is never cut."""

WITHDRAWN_STYLE = "dim strike"
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


def count(number: int, noun: str) -> str:
    """Write a number of things: one of them has no plural."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def show_controls(text: str) -> str:
    """Put a sign in the place of what would steer a terminal instead of being shown; lines stay lines."""
    return _CONTROLS.sub("\ufffd", text)


def clean(text: str) -> str:
    """Make text safe for a terminal: what is not printable becomes a blank, runs of blanks one."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def describe_interval(first: datetime, last: datetime) -> str:
    """Say in UTC from when to when; no more of the end than differs, and seconds only where minutes would not do."""
    first, last = (moment.astimezone(UTC).replace(microsecond=0) for moment in (first, last))
    if first == last:
        return f"{first:%Y-%m-%d %H:%M}"
    clock = "%H:%M:%S" if last.replace(second=0) == first.replace(second=0) else "%H:%M"
    day = "%Y-%m-%d " if first.year != last.year else "%m-%d " if first.date() != last.date() else ""
    return f"{first:{'%Y-%m-%d ' + clock}} – {last:{day + clock}}"


def describe_published(event: NewsEvent) -> str:
    """Say in a few words when an event was published, as far as known; an age or a clock time as the page says it."""
    published, stamp = event.nt_time.published, event.nt_time.stamp
    if published.status is TimeStatus.RELATIVE and stamp:
        return clean(stamp.text)
    if published.status is TimeStatus.CLOCK and stamp:
        return f"{clean(stamp.text)} local time"
    if published.earliest and published.latest:
        return describe_interval(published.earliest, published.latest)
    return published.edtf or published.status.value


def find_first_words(event: NewsEvent) -> str:
    """Give the headline, else how the text begins."""
    headline = event.headlines[0].value if event.headlines else ""
    words = clean(headline or (event.bodies[0].value if event.bodies else ""))
    return words if len(words) <= FIRST_WORDS_CHARS else words[: FIRST_WORDS_CHARS - 1].rstrip() + "…"


class Row(NamedTuple):
    """An event in few words: its cells by column, how its text begins, and whether it was withdrawn."""

    cells: Mapping[str, str]
    words: str
    withdrawn: bool

    @property
    def style(self) -> str:
        """How the row looks."""
        return WITHDRAWN_STYLE if self.withdrawn else ""


def describe_event(event: NewsEvent) -> Row:
    """Give the row of one event."""
    dateline, relation = event.nt_dateline, event.nt_duplicate.relation
    withdrawn = event.pub_status == "canceled"
    cells = (
        event.nt_kind.value,
        event.version,
        f"×{event.nt_sightings.count}",
        ORDINARY["dup"] if relation is Relation.NONE else relation.value,
        clean(event.located or "/".join(dateline.places if dateline else ())) or "–",
        clean("/".join(source.literal for source in event.info_sources)) or "–",
        describe_published(event),
        event.key[:SHORT_ID_CHARS],
    )
    words = find_first_words(event)
    return Row(dict(zip(WIDTHS, cells, strict=True)), f"withdrawn: {words}" if withdrawn else words, withdrawn)


def fit(text: str, width: int) -> str:
    """Fill text up to so many cells of a terminal, or cut it and say so."""
    return set_cell_size(text if cell_len(text) <= width else set_cell_size(text, width - 1) + "…", width)


def render_line(cells: Mapping[str, str], words: str, width: int) -> str:
    """Render one row of a table that grows: every column has its place."""
    gap = " " * GAP
    widths = {**LINE_WIDTHS, PUBLISHED: max(LINE_WIDTHS[PUBLISHED], cell_len(cells[PUBLISHED]))}
    line = gap.join(fit(cells[name], room) for name, room in widths.items())
    return line + gap + fit(words, max(FEW_WORDS_CHARS, width - cell_len(line) - GAP)).rstrip()


def render_events(events: Iterable[NewsEvent], width: int) -> Table:
    """Render events as a table of so many characters."""
    rows = [describe_event(event) for event in events]
    widths = _choose_widths(rows, width)
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, GAP, 0, 0))
    for column, chosen in widths.items():
        table.add_column(column, no_wrap=True, width=chosen)
    left = width - sum(widths.values()) - GAP * len(widths)
    table.add_column("first words", no_wrap=True, width=min(FIRST_WORDS_CHARS, max(FEW_WORDS_CHARS, left)))
    for row in rows:
        table.add_row(*(Text(row.cells[column]) for column in widths), Text(row.words), style=row.style)
    return table


def _choose_widths(rows: list[Row], width: int) -> dict[str, int]:
    """Give every column that has something to say as much room as it needs and there is."""
    widths = {
        name: min(limit, max([cell_len(name), *(cell_len(row.cells[name]) for row in rows)]))
        for name, limit in WIDTHS.items()
        if any(row.cells[name] != ORDINARY.get(name) for row in rows)
    }
    for name, least in GIVE_WAY.items():
        missing = sum(widths.values()) + GAP * len(widths) + FEW_WORDS_CHARS - width
        if missing > 0:
            widths[name] = max(min(least, widths[name]), widths[name] - missing) if least else 0
    return {name: chosen for name, chosen in widths.items() if chosen}
