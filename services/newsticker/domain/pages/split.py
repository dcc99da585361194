"""Cuts a page into its items: the article, the ticker, and everything that is neither."""

import re
from datetime import UTC, datetime

from newsticker.domain.pages.article import build_article
from newsticker.domain.pages.comments import drop_comments
from newsticker.domain.pages.draft import Draft, Sheet
from newsticker.domain.pages.furniture import find_suffix
from newsticker.domain.pages.headed import cut_clocks
from newsticker.domain.pages.lines import INVISIBLE
from newsticker.domain.pages.menus import find_menus
from newsticker.domain.pages.neighbours import look_around
from newsticker.domain.pages.page import Declared, Fetched, Item, Page, Range, Shape, Span, SpanKind
from newsticker.domain.pages.refinement import is_region
from newsticker.domain.pages.rubrics import find_rubrics
from newsticker.domain.pages.ticker import build_ticker
from newsticker.domain.pages.tokens import (
    BOILERPLATE,
    BULLET,
    EDITION,
    MAX_TOKENS,
    MENU,
    TEXT,
    Token,
    cut_tokens,
    has_stop,
)
from newsticker.domain.pages.zones import divide
from newsticker.domain.sources import SourceProfile
from newsticker.domain.stamps.reading import build
from newsticker.domain.time.dates import day_window
from newsticker.messages.news_item import ItemKind

_PREFIX = re.compile(
    r"[\s\ufeff]{0,8}date (?P<edtf>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?=\s|$)"
)
_MIN_COPY = 150
_ITEM, _DATELINE = SpanKind.ITEM, SpanKind.DATELINE
_TICKER = ItemKind.TICKER
MAX_ITEMS = 500
MAX_ITEM_LENGTH = 20_000
"""Characters of one body."""


def split_page(text: str, profile: SourceProfile, fetched_at: datetime | None) -> Page:
    """Cut a page. Every value is a range of its text; what belongs to no item is labelled, nothing is dropped."""
    sheet = Sheet(text)
    declared, start = _find_prefix(sheet)
    tokens, sheet.odd = cut_tokens(text, start)
    look_around(text, tokens, sheet.odd)
    if len(tokens) == MAX_TOKENS:
        sheet.flags.append("page_cut")
    tokens, fetched = _find_fetched(sheet, tokens, profile, fetched_at)
    tokens = drop_comments(sheet, tokens)
    find_menus(sheet, tokens)
    find_rubrics(sheet, tokens, fetched)
    tokens = cut_clocks(sheet, tokens)
    head, rest = divide(sheet, tokens)
    regional = any(token.section and is_region(sheet.text[slice(*token.section)]) for token in sheet.odd)
    article = build_article(sheet, head, regional=regional)
    drafts = build_ticker(sheet, rest)
    items = _finish(sheet, article, drafts, cut=not rest)
    if not items and tokens:
        article = _whole_page(sheet, tokens)
        items = _finish(sheet, article, [], cut=not rest)
    shape = _name_shape(sheet, article, drafts)
    if shape is Shape.UNKNOWN:
        sheet.flags.append("shape_unknown")
    return Page(shape, items, _cover(sheet, items), declared, fetched, sheet.section, tuple(dict.fromkeys(sheet.flags)))


def _find_prefix(sheet: Sheet) -> tuple[Declared | None, int]:
    """Find the date that a crawler put before the text."""
    match = _PREFIX.match(sheet.text)
    if match is None:
        return None, 0
    word = match.start("edtf") - len("date ")
    sheet.spans.append(Span(word, match.end(), SpanKind.PREFIX, "prefix.date"))
    return Declared(*match.span("edtf"), match["edtf"]), match.end()


def _find_fetched(
    sheet: Sheet, tokens: list[Token], profile: SourceProfile, fetched_at: datetime | None
) -> tuple[list[Token], Fetched | None]:
    """Find when the page was fetched: as given, else by the page's own date line above everything else."""
    given = None if fetched_at is None else Fetched(fetched_at.astimezone(UTC), fetched_at.astimezone(UTC))
    for index, token in enumerate(tokens[:12]):
        stamp = token.stamp
        if token.dateline is not None or token.length > _MIN_COPY:
            break
        if stamp is None or stamp.year is None or stamp.clock is not None or not _is_above(tokens, index):
            continue
        sheet.mark(token, SpanKind.DATE, "page_date")
        window = day_window(stamp.year, stamp.month or 1, stamp.day or 1, profile.time_zone)
        if window is not None and given is None:
            given = Fetched(*window, token.start, token.end)
        return tokens[:index] + tokens[index + 1 :], given
    return tokens, given


def _is_above(tokens: list[Token], index: int) -> bool:
    """Say whether a date line is the page's own: nothing but menus above it, or the choice of edition below."""
    if index == 0 or tokens[index - 1].kind in (EDITION, BOILERPLATE, MENU):
        return True
    return index + 1 < len(tokens) and tokens[index + 1].kind is EDITION


def _name_shape(sheet: Sheet, article: Draft | None, drafts: list[Draft]) -> Shape:
    if sheet.has(BULLET):
        return Shape.NET_BINNEN
    if not drafts:
        known = article is not None and (article.headline or article.dateline or article.byline)
        return Shape.ARTICLE if known else Shape.UNKNOWN
    if sheet.has(EDITION):
        return Shape.SECTION_LIST
    titled = sum(draft.headline is not None for draft in drafts) * 2 > len(drafts)
    return Shape.TITLED if titled else Shape.FLAT


def _whole_page(sheet: Sheet, tokens: list[Token]) -> Draft:
    """Make one article of a page without items: nothing is thrown away."""
    draft = Draft(ItemKind.ARTICLE)
    sheet.spans = [span for span in sheet.spans if span.kind is SpanKind.PREFIX]
    for token in tokens:
        draft.paragraphs.append(Range(token.start, token.end))
    return draft


def _finish(sheet: Sheet, article: Draft | None, drafts: list[Draft], *, cut: bool) -> tuple[Item, ...]:
    items: list[Item] = []
    if len(drafts) > MAX_ITEMS:
        sheet.flags.append("items_cut")
    placed = [*enumerate(drafts[:MAX_ITEMS], 1)]
    if article is not None:
        placed.insert(0, (0, article))
    for position, draft in placed:
        _tidy(sheet, draft)
        if position == 0 and cut and draft.paragraphs and not has_stop(sheet.text, Token(TEXT, *draft.paragraphs[-1])):
            draft.flags += ("truncated",)
        if (item := draft.finish(position)) is not None:
            items.append(item)
    return tuple(items)


def _tidy(sheet: Sheet, draft: Draft) -> None:
    """Take agencies in brackets at the end of an item from its body, and cut one that no item of news has.

    What falls away is flagged and labelled.
    """
    paragraphs = draft.paragraphs
    if draft.suffix is None and paragraphs:
        start, end = paragraphs[-1]
        if (found := find_suffix(sheet.text, start, end)) is not None and found[0] > start:
            draft.suffix = (found[0], end, found[1])
            kept = sheet.text[start : found[0]].rstrip(INVISIBLE)
            paragraphs[-1] = Range(start, start + len(kept))
    if draft.suffix is not None:
        sheet.spans.append(Span(draft.suffix[0], draft.suffix[1], SpanKind.AGENCY, "agency.suffix"))
    if paragraphs and paragraphs[-1][1] - paragraphs[0][0] > MAX_ITEM_LENGTH:
        rest = draft.limit(MAX_ITEM_LENGTH)
        if rest is not None:
            sheet.spans.append(Span(*rest, SpanKind.REST, "limit.length"))
            draft.flags += ("text_cut",)


def _cover(sheet: Sheet, items: tuple[Item, ...]) -> tuple[Span, ...]:
    """Order the spans, and label what no rule has named, so that together they cover the page."""
    spans, text = sheet.spans, sheet.text
    _mark_items(spans, items)
    spans.sort()
    reached = 0
    gaps = []
    for start, end, _, _ in spans:
        if start > reached and text[reached:start] != "\n" and not text[reached:start].isspace():
            gaps.append(_gap(text, reached, start))
        if end > reached:  # noqa: PLR1730 - max() costs more, on every span of every page
            reached = end
    if text[reached:].strip():
        gaps.append(_gap(text, reached, len(text)))
    return tuple(sorted((*spans, *gaps))) if gaps else tuple(spans)


def _mark_items(spans: list[Span], items: tuple[Item, ...]) -> None:
    """Label the items, and what is known of each."""
    add = spans.append
    for kind, _, start, end, headline, dateline, _, crossheads, *_ in items:
        add(build(Span, (start, end, _ITEM, "ticker" if kind is _TICKER else "article")))
        if headline is not None:
            add(Span(*headline, SpanKind.HEADLINE, ""))
        if dateline is not None:
            first, last, _, _, strong = dateline
            add(build(Span, (first, last, _DATELINE, "dateline.agency" if strong else "dateline.place")))
        for crosshead in crossheads:
            add(Span(*crosshead, SpanKind.CROSSHEAD, "crosshead"))


def _gap(text: str, start: int, end: int) -> Span:
    """Label what lies between spans, without the blanks around it."""
    gap = text[start:end]
    first = start + len(gap) - len(gap.lstrip())
    return Span(first, first + len(gap.strip()), SpanKind.REST, "rest")
