"""Titles of other articles, names and footers that stand in the middle of an article or below it."""

import re
from itertools import pairwise

from newsticker.domain.pages.asides import points_below
from newsticker.domain.pages.bylines import is_author, parse_name
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.insets import (
    MAX_HEADING,
    MAX_INSET,
    is_heading,
    is_inset,
    is_tags,
)
from newsticker.domain.pages.offers import is_offer
from newsticker.domain.pages.tokens import (
    ASIDE,
    BOILERPLATE,
    BYLINE,
    END,
    LABEL,
    MENU,
    TEXT,
    Token,
    has_stop,
    is_title,
)

_NUMBER = re.compile(r"\d{1,2}[.)]? +")
_CROSSHEAD_LENGTH, _CROSSHEAD_WORDS = 40, 4
"""The last line of a list that is no longer may be the crosshead of the copy below."""
_QUOTES = "\"'“”„‘’«»"
_FOOTER_WORDS = 5
_NAME_WORDS = 4
_MIN_ABOVE = 2
_MIN_LOOSE = 3
_LOOSE_LENGTH, _LOOSE_WORDS = 60, 9
BULLETS = "-–—•*·"
_HEADINGS = (TEXT, MENU, ASIDE)
_MIN_TEASERS = 4
"""Lines: two titles and the sentences below them."""


def find_insets(sheet: Sheet, tokens: list[Token]) -> None:
    """Name the lines below the lead that are none of the copy whatever stands around them."""
    for above, token in pairwise(tokens):
        if token.kind is not TEXT:
            if token.kind is BOILERPLATE and has_stop(sheet.text, token):  # it would be copy
                token.kind = ASIDE if is_inset(sheet.text, token.start, token.end) else BOILERPLATE
            continue
        if token.end - token.start <= MAX_INSET and is_inset(sheet.text, token.start, token.end):
            token.kind = ASIDE
        elif above.kind is BYLINE and is_author(sheet.line(above)):
            name = parse_name(sheet.text, token.start, token.end)
            token.kind, token.byline = (TEXT, None) if name is None else (BYLINE, name)


def find_listed(sheet: Sheet, tokens: list[Token]) -> set[int]:
    """Find the titles that a pointer or a heading lists: below the copy all, above more copy those of its box."""
    found: set[int] = set()
    index = 1
    while index < len(tokens):
        if not _opens(sheet, tokens, index):
            index += 1
            continue
        run, after = _find_run(sheet, tokens, index + 1)
        if after < len(tokens) and tokens[after].kind is TEXT:
            if teasers := _find_teasers(sheet, tokens, index):
                return found | teasers
            run = _trim(sheet, tokens, index, run, after)
        if tokens[index].kind is TEXT and run:
            tokens[index].kind = ASIDE
        found.update(run)
        index = max(after, index + 1)
    return found


def _opens(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether titles may be listed below a line."""
    token = tokens[index]
    if token.kind is TEXT and token.end - token.start > MAX_HEADING:
        return False
    if token.kind is END or token.kind is LABEL:
        return True
    if token.kind is ASIDE and points_below(sheet.text, token.start, token.end):
        return True
    return token.kind in _HEADINGS and is_heading(sheet.text, token.start, token.end)


def _find_run(sheet: Sheet, tokens: list[Token], start: int) -> tuple[list[int], int]:
    """Find the titles from `start` on, and where they end; buttons may stand among them."""
    run: list[int] = []
    for index in range(start, len(tokens)):
        token = tokens[index]
        if _is_listed_title(sheet, token) or (not run and token.kind is ASIDE):
            run.append(index)
        elif token.kind is not BOILERPLATE and token.kind is not ASIDE:
            return run, index
    return run, len(tokens)


def _is_listed_title(sheet: Sheet, token: Token) -> bool:
    """Say whether a line may be a title of a list, where titles may be numbered and ask."""
    if token.kind is not TEXT:
        return False
    if is_title(sheet.text, token):
        return True
    number = _NUMBER.match(sheet.text, token.start, token.end)
    return number is not None and is_title(sheet.text, Token(TEXT, number.end(), token.end))


def _find_teasers(sheet: Sheet, tokens: list[Token], index: int) -> set[int]:
    """Find titles with a sentence below each, to the very end, below a heading after which no news follows."""
    if tokens[index].kind is not END:
        return set()
    lines = [i for i in range(index + 1, len(tokens)) if tokens[i].kind is TEXT]
    pairs = len(lines) % 2 == 0 and len(lines) >= _MIN_TEASERS
    alternate = all(_is_listed_title(sheet, tokens[i]) is (place % 2 == 0) for place, i in enumerate(lines))
    return set(lines) if pairs and alternate else set()


def _trim(sheet: Sheet, tokens: list[Token], opener: int, run: list[int], after: int) -> list[int]:
    """Take what is no part of a box from a run of titles with copy below it: a crosshead is the copy's."""
    if not run or tokens[opener].kind is LABEL:
        return []
    if not sheet.is_apart(tokens[opener], tokens[run[0]]):
        rows = pairwise(tokens[index] for index in (*run, after))
        gap = next((place for place, (one, two) in enumerate(rows, 1) if sheet.is_apart(one, two)), 0)
        if gap:
            return run[:gap]
    pointed = tokens[run[0]].kind is ASIDE or tokens[opener].kind is END
    if len(run) <= 2 - pointed:
        return run[:-1]
    last = tokens[run[-1]]
    short = last.length <= _CROSSHEAD_LENGTH and len(sheet.line(last).split()) <= _CROSSHEAD_WORDS
    quoted = sheet.text[last.start] in _QUOTES and sheet.text[last.end - 1] in _QUOTES
    return run[:-1] if len(run) > 1 and (short or quoted) else run


def find_below(sheet: Sheet, tokens: list[Token], start: int) -> set[int]:
    """Find what stands below the last sentence and is no copy: lines below buttons, tags, footers, names.

    Below one button or advertisement only a name is; what the page's end cuts off is copy.
    """
    found = _find_loose(sheet, tokens, start) if start < len(tokens) else set()
    furniture, signed = 0, False
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.kind is not TEXT:
            furniture += token.kind is not ASIDE or is_offer(sheet.line(token).casefold())
            continue
        if not is_title(sheet.text, token):
            continue
        cut = index + 1 == len(tokens) and not sheet.text[token.end :].strip()
        named = parse_name(sheet.text, token.start, token.end) is not None
        signed = signed or (index == start and named and not cut and _signs(sheet, token))
        if (
            signed
            or (furniture and named)
            or (furniture > 1 and not (cut and _may_be_copy(sheet, token)))
            or _is_footer(sheet, tokens, index)
            or is_tags(sheet.text, token.start, token.end)
        ):
            found.add(index)
    return found


def _find_loose(sheet: Sheet, tokens: list[Token], start: int) -> set[int]:
    """Find short lines below the last sentence that end as no sentence does: no crossheads, as no copy follows.

    What the page's end may have cut is copy, and so are the lines of a list, and one or two right below the copy.
    """
    rest = [index for index in range(start, len(tokens)) if tokens[index].kind is TEXT]
    if not rest or start < _MIN_ABOVE or (rest[-1] + 1 == len(tokens) and not sheet.text[tokens[-1].end :].strip()):
        return set()
    lines = [sheet.line(tokens[index]) for index in rest]
    listed = sheet.text[tokens[start - 1].end - 1] == ":" or any(
        line[-1] == ":" or line[0] in BULLETS for line in lines
    )
    apart = any(token.kind is not TEXT for token in tokens[start : rest[-1]])
    if not apart and len(rest) < _MIN_LOOSE:
        return set()
    short = all(len(line) <= _LOOSE_LENGTH and len(line.split()) <= _LOOSE_WORDS for line in lines)
    return set(rest) if short and not listed else set()


def _may_be_copy(sheet: Sheet, token: Token) -> bool:
    """Say whether a line is more than a word or two of a footer."""
    return sheet.line(token).count(" ") > 1


def _signs(sheet: Sheet, token: Token) -> bool:
    """Say whether a name right below the copy is its author's: "Jan Klaver", not "Ajax - PSV 3-1"."""
    line = sheet.line(token)
    return 1 < len(line.split()) <= _NAME_WORDS and " - " not in line and not any(char.isdigit() for char in line)


def _is_footer(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a line begins a footer: a few words, and words of menus on the next lines."""
    below = tokens[index + 1 : index + 3]
    menu = len(below) > 1 and all(token.kind is MENU for token in below)
    return menu and len(sheet.line(tokens[index]).split()) <= _FOOTER_WORDS
