"""Says what an editor would say of two texts: the same report, an update of it, or neither."""

from dataclasses import dataclass

from newsticker.domain.duplicates import thresholds as at
from newsticker.domain.duplicates.comparing import Measures, measure
from newsticker.domain.duplicates.reading import Reading
from newsticker.messages.unique_item import Relation

WORDING = "wording"
FACTS = "facts"
HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two texts are to each other; `score` is in `[0, 1]`, `evidence` says how it came about."""

    relation: Relation
    method: str
    score: float
    evidence: tuple[str, ...] = ()


NEITHER = Verdict(Relation.NONE, WORDING, 0.0)


def relate(one: Reading, other: Reading) -> Verdict:
    """Compare two texts; which comes first does not matter."""
    measures = measure(one, other)
    for relation, method, holds in _RULES:
        if holds(measures):
            score = measures.shingles if method == WORDING else (measures.stems + measures.head) / 2
            return Verdict(relation, method, round(min(score, 1.0), 3), describe(measures))
    return NEITHER


def describe(measures: Measures) -> tuple[str, ...]:
    """Write down what a verdict rests on."""
    names, numbers = measures.names, measures.numbers
    return (
        f"shingles {measures.shingles:.2f}",
        f"words {measures.stems:.2f}",
        f"head {measures.head:.2f}",
        f"names {names - measures.names_missing}/{names}",
        f"numbers {numbers - measures.numbers_missing}/{numbers}",
        *(("days differ",) if measures.days_clash else ()),
    )


def _has_same_wording(m: Measures) -> bool:
    return m.shingles >= at.SAME_SHINGLES and not m.missing and not m.days_clash


def _has_same_facts(m: Measures) -> bool:
    """Tell a report in other words: every fact is there, and it is about the same."""
    if m.missing or m.days_clash or m.turned or not m.facts:
        return False
    if m.shared < at.FACTS_SHARED:
        return m.stems >= at.SHORT_STEMS and m.shared >= at.SHORT_SHARED
    anchored = m.numbers or m.days
    enough = at.FACTS_STEMS if anchored else at.UNANCHORED_STEMS
    return m.stems >= enough and m.head >= at.FACTS_HEAD and m.topic >= at.FACTS_TOPIC


def _is_same_event(m: Measures) -> bool:
    """Tell an update: it is about the same, by the same names, whatever the numbers say."""
    if not m.facts or (m.days_clash and not m.turned):
        return False
    missing = at.TURNED_MISSING_NAMES if m.turned else at.MISSING_NAMES
    shared = at.TURNED_SHARED if m.turned else at.UPDATE_SHARED
    return (
        m.names_missing <= missing * m.names
        and m.shared >= shared
        and m.stems >= at.UPDATE_STEMS
        and m.head >= at.UPDATE_HEAD
    )


_RULES = (
    (Relation.SAME, WORDING, _has_same_wording),
    (Relation.SAME, FACTS, _has_same_facts),
    (Relation.UPDATE, FACTS, _is_same_event),
)
"""The first that holds decides."""
