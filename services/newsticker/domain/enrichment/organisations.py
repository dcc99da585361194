"""Facet: organisations, by the name that is usual where the tables know it."""

from functools import lru_cache

from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.names.choosing import REMEMBERED
from newsticker.messages.enriched_item import Organisation


def find_organisations(copy: Copy) -> Found:
    """Find the organisations of the text, each once, in the order of their first mention."""
    found: dict[str, Organisation] = {}
    mentions: list[MentionRow] = []
    long_form = ""
    for span in copy.names.organisations:
        name = span.name
        if span.via == "long_form":
            long_form = name
        if span.via == "acronym":
            name = long_form
        literal = copy.text[span.start : span.end]
        if name not in found and span.via != "name":
            name = next((known for known in found if known.startswith(f"{name} ")), name)
        if name not in found:
            found[name] = _make_organisation(name, literal, span.kind)
        mentions.append(copy.make_mention("organisation", name, span.start, span.end, span.confidence, span.via))
    return tuple(found.values()), mentions, ()


@lru_cache(maxsize=REMEMBERED)
def _make_organisation(name: str, literal: str, kind: str) -> Organisation:
    return Organisation(name=name, literal=literal, kind=kind or None)
