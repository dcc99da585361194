"""A page as a row of tokens: its lines, each named by itself, stamps cut off from what is glued to them."""

import re
from dataclasses import dataclass
from enum import IntEnum

from newsticker.domain.pages import asides, furniture
from newsticker.domain.pages.bylines import parse_byline
from newsticker.domain.pages.comment_headings import is_comments
from newsticker.domain.pages.datelines import parse_dateline
from newsticker.domain.pages.furniture import Bullet
from newsticker.domain.pages.lines import find_lines, skip_blanks
from newsticker.domain.pages.page import Byline, Dateline
from newsticker.domain.pages.pictures import skip_pictures
from newsticker.domain.pages.shared_lines import MAX_SHARED, find_shared, may_share
from newsticker.domain.stamps import Stamp, parse_stamp

MAX_TOKENS = 5_000
"""No page of news has so many lines; what comes after is left unread, flagged and labelled."""

_PARAGRAPH_LENGTH = 120
_TITLE_LENGTH = 150
_QUESTION_LENGTH = 90
_SENTENCE_LENGTH = 60
"""A line of more characters than that is copy, never a title or a menu."""
_LETTER = re.compile(r"[^\W\d_]")
_STOPS = ".!?…"
_CLOSERS = "\"'”’»)›]“"
_ENDINGS = _CLOSERS + _STOPS
_TAIL = 4
"""A stop stands among the last characters, before the closing marks."""


class Kind(IntEnum):
    """What a token is."""

    TEXT = 0
    STAMP = 1
    LABEL = 2
    BULLET = 3
    BYLINE = 4
    ASIDE = 5
    BOILERPLATE = 6
    EDITION = 7
    SUFFIX = 8
    MENU = 9
    END = 10
    COMMENTS = 11


TEXT, STAMP, LABEL, BULLET, BYLINE, ASIDE, BOILERPLATE, EDITION, SUFFIX, MENU, END, COMMENTS = Kind
"""The kinds by name: every line is asked for its kind many times, and looking a member up costs more than the rest."""

_SHARING = (TEXT, BYLINE, BOILERPLATE)
"""Kinds of lines that may hold a stamp beside other things."""


@dataclass(slots=True, eq=False)
class Token:
    """A line or a part of it. `stamp`, `dateline`, … are set by kind; what is found later corrects it in place."""

    kind: Kind
    start: int
    end: int
    stamp: Stamp | None = None
    dateline: Dateline | None = None
    bullet: Bullet | None = None
    byline: Byline | None = None
    section: tuple[int, int] | None = None
    agencies: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start


def cut_tokens(text: str, start: int) -> tuple[list[Token], list[Token]]:
    """Cut a page into tokens from `start` on; gives all, and those that are neither stamps nor plainly copy.

    The latter are few: what is about furniture, titles or doubtful datelines looks at them alone.
    """
    tokens: list[Token] = []
    odd: list[Token] = []
    for left, right in find_lines(text, start, MAX_TOKENS):
        stamp = parse_stamp(text, left)
        while stamp is not None and stamp.end <= right:  # what is glued to a stamp may be one more
            tokens.append(Token(STAMP, left, stamp.end, stamp))
            left = skip_blanks(text, stamp.end, right)  # noqa: PLW2901 - the rest of the line
            stamp = parse_stamp(text, left) if left < right and len(tokens) < MAX_TOKENS else None
        if len(tokens) >= MAX_TOKENS:
            break
        if left < right:
            token = _classify(text, left, right)
            if token.kind is TEXT and right - left > MAX_SHARED and (token.dateline is None or token.dateline.strong):
                tokens.append(token)
            else:
                pieces = _share(text, token)
                tokens += pieces
                odd += pieces
    return tokens, odd


def _share(text: str, token: Token) -> list[Token]:
    """Cut a line where a stamp shares it with a rubric or a name."""
    start, end = token.start, token.end
    if end - start > MAX_SHARED or token.kind not in _SHARING or text[end - 1] in _STOPS:
        return [token]
    dated = token.byline is not None and token.byline.published is not None
    if dated or not may_share(text[start:end]):
        return [token]
    pieces: list[Token] = []
    for piece in find_shared(text, start, end):
        kind = STAMP if piece.stamp else BYLINE if piece.byline else BOILERPLATE
        pieces.append(Token(kind, piece.start, piece.end, piece.stamp, byline=piece.byline))
    return pieces or [token]


def _classify(text: str, start: int, end: int) -> Token:
    """Name a line by what stands in it alone."""
    if start < skip_pictures(text, start, end) < end:
        return _look_behind_picture(text, start, end)
    dateline = parse_dateline(text, start, end)
    length = end - start
    if dateline is not None or length > asides.MAX_ASIDE:
        return Token(TEXT, start, end, None, dateline)
    if length > furniture.MAX_FURNITURE:
        return Token(ASIDE if asides.is_aside(text, start, end) else TEXT, start, end)
    if not furniture.may_be_furniture(text, start, end):
        return Token(TEXT, start, end)
    return _furniture(text, start, end)


def _look_behind_picture(text: str, start: int, end: int) -> Token:
    """Name a line that begins with a small picture by what stands behind that: "📅 4 juni 2025", or "💬 4"."""
    if not any(map(str.isalpha, text[start:end])):
        return Token(BOILERPLATE, start, end)
    behind = skip_pictures(text, start, end)
    stamp = parse_stamp(text, behind)
    dated = stamp is not None and stamp.end == end and stamp.year is not None
    token = Token(STAMP, start, end, stamp) if dated else _classify(text, behind, end)
    token.start = start
    return token


def _furniture(text: str, start: int, end: int) -> Token:
    if (section := furniture.find_label(text, start, end)) is not None:
        return Token(LABEL, start, end, section=section)
    if (bullet := furniture.find_bullet(text, start, end)) is not None:
        return Token(BULLET, start, end, bullet=bullet)
    if (suffix := furniture.find_suffix(text, start, end)) is not None and suffix[0] == start:
        return Token(SUFFIX, start, end, agencies=suffix[1])
    if (byline := parse_byline(text, start, end)) is not None:
        return Token(BYLINE, start, end, byline=byline)
    if is_comments(text, start, end):
        return Token(COMMENTS, start, end)
    return Token(name_site_line(text, start, end), start, end)


def name_site_line(text: str, start: int, end: int) -> Kind:
    """Say what a line is that is no label, byline or heading of comments."""
    for is_kind, kind in _KINDS:
        if is_kind(text, start, end):
            return kind
    return TEXT


_KINDS = (
    (furniture.is_edition, EDITION),
    (asides.is_aside, ASIDE),
    (furniture.is_boilerplate, BOILERPLATE),
    (furniture.is_end, END),
    (furniture.is_menu, MENU),
)


def has_stop(text: str, token: Token) -> bool:
    """Say whether a text ends as a sentence does."""
    last = text[token.end - 1]
    if last not in _CLOSERS:
        return last in _STOPS and token.end > token.start
    tail = text[max(token.start, token.end - _TAIL) : token.end].rstrip(_CLOSERS)
    return tail[-1:] in _STOPS and tail != ""


def is_paragraph(text: str, token: Token) -> bool:
    """Say whether a line is copy: it has a dateline, is long, or is a sentence."""
    long = token.length > _PARAGRAPH_LENGTH or (token.length > _SENTENCE_LENGTH and has_stop(text, token))
    return long or token.dateline is not None


def may_be_title(token: Token) -> bool:
    """Say whether a line may be a title whatever it ends with, when it stands where titles do."""
    return token.kind is TEXT and token.dateline is None and token.length <= _TITLE_LENGTH


def is_title(text: str, token: Token) -> bool:
    """Say whether a line may be a title: short enough, no full stop at its end, no question after other sentences."""
    if token.kind is not TEXT or token.dateline is not None or token.length > _TITLE_LENGTH:
        return False
    start, end = token.start, token.end
    if text[end - 1] in _ENDINGS:
        tail = text[max(start, end - _TAIL) : end].rstrip(_CLOSERS)
        if tail.endswith("."):
            return False
        if tail.endswith(("!", "?")) and (token.length > _QUESTION_LENGTH or ". " in text[start:end]):
            return False
    return text[start].isalpha() or _LETTER.search(text, start, min(end, start + 20)) is not None
