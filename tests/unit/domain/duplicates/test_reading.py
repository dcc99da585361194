"""Reading a text for comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.tokens import MAX_WORDS, fold, trim


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Een brand, gisteren.", ["een", "brand", "gisteren"]),
        ("134.000 mensen", ["134000", "mensen"]),
        ("134,000 people", ["134000", "people"]),
        ("134\u00a0000 of 1 200 000 in 2022 300 keer", ["134000", "of", "1200000", "in", "2022", "300", "keer"]),
        ("drieëntwintig, vierhundert, één, een", ["23", "400", "1", "een"]),
        ("3,2 miljoen om 14:30 uur", ["3.2", "miljoen", "om", "14.30", "uur"]),
        ("drie doden, elf gewonden", ["3", "doden", "11", "gewonden"]),
        ("twenty-three and vingt-trois", ["23", "and", "23"]),
        ("de A58 en groep 8b", ["de", "a58", "en", "groep", "8b"]),
        ("Zoë en FRANÇOIS", ["zoe", "en", "francois"]),
        ("OekraÃ¯ne", ["oekraine"]),
        ("Oekra?ne en caf\ufffds", ["oekrane", "en", "cafs"]),
        ("l'Union d’Europe", ["l", "union", "d", "europe"]),
        ("", []),
        (" \n- ", []),
    ],
)
def test_words_are_what_varies_least_in_print(text: str, words: list[str]) -> None:
    assert Reading(text).words == words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Volgens president Ernesto Quiroga is het veilig.", [("ernesto", "quiroga")]),
        ("In Goes. Daar kwam wethouder Marloes van Tichelen.", [("goes",), ("marloes", "tichelen")]),
        ("De man zegt niets. Hij zwijgt.", []),
        ('Hij zei: "Wij gaan." En ging.', []),
        ("Zij gaat dinsdag in Mei naar de NAVO.", [("navo",)]),
        ("Nach Angaben der Polizei gab es in Kassel einen Unfall mit Menschen und Tieren.", [("kassel",)]),
        ("On May 7 The Bank of England met.", [("bank", "england")]),
        ("DE BRAND IN GOES", [("brand", "goes")]),
    ],
)
def test_names_are_capitalised_for_no_other_reason(text: str, names: list[tuple[str, ...]]) -> None:
    assert list(Reading(text).names) == names


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("dinsdag en woensdagmiddag", {2, 3}),
        ("on Sunday, lundi matin, am Freitagmorgen", {7, 1, 5}),
        ("vandaag en overdag", set()),
        ("een dag later", set()),
    ],
)
def test_weekdays_are_read_in_four_languages(text: str, days: set[int]) -> None:
    assert Reading(text).days == days


def test_little_words_say_nothing_of_the_subject() -> None:
    assert Reading("De brand is in het oude gemeentehuis van Goes").stems == {"brand", "oude", "gemeen", "goes"}
    assert Reading("De brand is in het oude gemeentehuis van Goes").topic == {"brand", "oude", "gemeen"}


def test_alike_words_for_what_happened_since_are_one() -> None:
    assert Reading("Er is iemand opgepakt").turns == Reading("Er is iemand aangehouden").turns != frozenset()


def test_months_are_read_where_they_are_no_verbs() -> None:
    assert Reading("van maart tot décembre; it may march on").months == (3, 12)
    assert Reading("on 7 May and in March").months == (5, 3)


def test_ages_are_read_in_four_languages() -> None:
    assert Reading("een 52-jarige, ein 33-jähriger, un homme de 41 ans").ages == {"52", "33", "41"}
    assert Reading("a 27-year-old of 30").ages == {"27"}


def test_how_a_story_ends_is_read() -> None:
    assert Reading("Het kind is terecht").outcomes != Reading("Het kind is vermist").outcomes == frozenset()


def test_a_reading_can_be_cut() -> None:
    reading = Reading("een lange lijst woorden")
    assert reading.cut(2).words == ["een", "lange"]
    assert reading.cut(9) is reading


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert len(Reading("woord " * 5000).words) == MAX_WORDS
    assert trim("kort") == "kort"


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    reading = Reading(text)
    assert len(reading.words) <= MAX_WORDS
    assert all(reading.words)
    assert reading.head_stems <= reading.stems
    assert reading.topic <= reading.stems
    assert reading.numbers <= reading.vocabulary


@given(st.text(alphabet="abcdeéèëïAÉ", max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("damaged", "whole", "mended"),
    [
        ("een caf\ufffd", "een café", ["een", "cafe"]),
        ("l'incendie a d\ufffd\ufffdtruit", "un incendie a détruit", ["l", "incendie", "a", "detruit"]),
        ("Er is ?t?", "Er is été", ["er", "is", "ete"]),
        ("w?l", "wel of wal", ["wl"]),
        ("wel?", "wel of wels", ["wel"]),
        ("geheel heel", "iets anders", ["geheel", "heel"]),
    ],
)
def test_damaged_words_are_read_as_the_one_that_they_may_be(damaged: str, whole: str, mended: list[str]) -> None:
    assert Reading(damaged).mend(Reading(whole)).words == mended


def test_a_dateline_that_was_left_standing_is_not_read() -> None:
    body = "Bij een brand is niemand gewond geraakt."
    for dateline in ("TERHOVE (ANP) - ", "Terhove (Novum) – ", "(ANP) - ", "DEN HAAG - "):
        assert Reading(dateline + body).words == Reading(body).words
    assert Reading("Ja - dat was het.").words == ["ja", "dat", "was", "het"]


def test_figures_that_come_back_are_known_by_their_period() -> None:
    assert Reading("4 procent meer dan een jaar eerder").recurs
    assert Reading("in maart, tegen 3 procent in februari").recurs
    assert Reading("The index fell from last month").recurs
    assert not Reading("De man van 40 werd in maart gevonden").recurs


def test_weekdays_begin_compounds_of_any_length() -> None:
    assert Reading("zondagochtend, maandagnacht, Sonntagabend").days == {7, 1}


def test_alternatives_behind_a_not_are_not_told() -> None:
    assert Reading("De brug is niet open").alternatives == frozenset()
    assert Reading("De brug is open").alternatives != frozenset()
