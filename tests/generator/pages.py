"""Invented pages of every shape, printed item by item, with what stands where."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from generator.headed import make_headed
from generator.printing import Printer, TrueItem, TruePage, dateline
from generator.words import (
    BELOW_COPY,
    BELOW_TITLE,
    CROSSHEADS,
    REGIONS,
    SECTIONS,
    SHORT_LEADS,
    Brief,
    invent_brief,
)

MENU = ("Webmail", "Kies je webmail")
ACCIDENTS = (
    *("missing_stamp", "no_article", "menu", "cookies", "aside", "doubled", "crosshead", "footer"),
    *("byline", "short", "buttons"),
)
"""What can happen to a page, beside its shape; each leaves the truth known."""


def print_head(printer: Printer) -> None:
    """Print what stands above the news."""
    if "cookies" in printer.accidents:
        printer.line("Wij gebruiken cookies om deze site prettiger te maken.")
        printer.line("Accepteer alle cookies")
    if "menu" in printer.accidents:
        for line in MENU:
            printer.line(line)


def print_article(printer: Printer, brief: Brief, *, blank: bool) -> None:
    """Print the article: title, dateline, two paragraphs, and perhaps more above, between and below them."""
    gap = "\n" if blank else ""
    printer.line(brief.headline)
    if blank:
        printer.line(brief.headline)
        printer.parts.append(gap)
    short = "short" in printer.accidents
    lead = printer.random.choice(SHORT_LEADS) if short else brief.body
    paragraphs = [lead, "Het onderzoek loopt nog, zegt een woordvoerder van de provincie. Later volgt meer."]
    crosshead = printer.random.choice(CROSSHEADS) if "crosshead" in printer.accidents else None
    if "byline" in printer.accidents:
        printer.line(printer.random.choice(BELOW_TITLE) + gap)
    printer.line(("" if short else dateline(brief)) + paragraphs[0] + gap)
    if "aside" in printer.accidents:
        printer.line("Lees ook: Hoe het vorig jaar ging" + gap)
    if crosshead:
        printer.line(crosshead)
    printer.line(paragraphs[1] + gap)
    if "buttons" in printer.accidents:
        printer.line(printer.random.choice(BELOW_COPY) + gap)
    body = "\n\n".join(part for part in (paragraphs[0], crosshead, paragraphs[1]) if part)
    places, agencies = ((), ()) if short else (brief.places, brief.agencies)
    printer.items.append(TrueItem(brief.headline, places, agencies, body, None, None, article=True))


def print_flat(printer: Printer, briefs: Sequence[Brief], missing: int | None, section: str) -> None:
    """Print a ticker whose stamps are glued to the next item."""
    printer.line(f"Meer uit {section}")
    regional = section in REGIONS
    for index, brief in enumerate(briefs):
        stamp, age = printer.next_stamp()
        village = brief.village if regional and index != (missing or -1) + 1 else None
        opening = dateline(brief) if not regional else f"{village} - " if village else ""
        if regional and missing is not None and index == missing + 1:
            opening, village = f"{brief.places[0]} - ", brief.places[0]
        places = brief.places if not regional else (village,) if village else ()
        printed = None if index == missing else stamp
        printer.parts.append(opening + brief.body + "\n" + (printed or ""))
        agencies = () if regional else brief.agencies
        printer.items.append(
            TrueItem(None, places, agencies, brief.body, printed, section, age=age if printed else None)
        )
    printer.parts.append("\n")


def print_titled(
    printer: Printer, briefs: Sequence[Brief], missing: int | None, section: str, prefix: str = ""
) -> None:
    """Print a ticker with titles, and blank lines everywhere but between a stamp and the next title."""
    for index, brief in enumerate(briefs):
        stamp, age = printer.next_stamp()
        printer.line(prefix + brief.headline + "\n")
        printer.line(dateline(brief) + brief.body + "\n")
        printed = None if index == missing else stamp
        if printed:
            printer.line(printed)
        printer.items.append(
            TrueItem(
                brief.headline, brief.places, brief.agencies, brief.body, printed, section, age=age if printed else None
            )
        )


def print_bullets(printer: Printer, briefs: Sequence[Brief]) -> None:
    """Print a list of headlines, newest first."""
    printer.line("Net binnen")
    minutes = printer.random.randrange(600, 1400)
    for brief in briefs:
        minutes -= printer.random.randrange(1, 60)
        hour, minute = divmod(minutes, 60)
        section = printer.random.choice((*SECTIONS, *REGIONS))
        shown = printer.random.choice((f"{hour:02}", f"{hour}"))
        printer.line(f"- {section} {shown}:{minute:02} {brief.headline}")
        printer.items.append(TrueItem(brief.headline, (), (), "", None, section, clock=f"{hour:02}:{minute:02}"))


def make_flat(printer: Printer, briefs: Sequence[Brief], missing: int | None) -> None:
    """Make a flat page."""
    section = printer.random.choice((*SECTIONS, *REGIONS))
    if "no_article" not in printer.accidents:
        print_article(printer, invent_brief(printer.random), blank=False)
    print_flat(printer, briefs, missing, section)
    if "doubled" in printer.accidents:
        printer.age = 0
        print_flat(printer, briefs, None, section)


def make_titled(printer: Printer, briefs: Sequence[Brief], missing: int | None) -> None:
    """Make a titled page."""
    section = printer.random.choice(SECTIONS)
    if "no_article" not in printer.accidents:
        print_article(printer, invent_brief(printer.random), blank=True)
    printer.line(f"Meer uit {section}")
    print_titled(printer, briefs, missing, section)


def make_section_list(printer: Printer, briefs: Sequence[Brief], missing: int | None) -> None:
    """Make a section list."""
    section = printer.random.choice(SECTIONS)
    printer.line("donderdag 18 september 2025")
    printer.line("Editie: NL & Wereld | Regio")
    printer.line(section)
    print_titled(printer, briefs, missing, section, printer.random.choice(("ANP ", "")))


def make_net_binnen(printer: Printer, briefs: Sequence[Brief], missing: int | None) -> None:
    """Make a page that begins with a list of headlines."""
    half = len(briefs) // 2
    print_bullets(printer, briefs[:half])
    if len(briefs) > half:
        print_flat(printer, briefs[half:], None if missing is None else 0, printer.random.choice(REGIONS))


def make_headed_page(printer: Printer, briefs: Sequence[Brief], missing: int | None) -> None:
    """Make a page whose stamps stand between title and copy; below an article its items have a label."""
    article = "no_article" not in printer.accidents
    if article:
        print_article(printer, invent_brief(printer.random), blank=False)
    make_headed(printer, briefs, missing, labelled=article or printer.random.random() < 1 / 2)


SHAPES: dict[str, Callable[[Printer, Sequence[Brief], int | None], None]] = {
    "flat": make_flat,
    "headed": make_headed_page,
    "titled": make_titled,
    "section_list": make_section_list,
    "net_binnen": make_net_binnen,
}


def invent_page(
    seed: int,
    *,
    shape: str | None = None,
    items: int | None = None,
    accidents: frozenset[str] | None = None,
    briefs: Sequence[Brief] | None = None,
) -> TruePage:
    """Invent a page. What is not given, the seed decides; given `briefs` are its ticker items, as on other pages."""
    random = Random(seed)  # noqa: S311 - invention, not secrecy
    shape = shape or random.choice(sorted(SHAPES))
    count = items or random.randrange(2, 12)
    chosen = frozenset(name for name in ACCIDENTS if random.random() < 0.2)
    accidents = chosen if accidents is None else accidents
    ticker = list(briefs) if briefs is not None else [invent_brief(random) for _ in range(count)]
    missing = random.randrange(len(ticker) - 1) if "missing_stamp" in accidents and len(ticker) > 1 else None
    printer = Printer(random, accidents)
    print_head(printer)
    SHAPES[shape](printer, ticker, missing)
    if "footer" in accidents:
        printer.line("Terug naar boven")
        printer.line("© 2026 Voorbeeldnieuws. Alle rechten voorbehouden.")
    return TruePage(shape, "".join(printer.parts), tuple(printer.items), accidents)


def without_stamp(page: TruePage, position: int) -> TruePage:
    """Delete one stamp from a page; the truth changes for its item only."""
    item = page.items[position]
    if item.stamp is None:
        return page
    body = page.text.index(item.body)
    headed = page.shape == "headed"
    place = page.text.rindex(item.stamp, 0, body) if headed else page.text.index(item.stamp, body + len(item.body))
    text = page.text[:place] + page.text[place + len(item.stamp) :]
    items = tuple(replace(other, stamp=None, age=None) if other is item else other for other in page.items)
    return replace(page, text=text, items=items)
