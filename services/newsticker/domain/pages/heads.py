"""Where the title of an article stands, and where its copy begins."""

from itertools import pairwise

from newsticker.domain.pages.asides import is_credit
from newsticker.domain.pages.bylines import parse_name
from newsticker.domain.pages.decks import pass_deck
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.insets import ends_in_credit, is_inset, is_tags
from newsticker.domain.pages.page import Byline
from newsticker.domain.pages.tokens import (
    ASIDE,
    BOILERPLATE,
    BULLET,
    BYLINE,
    END,
    LABEL,
    STAMP,
    TEXT,
    Token,
    has_stop,
    is_paragraph,
    is_title,
    may_be_title,
)
from newsticker.domain.pages.words import fold
from newsticker.domain.stamps import find_vague_stamp

_SECTIONS = frozenset(fold("sections"))
_TITLE_WINDOW = 24
"""A doubled title stands among the first lines."""
_TITLE_DISTANCE = 6
_PASSED = (BYLINE, STAMP, ASIDE, BOILERPLATE)
_MARKS = (LABEL, BULLET, END)
_RUBRIC_WORDS = 2
"""A line of no more words that stands twice above a title is a rubric."""
_MAX_TITLE = 200
_MIN_COPY = 150
"""A longer line is copy, whatever it ends with."""
_SENTENCE_LENGTH = 60
"""A shorter sentence may be a slogan above the title."""
_CAPTION_LENGTH = 40
"""A shorter sentence beside a credit is the caption, when there is longer copy below."""
_TITLE_WORDS = 3
"""A line of so many words, above one that may be a name, is the title and that is the author's; one fewer on top."""


def find_doubled_title(sheet: Sheet, tokens: list[Token]) -> tuple[int | None, int | None]:
    """Find a line that stands twice above the copy: the title, and the page's heading of it."""
    seen: dict[str, int] = {}
    found: tuple[int | None, int | None] = (None, None)
    for index, token in enumerate(tokens[:_TITLE_WINDOW]):
        if token.dateline is not None or token.length > _MAX_TITLE:
            break
        if token.kind is not TEXT:
            continue
        line = sheet.line(token)
        if line in seen and line.casefold() not in _SECTIONS:
            found = (seen[line], index)
        seen.setdefault(line, index)
    if found[1] is not None and len(sheet.line(tokens[found[1]]).split()) <= _RUBRIC_WORDS:
        below = (token for token in tokens[found[1] + 1 : _TITLE_WINDOW] if token.kind is TEXT)
        if _is_longer_title(sheet, next(below, None)):
            return None, None
    return found


def _is_longer_title(sheet: Sheet, token: Token | None) -> bool:
    """Say whether a line is a title of several words; what stands twice above it is a rubric."""
    return token is not None and is_title(sheet.text, token) and len(sheet.line(token).split()) > _TITLE_WORDS


def find_lead(sheet: Sheet, tokens: list[Token], start: int) -> int | None:
    """Find the first line of copy from `start` on, which is 0 or stands below a doubled title."""
    if start:
        return next((i for i, token in enumerate(tokens[start:], start) if _is_lead(sheet, token, below=True)), None)
    lead = next((i for i, token in enumerate(tokens) if _is_lead(sheet, token)), None)
    if lead is not None and tokens[lead].dateline is not None:
        return lead
    sentences = _find_sentences(sheet, tokens, lead)
    first = next((index for index, title in sentences if not _is_other(sheet, tokens, index, title)), lead)
    if first is None:
        first = next((index for index, _ in sentences), None)
    return first if first is not None else next((i for i, token in enumerate(tokens) if _is_copy(sheet, token)), None)


def _is_lead(sheet: Sheet, token: Token, *, below: bool = False) -> bool:
    """Say whether a line is copy wherever it stands; below a title every sentence is."""
    if token.kind is not TEXT:
        return False
    if token.dateline is not None and (token.dateline.strong or has_stop(sheet.text, token)):
        return True
    return token.length > _MIN_COPY or (below and has_stop(sheet.text, token))


def _is_copy(sheet: Sheet, token: Token) -> bool:
    return token.kind is TEXT and is_paragraph(sheet.text, token)


def _find_sentences(sheet: Sheet, tokens: list[Token], border: int | None) -> list[tuple[int, int]]:
    """Find the sentences below a title, each with its title; bylines, credits and their like may stand between."""
    title: int | None = None
    found: list[tuple[int, int]] = []
    for index, token in enumerate(tokens[:border]):
        if token.kind is not TEXT:
            continue
        if is_title(sheet.text, token):
            title = index
        elif title is not None and has_stop(sheet.text, token):
            found.append((index, title))
    return found


def _is_other(sheet: Sheet, tokens: list[Token], index: int, title: int) -> bool:
    """Say whether a short sentence is the caption beside a credit, or a slogan between the site's name and a title."""
    token = tokens[index]
    after = tokens[index + 1 : index + 3]
    if token.length > _SENTENCE_LENGTH or not after:
        return False
    if token.length <= _CAPTION_LENGTH and any(_is_credit(sheet, beside) for beside in (tokens[index - 1], after[0])):
        below = next((token for token in after if token.kind is TEXT), None)
        return below is not None and _is_copy(sheet, below)
    copy = len(after) > 1 and after[1].kind is TEXT and has_stop(sheet.text, after[1])
    site = tokens[title]
    if not (copy and title == index - 1 and is_title(sheet.text, after[0])):
        return False
    if any(token.kind is TEXT for token in tokens[:title]):
        return False  # the site's name stands on top
    return parse_name(sheet.text, site.start, site.end) is not None


def _is_credit(sheet: Sheet, token: Token) -> bool:
    return token.kind is ASIDE and is_credit(sheet.text, token.start, token.end)


def find_title(sheet: Sheet, tokens: list[Token], lead: int) -> int | None:
    """Find the title just above the lead; captions, bylines and dates may stand between."""
    near = _find_near(tokens, lead)
    for index in near:
        _correct_vague(sheet, tokens[index], first=index == 0)
    titles = [index for index in near if _is_title(sheet.text, tokens[index])]
    if not titles:
        return _find_stopped_title(tokens, near) if lead < len(tokens) and tokens[lead].dateline is not None else None
    if len(titles) == 1:
        return titles[0]
    titles = _pass_captions(sheet, tokens, titles)
    title = _find_above_byline(sheet, tokens, titles) or _pass_names(sheet, tokens, titles)
    return pass_deck(sheet, tokens, title, lead) if title - 1 in titles else title


def _is_title(text: str, token: Token) -> bool:
    return is_title(text, token) and not is_tags(text, token.start, token.end)


def _find_near(tokens: list[Token], lead: int) -> list[int]:
    """Find the lines above the lead among which the title is; what is known not to be one is not counted."""
    near: list[int] = []
    lines = 0
    for index in range(lead - 1, max(lead - _TITLE_WINDOW, 0) - 1, -1):
        if lines == _TITLE_DISTANCE or (len(near) >= _TITLE_DISTANCE and tokens[index].kind in _MARKS):
            break
        lines += tokens[index].kind not in _PASSED
        near.append(index)
    return near


def _pass_captions(sheet: Sheet, tokens: list[Token], titles: list[int]) -> list[int]:
    """Take captions with a credit and pointers ("VIDEO | …") from the titles, and name them, if a title is left."""
    passed = 0
    while passed < len(titles) and _is_beside(sheet, tokens[titles[passed]]):
        passed += 1
    kept = titles[passed:]
    if not passed or not any(len(sheet.line(tokens[index]).split()) >= _TITLE_WORDS for index in kept):
        return titles
    for index in titles[:passed]:
        tokens[index].kind = ASIDE
    return kept


def _is_beside(sheet: Sheet, token: Token) -> bool:
    return is_inset(sheet.text, token.start, token.end) or ends_in_credit(sheet.line(token))


def _find_above_byline(sheet: Sheet, tokens: list[Token], titles: list[int]) -> int | None:
    """Find the title right above an author's line, where something like a title stands below that; none on top."""
    for above, below in pairwise(reversed(titles)):
        between = tokens[above + 1 : below]
        byline = bool(between) and between[0].kind is BYLINE
        top = not any(token.kind is TEXT for token in tokens[:above])
        if byline and not top and len(sheet.line(tokens[above]).split()) > _TITLE_WORDS:
            return above
    return None


def _correct_vague(sheet: Sheet, token: Token, *, first: bool) -> None:
    """Take a line that says when, however vaguely, from the titles: "vorige week"."""
    if token.kind is not TEXT or first:
        return
    stamp = find_vague_stamp(sheet.text, token.start)
    if stamp is not None and stamp.end == token.end:
        token.kind, token.stamp = STAMP, stamp


def _find_stopped_title(tokens: list[Token], near: list[int]) -> int | None:
    """Find a title that ends as a sentence does, above a dateline."""
    return next((index for index in near if may_be_title(tokens[index])), None)


def _pass_names(sheet: Sheet, tokens: list[Token], titles: list[int]) -> int:
    """Take lines that are but names below a title for bylines: of who wrote it, or where; gives the title."""
    names: list[tuple[Token, Byline]] = []
    for index in titles:
        token = tokens[index]
        name = parse_name(sheet.text, token.start, token.end)
        if name is None:
            copy = any(token.kind is TEXT and has_stop(sheet.text, token) for token in tokens[index + 1 : titles[0]])
            top = not any(token.kind is TEXT for token in tokens[:index])
            if copy or len(sheet.line(token).split()) < _TITLE_WORDS - top:
                break
            for below, byline in names:
                below.kind, below.byline = BYLINE, byline
            return index
        names.append((token, name))
    return titles[0]
