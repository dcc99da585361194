"""Facet: IPTC Media Topics, explained by the words that fired."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.gazetteer import TermHit
from newsticker.domain.enrichment.tables.terms import SILENT, STRONG, Topic, read_topics

URI = "http://cv.iptc.org/newscodes/mediatopic/"

MIN_POINTS = 3
"""One strong word, or two others of which one is fair, speak for a topic."""

ROOT_POINTS = 3
"""The same for the first level, to which all its topics add."""

LONE_POINTS = 2
"""Enough for the loudest first level when nothing else is half as loud."""

SECOND_POINTS, SECOND_SHARE = 5, 0.5
"""What another first level needs: a single strong word beside the story's own is a detail."""

LEAD_POINTS = 1
"""A word in the first sentence says more."""

RUBRIC_POINTS = 1
MAX_TOPICS = 6
MAX_ROOTS = 3

KIND_POINTS = {
    "party": ("11000000", 2),
    "club": ("15000000", 3),
    "sport": ("15000000", 2),
    "armed": ("16000000", 3),
    "company": ("04000000", 1),
    "union": ("09000000", 1),
    "international": ("11000000", 1),
    "hospital": ("07000000", 1),
    "museum": ("01000000", 1),
}
"""What an organisation of a kind says of the first level."""

BASE_CONFIDENCE, POINT_CONFIDENCE, MAX_CONFIDENCE = 60, 5, 95


class SubjectRow(TypedDict):
    """The fields of a `Subject`, made one with all the others of an item."""

    uri: str
    name: str
    confidence: int
    relevance: int
    terms: tuple[str, ...]


Fired = dict[str, dict[str, int]]
"""By topic: the words that fired, each with its weight."""


def find_topics(copy: Copy) -> Found:
    """Find what the item is about: the first level, and the topics below it that the words speak for."""
    topics = read_topics()
    fired, hits = _collect(copy)
    points = {code: sum(words.values()) for code, words in fired.items()}
    words = _gather_by_root(fired, topics)
    roots = {root: sum(found.values()) for root, found in words.items()}
    _add_rubric(roots, topics, copy.section)
    speaking = _add_organisations(roots, copy)
    first = _choose_roots(roots)
    chosen = [
        code
        for code, score in points.items()
        if score >= MIN_POINTS and topics[code].root in first and code not in first
    ]
    chosen.sort(key=lambda code: (-points[code], code))
    chosen = chosen[:MAX_TOPICS]
    total = sum(roots.values()) or 1
    subjects = [
        _make_subject(topics[root], roots[root], total, [*words.get(root, ()), *speaking.get(root, ())])
        for root in first
    ]
    subjects += [_make_subject(topics[code], points[code], total, fired[code]) for code in chosen]
    given = {*first, *chosen}
    return Found(tuple(subjects), [_mention(copy, hit) for hit in hits if hit.term.code in given])


def _choose_roots(roots: Mapping[str, int]) -> list[str]:
    """Choose the first levels: the loudest, and others that are loud beside it."""
    ranked = sorted(roots, key=lambda root: (-roots[root], root))
    if not ranked:
        return []
    loudest = roots[ranked[0]]
    second = roots[ranked[1]] if len(ranked) > 1 else 0
    if loudest < ROOT_POINTS and second * 2 > loudest:
        return []
    least = max(SECOND_POINTS, loudest * SECOND_SHARE)
    return (
        [root for root in ranked[:MAX_ROOTS] if root == ranked[0] or roots[root] >= least]
        if loudest >= LONE_POINTS
        else []
    )


def _mention(copy: Copy, hit: TermHit) -> MentionRow:
    start, end, term = hit
    return copy.make_mention((start, end), kind="topic", ref=term.code, confidence=term.weight / STRONG, via="term")


def _collect(copy: Copy) -> tuple[Fired, list[TermHit]]:
    """Collect the words that fired, each once; a word inside another of the same topic says nothing more."""
    fired: Fired = {}
    hits: list[TermHit] = []
    reached: dict[str, int] = {}
    named = _named_starts(copy)
    lead = copy.text.find(". ") % (len(copy.text) + 1)
    folded = copy.text.lower()
    for hit in _hear(copy.scan.terms):
        start, end, (_, code, term_weight) = hit
        if end <= reached.get(code, 0) or (start in named and copy.text[start].isupper()):
            continue
        reached[code] = end
        hits.append(hit)
        word = folded[start:end]
        weight = term_weight + LEAD_POINTS if start < lead else term_weight
        words = fired.setdefault(code, {})
        if weight > words.get(word, 0):
            words[word] = weight
    for hit in _hear(copy.headline_scan.terms):
        words = fired.setdefault(hit.term.code, {})
        word = copy.headline[hit.start : hit.end].lower()
        words[word] = max(hit.term.weight + LEAD_POINTS, words.get(word, 0))
    return fired, hits


def _hear(terms: Sequence[TermHit]) -> list[TermHit]:
    """Give the words from left to right, but those within a longer one that says nothing: hongerstaking."""
    heard = sorted(terms, key=_by_start)
    silent = [hit for hit in heard if hit.term.code == SILENT]
    if not silent:
        return heard
    return [hit for hit in heard if not any(_is_hushed(hit, other) for other in silent)]


def _is_hushed(hit: TermHit, silent: TermHit) -> bool:
    inside = silent.start <= hit.start and hit.end <= silent.end
    return inside and (hit.term.code == SILENT or hit.end - hit.start < silent.end - silent.start)


def _named_starts(copy: Copy) -> set[int]:
    """Say where places and people begin: Sluis is no lock."""
    tokens = copy.names.words.tokens
    people = {tokens[at].start for span in copy.names.people if span.full for at in range(span.first, span.last + 1)}
    return people | {spot.mark.hit.start for spot in copy.located.spots}


def _by_start(hit: TermHit) -> tuple[int, int]:
    return hit.start, -hit.end


def _add_rubric(roots: dict[str, int], topics: Mapping[str, Topic], section: str | None) -> None:
    """Let the page's rubric speak for the first levels that it hints at, weakly."""
    if section is None:
        return
    for root in {topic.root for topic in topics.values() if section in topic.rubrics}:
        if root in roots:
            roots[root] += RUBRIC_POINTS


def _add_organisations(roots: dict[str, int], copy: Copy) -> dict[str, list[str]]:
    """Let organisations speak for the first level that their kind hints at; say which did."""
    speaking: dict[str, list[str]] = {}
    for name, kind in dict.fromkeys((span.name, span.kind) for span in copy.names.organisations):
        root, weight = KIND_POINTS.get(kind, ("", 0))
        if root:
            roots[root] = roots.get(root, 0) + weight
            speaking.setdefault(root, []).append(name)
    return speaking


def _gather_by_root(fired: Fired, topics: Mapping[str, Topic]) -> Fired:
    """Gather the words by first level, each once, with the most that it says of any topic below."""
    words: Fired = {}
    for code, found in fired.items():
        known = words.setdefault(topics[code].root, {})
        for word, weight in found.items():
            if weight > known.get(word, 0):
                known[word] = weight
    return words


def _make_subject(topic: Topic, score: int, total: int, words: Iterable[str]) -> SubjectRow:
    confidence = min(MAX_CONFIDENCE, BASE_CONFIDENCE + POINT_CONFIDENCE * score)
    return {
        "uri": URI + topic.code,
        "name": topic.label,
        "confidence": confidence,
        "relevance": min(100, round(100 * score / total)),
        "terms": tuple(words),
    }
