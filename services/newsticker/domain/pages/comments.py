"""Readers' comments: what stands below their heading, up to the next label or list of news, is none."""

import re

from newsticker.domain.pages.bylines import parse_name
from newsticker.domain.pages.comment_headings import AROUND, is_counted, is_form, is_signed
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.page import SpanKind
from newsticker.domain.pages.tokens import (
    BOILERPLATE,
    BULLET,
    BYLINE,
    COMMENTS,
    EDITION,
    LABEL,
    STAMP,
    TEXT,
    Token,
    has_stop,
    is_title,
    name_site_line,
)
from newsticker.domain.pages.words import Phrases, fold
from newsticker.domain.stamps import parse_stamp

_FIELDS = fold("comment_fields")
_REPLIES = Phrases(fold("replies"))
_INITIAL = re.compile(r"(?:^| )[^\W\d_]\.$")
_MAX_NAME, _MAX_REPLY = 40, 50
_NAME_WORDS, _TITLE_WORDS = 4, 5
_COPY_LENGTH = 120
"""A longer line right above a time is news: below the text of a comment stands the next name, or a button."""
_WINDOW = 40
"""So many lines below a heading tell whether comments stand there."""
_FORM_WINDOW = 4
_MIN_COMMENTS = 2
_MAX_COUNTED = 2
"""More lines that count comments stand below the items of a list, one each."""
_NAMES = (TEXT, BYLINE, BOILERPLATE)
"""Kinds of lines that may be names: what is cut off from the time on its line is called boilerplate."""
_MARKS = (LABEL, BULLET, EDITION)


def drop_comments(sheet: Sheet, tokens: list[Token]) -> list[Token]:
    """Label the comments of readers below the copy, and take them from the page's lines."""
    headings = [index for index, token in enumerate(tokens) if token.kind is COMMENTS]
    if not headings:
        return tokens
    start = _find_start(sheet, tokens, headings)
    end = _find_end(sheet, tokens, start)
    for token in tokens[start:end]:
        sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.comments")
    for index in headings:
        tokens[index].kind = name_site_line(sheet.text, tokens[index].start, tokens[index].end)
    kept = tokens[:start] + tokens[end:]
    if len(kept) < len(tokens):
        sheet.keep(kept)
    return kept


def _find_start(sheet: Sheet, tokens: list[Token], headings: list[int]) -> int:
    """Find the first heading with comments below it, if there is copy above; the end of the page if none is."""
    counted = sum(is_counted(sheet.line(tokens[index]).casefold()) for index in headings)
    top = next((index for index, token in enumerate(tokens) if _is_copy(sheet, token)), len(tokens))
    if counted > _MAX_COUNTED:
        return len(tokens)
    below = (index for index in headings if index > top and _has_comments(sheet, tokens, index))
    return next(below, len(tokens))


def _is_copy(sheet: Sheet, token: Token) -> bool:
    return token.dateline is not None or (token.kind is TEXT and has_stop(sheet.text, token))


def _has_comments(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether comments stand below a heading: names with times, authors who "say", buttons to reply, or a form."""
    line = sheet.line(tokens[index]).casefold().strip(AROUND)
    if _is_signed(sheet, tokens, index):
        return True
    if is_form(line) and _has_fields(sheet, tokens[index + 1 : index + 1 + _FORM_WINDOW]):
        return True
    below = range(index + 1, min(_find_end(sheet, tokens, index), index + _WINDOW))
    signed = any(_is_signed(sheet, tokens, i) for i in below)
    dated = sum(_is_dated(sheet, tokens, i) for i in below)
    replies = sum(_is_reply(sheet, tokens[i]) for i in below)
    return signed or dated >= _MIN_COMMENTS or bool(dated and (is_counted(line) or replies)) or replies > _MIN_COMMENTS


def _has_fields(sheet: Sheet, tokens: list[Token]) -> bool:
    lines = [sheet.line(token).casefold() for token in tokens]
    return any(field in line for line in lines for field in _FIELDS)


def _is_signed(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a line says who wrote a comment, and the next when."""
    timed = index + 1 < len(tokens) and _states_time(tokens[index + 1])
    return timed and is_signed(sheet.line(tokens[index]).casefold())


def _states_time(token: Token) -> bool:
    return token.kind is STAMP or (token.byline is not None and token.byline.published is not None)


def _is_dated(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a line is a name with a time below it, or on it: "Daniel P. il y a 3 heures"."""
    token = tokens[index]
    if token.kind not in _NAMES or _is_reply(sheet, token):
        return False
    if index + 1 < len(tokens) and _states_time(tokens[index + 1]) and _is_name(sheet, token.start, token.end):
        return True
    if token.length > 2 * _MAX_NAME:
        return False
    blanks = (place for place in range(token.start + 1, token.end) if sheet.text[place] in " \u00a0")
    for blank in blanks:
        stamp = parse_stamp(sheet.text, blank + 1)
        if stamp is not None and stamp.end == token.end:
            return _is_name(sheet, token.start, blank)
    return False


def _is_name(sheet: Sheet, start: int, end: int) -> bool:
    """Say whether a range may be the name of a reader: "Gerda V.", "jefke1961"."""
    line = sheet.text[start:end].strip(AROUND)
    if not line or len(line) > _MAX_NAME or (line[-1] in ".!?" and _INITIAL.search(line) is None):
        return False
    words = line.split()
    return len(words) == 1 or (len(words) <= _NAME_WORDS and parse_name(line, 0, len(line)) is not None)


def _is_reply(sheet: Sheet, token: Token) -> bool:
    """Say whether a line is a button below a comment: "Beantwoorden", "Score: 12"."""
    if token.length > _MAX_REPLY or token.dateline is not None:
        return False
    line = sheet.line(token).casefold().strip(AROUND)
    words = _REPLIES.find(line)
    return words is not None and not line[len(words) :].strip(f"{AROUND}0123456789+,")


def _find_end(sheet: Sheet, tokens: list[Token], start: int) -> int:
    """Find where news begins below comments: at a label, headlines, a dateline, or a title or copy above a time."""
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if token.kind in _MARKS:
            return index
        timed = index + 1 < len(tokens) and _states_time(tokens[index + 1])
        if token.dateline is not None and (token.dateline.strong or timed):
            return index
        if timed and (token.length > _COPY_LENGTH or _is_title(sheet, token)):
            return index
    return len(tokens)


def _is_title(sheet: Sheet, token: Token) -> bool:
    return is_title(sheet.text, token) and len(sheet.line(token).split()) >= _TITLE_WORDS
