"""Numbers, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.duplicates.numerals import find_values, join_parts, read_figure, read_word
from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.vocabulary import NUMBER_WORDS


@pytest.mark.parametrize(
    ("raw", "figure"),
    [
        ("6,3", "6.3"),
        ("6.3", "6.3"),
        ("134.000", "134000"),
        ("134,000", "134000"),
        ("134 000", "134000"),
        ("14:30", "14.30"),
        ("14.30", "14.30"),
        ("1.53,12", "1.53.12"),
        ("1:53.12", "1.53.12"),
        ("2.00", "2"),
        ("18:00", "18"),
        ("7,0", "7"),
        ("10.00.00", "10.00.00"),
        ("2026", "2026"),
        ("0", "0"),
    ],
)
def test_a_figure_is_one_in_every_notation(raw: str, figure: str) -> None:
    assert read_figure(raw) == figure


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("zeven", "7"),
        ("vierentachtig", "84"),
        ("tweehonderdvijftig", "250"),
        ("honderdtwintig", "120"),
        ("honderdendrie", "103"),
        ("hundertfunfzig", "150"),
        ("negenduizend", "9000"),
        ("anderhalf", "1.5"),
        ("tweede", "2"),
        ("eerste", "1"),
        ("twaalfde", "12"),
        ("2e", "2"),
        ("15de", "15"),
        ("3rd", "3"),
        ("1er", "1"),
        ("dozijn", "12"),
        ("honderdjarige", None),
        ("honderden", None),
        ("8b", None),
        ("brand", None),
    ],
)
def test_a_number_word_is_read_with_all_it_is_made_of(word: str, number: str | None) -> None:
    assert read_word(word) == number


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("20", "3", "23"),
        ("10", "7", "17"),
        ("60", "12", "72"),
        ("4", "20", "80"),
        ("80", "19", "99"),
        ("20", "11", None),
        ("2", "1", None),
        ("20", "olie", None),
    ],
)
def test_the_halves_of_a_number_word_are_joined(first: str, second: str, joined: str | None) -> None:
    assert join_parts(first, second) == joined


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,3 miljoen klanten", {"1300000"}),
        ("1.300.000 klanten", {"1300000"}),
        ("4,3 mld euro", {"4300000000"}),
        ("4.3 billion dollars", {"4300000000"}),
        ("anderhalf miljoen", {"1500000"}),
        ("drie ton", {"300000"}),
        ("1,4 miljord euro", {"1400000000"}),
        ("3 procent van 20 mensen", {"3", "20"}),
        ("om 1.53,12 miljoen", {"1.53.12"}),
    ],
)
def test_a_number_counts_at_its_full_value(text: str, values: set[str]) -> None:
    assert find_values(Reading(text).words) == values


@pytest.mark.parametrize(
    ("text", "number", "is_there"),
    [
        ("Er zijn acht gewonden.", "8", True),
        ("Het dodental is opgelopen naar acht.", "8", True),
        ("Acht op de tien boeren zijn voor.", "8", True),
        ("Bei dem Unfall wurden acht Menschen verletzt.", "8", True),
        ("De rechtbank acht bewezen dat hij het deed.", "8", False),
        ("Zij acht het onverantwoord.", "8", False),
        ("The fire killed ten people in the port of Leith.", "10", True),
        ("Het kost ten minste een jaar, ten oosten van Axel.", "10", False),
        ("Onze personnes sont mortes dans les Alpes.", "11", True),
        ("Onze stad is van iedereen.", "11", False),
        ("Les pompiers ont soigné neuf enfants.", "9", True),
        ("Am achten Tag ging die Suche weiter, und niemand kam.", "8", True),
        ("Wij achten hem hoog.", "8", False),
        ("He was second in the race and third in the other.", "2", True),
    ],
)
def test_a_doubtful_word_is_a_number_beside_the_right_ones(text: str, number: str, is_there: bool) -> None:  # noqa: FBT001 - one of a table
    assert (number in Reading(text).words) == is_there


@pytest.mark.parametrize(("first", "other"), [(5, 8), (2, 8), (8, 9), (4, 12)])
def test_no_number_word_reads_as_another(first: int, other: int) -> None:
    words = {number: word for word, number in NUMBER_WORDS.items() if word.isalpha()} | {"8": "acht"}
    assert Reading(f"Er zijn {words[str(first)]} doden").words != Reading(f"Er zijn {words[str(other)]} doden").words


@given(st.lists(st.from_regex(r"[0-9]{1,7}([.,:][0-9]{1,4}){0,3}|[a-z]{1,12}|miljoen|mld", fullmatch=True)))
def test_any_words_have_values(words: list[str]) -> None:
    assert all(value[0].isdigit() for value in find_values([read_figure(word) for word in words]))
