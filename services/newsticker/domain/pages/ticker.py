"""The ticker of a page: items and the stamps beside them, paired by adjacency, never by counting."""

from itertools import zip_longest

from newsticker.domain.pages.datelines import AGENCIES, parse_dateline
from newsticker.domain.pages.draft import Draft, Sheet
from newsticker.domain.pages.page import Range, Span, SpanKind
from newsticker.domain.pages.tokens import Kind, Token, has_stop, is_title
from newsticker.domain.pages.words import gather
from newsticker.domain.stamps import Stamp, find_unknown_stamp, is_cut_stamp
from newsticker.messages.news_item import ItemKind

_NATIONAL = frozenset(gather("sections"))


def build_ticker(sheet: Sheet, tokens: list[Token]) -> list[Draft]:
    """Build the items of a ticker, one block a label."""
    tokens = _refine(sheet, tokens)
    drafts: list[Draft] = []
    block: list[Token] = []
    section: Range | None = None
    for token in tokens:
        if token.kind is Kind.LABEL:
            drafts += _build_block(sheet, block, section)
            block, section = [], _mark_label(sheet, token)
        else:
            block.append(token)
    drafts += _build_block(sheet, block, section)
    _finish(sheet, drafts)
    return drafts


def _mark_label(sheet: Sheet, token: Token) -> Range | None:
    sheet.mark(token, SpanKind.LABEL, "label.words")
    if token.section is None or token.section[0] == token.section[1]:
        return None
    section = Range(*token.section)
    sheet.spans.append(Span(*section, SpanKind.SECTION, "label.section"))
    sheet.section = sheet.section or section
    return section


def _refine(sheet: Sheet, tokens: list[Token]) -> list[Token]:
    """Read datelines of mixed case on regional pages, and stamps of unknown form."""
    regional = _is_regional(sheet, tokens)
    refined: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.TEXT or token.dateline is not None:
            refined.append(token)
            continue
        unknown = find_unknown_stamp(sheet.text, token.start) if refined and refined[-1].kind is Kind.TEXT else None
        start = token.start
        if unknown is not None and unknown.end <= token.end:
            refined.append(Token(Kind.STAMP, unknown.start, unknown.end, token.blank_before, stamp=unknown))
            start = unknown.end
        if start < token.end:
            dateline = parse_dateline(sheet.text, start, token.end, mixed=regional)
            refined.append(token._replace(start=start, dateline=dateline))
    return refined


def _is_regional(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether datelines without agency and capitals are to be expected here."""
    if any(token.dateline is not None and token.dateline.strong for token in tokens):
        return False
    sections = [sheet.text[slice(*token.section)].casefold() for token in tokens if token.section]
    return not any(section.split(" ")[0] in _NATIONAL for section in sections if section)


def _build_block(sheet: Sheet, tokens: list[Token], section: Range | None) -> list[Draft]:
    """Build the items under one label. A block that begins with an item has its stamps after the items."""
    first = next((token.kind for token in tokens if token.kind in (Kind.TEXT, Kind.STAMP)), None)
    builder = _Block(sheet, section, before=first is Kind.STAMP, titled=_is_titled(sheet, tokens))
    for index, token in enumerate(tokens):
        following = next((later for later in tokens[index + 1 : index + 4] if later.kind is Kind.TEXT), None)
        builder.add(token, following)
    builder.close()
    return builder.drafts


def _is_titled(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether the items of a block have titles: most of them begin with a title that copy follows."""
    titled = plain = 0
    begins = True
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.kind is Kind.STAMP:
            begins = True
        elif token.kind is Kind.TEXT and begins:
            leads = following is not None and following.kind is Kind.TEXT
            if is_title(sheet.text, token) and leads:
                titled += 1
            else:
                plain += 1
            begins = False
    return titled > plain


class _Block:
    """Gathers the tokens of one block into drafts."""

    def __init__(self, sheet: Sheet, section: Range | None, *, before: bool, titled: bool) -> None:
        self.sheet = sheet
        self.section = section
        self.before = before
        self.titled = titled
        self.drafts: list[Draft] = []
        self.draft = self._new()

    def _new(self) -> Draft:
        return Draft(ItemKind.TICKER, section=self.section)

    def add(self, token: Token, following: Token | None) -> None:
        """Take the next token."""
        if token.kind is Kind.TEXT:
            self._add_text(token, following)
        elif token.kind is Kind.STAMP and token.stamp is not None:
            self._add_stamp(token, token.stamp)
        elif token.kind is Kind.BULLET:
            self._add_bullet(token)
        elif token.kind is Kind.SUFFIX:
            self.draft.suffix = (token.start, token.end, token.agencies)
        elif token.kind is Kind.BYLINE:
            self.draft.byline = token.byline
            self.sheet.mark(token, SpanKind.BYLINE, "byline")
        elif token.kind is Kind.ASIDE:
            self.sheet.mark(token, SpanKind.ASIDE, "aside.words")
        else:
            self.sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.words")

    def close(self) -> None:
        """End the item that is being gathered."""
        if self.draft.texts:
            self.drafts.append(self.draft)
        self.draft = self._new()

    def _has_copy(self) -> bool:
        return any(text.dateline is not None or not is_title(self.sheet.text, text) for text in self.draft.texts)

    def _add_text(self, token: Token, following: Token | None) -> None:
        if self.draft.texts and self._has_copy():
            if token.dateline is not None:
                self._start_with_title()
            elif self.titled and is_title(self.sheet.text, token) and following is not None:
                self.close()
        self.draft.texts.append(token)

    def _start_with_title(self) -> None:
        """Begin an item at a dateline; a title that stands above it goes along."""
        texts = self.draft.texts
        title = texts.pop() if len(texts) > 1 and is_title(self.sheet.text, texts[-1]) else None
        self.close()
        if title is not None:
            self.draft.texts.append(title)

    def _add_stamp(self, token: Token, stamp: Stamp) -> None:
        self.sheet.mark(token, SpanKind.STAMP, stamp.rule)
        if self.before:
            self.close()
            self.draft.stamp = stamp
        elif self.draft.texts:
            self.draft.stamp = stamp
            self.close()
        else:
            self.sheet.flags.append("stamp_orphan")

    def _add_bullet(self, token: Token) -> None:
        self.close()
        bullet = token.bullet
        if bullet is None:
            return
        sheet = self.sheet
        sheet.spans.append(Span(bullet.mark, bullet.mark + 1, SpanKind.BULLET, "bullet"))
        section = Range(bullet.section_start, bullet.section_end)
        if section.start < section.end:
            sheet.spans.append(Span(*section, SpanKind.SECTION, "bullet.section"))
        sheet.spans.append(Span(bullet.clock_start, bullet.clock_end, SpanKind.STAMP, "bullet.clock"))
        draft = Draft(ItemKind.TICKER, section=section if section.start < section.end else self.section)
        draft.headline = Range(bullet.title, token.end)
        draft.stamp = Stamp(bullet.clock_start, bullet.clock_end, "bullet.clock", clock=bullet.clock)
        draft.rules.append("bullet")
        self.drafts.append(draft)


def _finish(sheet: Sheet, drafts: list[Draft]) -> None:
    """Lay out each item's lines, and say what is missing."""
    titled = sum(_begins_with_title(sheet, draft) for draft in drafts) * 2 > len([d for d in drafts if d.texts])
    stamped = any(draft.stamp is not None for draft in drafts if draft.texts)
    for draft in drafts:
        if draft.texts:
            last = draft is drafts[-1]
            cut = last and _drop_cut_stamp(sheet, draft)
            _lay_out(sheet, draft, titled=titled)
            if last and draft.stamp is None and (cut or _is_cut(sheet, draft)):
                draft.flags.append("truncated")
            elif stamped and draft.stamp is None:
                draft.flags.append("stamp_missing")


def _begins_with_title(sheet: Sheet, draft: Draft) -> bool:
    return len(draft.texts) > 1 and is_title(sheet.text, draft.texts[0])


def _drop_cut_stamp(sheet: Sheet, draft: Draft) -> bool:
    """Take the beginning of a stamp, at which the page was cut off, from the item's text."""
    token = draft.texts[-1]
    if draft.stamp is not None or len(draft.texts) == 1 or not is_cut_stamp(sheet.line(token)):
        return False
    draft.texts.pop()
    sheet.mark(token, SpanKind.STAMP, "stamp.cut_off")
    return True


def _is_cut(sheet: Sheet, draft: Draft) -> bool:
    return not draft.paragraphs or not has_stop(sheet.text, draft.texts[-1])


def _lay_out(sheet: Sheet, draft: Draft, *, titled: bool) -> None:
    """Tell headline, dateline and body of an item's lines."""
    texts = draft.texts
    first = next((index for index, token in enumerate(texts) if token.dateline is not None), None)
    if first is None:
        first = 1 if is_title(sheet.text, texts[0]) and (len(texts) > 1 or titled) else 0
    if first > 0 and is_title(sheet.text, texts[first - 1]):
        _set_headline(sheet, draft, texts[first - 1], texts[first] if first < len(texts) else None)
        for token in texts[: first - 1]:
            sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.above_title")
    else:
        first = 0
    for token in texts[first:]:
        draft.add_paragraph(token)


def _set_headline(sheet: Sheet, draft: Draft, token: Token, lead: Token | None) -> None:
    """Set the headline; an agency's code before it ("ANP Title") is not part of it."""
    start = token.start
    code, _, rest = sheet.line(token).partition(" ")
    agencies = lead.dateline.agencies if lead is not None and lead.dateline is not None else ()
    if code in AGENCIES and rest and not rest[0].islower() and (code in agencies or code == "ANP"):
        sheet.spans.append(Span(start, start + len(code), SpanKind.AGENCY, "headline.agency"))
        start += len(code) + 1
    draft.headline = Range(start, token.end)
    draft.rules.append("headline.above_lead")
