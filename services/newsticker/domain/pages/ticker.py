"""The ticker of a page: items and the stamps beside them, paired by adjacency, never by counting."""

from newsticker.domain.pages.draft import Draft, Sheet
from newsticker.domain.pages.furniture import Bullet
from newsticker.domain.pages.headed import find_groups
from newsticker.domain.pages.layout import lay_out
from newsticker.domain.pages.page import Range, Span, SpanKind
from newsticker.domain.pages.refinement import refine
from newsticker.domain.pages.tokens import (
    ASIDE,
    BULLET,
    BYLINE,
    END,
    LABEL,
    MENU,
    STAMP,
    SUFFIX,
    TEXT,
    Token,
    is_title,
    may_be_title,
)
from newsticker.domain.stamps import Stamp
from newsticker.messages.news_item import ItemKind

_TICKER, _STAMP = ItemKind.TICKER, SpanKind.STAMP


def build_ticker(sheet: Sheet, tokens: list[Token]) -> list[Draft]:
    """Build the items of a ticker, one block a label."""
    drafts: list[Draft] = []
    block: list[Token] = []
    section: Range | None = None
    ended = False
    for token in tokens:
        if token.kind is LABEL:
            drafts += _build_block(sheet, block, section)
            block, section, ended = [], _mark_label(sheet, token), False
        elif ended or token.kind is END:
            sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.after_end")
            ended = True
        else:
            block.append(token)
    drafts += _build_block(sheet, block, section)
    lay_out(sheet, drafts)
    return drafts


def _mark_label(sheet: Sheet, token: Token) -> Range | None:
    sheet.mark(token, SpanKind.LABEL, "label.words")
    if token.section is None or token.section[0] == token.section[1]:
        return None
    section = Range(*token.section)
    sheet.spans.append(Span(*section, SpanKind.SECTION, "label.section"))
    sheet.section = sheet.section or section
    return section


def _build_block(sheet: Sheet, tokens: list[Token], section: Range | None) -> list[Draft]:
    """Build the items under one label. A block that begins with an item has its stamps after the items."""
    if not tokens:
        return []
    tokens = refine(sheet, tokens, sheet.text[section.start : section.end] if section else None)
    heads = frozenset(group.title for group in find_groups(sheet, tokens, 1))
    first = next((token.kind for token in tokens if token.kind in (TEXT, STAMP)), None)
    titled = bool(heads) or _is_titled(sheet, tokens)
    builder = _Block(sheet, section, before=first is STAMP and not heads, titled=titled, heads=heads)
    builder.gather(tokens)
    return builder.drafts


def _following(tokens: list[Token], index: int) -> Token | None:
    """Find the next line of text, if it is near."""
    return next((later for later in tokens[index + 1 : index + 4] if later.kind is TEXT), None)


def _is_titled(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether the items of a block have titles: most of them begin with a title that copy follows."""
    titled = plain = either = 0
    begins = True
    for index, token in enumerate(tokens, 1):
        if token.kind is STAMP:
            begins = True
        elif begins and token.kind is TEXT:
            begins = False
            following = tokens[index] if token.dateline is None and index < len(tokens) else None
            if following is None or following.kind is not TEXT:
                plain += 1
            elif is_title(sheet.text, token):
                titled += 1
            elif following.dateline is not None and may_be_title(token):
                either += 1  # a sentence above a dateline
            else:
                plain += 1
    return titled > plain or (not plain and either > 1)


class _Block:
    """Gathers the tokens of one block into drafts."""

    def __init__(
        self, sheet: Sheet, section: Range | None, *, before: bool, titled: bool, heads: frozenset[int]
    ) -> None:
        self.sheet = sheet
        self.section = section
        self.before = before
        self.titled = titled
        self.heads = heads
        self.drafts: list[Draft] = []
        self.draft = Draft(_TICKER, section)

    def gather(self, tokens: list[Token]) -> None:
        """Take the tokens of the block."""
        for index, token in enumerate(tokens):
            if index in self.heads:
                self._add_head(token)
            elif token.kind is TEXT:
                self._add_text(token, tokens, index)
            elif token.kind is STAMP and token.stamp is not None:
                self._add_stamp(token, token.stamp)
            elif token.kind is BULLET and token.bullet is not None:
                self._add_bullet(token, token.bullet)
            elif token.kind is MENU and self._begins_with(tokens, index):
                token.kind = TEXT
                self._add_text(token, tokens, index)
            else:
                self._add_furniture(token)
        self._close()

    def _begins_with(self, tokens: list[Token], index: int) -> bool:
        """Say whether a word of menus is the title of what follows: "Weer"; an item that has one needs no other."""
        following = _following(tokens, index)
        headed = bool(self.draft.texts) and not self.draft.has_copy
        known = self.titled or not (self.drafts or self.draft.has_copy)  # among items without titles it is a button
        return known and following is not None and following.dateline is not None and not headed

    def _add_furniture(self, token: Token) -> None:
        if token.kind is SUFFIX:
            self.draft.suffix = (token.start, token.end, token.agencies)
        elif token.kind is BYLINE:
            self.draft.byline = token.byline
            self.sheet.mark(token, SpanKind.BYLINE, "byline")
        elif token.kind is ASIDE:
            self.sheet.mark(token, SpanKind.ASIDE, "aside.words")
        else:
            self.sheet.mark(token, SpanKind.BOILERPLATE, "boilerplate.words")

    def _close(self) -> None:
        """End the item that is being gathered."""
        if self.draft.texts:
            self.drafts.append(self.draft)
        self.draft = Draft(_TICKER, self.section)

    def _add_head(self, token: Token) -> None:
        """Begin an item at a title that stands above its time, whatever the title looks like."""
        if self.draft.stamp is None and not self.draft.has_copy:
            for above in self.draft.texts:
                self.sheet.mark(above, SpanKind.BOILERPLATE, "boilerplate.above_title")
            self.draft.texts.clear()
        self._close()
        token.kind, token.dateline = TEXT, None
        self.draft.texts.append(token)
        self.draft.headed, self.draft.stopped_title = True, not is_title(self.sheet.text, token)

    def _add_text(self, token: Token, tokens: list[Token], index: int) -> None:
        if self.draft.has_copy:
            if token.dateline is not None and self._is_stopped_title(token):
                self.draft.stopped_title = True
            elif token.dateline is not None:
                self._start_with_title()
            elif self.titled and is_title(self.sheet.text, token) and self._is_followed(tokens, index):
                self._close()
        draft = self.draft
        draft.texts.append(token)
        if not draft.has_copy:
            draft.has_copy = draft.headed or token.dateline is not None or not is_title(self.sheet.text, token)

    def _is_followed(self, tokens: list[Token], index: int) -> bool:
        """Say whether there is copy for a title; the page's end may have cut it off where times stand above it."""
        return bool(self.heads) or _following(tokens, index) is not None

    def _is_stopped_title(self, token: Token) -> bool:
        """Say whether the only line so far is a title, among others, that ends as a sentence does."""
        texts = self.draft.texts
        strong = token.dateline is not None and token.dateline.strong
        return self.titled and strong and len(texts) == 1 and may_be_title(texts[0])

    def _start_with_title(self) -> None:
        """Begin an item at a dateline; a title that stands above it goes along."""
        texts = self.draft.texts
        title = texts.pop() if len(texts) > 1 and is_title(self.sheet.text, texts[-1]) else None
        self._close()
        if title is not None:
            self.draft.texts.append(title)

    def _add_stamp(self, token: Token, stamp: Stamp) -> None:
        self.sheet.mark(token, _STAMP, stamp.rule)
        draft = self.draft
        if self.before:
            self._close()
            self.draft.stamp = stamp
        elif draft.headed and draft.stamp is None and not draft.has_copy:
            draft.stamp = stamp
        elif draft.texts and draft.stamp is None:
            draft.stamp = stamp
            self._close()
        else:
            self.sheet.flags.append("stamp_orphan")

    def _add_bullet(self, token: Token, bullet: Bullet) -> None:
        self._close()
        sheet = self.sheet
        sheet.spans.append(Span(bullet.mark, bullet.mark + 1, SpanKind.BULLET, "bullet"))
        section = Range(bullet.section_start, bullet.section_end)
        if section.start < section.end:
            sheet.spans.append(Span(*section, SpanKind.SECTION, "bullet.section"))
        sheet.spans.append(Span(bullet.clock_start, bullet.clock_end, SpanKind.STAMP, "bullet.clock"))
        draft = Draft(_TICKER, section=section if section.start < section.end else self.section)
        draft.headline = Range(bullet.title, token.end)
        draft.stamp = Stamp(bullet.clock_start, bullet.clock_end, "bullet.clock", clock=bullet.clock)
        draft.rules = ("bullet",)
        self.drafts.append(draft)
