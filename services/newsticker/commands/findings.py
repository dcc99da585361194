"""Shows what enrichment found of an item: the words that name something in its text, and what they were taken for."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsticker.commands.output import SHORT_ID_CHARS, clean, show_controls
from newsticker.domain.enrichment.language import decide_language
from newsticker.messages.enriched_item import Mention
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_item import NewsItem
from newsticker.messages.unique_item import Relation

MARKS: dict[str, tuple[str, str]] = {
    "topic": ("underline", "#eeeeee"),
    "time": ("yellow", "#fff0c0"),
    "country": ("blue", "#c8d8ff"),
    "place": ("green", "#c3ecc3"),
    "organisation": ("magenta", "#eac8f0"),
    "person": ("bold cyan", "#b8e6f0"),
}
"""Terminal style and background on a page of HTML, by what is named; where two name the same words, the later wins."""

COLUMNS = ("found", "in words", "is", "confidence", "by")
STYLE = "p.text{white-space:pre-wrap}" + "".join(
    f"span.m-{kind}{{background:{colour}}}" for kind, (_, colour) in MARKS.items()
)
"""For the head of the page of HTML."""


class Finding(NamedTuple):
    """A line about an item: what kind of thing, by which words, what it is, how surely, in what way."""

    kind: str
    words: str
    meaning: str
    confidence: str = ""
    via: str = ""


def paint(event: NewsEvent) -> Iterator[tuple[str, str]]:
    """Cut the text of an event into stretches, each with the kind of thing that it names (empty: nothing)."""
    text = event.bodies[0].value if event.bodies else ""
    kinds = [""] * len(text)
    spans = [(mention.kind, mention.start, mention.end) for mention in event.nt_mentions]
    spans += [("time", mention.start, mention.end) for mention in event.nt_time.mentions]
    for kind in MARKS:
        for found, start, end in spans:
            if found == kind:
                kinds[start:end] = [kind] * (end - start)
    for kind, run in groupby(range(len(text)), key=kinds.__getitem__):
        stretch = list(run)
        yield text[stretch[0] : stretch[-1] + 1], kind


def list_findings(item: NewsItem, event: NewsEvent) -> Iterator[Finding]:
    """List what was found of an item: its mentions, subjects, times, language and group."""
    yield from _list_mentions(event)
    for subject in event.subjects:
        meaning = f"{subject.name}, {subject.uri.rsplit('/', 1)[-1]}, relevance {subject.relevance}"
        yield Finding("subject", ", ".join(subject.terms), meaning, f"{subject.confidence / 100:.2f}", "terms")
    for time in event.nt_time.mentions:
        yield Finding("time", time.text, time.edtf or "", "", time.kind)
    text = item.body or (item.headline.value if item.headline else "")
    yield Finding("language", "", event.language or "unknown", "", decide_language(text, item.language).via)
    yield from _list_group(event)


def _list_mentions(event: NewsEvent) -> Iterator[Finding]:
    """List the mentions, those that mean the same in the same way as one."""
    meanings = dict(_list_meanings(event))
    alike: dict[tuple[str, str, str, float], list[str]] = {}
    for mention in event.nt_mentions:
        if mention.kind != "topic":  # the subjects name these words
            alike.setdefault(_key(mention), []).append(mention.text)
    for (kind, ref, via, confidence), texts in alike.items():
        words = ", ".join(_count(text, texts.count(text)) for text in dict.fromkeys(texts))
        yield Finding(kind, words, meanings.get((_facet(kind), ref), ref), f"{confidence:.2f}", via)


def _count(text: str, times: int) -> str:
    return f"{text} ×{times}" if times > 1 else text


def _key(mention: Mention) -> tuple[str, str, str, float]:
    return mention.kind, mention.ref, mention.via, mention.confidence


def _facet(kind: str) -> str:
    return "place" if kind == "dateline_place" else kind


def _list_meanings(event: NewsEvent) -> Iterator[tuple[tuple[str, str], str]]:
    """Say of every value of an event, by kind and reference, what it is."""
    for place in event.places:
        number = f"GeoNames {place.uri.rstrip('/').rsplit('/', 1)[-1]}" if place.uri else "no GeoNames id"
        yield ("place", place.uri or place.name), ", ".join(filter(None, (place.name, place.country, number)))
    for country in event.nt_countries:
        yield ("country", country.code), f"{country.name}, {country.code}"
    for person in event.people:
        yield ("person", person.name), ", ".join(filter(None, (person.name, person.role)))
    for organisation in event.organisations:
        yield ("organisation", organisation.name), ", ".join(filter(None, (organisation.name, organisation.kind)))


def _list_group(event: NewsEvent) -> Iterator[Finding]:
    """Say how an item belongs to an earlier one, and whether it was seen more than once."""
    link = event.nt_duplicate
    if link.relation is not Relation.NONE:
        of, group = (str(found or "")[:SHORT_ID_CHARS] for found in (link.of, link.group_id))
        meaning = f"{link.relation.value}, of {of}, in {group}"
        yield Finding("group", "", meaning, "" if link.score is None else f"{link.score:.2f}", link.method or "")
    if event.nt_sightings.count > 1:
        yield Finding("seen", "", f"{event.nt_sightings.count} times")


def _name(item: NewsItem) -> str:
    return f"found in item {item.source.position}"


def render_terminal(item: NewsItem, event: NewsEvent) -> RenderableType:
    """Render for a terminal: the text with what it names in colours, then what each is."""
    shown = Text(f"\n[{_name(item)}] ", "reverse dim")
    text = Text().join(Text(show_controls(words), MARKS[kind][0] if kind else "") for words, kind in paint(event))
    table = Table(*COLUMNS, box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for finding in list_findings(item, event):
        table.add_row(*(Text(clean(cell), MARKS.get(cell, ("", ""))[0]) for cell in finding))
    return Group(shown, text, table)


def render_html(item: NewsItem, event: NewsEvent) -> str:
    """Render the same as a part of a page of HTML."""
    text = "".join(_render_stretch(words, kind) for words, kind in paint(event))
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(clean(cell))}</td>" for cell in finding) + "</tr>"
        for finding in list_findings(item, event)
    )
    return f'<h3>{_name(item)}</h3><p class="text">{text}</p><table><tr>{head}</tr>{rows}</table>'


def _render_stretch(words: str, kind: str) -> str:
    text = escape(show_controls(words))
    return f'<span class="s m-{kind}" title="{kind}">{text}</span>' if kind else text
