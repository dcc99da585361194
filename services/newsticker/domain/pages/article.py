"""The article of a page: title, dateline, paragraphs, crossheads, and the menus around them."""

from newsticker.domain.pages.datelines import parse_dateline
from newsticker.domain.pages.draft import Draft, Sheet
from newsticker.domain.pages.heads import find_doubled_title, find_lead, find_title
from newsticker.domain.pages.listings import BULLETS, find_below, find_insets, find_listed
from newsticker.domain.pages.page import Byline, Range, SpanKind
from newsticker.domain.pages.remarks import find_remarks
from newsticker.domain.pages.tokens import (
    ASIDE,
    BOILERPLATE,
    BYLINE,
    END,
    LABEL,
    MENU,
    STAMP,
    SUFFIX,
    TEXT,
    Token,
    has_stop,
    is_title,
)
from newsticker.messages.news_item import ItemKind

_CROSSHEAD_LENGTH = 80

_CROSSHEADS = (STAMP, LABEL, MENU)
"""Lines that are crossheads when copy goes on below them."""
_BETWEEN = " \u00a0\r\n|•·,-–—"
"""What may stand between the date of an article and its clock time."""
_BUTTONS = (MENU, BOILERPLATE)
_CLOCK = "stamp.clock"
_POINTS = BULLETS + "▪■●►▶"
_MOST_POINTS = 6


def build_article(sheet: Sheet, tokens: list[Token], *, regional: bool) -> Draft | None:
    """Build the article from the lines before the ticker; nothing when they hold only furniture."""
    first, second = find_doubled_title(sheet, tokens)
    lead = find_lead(sheet, tokens, second + 1 if second is not None else 0)
    draft = Draft(ItemKind.ARTICLE)
    if lead is None and first is None:
        for token in tokens:
            _mark_furniture(sheet, draft, token)
        return None
    title = first if first is not None else find_title(sheet, tokens, lead if lead is not None else 0)
    lead = len(tokens) if lead is None else lead
    for index, token in enumerate(tokens[:lead]):
        if index == title:
            draft.headline = Range(token.start, token.end)
            draft.rules = ("headline.doubled" if first is not None else "headline.before_lead",)
        else:
            _mark_furniture(sheet, draft, token, title=title is not None and index > title)
    body = tokens[lead:]
    if regional and body and body[0].dateline is None:  # a region's may have neither agency nor capitals
        body[0].dateline = parse_dateline(sheet.text, body[0].start, body[0].end, mixed=True)
    find_insets(sheet, body)
    find_remarks(sheet, tokens, lead, title)
    _build_body(sheet, draft, body)
    _join_clock(sheet, draft)
    return draft


def _mark_furniture(sheet: Sheet, draft: Draft, token: Token, *, title: bool = False) -> None:
    """Label a line above the lead; below the title, dates and stamps are the article's own."""
    if token.kind is BYLINE:
        draft.byline = _merge(draft.byline, token.byline)
        sheet.mark(token, SpanKind.BYLINE, "byline")
    elif token.kind is STAMP:
        _mark_stamp(sheet, draft, token, title=title)
    elif token.kind is SUFFIX:
        draft.suffix = (token.start, token.end, token.agencies)
    elif token.kind is ASIDE or (title and token.kind is TEXT and has_stop(sheet.text, token)):
        sheet.mark(token, SpanKind.ASIDE, "aside.words")
    else:
        sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.above_lead")


def _merge(known: Byline | None, found: Byline | None) -> Byline | None:
    """Put together what two lines say by whom and when; the first has the word."""
    if known is None or found is None:
        return known or found
    return known._replace(
        agencies=known.agencies or found.agencies,
        published=known.published or found.published,
        updated=known.updated or found.updated,
    )


def _mark_stamp(sheet: Sheet, draft: Draft, token: Token, *, title: bool) -> None:
    """Label a line that is nothing but a time; one that states the year is the article's byline, without a name."""
    stamp = token.stamp
    dated = stamp is not None and stamp.day is not None
    own = title or (stamp is not None and stamp.clock is not None and dated)
    if own and stamp is not None and stamp.year is not None:
        draft.byline = _merge(draft.byline, Byline(token.start, token.end, (), stamp))
        sheet.mark(token, SpanKind.BYLINE, stamp.rule)
    elif own and stamp is not None and stamp.rule.startswith("stamp.short"):
        sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.reading_time")  # "3 min"
    elif own:
        draft.stamp = draft.stamp or stamp
        sheet.mark(token, SpanKind.STAMP, stamp.rule if stamp else "")
    else:
        sheet.mark(token, SpanKind.DATE if dated else SpanKind.BOILERPLATE, "page_date")


def _join_clock(sheet: Sheet, draft: Draft) -> None:
    """Join the date of the article and the clock time that stands right behind it, or on the next line."""
    byline, stamp = draft.byline, draft.stamp
    date = byline.published if byline is not None else None
    if byline is None or date is None or stamp is None or stamp.clock is None or date.year is None:
        return
    behind = date.end <= stamp.start and not sheet.text[date.end : stamp.start].strip(_BETWEEN)
    if behind and stamp.year is None and not stamp.days_ago:
        date = date._replace(end=stamp.end, clock=date.clock or stamp.clock)
        draft.byline = byline._replace(end=stamp.end, published=date)
        draft.stamp = None


def _build_body(sheet: Sheet, draft: Draft, tokens: list[Token]) -> None:
    listed = find_listed(sheet, tokens)
    copy = (i for i in reversed(range(len(tokens))) if i not in listed and _is_copy(sheet, tokens[i]))
    last_text = next(copy, -1)
    opening = _find_opening(sheet, tokens)
    clocks = _find_entry_clocks(tokens, last_text)
    below = listed | find_below(sheet, tokens, max(last_text, 0) + 1)
    ended = False
    for index, token in enumerate(tokens):
        inside = index < last_text
        ended = token.kind is END or (ended and not inside)
        if index in clocks:
            sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.entry_clock")
        elif ended or index in below:
            sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.after_end" if ended else "boilerplate.below_copy")
        elif token.kind is TEXT or (inside and _is_part_of_copy(sheet, tokens, index)):
            if index != opening:
                token.dateline = None  # "VVD - CDA" is a crosshead there
            draft.add_paragraph(token)
            if index and inside and _may_be_crosshead(sheet, token):
                draft.crossheads += (Range(token.start, token.end),)
        elif token.kind is STAMP and draft.stamp is None:
            _mark_stamp(sheet, draft, token, title=True)
        else:
            _mark_furniture(sheet, draft, token)


def _find_opening(sheet: Sheet, tokens: list[Token]) -> int:
    """Find the line with the article's dateline: the first, or the one below its deck or its points."""
    above: list[Token] = []
    for index, token in enumerate(tokens):
        if token.kind is not TEXT:
            continue
        if token.dateline is not None and (token.dateline.strong or not above):
            return index
        above.append(token)
        points = len(above) <= _MOST_POINTS and all(sheet.text[one.start] in _POINTS for one in above)
        if len(above) > 1 and not points:
            break
    return 0


def _find_entry_clocks(tokens: list[Token], last: int) -> set[int]:
    """Find the times of a live blog's entries: several lines among the copy that are nothing but a clock time."""
    clocks = {i for i, token in enumerate(tokens[: max(last, 0)]) if token.stamp and token.stamp.rule == _CLOCK}
    return clocks if len(clocks) > 1 else set()


def _is_part_of_copy(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a line that looks like furniture is copy, with copy below it: a crosshead, or a sentence."""
    token, above = tokens[index], tokens[index - 1]
    stamp = token.stamp
    if token.kind is MENU:  # "Facebook" among others is a button
        return above.kind not in _BUTTONS and tokens[index + 1].kind is TEXT
    if stamp is not None and stamp.clock is not None and (stamp.year is not None or above.kind is BYLINE):
        return False  # a full time is a byline wherever it stands, and a clock time is one below an author
    return token.kind in _CROSSHEADS or (token.kind is BOILERPLATE and has_stop(sheet.text, token))


def _is_copy(sheet: Sheet, token: Token) -> bool:
    return token.kind is TEXT and has_stop(sheet.text, token)


def _may_be_crosshead(sheet: Sheet, token: Token) -> bool:
    """Say whether a line in the middle of copy is a crosshead."""
    return token.kind in _CROSSHEADS or (token.end - token.start <= _CROSSHEAD_LENGTH and is_title(sheet.text, token))
