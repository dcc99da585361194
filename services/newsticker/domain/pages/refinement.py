"""A second look at the lines of a ticker, when it is known what kind of ticker it is."""

from collections.abc import Iterator

from newsticker.domain.pages.datelines import parse_dateline
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.tokens import Kind, Token
from newsticker.domain.pages.words import gather
from newsticker.domain.stamps import find_unknown_stamp

_NATIONAL = frozenset(gather("sections"))


def refine(sheet: Sheet, tokens: list[Token]) -> list[Token]:
    """Read datelines of mixed case on regional pages, and stamps of unknown form."""
    regional = _is_regional(sheet, tokens)
    refined: list[Token] = []
    for token in tokens:
        if token.kind is Kind.TEXT:
            after_text = bool(refined) and refined[-1].kind is Kind.TEXT
            refined.extend(_refine_text(sheet, token, after_text=after_text, regional=regional))
        else:
            refined.append(token)
    return refined


def _refine_text(sheet: Sheet, token: Token, *, after_text: bool, regional: bool) -> Iterator[Token]:
    start, dateline = token.start, token.dateline
    unknown = find_unknown_stamp(sheet.text, start) if after_text else None
    if unknown is not None and unknown.end <= token.end:
        yield Token(Kind.STAMP, unknown.start, unknown.end, token.blank_before, stamp=unknown)
        start, dateline = unknown.end, None
    if start < token.end:
        dateline = dateline or parse_dateline(sheet.text, start, token.end, mixed=regional)
        yield token._replace(start=start, dateline=dateline)


def _is_regional(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether datelines without agency and capitals are to be expected here."""
    if any(token.dateline is not None and token.dateline.strong for token in tokens):
        return False
    sections = [sheet.text[slice(*token.section)].casefold() for token in tokens if token.section]
    return not any(section.split(" ")[0] in _NATIONAL for section in sections if section)
