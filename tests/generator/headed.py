"""Tickers whose stamps stand between title and copy: ages, clock times or whole dates, with or without datelines."""

from collections.abc import Callable, Sequence

from generator.printing import Printer, TrueItem, dateline
from generator.words import REGIONS, SECTIONS, Brief

_FETCHED = 20 * 60
"""When the page is fetched, in minutes of 22 January 2026."""
_DAY = 24 * 60
_AUTHORS = ("Door Jan Klaver", "Door onze redactie")
_FEWEST_BARE = 3
"""A page without a label shows its layout by two stamps at least."""

Stamp = tuple[str | None, str | None, int | None, str]
"""Stamp and clock time as the truth has them, the age if the stamp tells it, and what is printed."""


def _ago(printer: Printer) -> Stamp:
    stamp, age = printer.next_stamp()
    return stamp, None, age, stamp


def _moment(printer: Printer) -> tuple[int, str]:
    """Go back to the next item: how many days ago, and its clock time."""
    printer.age += printer.random.randrange(1, 90)
    days, minutes = divmod(_FETCHED - printer.age, _DAY)
    return -days, f"{minutes // 60:02}:{minutes % 60:02}"


def _clock(printer: Printer) -> Stamp:
    days, clock = _moment(printer)
    mark = printer.random.choice((", ", " "))
    return None, clock, None, f"{('vandaag', 'gisteren', 'eergisteren')[days]}{mark}{clock}"


def _digits(printer: Printer) -> Stamp:
    days, clock = _moment(printer)
    return None, clock, None, f"{22 - days}-01-2026 {clock}"


def _words(printer: Printer) -> Stamp:
    days, clock = _moment(printer)
    return None, clock, None, f"{22 - days} januari 2026{printer.random.choice((', ', ' om ', ' '))}{clock}"


def _date(printer: Printer) -> Stamp:
    days, _ = _moment(printer)
    stamp = f"{22 - days} januari 2026"
    return stamp, None, None, stamp


_STYLES: tuple[Callable[[Printer], Stamp], ...] = (_ago, _ago, _clock, _digits, _words, _date)


def _opening(brief: Brief, style: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Print what stands before the copy; with its places and agencies."""
    if style == "agency":
        return dateline(brief), brief.places, brief.agencies
    if style == "village" and brief.village:
        return f"{brief.village} - ", (brief.village,), ()
    return "", (), ()


def make_headed(printer: Printer, briefs: Sequence[Brief], missing: int | None, *, labelled: bool) -> None:
    """Print the ticker; without a label, an item without a stamp can't be told from an article above the first."""
    random = printer.random
    labelled = labelled or len(briefs) < _FEWEST_BARE
    section = random.choice((*SECTIONS, *REGIONS)) if labelled else None
    printer.line(f"Meer uit {section}" if section else "Stadsblad Veldrade")
    if missing == 0 and not labelled:
        missing = 1
    openings = ("agency", "none") if section in SECTIONS else ("village", "none") if section else ("agency", "village")
    style, opening = random.choice(_STYLES), random.choice((*openings, "none"))
    gap, below = random.choice(("", "\n")), random.choice(("", "\n"))
    authors = random.random() < 1 / 4
    for index, brief in enumerate(briefs):
        stamp, clock, age, printed = style(printer)
        if index == missing:
            stamp, clock, age, printed = None, None, None, ""
        printer.line(brief.headline + below)
        if printed:
            printer.line(printed + below)
        if authors:
            printer.line(random.choice(_AUTHORS))
        text, places, agencies = _opening(brief, opening)
        printer.line(text + brief.body + gap)
        printer.items.append(
            TrueItem(brief.headline, places, agencies, brief.body, stamp, section, clock=clock, age=age)
        )
