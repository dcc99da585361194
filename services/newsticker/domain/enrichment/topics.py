"""Facet: IPTC Media Topics, explained by the words that fired."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.tables.terms import STRONG, Topic, read_topics
from newsticker.domain.enrichment.topic_words import Word, listen

URI = "http://cv.iptc.org/newscodes/mediatopic/"

MIN_POINTS = 3
"""One strong word, or two others of which one is fair, speak for a topic."""

ROOT_POINTS = 3
"""The same for the first level, to which all its topics add."""

LONE_POINTS = 2
"""Enough for the loudest first level when nothing else is half as loud."""

SECOND_POINTS, SECOND_SHARE = 5, 0.5
"""What another first level needs: a single strong word beside the story's own is a detail."""

ACCIDENT, ACCIDENT_POINTS, ACCIDENT_SHARE = "03000000", 4, 0.3
"""What an accident needs: it is the news, however many words tell of the road or the works where it happened."""

WITNESSES = 3
"""So many words make up for a strong one."""

SIBLING_SHARE = 0.4
"""What a topic needs beside the loudest one of the same first level."""

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


@dataclass(slots=True)
class Heard:
    """What the words say: by topic below a first level, by first level, and for which of these a strong word speaks."""

    codes: Fired
    roots: Fired
    sure: set[str]


def find_topics(copy: Copy) -> Found:
    """Find what the item is about: the first level, and the topics below it that the words speak for."""
    topics = read_topics()
    words = listen(copy)
    heard = _gather(words)
    roots = {root: sum(found.values()) for root, found in heard.roots.items()}
    _add_rubric(roots, topics, copy.section)
    speaking = _add_organisations(roots, copy, words)
    first = _choose_roots(roots, heard)
    points = _choose_codes(heard, first)
    total = sum(roots.values()) or 1
    subjects = [
        _make_subject(topics[root], roots[root], total, [*heard.roots.get(root, ()), *speaking.get(root, ())])
        for root in first
    ]
    subjects += [_make_subject(topics[code], score, total, heard.codes[code]) for code, score in points.items()]
    given = {*first, *points}
    mentions = [
        copy.make_mention("topic", term.code, start, end, term.weight / STRONG, "term")
        for start, end, term, _, _, in_text in words
        if in_text and term.code in given
    ]
    return tuple(subjects), mentions, ()


def _gather(words: Iterable[Word]) -> Heard:
    """Gather the words, each once; for a first level one within another adds only what it says more strongly."""
    codes: Fired = {}
    roots: Fired = {}
    sure: set[str] = set()
    reached: dict[str, tuple[int, str]] = {}
    for _, end, term, literal, weight, in_text in words:
        code, root = term.code, term.root
        if term.weight == STRONG <= weight:
            sure.add(code)
            sure.add(root)
        if code != root:
            _raise(codes, code, literal, weight)
        last, longer = reached.get(root, (0, "")) if in_text else (0, "")
        if end > last and in_text:
            reached[root] = (end, literal)
        _raise(roots, root, literal if end > last else longer, weight)
    return Heard(codes, roots, sure)


def _raise(fired: Fired, topic: str, literal: str, weight: int) -> None:
    known = fired.get(topic)
    if known is None:
        fired[topic] = {literal: weight}
    elif weight > known.get(literal, 0):
        known[literal] = weight


def _choose_roots(points: Mapping[str, int], heard: Heard) -> list[str]:
    """Choose the first levels: the loudest, of equals the first named, and others that are loud beside it."""
    ranked = sorted(points, key=points.__getitem__, reverse=True)
    if not ranked:
        return []
    loudest = points[ranked[0]]
    second = points[ranked[1]] if len(ranked) > 1 else 0
    if loudest < LONE_POINTS or (loudest < ROOT_POINTS and second * 2 > loudest):
        return []
    least = max(SECOND_POINTS, loudest * SECOND_SHARE)
    accident = max(ACCIDENT_POINTS, loudest * ACCIDENT_SHARE)
    others = (
        root
        for root in ranked[1:MAX_ROOTS]
        if points[root] >= (accident if root == ACCIDENT else least) and _is_witnessed(root, heard)
    )
    return [ranked[0], *others]


def _is_witnessed(root: str, heard: Heard) -> bool:
    return root in heard.sure or len(heard.roots.get(root, ())) >= WITNESSES


def _choose_codes(heard: Heard, first: Collection[str]) -> dict[str, int]:
    """Choose the topics below the first levels: by a strong word or two others, none that another drowns."""
    topics = read_topics()
    points = {
        code: score
        for code, found in heard.codes.items()
        if topics[code].root in first
        and code not in first
        and (code in heard.sure or len(found) > 1)
        and (score := sum(found.values())) >= MIN_POINTS
    }
    if len(points) <= 1:  # as most items
        return points
    loudest: dict[str, int] = {}
    ranked = sorted(points.items(), key=lambda one: (-one[1], one[0]))
    chosen = [
        (code, score) for code, score in ranked if score >= loudest.setdefault(topics[code].root, score) * SIBLING_SHARE
    ]
    return dict(chosen[:MAX_TOPICS])


def _add_rubric(roots: dict[str, int], topics: Mapping[str, Topic], section: str | None) -> None:
    """Let the page's rubric speak for the first levels that it hints at, weakly."""
    if section is None:
        return
    for root in {topic.root for topic in topics.values() if section in topic.rubrics}:
        if root in roots:
            roots[root] += RUBRIC_POINTS


def _add_organisations(roots: dict[str, int], copy: Copy, words: Sequence[Word]) -> dict[str, list[str]]:
    """Let organisations speak for the first level that their kind hints at, where no word of it has; say which did."""
    speaking: dict[str, list[str]] = {}
    for span in copy.names.organisations:
        root, weight = KIND_POINTS.get(span.kind, ("", 0))
        said = speaking.get(root, [])
        if root and span.name not in said and not _has_spoken(span.start, span.end, root, words):
            roots[root] = roots.get(root, 0) + weight
            speaking[root] = [*said, span.name]
    return speaking


def _has_spoken(start: int, end: int, root: str, words: Iterable[Word]) -> bool:
    for first, last, term, _, _, in_text in words:
        if first < end and start < last and in_text and term.root == root:
            return True
    return False


def _make_subject(topic: Topic, score: int, total: int, words: Iterable[str]) -> SubjectRow:
    confidence = min(MAX_CONFIDENCE, BASE_CONFIDENCE + POINT_CONFIDENCE * score)
    return {
        "uri": URI + topic.code,
        "name": topic.label,
        "confidence": confidence,
        "relevance": min(100, round(100 * score / total)),
        "terms": tuple(words),
    }
