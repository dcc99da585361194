"""Stamps that share their line with a rubric, a name or a counter: "Nieuws | 2 uur geleden"."""

import re
from typing import NamedTuple

from newsticker.domain.pages.buttons import is_button
from newsticker.domain.pages.bylines import is_attribution, parse_byline, parse_name
from newsticker.domain.pages.page import Byline
from newsticker.domain.pages.words import NETWORKS, Phrases, fold
from newsticker.domain.stamps import Stamp, Unit, parse_stamp
from newsticker.domain.stamps.tables import LANGUAGES

MAX_SHARED = 90
_BETWEEN = " \u00a0|•·,-–—"
"""What stands between the parts of a line."""
_MARKS = ("|", "•", "·", *(part for language in LANGUAGES for part in language.ago[0].split("{count}") if part.strip()))
"""Bars, and what stands around a number and its unit: one of them stands in every such line."""
_DIVIDER = re.compile(r"[ \u00a0]{0,3}[|•·,(][ \u00a0]{0,3}| [-–—] ")
_WORD_START = re.compile(r"(?<![^ \u00a0:])[^ \u00a0:]")
_KNOWN = frozenset(
    (*fold("sections"), *fold("menus"), *fold("bare_labels"), *(network.casefold() for network in NETWORKS))
)
_BYLINES = Phrases((*fold("bylines"), *fold("updates")))
_UPDATES = fold("updates")
_NAME_AND_STAMP = 2
_CALENDAR = (Unit.MONTH, Unit.YEAR)


class Piece(NamedTuple):
    """A part of such a line: a stamp, a byline, or what is neither."""

    start: int
    end: int
    stamp: Stamp | None = None
    byline: Byline | None = None


class _Part(NamedTuple):
    """What stands between two bars: where, behind which of them, and its text."""

    start: int
    divider: str
    line: str


def may_share(line: str) -> bool:
    """Say whether a line is worth a closer look."""
    for mark in _MARKS:  # noqa: SIM110 - any() costs more
        if mark in line:
            return True
    return False


def find_shared(text: str, start: int, end: int) -> list[Piece]:
    """Cut a line that says when, and besides that holds only rubrics, names, words of bylines or counters.

    When all that it tells is an update, it is a byline without a time.
    """
    stamps: list[Stamp] = []
    updated = False
    parts = _divide(text[start:end])
    for part in parts:
        found = _read(part)
        if found is None and not _is_beside(part.line):
            return []
        if found is not None and _names_update(part.line):
            updated = True
        elif found is not None:
            stamps.append(found)
    if not stamps:
        return [Piece(start, end, byline=Byline(start, end))] if updated else []
    if _is_doubtful(stamps[0], parts) and not any(part.line.casefold() in _KNOWN for part in parts):
        return []
    stamp = stamps[0]._replace(start=start + stamps[0].start, end=start + stamps[0].end)
    before, after = _name_beside(text, start, stamp.start), _name_beside(text, stamp.end, end)
    return [*before, Piece(stamp.start, stamp.end, stamp), *after]


def _is_doubtful(stamp: Stamp, parts: list[_Part]) -> bool:
    """Say whether a stamp beside names may be part of a title: "PSV - Ajax | zaterdag 21:00"; an age is none."""
    if stamp.amount is not None or stamp.rule.startswith("stamp.now"):
        return False
    return stamp.days_ago is None or stamp.clock is None or len(parts) > _NAME_AND_STAMP


def _name_beside(text: str, start: int, end: int) -> list[Piece]:
    """Name what stands beside a stamp on its line."""
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    if start >= end:
        return []
    bare = text[start:end].strip(_BETWEEN)
    left = text.index(bare, start)
    byline = parse_byline(text, left, left + len(bare)) if bare else None
    return [Piece(start, end, byline=byline)]


def _divide(line: str) -> list[_Part]:
    """Divide a line at its bars, dashes and commas; brackets and pictures around a part are none of it."""
    found = list(_DIVIDER.finditer(line))
    starts = (0, *(divider.end() for divider in found))
    ends = (*(divider.start() for divider in found), len(line))
    parts = []
    for start, end, divider in zip(starts, ends, ("", *(divider[0].strip() for divider in found)), strict=True):
        left, right = start, end
        while left < right and not line[left].isalnum():
            left += 1
        while left < right and not (line[right - 1].isalnum() or line[right - 1] == "."):
            right -= 1
        if left < right:
            parts.append(_Part(left, divider, line[left:right]))
    return parts


def _read(part: _Part) -> Stamp | None:
    """Read a part that says when: a stamp, alone or with words of bylines before or behind it."""
    line = part.line
    whole = _parse(part, 0, len(line))
    if whole is not None:
        return whole if part.divider != "," or _is_close(part, whole) else None
    digit = next((place for place, char in enumerate(line) if char.isdigit()), 0)
    if line[:digit].casefold() in _KNOWN:
        return _parse(part, digit, len(line))  # "Binnenland2 uur geleden"
    starts = [found.start() for found in _WORD_START.finditer(line)][1:]
    if _BYLINES.find(line.casefold()) is not None:
        for start in starts:
            if (stamp := _parse(part, start, len(line))) is not None:
                return stamp if is_attribution(line[:start]) else None
    for start in starts:
        stamp = _parse(part, 0, len(line[:start].rstrip()))
        if stamp is not None and is_attribution(line[start:]) and line[start].islower():
            return stamp
    return None


def _parse(part: _Part, start: int, end: int) -> Stamp | None:
    """Read the stamp that fills a range of a part; what may be a reading time or a heading is none."""
    stamp = parse_stamp(part.line[:end], start)
    if stamp is None or stamp.end != end or stamp.year is not None:  # a whole date is a byline
        return None
    if not (stamp.strong or stamp.rule == "stamp.clock"):
        return None
    return stamp._replace(start=part.start + start, end=part.start + end)


def _is_close(part: _Part, stamp: Stamp) -> bool:
    """Say whether a stamp behind a comma is one: "Goes, vijf jaar geleden" is a caption."""
    return part.line[:1].isdigit() and stamp.unit not in _CALENDAR


def _names_update(line: str) -> bool:
    folded = line.casefold()
    return any(word in folded for word in _UPDATES)


def _is_beside(line: str) -> bool:
    """Say whether a part is a rubric, a name, a counter or a byline."""
    folded = line.casefold().strip(" :")
    if folded in _KNOWN or is_button(folded):
        return True
    return parse_name(line, 0, len(line)) is not None or parse_byline(line, 0, len(line)) is not None
