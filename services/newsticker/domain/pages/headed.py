"""Items whose time stands between their title and their copy, or opens the line of their title."""

import re
from typing import NamedTuple

from newsticker.domain.pages.asides import points_below
from newsticker.domain.pages.bylines import parse_name
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.tokens import (
    ASIDE,
    BOILERPLATE,
    BYLINE,
    END,
    LABEL,
    MENU,
    STAMP,
    TEXT,
    Token,
    has_stop,
    is_paragraph,
    is_title,
    may_be_title,
)
from newsticker.domain.stamps import Stamp

_PASSED = (BYLINE, ASIDE, BOILERPLATE)
"""What may stand beside a time: who wrote it, a caption, how long it takes to read."""
_REACH = 4
_NAME_WORDS = 3
"""A line of no more words may be the name above a comment, and says nothing of the page."""
_TITLE_LENGTH = 80
_ARTICLE_LINES = 4
"""An article above short items has so many lines of copy at least, and more than twice as many as each of them."""

_AGREES, _DISAGREES = 1, -1

CLOCK_RULE = "stamp.clock_before_title"
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?=[ \u00a0]{1,3}\S)")


class Group(NamedTuple):
    """Where title, time and copy of one item stand among the tokens."""

    title: int
    time: int
    copy: int


def find_groups(sheet: Sheet, tokens: list[Token], fewest: int) -> list[Group]:
    """Find items whose time stands below their title, if there are some and most times of the block stand so.

    Ages, clock times and dates are alike here; a byline with a date may stand in for them, but speaks against nothing.
    """
    times = _find_times(tokens)
    stamps = [time for time in times if tokens[time].kind is STAMP]
    if not times or (stamps and _judge(sheet, tokens, stamps[-1]) < 0 and _judge(sheet, tokens, stamps[0]) < 0):
        return []  # the first and last time of a block tell most pages
    verdicts = [_judge(sheet, tokens, time) for time in times]
    agreeing = verdicts.count(_AGREES)
    if agreeing < fewest or agreeing <= verdicts.count(_DISAGREES):
        return []
    groups = _pair(sheet, tokens, times)
    return groups if len(groups) >= fewest else []  # two times may stand below one title


def _find_times(tokens: list[Token]) -> list[int]:
    """Find the lines that say when, as far as the news goes."""
    times: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind is STAMP or (token.kind is BYLINE and _states_date(token)):
            times.append(index)
        elif token.kind is END:
            break
    return times


def _judge(sheet: Sheet, tokens: list[Token], time: int) -> int:
    """Say whether a time stands between title and copy, or whether that is open: at the end, or below "Weer"."""
    above = _find_beside(sheet, tokens, time, -1)
    against = _DISAGREES if tokens[time].kind is STAMP else 0
    if above is None:
        return against
    title = tokens[above]
    titled = _is_title(sheet, title)
    if not (titled or title.kind is MENU or may_be_title(title)):
        return against
    below = _find_beside(sheet, tokens, time, 1)
    if below is None:
        return 0 if titled else against
    copy = tokens[below]
    if titled and _is_copy(sheet, copy, title.length):
        return 0 if _may_be_name(sheet, title) else _AGREES
    doubtful = title.length <= _TITLE_LENGTH and copy.dateline is not None and copy.dateline.strong
    return 0 if doubtful else against


def _find_beside(sheet: Sheet, tokens: list[Token], index: int, step: int) -> int | None:
    """Find the line next to a time, above (-1) or below (1)."""
    for beside in range(index + step, index + _REACH * step, step):
        if not 0 <= beside < len(tokens) or tokens[beside].kind is END:
            return None
        if tokens[beside].kind not in _PASSED or (step < 0 and _is_pointed(sheet, tokens, beside)):
            return beside
    return None


def _is_pointed(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a line was taken for what the line above points to: "Read more", and then the next title."""
    above = tokens[index - 1] if index and tokens[index].kind is ASIDE else None
    return above is not None and above.kind is ASIDE and points_below(sheet.text, above.start, above.end)


def _pair(sheet: Sheet, tokens: list[Token], times: list[int]) -> list[Group]:
    """Pair times with the lines beside them; where they stand is known now, so a title may look like a sentence."""
    groups: list[Group] = []
    free = 0
    for time in times:
        above, below = _find_beside(sheet, tokens, time, -1), _find_beside(sheet, tokens, time, 1)
        if above is None or above < free:
            continue
        token = tokens[above]
        if token.kind is MENU or may_be_title(token) or _is_title(sheet, token):
            copy = below if below is not None and tokens[below].kind is TEXT else time
            groups.append(Group(above, time, copy))
            free = copy + 1
    return groups


def _is_title(sheet: Sheet, token: Token) -> bool:
    """Say whether a line may be a title, also one with a dash in it: "Ajax - Veldrade afgelast"."""
    if is_title(sheet.text, token):
        return True
    odd = token.kind is ASIDE or (token.dateline is not None and not token.dateline.strong)
    return odd and not has_stop(sheet.text, token) and token.length <= _TITLE_LENGTH


def _is_copy(sheet: Sheet, token: Token, title: int = _TITLE_LENGTH) -> bool:
    """Say whether a line is copy; a sentence that might be a title ("Otter gezien…") is longer than the real one."""
    if token.kind is not TEXT:
        return False
    text = sheet.text
    return is_paragraph(text, token) or not is_title(text, token) or (token.length > title and has_stop(text, token))


def _may_be_name(sheet: Sheet, token: Token) -> bool:
    short = sheet.line(token).count(" ") < _NAME_WORDS
    return short and parse_name(sheet.text, token.start, token.end) is not None


def begins_with_article(sheet: Sheet, tokens: list[Token], groups: list[Group]) -> bool:
    """Say whether the first group is an article: it alone states a date, or it is much longer than the others."""
    first, *others = (_states_date(tokens[group.time]) for group in groups)
    if first and not any(others):
        return True
    ends = [*(group.title for group in groups[1:]), len(tokens)]
    bodies = [tokens[group.copy : end] for group, end in zip(groups, ends, strict=True)]
    if any(token.dateline is not None for token in bodies[0][1:]):
        return False  # items without a stamp
    lengths = [sum(_is_line(sheet, token) for token in body) for body in bodies]
    return lengths[0] >= _ARTICLE_LINES and lengths[0] > 2 * max(lengths[1:])


def _is_line(sheet: Sheet, token: Token) -> bool:
    return token.kind is TEXT and has_stop(sheet.text, token) and not is_title(sheet.text, token)


def _states_date(token: Token) -> bool:
    stated = token.stamp or (token.byline.published if token.byline else None)
    return stated is not None and stated.year is not None


def cut_clocks(sheet: Sheet, tokens: list[Token]) -> list[Token]:
    """Cut the clock times from the titles that they open ("14:35 Brug dicht"), where several have copy below.

    Below other copy they may be the hours of one long story.
    """
    text = sheet.text
    plain = (i for i, token in enumerate(tokens) if token.kind is TEXT and token.dateline is None)
    opened = [i for i in plain if text[tokens[i].start].isdigit()]
    clocks = [i for i in opened if _opens_with_clock(sheet, tokens, i)] if len(opened) > 1 else []
    if len(clocks) < 2:  # noqa: PLR2004 - one is no list
        return tokens
    above = next((i for i in range(clocks[0], -1, -1) if tokens[i].kind is LABEL), 0)
    if any(_is_copy(sheet, token) for token in tokens[above : clocks[0]]):
        return tokens
    cut: list[Token] = []
    opening = frozenset(clocks)
    for index, token in enumerate(tokens):
        found = _CLOCK.match(sheet.text, token.start, token.end) if index in opening else None
        if found is None:
            cut.append(token)
            continue
        clock = int(found["hour"]), int(found["minute"])
        stamp = Stamp(token.start, found.end(), CLOCK_RULE, clock=clock)
        title = token.end - len(sheet.text[found.end() : token.end].lstrip())
        cut += (Token(STAMP, token.start, found.end(), stamp), Token(TEXT, title, token.end))
    return cut


def _opens_with_clock(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if _CLOCK.match(sheet.text, token.start, token.end) is None or not is_title(sheet.text, token):
        return False
    return index + 1 < len(tokens) and _is_copy(sheet, tokens[index + 1])
