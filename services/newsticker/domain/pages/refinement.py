"""A second look at the lines of a ticker, when it is known what kind of ticker it is."""

from collections.abc import Iterator

from newsticker.domain.pages.datelines import parse_dateline
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.tokens import STAMP, TEXT, Token, correct_titles
from newsticker.domain.pages.words import gather
from newsticker.domain.stamps import find_unknown_stamp

_NATIONAL = frozenset(gather("sections"))


def refine(sheet: Sheet, tokens: list[Token], section: str | None) -> list[Token]:
    """Read datelines of mixed case in regional tickers, and stamps of unknown form."""
    regional = is_region(section) if section else not any(token.dateline and token.dateline.strong for token in tokens)
    refined: list[Token] = []
    for token in tokens:
        after_text = bool(refined) and refined[-1].kind is TEXT
        if token.kind is TEXT and (after_text or (regional and token.dateline is None)):
            refined.extend(_refine_text(sheet, token, after_text=after_text, regional=regional))
        else:
            refined.append(token)
    correct_titles(sheet.text, refined)
    return refined


def _refine_text(sheet: Sheet, token: Token, *, after_text: bool, regional: bool) -> Iterator[Token]:
    start, dateline = token.start, token.dateline
    unknown = find_unknown_stamp(sheet.text, start) if after_text else None
    if unknown is None and (dateline is not None or not regional):
        yield token
        return
    if unknown is not None and unknown.end <= token.end:
        yield Token(STAMP, unknown.start, unknown.end, unknown)
        start, dateline = unknown.end, None
    if start < token.end:
        if dateline is None and (regional or start > token.start):
            dateline = parse_dateline(sheet.text, start, token.end, mixed=regional)
        yield Token(TEXT, start, token.end, None, dateline)


def is_region(section: str) -> bool:
    """Say whether a section names a region, where datelines need neither agencies nor capitals."""
    return section.split(" ", 1)[0].casefold() not in _NATIONAL
