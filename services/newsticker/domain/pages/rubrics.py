"""The rubrics of a section list, which stand on lines of their own above the items."""

from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.page import Fetched
from newsticker.domain.pages.tokens import Kind, Token, is_title
from newsticker.domain.pages.words import gather

_SECTIONS = frozenset(gather("sections"))
_MAX_RUBRIC = 40


def find_rubrics(sheet: Sheet, tokens: list[Token], fetched: Fetched | None) -> list[Token]:
    """Turn rubrics on lines of their own into labels: of a section list, and known ones right above a dateline."""
    edition = next((i for i, token in enumerate(tokens) if token.kind is Kind.EDITION), None)
    if edition is None and (fetched is None or fetched.start is None):
        return [_label(token) if _is_bare_rubric(sheet, tokens, index) else token for index, token in enumerate(tokens)]
    border = edition + 1 if edition is not None else 0
    return [_label(token) if _is_rubric(sheet, tokens, index, border) else token for index, token in enumerate(tokens)]


def _is_bare_rubric(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a known section stands above a dateline, where a label would: "Buitenland"."""
    token = tokens[index]
    if token.length > _MAX_RUBRIC or token.kind not in (Kind.TEXT, Kind.MENU) or index + 1 == len(tokens):
        return False
    dateline = tokens[index + 1].dateline
    return dateline is not None and dateline.strong and sheet.line(token).casefold() in _SECTIONS


def _is_rubric(sheet: Sheet, tokens: list[Token], index: int, border: int) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or token.length > _MAX_RUBRIC or token.kind not in (Kind.TEXT, Kind.MENU):
        return False
    if token.dateline is not None or not is_title(sheet.text, following):
        return False
    if index == border and border:
        return True
    return index > border and sheet.line(token).casefold() in _SECTIONS


def _label(token: Token) -> Token:
    return token._replace(kind=Kind.LABEL, section=(token.start, token.end))
