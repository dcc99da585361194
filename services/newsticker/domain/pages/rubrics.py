"""The rubrics of a section list, which stand on lines of their own above the items."""

from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.page import Fetched
from newsticker.domain.pages.tokens import EDITION, LABEL, MENU, STAMP, TEXT, Token, is_title, may_be_title
from newsticker.domain.pages.words import gather

_SECTIONS = frozenset(gather("sections"))
_MAX_RUBRIC = 40
_LINES = (TEXT, MENU)


def find_rubrics(sheet: Sheet, tokens: list[Token], fetched: Fetched | None) -> None:
    """Turn rubrics on lines of their own into labels: of a section list, and known ones right above a dateline."""
    listed = sheet.has(EDITION)
    if not listed and (fetched is None or fetched.start is None):
        _find_bare_rubrics(sheet, tokens)
        return
    border = next(i for i, token in enumerate(tokens, 1) if token.kind is EDITION) if listed else 0
    for index, token in enumerate(tokens):
        if _is_rubric(sheet, tokens, index, border):
            _make_label(token)


def _find_bare_rubrics(sheet: Sheet, tokens: list[Token]) -> None:
    """Find known sections that stand above a dateline, where a label would: "Buitenland"."""
    for token in sheet.odd:
        if token.end - token.start > _MAX_RUBRIC or token.kind not in _LINES:
            continue
        if sheet.line(token).casefold() in _SECTIONS:
            below = tokens.index(token) + 1
            dateline = tokens[below].dateline if below < len(tokens) else None
            if dateline is not None and dateline.strong:
                _make_label(token)


def _is_rubric(sheet: Sheet, tokens: list[Token], index: int, border: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or token.length > _MAX_RUBRIC or token.kind not in _LINES:
        return False
    if token.dateline is not None or not (following.kind is STAMP or _is_title(sheet, tokens, index + 1)):
        return False
    if index == border and border:
        return True
    return index > border and sheet.line(token).casefold() in _SECTIONS


def _is_title(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a line is a title; above a dateline it may end as a sentence does."""
    if is_title(sheet.text, tokens[index]):
        return True
    dateline = tokens[index + 1].dateline if index + 1 < len(tokens) else None
    return dateline is not None and dateline.strong and may_be_title(tokens[index])


def _make_label(token: Token) -> None:
    token.kind, token.section = LABEL, (token.start, token.end)
