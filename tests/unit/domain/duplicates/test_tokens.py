"""Cutting a text into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.duplicates.tokens import Tokens, tokenise

texts = st.lists(
    st.sampled_from(
        ["de", "Brug", "acht", "een", "twintig", "-", " ", "  ", "\n", ". ", ", ", "12", "000", "?", "“", "_"]
    )
).map("".join)


def gaps(tokens: Tokens) -> list[str]:
    return [tokens.find_gap(at) for at in range(1, len(tokens.words))]


def beginnings(text: str) -> list[str]:
    tokens = tokenise(text)
    return [word for at, word in enumerate(tokens.words) if tokens.begins_sentence(at)]


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("De brug, open", [" ", ", "]),
        ("De\n\nbrug - open  – nu", ["\n\n", " - ", "  – "]),
        ("(De) 'brug' ... ... ... open", [") '", ". ... "]),
        ("Oost-Oekraïne", ["-"]),
        ("vierentwintig-zeven", ["-"]),
        ("twintig-drie _ en", [" _ "]),
        ("in 2024 300 keer", [" ", "\u00a0", " "]),
    ],
)
def test_what_stands_between_words_is_known(text: str, between: list[str]) -> None:
    assert gaps(tokenise(text)) == between


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("De brug. Nu open", ["de", "nu"]),
        ('Hij zei: "Wij gaan."\nEn ging', ["hij", "wij", "en"]),
        ("De brug - open, nu", ["de"]),
        ("- De brug", ["de"]),
        ("Wie? ... Hij – zei men", ["wie", "hij"]),
        ("", []),
    ],
)
def test_sentences_begin_behind_their_ends(text: str, first: list[str]) -> None:
    assert beginnings(text) == first


def test_capitals_are_those_of_print() -> None:
    tokens = tokenise("De NAVO, Twintig-drie en één Café?s in 8B")
    assert list(zip(tokens.words, tokens.capitals, strict=True)) == [
        ("de", True),
        ("navo", True),
        ("23", True),
        ("en", False),
        ("1", False),
        ("cafes", False),
        ("in", False),
        ("8b", False),
    ]


def test_blanks_stand_within_numbers_of_groups_only() -> None:
    assert tokenise("1 200 000 of 12 345 6 en 2024 300").words == ["1200000", "of", "12345", "6", "en", "2024", "300"]


@given(texts, texts)
def test_a_word_is_read_alike_in_any_text(one: str, other: str) -> None:
    first, second = tokenise(f"Zo {one}"), tokenise(f"Zo {one} | {other}")
    if "8" not in first.words:  # what is told by its neighbours
        assert second.words[: len(first.words)] == first.words
