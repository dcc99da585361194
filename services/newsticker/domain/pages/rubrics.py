"""The rubrics of a section list, which stand on lines of their own above the items."""

from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.page import Fetched
from newsticker.domain.pages.tokens import Kind, Token, is_title
from newsticker.domain.pages.words import gather

_SECTIONS = frozenset(gather("sections"))
_MAX_RUBRIC = 40
_LINES = (Kind.TEXT, Kind.MENU)


def find_rubrics(sheet: Sheet, tokens: list[Token], fetched: Fetched | None) -> list[Token]:
    """Turn rubrics on lines of their own into labels: of a section list, and known ones right above a dateline."""
    edition = next((i for i, token in enumerate(tokens) if token.kind is Kind.EDITION), None)
    if edition is None and (fetched is None or fetched.start is None):
        return _find_bare_rubrics(sheet, tokens)
    border = edition + 1 if edition is not None else 0
    return [_label(token) if _is_rubric(sheet, tokens, index, border) else token for index, token in enumerate(tokens)]


def _find_bare_rubrics(sheet: Sheet, tokens: list[Token]) -> list[Token]:
    """Find known sections that stand above a dateline, where a label would: "Buitenland"."""
    for index, token in enumerate(tokens[:-1]):
        if token.end - token.start > _MAX_RUBRIC or token.kind not in _LINES:
            continue
        dateline = tokens[index + 1].dateline
        if dateline is not None and dateline.strong and sheet.line(token).casefold() in _SECTIONS:
            tokens[index] = _label(token)
    return tokens


def _is_rubric(sheet: Sheet, tokens: list[Token], index: int, border: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or token.length > _MAX_RUBRIC or token.kind not in _LINES:
        return False
    if token.dateline is not None or not (following.kind is Kind.STAMP or is_title(sheet.text, following)):
        return False
    if index == border and border:
        return True
    return index > border and sheet.line(token).casefold() in _SECTIONS


def _label(token: Token) -> Token:
    return token._replace(kind=Kind.LABEL, section=(token.start, token.end))
