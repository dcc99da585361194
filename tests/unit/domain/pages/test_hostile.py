"""Pages that nobody means well with: limits, and time that grows with length only."""

import gc
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

import newsticker.domain
from newsticker.domain.pages import SpanKind, split_page
from newsticker.domain.pages.split import MAX_ITEM_LENGTH, MAX_ITEMS
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.domain.stamps.tables import LANGUAGES
from newsticker.domain.time.mentions import _forms, find_time_mentions
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import InvalidMessageError
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import MAX_PAGE_LENGTH, split_document

PROFILE = SourceProfile()
ROOMS = ("pages", "stamps", "time", "text", "identity")
MEGABYTE = 1_000_000
ATTACKS = {
    "digits": "1234567890",
    "clocks": "12:34",
    "capitals": "ABCDEFGHIJ",
    "places": "AB/CD (EF) - ",
    "small": "a b ",
    "blanks": " ",
    "no-break": "\u00a0",
    "newlines": "\n",
    "lines": "9\n",
    "geleden": "geleden ",
    "stamps": "2 uur geleden",
    "half stamps": "een half ",
    "labels": "Meer uit ",
    "bullets": "- Sport 12:00 A\n",
    "brackets": "((((",
    "dashes": " - ",
    "quotes": "\"'",
    "dates": "12 maart ",
    "combining": "e\u0301",
}


def patterns() -> dict[str, re.Pattern[str]]:
    """Collect every compiled pattern that the package holds, also behind tables and bound methods."""
    found: dict[str, re.Pattern[str]] = {}
    for language in LANGUAGES:
        _forms(language.code)
    for module in pkgutil.walk_packages(newsticker.domain.__path__, "newsticker.domain."):
        if module.name.split(".")[2] in ROOMS:
            _collect(vars(importlib.import_module(module.name)), found, depth=0)
    for code in (language.code for language in LANGUAGES):
        _collect(_forms(code), found, depth=0)
    return found


def _collect(value: object, found: dict[str, re.Pattern[str]], depth: int) -> None:
    if isinstance(value, re.Pattern):
        found[value.pattern] = value
    elif isinstance(owner := getattr(value, "__self__", None), re.Pattern):
        found[owner.pattern] = owner
    elif depth < 6 and isinstance(value, dict):
        for name, part in list(value.items()):
            if not str(name).startswith("__"):
                _collect(part, found, depth + 1)
    elif depth < 6 and isinstance(value, (list, tuple)):
        for part in value:
            _collect(part, found, depth + 1)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Time a pattern over a whole text, match by match."""
    start = process_time()
    pattern.match(text)
    pattern.fullmatch(text)
    for _ in pattern.finditer(text):
        pass
    return process_time() - start


LENGTH = 4_000
ORDINARY_LOOP = 12e-6
"""What the loop below takes on an ordinary machine; a slower one, or a busy one, has more time."""


def slowness() -> float:
    """Say how many times slower than an ordinary machine this one is just now."""
    start = process_time()
    for _ in range(200):
        sum(range(1000))
    return max(1.0, (process_time() - start) / 200 / ORDINARY_LOOP)


BUDGET = 0.05 * LENGTH / 100_000
MEASURABLE = 0.0005


def is_slow(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether a pattern takes more than 50 ms for 100 kB, or more than 2.5 times as long for twice the text."""
    twice = seconds(pattern, text)
    if twice > BUDGET and twice > BUDGET * slowness():
        return True
    return twice > MEASURABLE and twice > 2.5 * seconds(pattern, text[: LENGTH // 2])


def test_every_pattern_is_linear_and_quick() -> None:
    known = patterns()
    assert len(known) > 40
    texts = {name: (attack * LENGTH)[:LENGTH] for name, attack in ATTACKS.items()}
    gc.disable()
    try:
        slow = [
            (source[:60], name)
            for source, pattern in known.items()
            for name, text in texts.items()
            if all(is_slow(pattern, text) for _ in range(25))  # the machine may be busy
        ]
    finally:
        gc.enable()
    assert slow == []


def seconds_unwatched(run: Callable[[], object]) -> float:
    """Time what code takes by itself: where coverage or a debugger watches it, it runs once more without."""
    watcher = sys.gettrace()
    if watcher is not None:
        run()
    sys.settrace(None)
    try:
        start = process_time()
        run()
        return process_time() - start
    finally:
        sys.settrace(watcher)


@pytest.mark.parametrize("name", ["digits", "capitals", "blanks", "geleden", "newlines", "stamps", "bullets", "lines"])
def test_a_megabyte_is_split_or_refused_in_a_second(name: str) -> None:
    attack = ATTACKS[name]
    document = make_raw_document((attack * MEGABYTE)[:MEGABYTE])
    items: list[NewsItem] = []

    def split() -> None:
        with suppress(InvalidMessageError):
            items[:] = split_document(document, Sources())

    assert seconds_unwatched(split) < 1.0
    assert len(items) <= MAX_ITEMS + 1
    assert all(len(item.body) <= MAX_ITEM_LENGTH * 2 for item in items)


ARTICLE = "Brug open\nGOES (ANP) - De brug bij Goes is weer open voor alle verkeer.\n"
PULLED = "de brug is weer open en dat is goed nieuws voor iedereen die er langs moet, of er woont " * 3
BELOW_COPY = {
    "quotes": lambda number: f'"{PULLED[: 60 + number % 180]}x{number}"',
    "authors": lambda _: "Jan Klaver is sinds 2011 verslaggever in Ommen. Tips? Mail hem via jan@krant.example.",
    "corrections": lambda number: (
        f"Correctie: in een eerdere versie van dit artikel stond dat de boete {number} euro is."
    ),
    "polls": lambda number: ("Wie wordt kampioen?", "Ja", "Stem")[number % 3],
    "forms": lambda number: ("Vul je e-mailadres in", "Inschrijven")[number % 2],
    "comments": lambda number: ("Reacties (4)", "Jan zegt:", "3 uur geleden", "Mooi stukje weer.")[number % 4],
    "boxes": lambda number: ("Lees ook", "Trams rijden vrijdag niet door een staking")[number % 2],
}
"""Lines by their number that make the rules for articles look around."""


@pytest.mark.parametrize("name", BELOW_COPY)
def test_an_article_takes_time_by_its_length_only(name: str) -> None:
    def measure(lines: int) -> float:
        text = ARTICLE + "\n".join(map(BELOW_COPY[name], range(lines)))
        start = process_time()
        split_page(text, PROFILE, None)
        return process_time() - start

    assert any(measure(1600) < 2.8 * measure(800) for _ in range(5))  # the machine may be busy


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_mentions_grow_with_length_only(attack: str) -> None:
    text = (attack * 20_000)[:20_000]
    start = process_time()
    find_time_mentions(text)
    assert process_time() - start < 0.5


def test_a_page_with_too_many_items_is_cut_and_says_so() -> None:
    text = "Meer uit Buitenland\n" + "".join(
        f"OORD (ANP) - Bericht {i}.\n2 uur geleden\n" for i in range(MAX_ITEMS + 7)
    )
    page = split_page(text, PROFILE, None)
    assert len(page.items) == MAX_ITEMS
    assert "items_cut" in page.flags
    rest = "".join(text[span.start : span.end] for span in page.spans if span.kind is SpanKind.REST)
    assert f"Bericht {MAX_ITEMS + 6}." in rest


def test_an_item_that_is_too_long_is_cut_and_says_so() -> None:
    text = "Meer uit Buitenland\nOORD (ANP) - " + "woord " * 10_000 + ".\n2 uur geleden"
    (item,) = split_page(text, PROFILE, None).items
    assert sum(end - start for start, end in item.paragraphs) == MAX_ITEM_LENGTH
    assert item.flags == ("text_cut",)
    assert item.stamp is not None


def test_blank_lines_do_not_make_an_item_too_long() -> None:
    first, gap, last = "De brug is open. Er was een kabel gebroken.", "\n" * MAX_ITEM_LENGTH, "De kabel kostte 12 euro."
    text = f"Brug open\n{first}{gap}{last}"
    (item,) = split_page(text, PROFILE, None).items
    assert [text[start:end] for start, end in item.paragraphs] == [first, last]
    assert item.flags == ()


def test_a_page_that_is_no_page_is_refused() -> None:
    with pytest.raises(InvalidMessageError, match="characters"):
        split_document(make_raw_document("a" * (MAX_PAGE_LENGTH + 1)), Sources())
