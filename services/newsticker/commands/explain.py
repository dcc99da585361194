"""Shows how a page was cut and what was found: spans coloured and labelled, for each value the rule that found it.

Pure functions from a document to something to look at; `newsticker parse --explain` and `--html` print it.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsticker.commands import findings
from newsticker.commands.output import describe_interval, show_controls
from newsticker.domain.pages import Page, Span, SpanKind, split_page
from newsticker.domain.sources import Sources
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.time import Published
from newsticker.splitter.handler import split_document

COLOURS: dict[SpanKind, tuple[str, str]] = {
    SpanKind.ITEM: ("default", "#ffffff"),
    SpanKind.HEADLINE: ("bold cyan", "#b8e6f0"),
    SpanKind.DATELINE: ("green", "#c3ecc3"),
    SpanKind.CROSSHEAD: ("bold", "#e0e0ff"),
    SpanKind.STAMP: ("black on yellow", "#ffe08a"),
    SpanKind.LABEL: ("magenta", "#eac8f0"),
    SpanKind.SECTION: ("bold magenta", "#d9a5e3"),
    SpanKind.BULLET: ("magenta", "#eac8f0"),
    SpanKind.BYLINE: ("blue", "#c8d8ff"),
    SpanKind.AGENCY: ("green", "#a8dca8"),
    SpanKind.DATE: ("yellow", "#fff0c0"),
    SpanKind.PREFIX: ("yellow", "#fff0c0"),
    SpanKind.ASIDE: ("dim italic", "#e8e8e8"),
    SpanKind.BOILERPLATE: ("dim", "#d8d8d8"),
    SpanKind.REST: ("red", "#ffc8c0"),
}
"""Terminal style and background on a page of HTML, by kind."""


class Piece(NamedTuple):
    """A stretch of the page under one innermost span; `opens` names the outer spans that begin here."""

    text: str
    span: Span | None
    opens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """A page, how it was cut, and what became of it."""

    document: RawDocument
    page: Page
    items: tuple[NewsItem, ...]
    events: Mapping[str, NewsEvent]
    """The newest event of every item, by the item's id: what enrichment and the search for duplicates found."""

    def pair_events(self) -> Iterator[tuple[NewsItem, NewsEvent]]:
        """Give the items that have an event, with it."""
        for item in self.items:
            event = self.events.get(str(item.item_id))
            if event is not None:
                yield item, event


def explain_document(
    document: RawDocument, sources: Sources, events: Mapping[str, NewsEvent] = MappingProxyType({})
) -> Explanation:
    """Cut a page as the splitter does, and keep how."""
    page = split_page(document.text, sources.get(document.source), document.fetched_at)
    return Explanation(document, page, split_document(document, sources), events)


def find_pieces(explanation: Explanation) -> Iterator[Piece]:
    """Walk over the page in stretches that lie under the same spans; together they are the page."""
    text, spans = explanation.document.text, explanation.page.spans
    borders = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    numbers = {(item.start, item.end): item.position for item in explanation.page.items}
    waiting = deque(spans)
    over: list[Span] = []
    for start, end in pairwise(borders):
        over = [span for span in over if span.end > start]
        while waiting and waiting[0].start <= start:
            over.append(waiting.popleft())
        inner = min(over, key=lambda span: (span.end - span.start, span.kind is SpanKind.ITEM), default=None)
        opens = tuple(_name(span, numbers) for span in over if span.start == start)
        yield Piece(text[start:end], inner, opens)


def _name(span: Span, numbers: dict[tuple[int, int], int]) -> str:
    number = numbers.get((span.start, span.end)) if span.kind is SpanKind.ITEM else None
    return span.kind.value if number is None else f"{span.kind.value} {number}"


def list_values(item: NewsItem, page: Page) -> Iterator[tuple[str, str, str, str]]:
    """List the values of one item: name, value, where it stands, the rule that found it."""
    rules = {(span.start, span.end): span.rule for span in page.spans if span.rule}
    if item.headline is not None:
        found = item.headline
        rule = next((rule for rule in item.provenance.rules if rule.startswith(("headline", "bullet"))), "")
        yield "headline", found.value, f"{found.start}-{found.end}", rule
    if item.dateline is not None:
        line = item.dateline
        agencies = f"({'/'.join(line.agencies)})" if line.agencies else ""
        value = " ".join(filter(None, ("/".join(line.places), agencies)))
        yield "dateline", value, f"{line.start}-{line.end}", rules.get((line.start, line.end), "")
    if item.source.section is not None and item.source.section_span is not None:
        place = item.source.section_span
        yield "section", item.source.section, f"{place.start}-{place.end}", rules.get((place.start, place.end), "")
    if item.time.stamp is not None:
        stamp = item.time.stamp
        meant = f" = {stamp.age_min} to {stamp.age_max}" if stamp.age_min else ""
        where = (stamp.start, stamp.end)
        yield "stamp", stamp.text + meant, f"{stamp.start}-{stamp.end}", rules.get(where, "")
    published = item.time.published
    basis = ", ".join(f"{piece.kind} ({piece.role.value})" for piece in published.basis)
    yield "published", _describe_published(published), "", basis
    if item.quality:
        yield "flags", ", ".join(item.quality), "", ""


def _describe_published(published: Published) -> str:
    bounds = [moment for moment in (published.earliest, published.latest) if moment is not None]
    window = f"{describe_interval(bounds[0], bounds[-1])} UTC" if bounds else ""
    return " ".join(filter(None, (published.status.value, published.edtf or window)))


def render_terminal(explanation: Explanation) -> RenderableType:
    """Render for a terminal: the page in colours, the values of each item, then what was found of each."""
    shown = Text()
    for piece in find_pieces(explanation):
        for name in piece.opens:
            shown.append(f"[{name}]", "reverse dim")
        style = COLOURS[piece.span.kind][0] if piece.span is not None else ""
        shown.append(show_controls(piece.text), style)
    table = Table("item", "value", "is", "at", "by rule", title=f"shape: {explanation.page.shape.value}")
    for item in explanation.items:
        for name, value, where, rule in list_values(item, explanation.page):
            cells = (str(item.source.position), name, value, where, rule)
            table.add_row(*(Text(show_controls(cell)) for cell in cells))
    return Group(
        Text(explanation.document.name or explanation.document.source, "bold"),
        shown,
        table,
        *(findings.render_terminal(item, event) for item, event in explanation.pair_events()),
    )


_STYLE = """body{font-family:sans-serif;margin:2em;max-width:60em}pre{white-space:pre-wrap;line-height:1.7}
b.open{font-size:.65em;color:#666;vertical-align:super;margin:0 .2em}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #ccc;padding:.2em .5em;text-align:left;vertical-align:top}span.s{border-radius:.2em}"""


def render_html(explanations: Sequence[Explanation]) -> str:
    """Render as one self-contained page of HTML."""
    kinds = (
        "".join(f"span.{kind.value}{{background:{colour}}}" for kind, (_, colour) in COLOURS.items()) + findings.STYLE
    )
    legend = " ".join(f'<span class="s {kind.value}">{kind.value}</span>' for kind in COLOURS)
    found = " ".join(f'<span class="s m-{kind}">{kind}</span>' for kind in findings.MARKS)
    parts = "".join(_render_page(explanation) for explanation in explanations)
    head = f'<meta charset="utf-8"><title>How the pages were cut</title><style>{_STYLE}{kinds}</style>'
    body = f"<p>cut: {legend}<br>found: {found}</p>{parts}"
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>\n'


def _render_page(explanation: Explanation) -> str:
    pieces = "".join(_render_piece(piece) for piece in find_pieces(explanation))
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in (str(item.source.position), *value)) + "</tr>"
        for item in explanation.items
        for value in list_values(item, explanation.page)
    )
    title = escape(explanation.document.name or explanation.document.source)
    head = "<tr><th>item</th><th>value</th><th>is</th><th>at</th><th>by rule</th></tr>"
    shape = escape(explanation.page.shape.value)
    found = "".join(findings.render_html(item, event) for item, event in explanation.pair_events())
    return f"<h2>{title}</h2><p>shape: {shape}</p><pre>{pieces}</pre><table>{head}{rows}</table>{found}"


def _render_piece(piece: Piece) -> str:
    opens = "".join(f'<b class="open">{escape(name)}</b>' for name in piece.opens)
    text = escape(show_controls(piece.text))
    if piece.span is None:
        return opens + text
    rule = escape(piece.span.rule or piece.span.kind.value)
    return f'{opens}<span class="s {piece.span.kind.value}" title="{rule}">{text}</span>'
