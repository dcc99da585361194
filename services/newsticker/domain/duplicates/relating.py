"""Says what an editor would say of two texts: the same report, an update of it, or neither."""

from dataclasses import dataclass

from newsticker.domain.duplicates import thresholds as at
from newsticker.domain.duplicates.comparing import Measures, have_much_in_common, measure
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
    if not have_much_in_common(
        one, other, wording=at.EDITED_SHINGLES, stems=at.UPDATE_STEMS, shared=min(at.SHORT_SHARED, at.TURNED_SHARED)
    ):
        return NEITHER  # no rule asks for less
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
        f"new {measures.new}",
        *(("days or ages differ",) if measures.clash else ()),
        *(("otherwise before",) if measures.turned else ()),
        *(("taken up",) if measures.recaps else ()),
        *(("opposite",) if measures.opposite else ()),
        *((f"changed {measures.changed}",) if measures.changed else ()),
    )


def _has_same_wording(m: Measures) -> bool:
    """Tell a report that was cut or touched up: its words are there, and what was put in between is not much."""
    if m.equal:
        return m.words >= at.SHORT_SHARED
    if m.clash or m.numbers_missing or m.weak_missing or m.lost or m.shared < at.SHORT_SHARED:
        return False
    if _is_contrary(m) or _has_another_subject(m):
        return False
    if m.names_missing > 1 or (m.names_missing and not _is_respelt(m)):
        return False
    if m.shingles >= at.SAME_SHINGLES:
        return True
    turned = (m.turned or m.ended) and (m.new or m.words < at.LONG_WORDS)
    return m.shingles >= at.EDITED_SHINGLES and m.back >= at.EDITED_BACK and not turned


def _is_contrary(m: Measures) -> bool:
    """Tell that one ended in another way, is about another of the kind, or has a lead of another time."""
    return m.opposite or m.other_kind or m.new_lead or m.recaps


def _has_another_subject(m: Measures) -> bool:
    """Tell that nouns or verbs stand in the place of others, in too short a text to be the desk's choice of words."""
    return m.changed * (at.WORDS_A_CHANGE if m.sentences == 1 else at.MORE_WORDS_A_CHANGE) > m.words


def _is_respelt(m: Measures) -> bool:
    """Tell that a name was left out, or is another for the same; otherwise it is a warning for another place."""
    left_out = not m.new_names and m.shingles >= at.SAME_SHINGLES
    return left_out or (m.names >= at.RESPELT_NAMES and m.shingles >= at.RESPELT_SHINGLES)


def _has_same_facts(m: Measures) -> bool:
    """Tell a report in other words: every fact is there, none is new, and it is about the same."""
    if m.missing or m.clash or m.ended or not m.facts or _is_contrary(m) or _has_another_subject(m):
        return False
    figures = m.numbers >= at.FIGURES_LEAST and not m.new_numbers
    if (m.turned and not (figures and not m.since)) or (m.new and not (figures and _is_told_longer(m))):
        return False
    if m.shared < at.FACTS_SHARED:
        return min(m.stems, m.back) >= at.SHORT_STEMS and m.shared >= at.SHORT_SHARED
    if m.facts < at.FACTS_LEAST:
        return False
    stems, back = (at.FACTS_STEMS, at.FACTS_BACK) if m.anchored else (at.UNANCHORED_STEMS, at.UNANCHORED_STEMS)
    return m.stems >= stems and m.back >= back and m.head >= at.FACTS_HEAD and m.topic >= at.FACTS_TOPIC


def _is_told_longer(m: Measures) -> bool:
    """Tell that the longer text only names somebody or some place more."""
    return m.new_names == 1 and m.stems >= at.LONGER_STEMS


def _is_same_event(m: Measures) -> bool:
    """Tell an update: it is about the same, by the same names, whatever the numbers say."""
    if m.new_lead and m.shingles >= at.REST_SHINGLES:
        return True
    if not m.facts or _is_template(m) or _has_other_names(m):
        return False
    if m.clash and (not (m.since or m.recaps) or m.names_missing > at.MISSING_NAMES * m.names):
        return False
    if m.topic < (at.OPPOSITE_TOPIC if m.opposite else at.UPDATE_TOPIC):
        return False
    turned, known = m.turned or m.opposite or m.recaps, m.names > m.names_missing or m.days
    close = bool(known) and m.stems >= at.CLOSE_STEMS and m.topic >= at.CLOSE_TOPIC
    missing = at.TURNED_MISSING_NAMES if turned or (close and m.shared >= at.UPDATE_SHARED) else at.MISSING_NAMES
    shared = at.TURNED_SHARED if turned else at.CLOSE_SHARED if close else at.UPDATE_SHARED
    return (
        m.names_missing <= missing * m.names
        and m.shared >= shared
        and m.stems >= at.UPDATE_STEMS
        and m.head >= at.UPDATE_HEAD
    )


def _is_template(m: Measures) -> bool:
    """Tell the weather, an index, a tremor: the same sentences with other numbers, and no day or person vouches."""
    if m.other_kind and m.shingles >= at.TEMPLATE_SHINGLES:
        return True
    if _has_another_subject(m) and m.shingles >= at.SUBJECT_SHINGLES and not (m.turned or m.opposite):
        return True
    if not m.numbers_missing or m.since or m.recaps or (m.turned and not m.recurs):
        return False
    if m.recurs and m.new_numbers:
        return True
    if m.numbers_missing == m.numbers > 1 and m.shingles >= at.FILLED_SHINGLES:
        return True
    return m.shingles >= at.TEMPLATE_SHINGLES and not _is_vouched_for(m)


def _is_vouched_for(m: Measures) -> bool:
    """Tell that a person is the same, or the weekday and more names than one, with none in the place of another."""
    left_out = not m.new_names and m.names_missing <= at.MISSING_NAMES * m.names
    return (left_out or not m.names_missing) and bool(m.full_names or (m.days and m.names > 1))


def _has_other_names(m: Measures) -> bool:
    """Tell that names stand in the place of others, and no number is the same: one person, another statement."""
    if not (m.names_missing and m.new_names):
        return False
    if m.shingles >= at.PLACED_SHINGLES and not m.since:
        return True
    if m.numbers > m.numbers_missing:
        return False
    if m.numbers > 1 and not m.days:
        return True
    return not (m.stems >= at.TURNED_STEMS if m.turned else m.days and m.stems >= at.STATED_STEMS)


_RULES = (
    (Relation.SAME, WORDING, _has_same_wording),
    (Relation.SAME, FACTS, _has_same_facts),
    (Relation.UPDATE, FACTS, _is_same_event),
)
"""The first that holds decides."""
