"""Times that a text speaks of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.time import find_time_mentions, first_words

Found = list[tuple[str, str, str | None]]

DUTCH: list[tuple[str, Found]] = [
    ("De minister zei donderdag niets.", [("weekday", "donderdag", None)]),
    ("Maandagochtend viel de stroom uit.", [("weekday", "Maandagochtend", None)]),
    ("Dat was vorige week woensdag al zo.", [("weekday", "vorige week woensdag", None)]),
    ("Afgelopen zaterdag nog.", [("weekday", "Afgelopen zaterdag", None)]),
    ("De brug gaat begin januari open.", [("month", "begin januari", "XXXX-01")]),
    ("Sinds november 2022 gaat het beter.", [("month", "november 2022", "2022-11")]),
    ("Op 18 januari 2022 brak de dijk.", [("date", "18 januari 2022", "2022-01-18")]),
    ("Vanaf 1 februari geldt dat.", [("date", "1 februari", "XXXX-02-01")]),
    ("Dinsdag 12 maart 2024 stemt de raad.", [("date", "Dinsdag 12 maart 2024", "2024-03-12")]),
    ("Het contract (18-10-2016) is zoek.", [("date", "18-10-2016", "2016-10-18")]),
    ("Eind 2024 was het op.", [("year", "Eind 2024", "2024")]),
    ("De fles komt uit 1987.", [("year", "uit 1987", "1987")]),
    ("Gisteren en morgenavond wordt gespeeld.", [("day", "Gisteren", None), ("day", "morgenavond", None)]),
    ("Twee jaar geleden stond het leeg.", [("age", "Twee jaar geleden", None)]),
    ("Om 14:30 uur ging het mis.", [("clock", "14:30 uur", None)]),
    ("Komend weekend wordt het warm.", [("period", "Komend weekend", None)]),
    ("Er waren 5725 gevallen, 1987 mensen en 134.803 schapen.", []),
    ("De maartse buien en de zondagsrust deren hem niet.", []),
]

OTHERS: list[tuple[str, str, Found]] = [
    (
        "en",
        "On Thursday, March 12, 2026, they met.",
        [("weekday", "Thursday", None), ("date", "March 12, 2026", "2026-03-12")],
    ),
    ("en", "They may march, she said last week.", [("period", "last week", None)]),
    ("de", "Am Montagabend und Ende Januar.", [("weekday", "Montagabend", None), ("month", "Ende Januar", "XXXX-01")]),
    ("de", "Seit 2019, vor zwei Jahren.", [("year", "Seit 2019", "2019"), ("age", "vor zwei Jahren", None)]),
    (
        "fr",
        "Le 12 mars 2026 et jeudi dernier.",
        [("date", "12 mars 2026", "2026-03-12"), ("weekday", "jeudi dernier", None)],
    ),
    ("xx", "Een taal zonder tabel leest zondag als Nederlands.", [("weekday", "zondag", None)]),
]


@pytest.mark.parametrize(("text", "expected"), DUTCH)
def test_finds_what_dutch_copy_says_of_time(text: str, expected: Found) -> None:
    assert [(found.kind, found.text, found.edtf) for found in find_time_mentions(text)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), OTHERS)
def test_finds_what_copy_in_other_languages_says_of_time(language: str, text: str, expected: Found) -> None:
    assert [(found.kind, found.text, found.edtf) for found in find_time_mentions(text, language)] == expected


@pytest.mark.parametrize(("text", "expected"), DUTCH)
def test_a_caller_who_knows_the_first_words_finds_the_same(text: str, expected: Found) -> None:
    first = first_words()
    words = [word.span() for word in re.finditer(r"[^\W_]+", text) if word[0] in first or word[0][0].isdigit()]
    found = find_time_mentions(text, words=words)
    assert [(mention.kind, mention.text, mention.edtf) for mention in found] == expected


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["maandag", "12", "maart", "2024", "begin", "uit", "gisteren", ",", ".", ":", "09:12", "geleden"]
        )
    ).map(" ".join)
)
def test_a_mention_is_a_slice_and_never_a_publication(text: str) -> None:
    reached = 0
    for found in find_time_mentions(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= reached
        assert not found.is_publication
        reached = found.end
