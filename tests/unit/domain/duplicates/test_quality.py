"""The figures of `python -m duplicates.score` that must not get worse, on every part of the labelled pairs."""

from collections import Counter, defaultdict

import pytest

from duplicates.blind import load_blind, make_blind_pairs
from duplicates.methods import ours
from duplicates.pairs import Pair, Part, load_stories, make_pairs
from newsticker.messages.unique_item import Relation

ALWAYS_FOUND = (
    "same text",
    "lead of article",
    "lead and a sentence",
    "one word changed, short",
    "one word changed, long",
    "misspelt",
    "sentence added",
    "sentence dropped",
    "sentences swapped",
    "mojibake, short",
    "mojibake, long",
    "quotes changed",
    "agency and dateline",
)
PARTS = (Part.SEEN, Part.HELD, Part.UNSEEN)
BLIND_PARTS = (Part.BLIND, Part.SCORED)
ALWAYS_FOUND_BLIND = (
    "same text",
    "dateline left on",
    "other agency",
    "mojibake",
    "mojibake, twice",
    "mojibake, marks",
    "accents lost",
    "lead of article",
    "lead and a sentence",
    "paragraph dropped",
    "paragraphs swapped",
    "first half",
    "mojibake, article",
    "cut",
)
Told = dict[Part, list[tuple[Pair, Relation]]]


@pytest.fixture(scope="module")
def told() -> Told:
    answers: Told = defaultdict(list)
    for pair in make_pairs(load_stories()) + make_blind_pairs(load_blind()):
        answers[pair.story.part].append((pair, ours(pair.first, pair.second)))
    return answers


def test_there_are_enough_pairs(told: Told) -> None:
    assert all(len(told[part]) >= 500 for part in Part)
    assert {pair.story.language for pair, _ in told[Part.UNSEEN]} == {"nl", "en", "de", "fr"}


def test_cut_touched_up_and_broken_copies_are_always_found(told: Told) -> None:
    lost = [
        (pair.kind, pair.story.name)
        for part in PARTS
        for pair, answer in told[part]
        if pair.kind in ALWAYS_FOUND and answer is not Relation.SAME
    ]
    assert lost == []


def test_other_stories_are_never_linked(told: Told) -> None:
    linked = [
        (pair.kind, pair.story.name)
        for part in PARTS
        for pair, answer in told[part]
        if pair.relation is Relation.NONE and answer is not Relation.NONE
    ]
    assert linked == []


@pytest.mark.parametrize("part", PARTS)
def test_what_is_called_the_same_is_the_same(told: Told, part: Part) -> None:
    called = [pair for pair, answer in told[part] if answer is Relation.SAME]
    assert sum(pair.relation is Relation.SAME for pair in called) >= 0.99 * len(called)


@pytest.mark.parametrize("part", PARTS)
def test_updates_are_linked_and_hardly_ever_merged(told: Told, part: Part) -> None:
    answers = Counter(answer for pair, answer in told[part] if pair.relation is Relation.UPDATE)
    assert answers[Relation.UPDATE] >= 0.8 * answers.total()
    assert answers[Relation.SAME] <= 0.05 * answers.total()


@pytest.mark.parametrize("part", PARTS)
def test_reports_in_other_words_are_at_least_linked(told: Told, part: Part) -> None:
    answers = Counter(answer for pair, answer in told[part] if "rewritten" in pair.kind)
    assert answers[Relation.SAME] + answers[Relation.UPDATE] >= 0.9 * answers.total()


@pytest.mark.parametrize("part", BLIND_PARTS)
def test_of_what_was_written_blind_all_copies_are_found_and_hardly_anything_is_merged(told: Told, part: Part) -> None:
    lost = [
        (p.kind, p.story.name) for p, answer in told[part] if p.kind in ALWAYS_FOUND_BLIND and answer is not p.relation
    ]
    assert lost == []
    called = [pair for pair, answer in told[part] if answer is Relation.SAME]
    assert sum(pair.relation is Relation.SAME for pair in called) >= 0.985 * len(called)
    assert not [pair.story.name for pair in called if pair.relation is Relation.NONE]


@pytest.mark.parametrize("part", BLIND_PARTS)
def test_of_what_was_written_blind_edits_are_found_and_most_updates_linked(told: Told, part: Part) -> None:
    edited = Counter(answer for pair, answer in told[part] if pair.kind.startswith("edited"))
    updates = Counter(answer for pair, answer in told[part] if pair.relation is Relation.UPDATE)
    others = Counter(answer for pair, answer in told[part] if pair.relation is Relation.NONE)
    assert edited[Relation.SAME] >= 0.9 * edited.total()
    assert updates[Relation.UPDATE] >= 0.7 * updates.total()
    assert others[Relation.NONE] >= 0.96 * others.total()
