"""Facet: the agencies of the dateline, by registry; unknown codes are kept and flagged."""

from functools import cache

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.tables import read_table
from newsticker.messages.enriched_item import InfoSource, Mention
from newsticker.messages.news_item import Dateline

UNKNOWN_AGENCY = "agency_unknown"


@cache
def _registry() -> dict[str, tuple[str, str]]:
    return {code: (name, uri) for code, name, uri, _country in read_table("agencies.tsv")}


def find_agencies(copy: Copy) -> Found:
    """Name the agencies of the dateline, in its order."""
    if copy.dateline is None:
        return Found(())
    sources: list[InfoSource] = []
    mentions: list[Mention] = []
    quality: list[str] = []
    for literal in copy.dateline.agencies:
        name, uri = _registry().get(literal.upper(), (None, None))
        sources.append(InfoSource(name=name, literal=literal, uri=uri or None))
        if name is None:
            quality.append(UNKNOWN_AGENCY)
        mentions.extend(locate(copy.dateline, literal, kind="agency", ref=name or literal, last=True))
    return Found(tuple(sources), tuple(mentions), tuple(quality[:1]))


def locate(dateline: Dateline, literal: str, *, kind: str, ref: str, last: bool = False) -> tuple[Mention, ...]:
    """Say where a dateline has a literal, in the document; nothing when its spelling was changed there."""
    at = dateline.raw.upper().rfind(literal.upper()) if last else dateline.raw.upper().find(literal.upper())
    text = dateline.raw[at : at + len(literal)]
    if at < 0 or text.upper() != literal.upper():
        return ()
    start = dateline.start + at
    return (Mention(kind=kind, ref=ref, text=text, start=start, end=start + len(text), confidence=1.0, via="dateline"),)
