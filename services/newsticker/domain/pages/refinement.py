"""A second look at the lines of a ticker, when it is known what kind of ticker it is."""

from collections.abc import Iterator

from newsticker.domain.pages.datelines import parse_dateline
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.insets import is_inset
from newsticker.domain.pages.neighbours import correct_titles
from newsticker.domain.pages.tokens import (
    ASIDE,
    BOILERPLATE,
    MENU,
    STAMP,
    TEXT,
    Token,
    has_stop,
    is_title,
)
from newsticker.domain.pages.words import gather
from newsticker.domain.stamps import find_unknown_stamp

_FOOTER_KINDS = (MENU, BOILERPLATE)
_FOOTER_LINES = 2
"""So many known lines make a footer, or one at the page's end: an advertisement may stand above a title as well."""
_FOOTER_WORDS = 5
_NATIONAL = frozenset(gather("sections"))


def refine(sheet: Sheet, tokens: list[Token], section: str | None) -> list[Token]:
    """Read datelines of mixed case in regional tickers, and stamps of unknown form."""
    regional = is_region(section) if section else not any(token.dateline and token.dateline.strong for token in tokens)
    refined: list[Token] = []
    after_text = changed = False
    for token in tokens:
        if token.kind is TEXT and (after_text or (regional and token.dateline is None)):
            refined.extend(_refine_text(sheet, token, after_text=after_text, regional=regional))
            after_text = refined[-1].kind is TEXT
            changed = True
        else:
            refined.append(token)
            after_text = token.kind is TEXT
    if changed or any(token.dateline is not None for token in sheet.odd):
        correct_titles(sheet.text, refined)
    _find_insets(sheet, refined)
    _find_footer(sheet, refined)
    return refined


def _find_insets(sheet: Sheet, tokens: list[Token]) -> None:
    """Name lines that are no part of the items beside them: between copy and stamp, or between a stamp and an item.

    A line right above a dateline is the title, where titles stand there.
    """
    plain = [index for index, token in enumerate(tokens) if token.kind is TEXT and token.dateline is None]
    if not plain:
        return
    following = [*tokens[1:], None]
    heads = {index for index in plain if (below := following[index]) is not None and below.dateline is not None}
    titled = len(heads) * 2 > len([token for token in tokens if token.dateline is not None])
    for index in plain:
        if titled and index in heads:
            continue
        token, above, below = tokens[index], tokens[index - 1] if index else None, following[index]
        if above is not None and above.kind is TEXT:
            loose = (below is None or below.kind is not TEXT) and _is_copy(sheet, above)
        else:
            loose = below is None or below.kind is TEXT
        if loose and is_inset(sheet.text, token.start, token.end):
            token.kind = ASIDE


def _find_footer(sheet: Sheet, tokens: list[Token]) -> None:
    """Name the site's own lines below the last stamp, and copy below that: a few words each, known ones among them."""
    if tokens[-1].kind is STAMP:
        return
    last = next((i for i in reversed(range(len(tokens))) if tokens[i].kind is STAMP), len(tokens) - 1)
    last = next((i for i in range(len(tokens) - 1, last, -1) if _is_copy(sheet, tokens[i])), last)
    tail = tokens[last + 1 :]
    known = sum(token.kind in _FOOTER_KINDS for token in tail)
    if known < _FOOTER_LINES and not (known and tail[-1].kind in _FOOTER_KINDS):
        return
    lines = [token for token in tail if token.kind is TEXT]
    if all(is_title(sheet.text, token) and len(sheet.line(token).split()) <= _FOOTER_WORDS for token in lines):
        for token in lines:
            token.kind = BOILERPLATE


def _is_copy(sheet: Sheet, token: Token) -> bool:
    return token.kind is TEXT and (token.dateline is not None or has_stop(sheet.text, token))


def _refine_text(sheet: Sheet, token: Token, *, after_text: bool, regional: bool) -> Iterator[Token]:
    start = token.start
    unknown = find_unknown_stamp(sheet.text, start) if after_text else None
    if unknown is not None and unknown.end <= token.end:
        yield Token(STAMP, unknown.start, unknown.end, unknown)
        start = unknown.end
    elif token.dateline is not None or not regional:
        yield token
        return
    if start < token.end:
        yield Token(TEXT, start, token.end, None, parse_dateline(sheet.text, start, token.end, mixed=regional))


def is_region(section: str) -> bool:
    """Say whether a section names a region, where datelines need neither agencies nor capitals."""
    return section.split(" ", 1)[0].casefold() not in _NATIONAL
