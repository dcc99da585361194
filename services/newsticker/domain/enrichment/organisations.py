"""Facet: organisations, by the name that is usual where the tables know it."""

from functools import lru_cache

from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.names.choosing import REMEMBERED
from newsticker.messages.enriched_item import Organisation


def find_organisations(copy: Copy) -> Found:
    """Find the organisations of the text, each once, in the order of their first mention."""
    found: dict[str, Organisation] = {}
    mentions: list[MentionRow] = []
    before, reached = "", 0
    for span in copy.names.organisations:
        # letters are those of the name before them, be it one that the tables know by another
        name = before if span.via == "acronym" and copy.text[reached : span.start] == " (" else span.name
        literal = copy.text[span.start : span.end]
        if name not in found and span.via != "name":
            name = next((known for known in found if known.startswith(f"{name} ")), name)
        if name not in found:
            found[name] = _make_organisation(name, literal, span.kind)
        before, reached = name, span.end
        mentions.append(copy.make_mention("organisation", name, span.start, span.end, span.confidence, span.via))
    return tuple(found.values()), mentions, ()


@lru_cache(maxsize=REMEMBERED)
def _make_organisation(name: str, literal: str, kind: str) -> Organisation:
    return Organisation(name=name, literal=literal, kind=kind or None)
