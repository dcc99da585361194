"""Compares how two articles begin: a new lead above the old rest is an update, however much they share."""

from newsticker.domain.duplicates import thresholds as at
from newsticker.domain.duplicates.facts import count_missing_names, count_missing_numbers, find_contradictions
from newsticker.domain.duplicates.likeness import has_word
from newsticker.domain.duplicates.reading import HEAD_WORDS, Reading
from newsticker.domain.duplicates.vocabulary import ROUTINE_TURNS

_FIRST_WORDS = 8
"""An article that begins with the same words has the same lead, and what it lacks was cut."""


def has_new_lead(one: Reading, other: Reading) -> bool:
    """Tell whether one of two articles begins with what the other has nowhere; in other words it may."""
    lead, other_lead = one.cut(HEAD_WORDS), other.cut(HEAD_WORDS)
    facts = _has_new_facts(lead, other), _has_new_facts(other_lead, one)
    shared = len(lead.stems & other_lead.stems) / max(min(len(lead.stems), len(other_lead.stems)), 1)
    if all(facts) or one.words[:_FIRST_WORDS] == other.words[:_FIRST_WORDS]:
        return all(facts)
    if any(facts) and shared < at.LEAD_FACT_STEMS:
        return True
    if one.recaps != other.recaps or any(find_contradictions(lead, other_lead)):
        return True
    if (lead.turns - other.turns | other_lead.turns - one.turns) - ROUTINE_TURNS:
        return True
    return shared < at.LEAD_STEMS and min(_count_news(lead, other), _count_news(other_lead, one)) >= at.LEAD_NEWS


def _has_new_facts(lead: Reading, other: Reading) -> bool:
    if count_missing_numbers(lead, other) or not lead.days <= other.days or not set(lead.months) <= set(other.months):
        return True
    return count_missing_names(lead, other) > 0


def _count_news(lead: Reading, other: Reading) -> float:
    """Give the share of a lead's content words that the other text has not."""
    places = [place for place, meaning in enumerate(lead.meanings) if meaning]
    new = sum(not has_word(place, lead, other) for place in places)
    return new / len(places) if places else 0.0
