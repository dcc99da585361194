"""Facet: IPTC Media Topics, explained by the words that fired."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.gazetteer import TermHit
from newsticker.domain.enrichment.tables.terms import STRONG, Topic, read_topics
from newsticker.messages.enriched_item import Mention, Subject

URI = "http://cv.iptc.org/newscodes/mediatopic/{}"

MIN_POINTS = 3
"""One strong word, or two others of which one is fair, speak for a topic."""

ROOT_POINTS = 3
"""The same for the first level, to which all its topics add."""

RUBRIC_POINTS = 1
MAX_TOPICS = 6

BASE_CONFIDENCE, POINT_CONFIDENCE, MAX_CONFIDENCE = 60, 5, 95

Fired = dict[str, dict[str, int]]
"""By topic: the words that fired, each with its weight."""


def find_topics(copy: Copy) -> Found:
    """Find what the item is about: the first level, and the topics below it that the words speak for."""
    topics = read_topics()
    fired, hits = _collect(copy)
    points = {code: sum(words.values()) for code, words in fired.items()}
    _add_rubric(points, topics, copy.section)
    roots = _sum_roots(fired, points, topics)
    total = sum(roots.values()) or 1
    chosen = [
        code for code, score in points.items() if score >= MIN_POINTS and code in fired and topics[code].root != code
    ]
    chosen = [code for code in chosen if roots[topics[code].root] >= ROOT_POINTS]
    chosen.sort(key=lambda code: (-points[code], code))
    chosen = chosen[:MAX_TOPICS]
    first = [root for root, score in roots.items() if score >= ROOT_POINTS and _is_carried(root, chosen, roots, topics)]
    first.sort(key=lambda root: (-roots[root], root))
    words = {root: _words_below(root, fired, topics) for root in first}
    subjects = [_make_subject(topics[root], roots[root], total, words[root]) for root in first]
    subjects += [_make_subject(topics[code], points[code], total, fired[code]) for code in chosen]
    given = {subject.uri.rsplit("/", 1)[1] for subject in subjects}
    return Found(tuple(subjects), tuple(_mention(copy, hit) for hit in hits if hit.term.code in given))


def _mention(copy: Copy, hit: TermHit) -> Mention:
    confidence = min(1.0, hit.term.weight / STRONG)
    return copy.make_mention((hit.start, hit.end), kind="topic", ref=hit.term.code, confidence=confidence, via="term")


def _collect(copy: Copy) -> tuple[Fired, list[TermHit]]:
    """Collect the words that fired, each once; a word inside another of the same topic says nothing more."""
    fired: Fired = defaultdict(dict)
    hits: list[TermHit] = []
    last: dict[str, tuple[int, int]] = {}
    for hit in sorted(copy.scan.terms, key=lambda hit: (hit.start, -hit.end)):
        code = hit.term.code
        if code in last and last[code][0] <= hit.start and hit.end <= last[code][1]:
            continue
        last[code] = (hit.start, hit.end)
        word = copy.text[hit.start : hit.end].lower()
        fired[code][word] = max(hit.term.weight, fired[code].get(word, 0))
        hits.append(hit)
    for hit in copy.headline_scan.terms:
        word = copy.headline[hit.start : hit.end].lower()
        fired[hit.term.code][word] = max(hit.term.weight, fired[hit.term.code].get(word, 0))
    return fired, hits


def _add_rubric(points: dict[str, int], topics: Mapping[str, Topic], section: str | None) -> None:
    """Let the page's rubric speak for the topics that it hints at, weakly."""
    for topic in topics.values():
        if section and section in topic.rubrics:
            points[topic.code] = points.get(topic.code, 0) + RUBRIC_POINTS


def _sum_roots(fired: Fired, points: Mapping[str, int], topics: Mapping[str, Topic]) -> dict[str, int]:
    """Add up by first level: each word once, and the rubric."""
    words: dict[str, dict[str, int]] = defaultdict(dict)
    for code, found in fired.items():
        for word, weight in found.items():
            root = topics[code].root
            words[root][word] = max(weight, words[root].get(word, 0))
    roots = {root: sum(found.values()) for root, found in words.items()}
    for code, score in points.items():
        rubric = score - sum(fired.get(code, {}).values())
        if rubric and topics[code].root in roots:
            roots[topics[code].root] += rubric
    return roots


def _is_carried(root: str, chosen: Iterable[str], roots: Mapping[str, int], topics: Mapping[str, Topic]) -> bool:
    """Say whether a first level is given: with a topic below it, or when its own words are the loudest."""
    return any(topics[code].root == root for code in chosen) or roots[root] == max(roots.values())


def _words_below(root: str, fired: Fired, topics: Mapping[str, Topic]) -> dict[str, int]:
    return {
        word: weight for code, found in fired.items() if topics[code].root == root for word, weight in found.items()
    }


def _make_subject(topic: Topic, score: int, total: int, words: Mapping[str, int]) -> Subject:
    confidence = min(MAX_CONFIDENCE, BASE_CONFIDENCE + POINT_CONFIDENCE * score)
    return Subject(
        uri=URI.format(topic.code),
        name=topic.label,
        confidence=confidence,
        relevance=min(100, round(100 * score / total)),
        terms=tuple(words),
    )
