"""Facet: people, by the fullest name that the text gives."""

from collections.abc import Sequence

from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.names.people import PersonSpan, find_bounds
from newsticker.messages.enriched_item import Person


def find_people(copy: Copy) -> Found:
    """Find the people of the text, each once, in the order of their first mention."""
    tokens = copy.names.words.tokens
    spans = copy.names.people
    keys = _link(copy, spans)
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    literals: dict[str, str] = {}
    mentions: list[tuple[str, PersonSpan]] = []
    for span, key in zip(spans, keys, strict=True):
        start, end = find_bounds(tokens, span, copy.text)
        literal = copy.text[start:end]
        literals.setdefault(key, literal)
        if span.via != "surname" and len(literal) > len(names.get(key, "")):
            names[key] = literal
        if span.role:
            roles.setdefault(key, span.role)
        mentions.append((key, span))
    people = tuple(Person(name=names[key], literal=literals[key], role=roles.get(key)) for key in literals)
    return Found(people, tuple(_mention(copy, names[key], span) for key, span in mentions))


def _link(copy: Copy, spans: Sequence[PersonSpan]) -> list[str]:
    """Give each mention the key of its person: a full name is its own, a surname goes to the last such name."""
    tokens = copy.names.words.tokens
    written = [" ".join(token.text for token in tokens[span.first : span.last + 1]) for span in spans]
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


def _mention(copy: Copy, name: str, span: PersonSpan) -> MentionRow:
    where = find_bounds(copy.names.words.tokens, span, copy.text)
    return copy.make_mention(where, kind="person", ref=name, confidence=span.confidence, via=span.via)
