"""Lines among an article's copy that only their neighbours tell: polls, forms, its author, quotes pulled out of it."""

import re

from newsticker.domain.pages.bylines import parse_name
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.insets import MAX_CORRECTION, corrects, is_form
from newsticker.domain.pages.offers import is_offer
from newsticker.domain.pages.pulled import MAX_QUOTE, QUOTED, find_pulled
from newsticker.domain.pages.tokens import ASIDE, BYLINE, STAMP, TEXT, Token, has_stop, is_title
from newsticker.domain.pages.words import Phrases, fold

_MAX_FORM = 40
_POLL_LINES = 10
"""A poll has no more lines above its button."""
_POLLS = frozenset(fold("polls"))
_POLL_WORDS = Phrases(fold("polls"))
_CALLS = frozenset(fold("calls"))
_SPONSORED = frozenset(fold("sponsored"))
_AROUND = " -–—:[]()*›»>"
_SPONSORED_LINES = 5
_PERIOD_LINE = re.compile(r"\d{1,2} ?[DWMJYA] \d")
_VOTES = frozenset(fold("votes"))
_VOTED = frozenset(fold("voted"))
_FIGURES = "0123456789., :\u00a0\u202f"
_BOXES = frozenset(fold("boxes"))
_ABOUTS = Phrases(fold("abouts"))
_PENS = frozenset(fold("pens"))
_TRADES = frozenset(fold("trades"))
_TRADE_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, fold('trades')))})(?!\w)")
_CONTACTS = fold("contacts")
_AUTHOR = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][\w'’-]{1,30}"
    r"(?: (?:[A-ZÀ-Þ][\w'’.-]{0,30}|van|de|der|den|ter|ten|te|von|du|le|la|el|in|[’']t)){0,4})"
    r"(?: \([^()]{1,30}\))? (?P<pen>[^\W\d_]{1,15})(?!\w)"
)
_HEADINGS = (TEXT, ASIDE)
_MAX_NAME = 40
_NAME_WORDS = (2, 4)
_MAX_CLOSING = 20
"""No article has more sentences about itself at its end: each is looked for on the whole page."""


def find_remarks(sheet: Sheet, tokens: list[Token], lead: int, title: int | None) -> None:
    """Name the lines of an article that speak of it, or stand for another part of the site, by their neighbours."""
    above, tokens = tokens, tokens[lead:]
    short: list[int] = []
    quotes: list[int] = []
    for index, token in enumerate(tokens):
        length = token.end - token.start
        if length <= _MAX_FORM:
            short.append(index)
        if length <= MAX_QUOTE and sheet.text[token.start] in QUOTED and token.kind is TEXT:
            quotes.append(index)
    if quotes:
        find_pulled(sheet, tokens, quotes)
    if short:
        _find_blocks(sheet, tokens, short)
    _find_end(sheet, above, tokens, title)


def _find_blocks(sheet: Sheet, tokens: list[Token], short: list[int]) -> None:
    """Name polls, forms, paid blocks and names above dates, each of which has a short line."""
    for index in short:
        line = sheet.line(tokens[index]).casefold().strip(_AROUND)
        if line in _SPONSORED:
            _find_sponsored(sheet, tokens, index)
        elif tokens[index].kind is TEXT and line and _is_vote(line):
            _find_poll(sheet, tokens, index)
    for index in short:
        below = index + 1 < len(tokens) and tokens[index + 1].kind is not TEXT
        if below or tokens[index].kind is not TEXT or tokens[index - 1].kind is not TEXT:
            _find_form(sheet, tokens, index)
        if below:
            _find_name(sheet, tokens, index)


def _find_poll(sheet: Sheet, tokens: list[Token], button: int) -> None:
    """Name a poll by its button or its count: up to its heading, or to its question where it has none."""
    top = None
    for index in range(button - 1, max(button - _POLL_LINES, 0) - 1, -1):
        token = tokens[index]
        line = sheet.line(token).casefold()
        heading = line.rstrip(" :") in _POLLS
        words = _POLL_WORDS.find(line)
        if heading or line.endswith("?") or (words is not None and line[len(words) : len(words) + 1] == ":"):
            top = index
        elif top is not None or (token.kind is TEXT and (has_stop(sheet.text, token) or token.dateline is not None)):
            break
        if heading:
            break
    above_vote = button > 0 and tokens[button - 1].kind is ASIDE and _is_vote(sheet.line(tokens[button - 1]).casefold())
    if top is None and not above_vote:
        return
    for token in tokens[button if top is None else top : button + 1]:
        token.kind = ASIDE


def _find_sponsored(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Name the lines below "Advertorial" and the like, where blank lines stand around them."""
    end = index + 1
    while end < len(tokens) and not sheet.is_apart(tokens[end - 1], tokens[end]):
        end += 1
    apart = index > 0 and sheet.is_apart(tokens[index - 1], tokens[index])
    if apart and end < len(tokens) and end - index <= _SPONSORED_LINES:
        for line in tokens[index:end]:
            line.kind = ASIDE


def _is_vote(line: str) -> bool:
    """Say whether a line, case folded, is a button of a poll, or how many took part."""
    if line in _VOTES:
        return True
    return (line[0].isdigit() or line[-1].isdigit()) and line.strip(_FIGURES) in _VOTED


def _find_form(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Name the one word of a button below a field or a question, and the call above one: else they are crossheads."""
    token = tokens[index]
    if token.kind is ASIDE and index and tokens[index - 1].kind is TEXT:
        above, line = tokens[index - 1], sheet.line(token)
        if _PERIOD_LINE.match(line) is not None and is_title(sheet.text, above):
            above.kind = ASIDE  # what the graph shows
    elif token.kind is TEXT and index:
        line = sheet.line(token)
        below = tokens[index + 1] if index + 1 < len(tokens) else None
        if below is not None and below.kind is ASIDE and line.casefold().rstrip(" :!?") in _CALLS:
            offer = sheet.line(below)
            offered = is_form(offer) or is_offer(offer.casefold())
        else:
            above = tokens[index - 1]
            asked = sheet.line(above) if above.kind is ASIDE else ""
            offered = asked != "" and is_form(line) and (is_form(asked) or asked[-1] in "?!")
        if offered:
            token.kind = ASIDE


def _find_name(sheet: Sheet, tokens: list[Token], index: int) -> None:
    """Name the author who stands alone above the date."""
    token = tokens[index]
    if token.kind is not TEXT or index + 1 == len(tokens):
        return
    below = tokens[index + 1]
    dated = below.kind is BYLINE or (below.kind is STAMP and below.stamp is not None and below.stamp.year is not None)
    if dated and _is_name(sheet, token):
        token.kind, token.byline = BYLINE, parse_name(sheet.text, token.start, token.end)


def _is_name(sheet: Sheet, token: Token) -> bool:
    line = sheet.line(token)
    least, most = _NAME_WORDS
    plain = not any(char.isdigit() for char in line) and " - " not in line and line[-1].isalpha()
    return plain and least <= len(line.split()) <= most and parse_name(sheet.text, token.start, token.end) is not None


def _find_end(sheet: Sheet, page: list[Token], tokens: list[Token], title: int | None) -> None:
    """Name the last sentences of an article that speak of it, or of who wrote it."""
    found = 0
    for last in range(len(tokens) - 1, 0, -1):
        token = tokens[last]
        if token.kind is not TEXT or not has_stop(sheet.text, token):
            continue
        if token.end - token.start > MAX_CORRECTION:
            return
        line = sheet.line(token)
        if corrects(line):
            token.kind = ASIDE
        else:
            _find_box(sheet, page, tokens[last - 1], token, None if title is None else page[title])
        found += 1
        if token.kind is TEXT or found == _MAX_CLOSING:
            return


def _find_box(sheet: Sheet, page: list[Token], heading: Token, token: Token, title: Token | None) -> None:
    """Name a sentence about the author, and the heading above it."""
    line = sheet.line(token)
    about = _AUTHOR.match(line)
    if about is not None and about["pen"].casefold() not in _PENS:
        about = None
    traded = line.split(" ", 1)[0].casefold().rstrip(".,:|") in _TRADES
    headed = heading.kind in _HEADINGS and heading.length <= _MAX_NAME
    if not (headed or about or traded):
        return
    signed = [sheet.line(other) for other in page if other is not title and other.end < heading.start and _signs(other)]
    boxed = headed and _is_box(sheet.line(heading), signed)
    if boxed or (traded and heading.kind in (TEXT, BYLINE) and _is_name(sheet, heading)):
        heading.kind = token.kind = ASIDE
    elif about is not None and _is_about_author(about, line, signed):
        token.kind = ASIDE


def _signs(token: Token) -> bool:
    return token.kind is BYLINE or (token.kind is TEXT and token.length <= _MAX_NAME)


def _is_box(line: str, signed: list[str]) -> bool:
    """Say whether a line is the heading above who wrote the article."""
    folded = line.casefold().rstrip(" :")
    if folded in _BOXES:
        return True
    words = _ABOUTS.find(folded)
    name = line[len(words) :].strip(" :") if words is not None else ""
    return name[:1].isupper() and any(
        re.search(rf"(?<!\w){re.escape(name)}$|(?<!\w){re.escape(name)}\W", by) for by in signed
    )


def _is_about_author(found: re.Match[str], line: str, signed: list[str]) -> bool:
    """Say whether a sentence tells who wrote the article: two of name, trade and address must tell so."""
    folded = line.casefold()
    named = any(by.startswith(found["name"]) or f" {found['name']}" in by for by in signed)
    asked = any(words in folded[found.end() :] for words in _CONTACTS) or "@" in line
    return named + asked + (_TRADE_WORD.search(folded) is not None) > 1
