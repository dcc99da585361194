"""Words by what they mean, and the tables that say so."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.duplicates.meaning import find_meaning, find_meanings
from newsticker.domain.duplicates.opposites import ALTERNATIVES, KINDS_FROM, NEGATIONS
from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.synonyms import _ROWS, LIGHT_WORDS, SYNONYMS
from newsticker.domain.duplicates.tokens import fold
from newsticker.domain.duplicates.vocabulary import LITTLE_WORDS

ENTRIES = _ROWS.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bij de brand is een man om het leven gekomen", "Bij de brand is een man omgekomen"),
        ("een ongeval op de snelweg", "een aanrijding op de autosnelweg"),
        ("De politie heeft drie mannen opgepakt", "De politie heeft drie mannen gearresteerd"),
        ("De weg is dicht", "De weg is afgesloten"),
        ("Het duel is afgelast", "De wedstrijd is geannuleerd"),
        ("vluchten vanuit Kyiv", "vluchten vanuit Kiev"),
        ("de grens met Belarus", "de grens met Wit-Rusland"),
        ("two people were killed in a crash", "two people died in a collision"),
        ("zwei Menschen kamen ums Leben", "zwei Menschen sind gestorben"),
        ("ein Lastwagen auf der Brücke", "ein LKW auf der Brücke"),
    ],
)
def test_desks_choose_among_words_for_one_thing(one: str, other: str) -> None:
    assert Reading(one).stems == Reading(other).stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("steekpartij", "schietpartij"),
        ("doden", "gewonden"),
        ("geopend", "gesloten"),
        ("verboden", "toegestaan"),
        ("vrijgesproken", "veroordeeld"),
        ("olieprijs", "gasprijs"),
        ("banken", "reders"),
        ("mensenhandel", "oplichting"),
    ],
)
def test_what_tells_two_events_apart_never_means_the_same(one: str, other: str) -> None:
    assert find_meaning(one) != find_meaning(other)


def test_a_phrase_has_its_meaning_at_its_first_word_and_nothing_behind_it() -> None:
    assert find_meanings(["zij", "kwam", "om", "het", "leven"]) == ("", "", "dood", "", "")


def test_who_said_it_means_nothing() -> None:
    assert Reading("De brug is dicht, aldus de gemeente").stems == Reading("De brug is dicht, meldt de gemeente").stems


def test_no_word_stands_in_the_table_twice() -> None:
    assert [word for word, count in Counter(ENTRIES).items() if count > 1] == []


def test_tables_are_folded_and_hold_no_little_words() -> None:
    assert [word for word in (*ENTRIES, *LIGHT_WORDS, *NEGATIONS, *ALTERNATIVES) if word != fold(word)] == []
    assert [word for word in SYNONYMS if word in LITTLE_WORDS | LIGHT_WORDS] == []


def test_alternatives_are_named_as_the_table_of_synonyms_names_them() -> None:
    assert [word for word in ALTERNATIVES if SYNONYMS.get(word, word) != word] == []
    sides = Counter(row for row, _ in set(ALTERNATIVES.values()))
    assert all(count > 1 for count in sides.values())
    assert 0 < KINDS_FROM < len(sides)


@given(st.lists(st.one_of(st.sampled_from(sorted(SYNONYMS)), st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True))))
def test_each_word_has_one_meaning_or_none(words: list[str]) -> None:
    assert len(find_meanings(words)) == len(words)
