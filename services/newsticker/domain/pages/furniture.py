"""Lines that are not news: labels, menus, notices, captions, bylines. The words come from the tables."""

import re
from typing import NamedTuple

from newsticker.domain.pages.datelines import AGENCIES, split_agencies
from newsticker.domain.pages.page import Byline
from newsticker.domain.pages.words import gather
from newsticker.domain.stamps.dated import search_dated

MAX_LABEL = 70
MAX_FURNITURE = 200
MAX_ASIDE = 400
_SUFFIX_WINDOW = 45
_CREDIT_WINDOW = 60
_NEAR_START, _NEAR_END = 14, 3
"""A date with a clock time is a line of its own when no more than so many characters stand around it."""


def _any(field: str) -> str:
    return "|".join(re.escape(word) for word in gather(field))


_LABEL = re.compile(
    rf"(?:{_any('labels')})[ \u00a0]{{1,3}}(?P<section>[^\W_a-z'’‘][^.!?\n]{{1,58}}|['’‘][^.!?\n]{{2,58}})"
)
_BARE_LABEL = re.compile(rf"(?:{_any('bare_labels')}):?", re.IGNORECASE)
_EDITION = re.compile(rf"(?:{_any('editions')})[ \u00a0]?:")
_BULLET = re.compile(
    r"(?P<mark>[-–—•*·])[ \u00a0]{0,3}(?P<section>[^\d\n:]{0,40}?)[ \u00a0]{0,2}"
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)[ \u00a0]{1,3}(?=\S)"
)
_ASIDE = re.compile(rf"(?:{_any('asides')})(?!\w)")
_CREDIT = re.compile(
    rf"(?:©[ \u00a0]?[^\n.]{{2,40}}|[(|/][ ]?(?:{_any('credits')})[^\n()]{{1,40}}\)?|"
    rf"(?<!\w)(?:{_any('credits')})[ \u00a0](?:ANP|AFP|EPA|AP|DPA|Reuters|Getty|Belga)[^\n.]{{0,30}})\.?$"
)
_NOTICE = re.compile(rf"(?:{_any('notices')})(?!\w)", re.IGNORECASE)
_INTERRUPTION = re.compile(rf"(?:{_any('interruptions')})", re.IGNORECASE)
_MENU = re.compile(rf"(?:{_any('menus')})", re.IGNORECASE)
_BYLINE = re.compile(rf"(?:{_any('bylines')})(?!\w)", re.IGNORECASE)
_UPDATED = re.compile(rf"(?<!\w)(?:{_any('updates')})(?!\w)", re.IGNORECASE)
_PERSON = re.compile(r"\w{2,5}[ :]{1,2}(?:[^\W\d_][\w.'’-]{0,20}[ /,]{0,2}){1,6}")
_CODES = re.compile(r"(?<!\w)[A-Z][A-Za-z-]{1,12}(?:[ ]?/[ ]?[A-Za-z][A-Za-z-]{1,12}){0,3}")
_SUFFIX = re.compile(r"\((?P<codes>[A-Za-z][A-Za-z /.,+-]{1,40})\)\.?$")


class Bullet(NamedTuple):
    """A line of a list of headlines: `- Rubriek HH:MM Title`."""

    mark: int
    section_start: int
    section_end: int
    clock: tuple[int, int]
    clock_start: int
    clock_end: int
    title: int


def find_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find a label that announces a ticker; gives the range of its section, an empty one when it names none."""
    if end - start > MAX_LABEL:
        return None
    if match := _LABEL.fullmatch(text, start, end):
        return match.span("section")
    return (end, end) if _BARE_LABEL.fullmatch(text, start, end) else None


def find_bullet(text: str, start: int, end: int) -> Bullet | None:
    """Read a line of a list of headlines."""
    match = _BULLET.match(text, start, end)
    if match is None:
        return None
    clock = (int(match["hour"]), int(match["minute"]))
    return Bullet(start, *match.span("section"), clock, match.start("hour"), match.end("minute"), match.end())


def is_edition(text: str, start: int, end: int) -> bool:
    """Say whether a line is the choice of edition of a section list."""
    return _EDITION.match(text, start, end) is not None


def is_aside(text: str, start: int, end: int) -> bool:
    """Say whether a line is a caption, a credit or a pointer to another page."""
    if end - start > MAX_ASIDE:
        return False
    return (
        _ASIDE.match(text, start, end) is not None
        or _CREDIT.search(text, max(start, end - _CREDIT_WINDOW), end) is not None
    )


def is_boilerplate(text: str, start: int, end: int) -> bool:
    """Say whether a line is part of the site, not of the news."""
    if end - start > MAX_FURNITURE:
        return False
    if _INTERRUPTION.fullmatch(text, start, end) or _NOTICE.match(text, start, end):
        return True
    line = text[start:end]
    return line.count("|") > 1 or " > " in line or " » " in line


def is_menu(text: str, start: int, end: int) -> bool:
    """Say whether a line is a word of a menu; in the middle of copy it may be a crosshead."""
    return end - start < MAX_LABEL and _MENU.fullmatch(text, start, end) is not None


def find_suffix(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Find agencies in brackets that end a line: where they begin, and which they are."""
    if end <= start or text[end - 1] not in ").":
        return None
    match = _SUFFIX.search(text, max(start, end - _SUFFIX_WINDOW), end)
    if match is None:
        return None
    agencies = split_agencies(match["codes"])
    if not agencies or agencies[0] not in AGENCIES:
        return None
    alone = match.start() == start
    return (match.start(), agencies) if alone or all(code in AGENCIES for code in agencies) else None


def parse_byline(text: str, start: int, end: int) -> Byline | None:
    """Read a line that says by whom and when: `Door ANP - 18-10-2016, 16:25 (Update 17:02)`."""
    if end - start > MAX_FURNITURE:
        return None
    match = _BYLINE.match(text, start, end)
    times = search_dated(text, start, end) if match or text[start : start + _NEAR_START].strip() else []
    if match is None:
        whole = len(times) == 1 and times[0].year is not None and times[0].clock is not None
        near = whole and times[0].start - start < _NEAR_START and end - times[0].end < _NEAR_END
        return Byline(start, end, (), times[0]) if near else None
    updates = [where.start() for where in _UPDATED.finditer(text, start, end)]
    published = next((time for time in times if not any(where < time.start for where in updates)), None)
    updated = next((time for time in times if any(where < time.start for where in updates)), None)
    codes = _CODES.search(text, match.end(), end)
    agencies = split_agencies(codes[0]) if codes else ()
    agencies = agencies if agencies and agencies[0] in AGENCIES else ()
    if not (times or agencies or _PERSON.fullmatch(text, start, end)):
        return None
    return Byline(start, end, agencies, published, updated)
