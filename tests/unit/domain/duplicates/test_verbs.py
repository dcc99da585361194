"""Verbs that stand in two places."""

import pytest

from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.tokens import fold, tokenise
from newsticker.domain.duplicates.verbs import SEPARABLE, find_separated


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Valdoria stelt de heffing uit tot september.", ["uitgesteld"]),
        ("De gemeente trekt de vergunning in.", ["ingetrokken"]),
        ("De politie hield na een tip drie mannen aan, onder wie een agent.", ["aangehouden"]),
        ("Verdi sagt den Streik am Flughafen ab.", ["abgesagt"]),
        ("Zij stelt vragen. Het licht gaat uit.", []),
        ("Hij stelt een plan op uit 2020 dat niemand las.", []),
        ("Hij wijst de weg.", []),
    ],
)
def test_a_verb_is_whole_where_its_part_ends_the_clause(text: str, verbs: list[str]) -> None:
    assert [verb for _, verb in find_separated(tokenise(text))] == verbs


def test_a_verb_means_the_same_in_one_place_and_in_two() -> None:
    one, other = Reading("Valdoria stelt de heffing uit."), Reading("De heffing van Valdoria is uitgesteld.")
    assert one.stems == other.stems
    assert one.turns == other.turns != frozenset()


def test_the_table_is_folded() -> None:
    assert all(word == fold(word) for key, whole in SEPARABLE.items() for word in (*key, whole))
