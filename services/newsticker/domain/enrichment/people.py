"""Facet: people, by the fullest name that the text gives."""

from collections.abc import Sequence
from functools import lru_cache

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.names.choosing import REMEMBERED
from newsticker.domain.enrichment.names.people import PersonSpan, find_bounds
from newsticker.messages.enriched_item import Person


def find_people(copy: Copy) -> Found:
    """Find the people of the text, each once, in the order of their first mention."""
    spans = copy.names.people
    if not spans:
        return (), (), ()
    bounds = [find_bounds(copy.names.words, span) for span in spans]
    written = [copy.text[start:end] for start, end in bounds]
    keys = _link(spans, written)
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    literals: dict[str, str] = {}
    for span, key, literal in zip(spans, keys, written, strict=True):
        literals.setdefault(key, literal)
        if span.via != "surname" and len(literal) > len(names.get(key, "")):
            names[key] = literal
        if span.role:
            roles.setdefault(key, span.role)
    people = tuple([_make_person(names[key], literals[key], roles.get(key)) for key in literals])
    mentions = [
        copy.make_mention("person", names[key], start, end, span.confidence, span.via)
        for (start, end), key, span in zip(bounds, keys, spans, strict=True)
    ]
    return people, mentions, ()


@lru_cache(maxsize=REMEMBERED)
def _make_person(name: str, literal: str, role: str | None) -> Person:
    return Person(name=name, literal=literal, role=role)


def _link(spans: Sequence[PersonSpan], written: Sequence[str]) -> list[str]:
    """Give each mention the key of its person: a full name is its own, a surname goes to the last such name."""
    full: dict[str, str] = {}
    for span, name in zip(spans, written, strict=True):
        if span.full:
            full.setdefault(span.key, name)
    keys = []
    for span, name in zip(spans, written, strict=True):
        if span.full:
            full[span.key] = name
        keys.append(full.get(span.key, span.key))
    return keys
