"""Facet: the agencies of the dateline, by registry; unknown codes are kept and flagged."""

from collections.abc import Sequence
from functools import cache, lru_cache

from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.names.choosing import REMEMBERED
from newsticker.domain.enrichment.tables import read_table
from newsticker.messages.enriched_item import InfoSource
from newsticker.messages.news_item import Dateline

UNKNOWN_AGENCY = "agency_unknown"


@cache
def _registry() -> dict[str, tuple[str, str]]:
    return {code: (name, uri) for code, name, uri, _country in read_table("agencies.tsv")}


def find_agencies(copy: Copy) -> Found:
    """Name the agencies of the dateline, in its order."""
    if copy.dateline is None:
        return (), (), ()
    sources: list[InfoSource] = []
    mentions: list[MentionRow] = []
    quality: list[str] = []
    for literal in copy.dateline.agencies:
        source = _make_source(literal)
        sources.append(source)
        if source.name is None:
            quality.append(UNKNOWN_AGENCY)
        mentions += locate(copy.dateline, literal, "agency", source.name or literal, last=True)
    return tuple(sources), mentions, quality[:1]


@lru_cache(maxsize=REMEMBERED)
def _make_source(literal: str) -> InfoSource:
    name, uri = _registry().get(literal.upper(), (None, None))
    return InfoSource(name=name, literal=literal, uri=uri or None)


def locate(dateline: Dateline, literal: str, kind: str, ref: str, *, last: bool = False) -> Sequence[MentionRow]:
    """Say where a dateline has a literal, in the document; nothing when its spelling was changed there."""
    raw = dateline.raw
    at = _find(raw, literal, last=last)
    if at < 0:  # written in other letters
        at = _find(raw.upper(), literal.upper(), last=last)
    text = raw[at : at + len(literal)]
    if at < 0 or text.upper() != literal.upper():
        return ()
    start = dateline.start + at
    end = start + len(text)
    return ({"kind": kind, "ref": ref, "text": text, "start": start, "end": end, "confidence": 1.0, "via": "dateline"},)


def _find(text: str, sought: str, *, last: bool) -> int:
    return text.rfind(sought) if last else text.find(sought)
