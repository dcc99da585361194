"""An item while it is being put together, and the spans that a page has gathered so far."""

from dataclasses import dataclass, field

from newsticker.domain.pages.page import Byline, Dateline, Item, Range, Span, SpanKind
from newsticker.domain.pages.tokens import Kind, Token
from newsticker.domain.stamps import Stamp
from newsticker.domain.stamps.reading import build
from newsticker.messages.news_item import ItemKind


@dataclass(slots=True)
class Draft:
    """What is known so far of one item: its lines, and what was found beside them."""

    kind: ItemKind
    section: Range | None = None
    texts: list[Token] = field(default_factory=list)
    has_copy: bool = False
    """Whether one of the lines is more than a title."""
    stopped_title: bool = False
    """Whether the first line is a title although it ends as a sentence does."""
    headed: bool = False
    """Whether its time stands between its title and its copy."""
    stamp: Stamp | None = None
    byline: Byline | None = None
    suffix: tuple[int, int, tuple[str, ...]] | None = None
    """Agencies in brackets behind the text: start, end, codes."""
    headline: Range | None = None
    dateline: Dateline | None = None
    paragraphs: list[Range] = field(default_factory=list)
    crossheads: tuple[Range, ...] = ()
    flags: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def add_paragraph(self, token: Token) -> None:
        """Take a line into the body; its dateline, if it is the item's first, stays outside.

        A ticker's item begins with it, an article may have a deck or its points above it.
        """
        start, end, dateline = token.start, token.end, token.dateline
        opens = not self.paragraphs or self.kind is ItemKind.ARTICLE
        if dateline is not None and self.dateline is None and opens:
            self.dateline = dateline
            start = dateline.end
        if start < end:
            self.paragraphs.append(build(Range, (start, end)))

    def limit(self, length: int) -> Range | None:
        """Cut the body after so many characters; gives the range that falls away, if any."""
        for index, (start, end) in enumerate(self.paragraphs):
            length -= end - start
            if length < 0:
                rest = Range(end + length, self.paragraphs[-1].end)
                self.paragraphs[index:] = [Range(start, end + length)] if end + length > start else []
                self.crossheads = tuple(crosshead for crosshead in self.crossheads if crosshead.end <= rest.start)
                return rest
        return None

    def _extent(self) -> tuple[int, int] | None:
        """Give the range of the whole item: dateline and body, or the headline of an item that has only that."""
        dateline, paragraphs = self.dateline, self.paragraphs
        if paragraphs:
            first = paragraphs[0][0]
            return min(first, dateline[0]) if dateline else first, paragraphs[-1][1]
        return dateline[:2] if dateline else self.headline

    def _attribution(self) -> Dateline | None:
        """Give the dateline, with the agencies that suffix or byline add; they stand in for one that is missing."""
        found = self.dateline
        if self.suffix is not None:
            start, end, agencies = self.suffix
        elif self.byline is not None and self.byline.agencies:
            start, end, agencies = self.byline.start, self.byline.end, self.byline.agencies
        else:
            return found
        if found is None:
            return Dateline(start, end, (), agencies, strong=True)
        return found._replace(agencies=tuple(dict.fromkeys((*found.agencies, *agencies))))

    def finish(self, position: int) -> Item | None:
        """Make the item, or nothing when there is no text for one."""
        extent = self._extent()
        if extent is None:
            return None
        return build(
            Item,
            (
                self.kind,
                position,
                *extent,
                self.headline,
                self.dateline if self.suffix is None and self.byline is None else self._attribution(),
                tuple(self.paragraphs),
                self.crossheads,
                self.stamp,
                self.byline,
                self.section,
                self.flags,
                self.rules,
            ),
        )


@dataclass(slots=True)
class Sheet:
    """The page under the knife: its text, and what was found that is not an item."""

    text: str
    spans: list[Span] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    section: Range | None = None
    odd: list[Token] = field(default_factory=list)
    """The tokens that are neither stamps nor plainly copy."""

    def has(self, kind: Kind) -> bool:
        """Say whether there is a line of a kind that is rare."""
        for token in self.odd:  # noqa: SIM110 - any() costs more
            if token.kind is kind:
                return True
        return False

    def keep(self, tokens: list[Token]) -> None:
        """Forget the lines that are none of these."""
        kept = set(map(id, tokens))
        self.odd = [token for token in self.odd if id(token) in kept]

    def mark(self, token: Token, kind: SpanKind, rule: str) -> None:
        """Label a token."""
        self.spans.append(build(Span, (token.start, token.end, kind, rule)))

    def line(self, token: Token) -> str:
        """Read a token's text."""
        return self.text[token.start : token.end]

    def is_apart(self, above: Token, below: Token) -> bool:
        """Say whether a blank line stands between two lines."""
        return len(self.text[above.end : below.start].splitlines()) > 1
