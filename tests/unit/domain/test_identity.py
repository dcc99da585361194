"""Identity is content, however it is printed."""

from unicodedata import normalize
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.identity import fingerprint_text, item_id, sighting_id
from newsticker.messages.base import NEWSTICKER_NAMESPACE, name_id

BODY = 'De brug bij "Veldrade" is weer open - na een jaar.'

SAME = [
    BODY.upper(),
    BODY.replace('"', "“"),
    BODY.replace(" - ", " – "),
    BODY.replace(" ", "\u00a0"),
    BODY.replace(" ", "  \n"),
    "\ufeff" + BODY + " ",
    BODY.replace("brug", "br\u00adug"),
]


@pytest.mark.parametrize("other", SAME)
def test_the_same_words_are_the_same_item(other: str) -> None:
    assert item_id(other) == item_id(BODY)


@pytest.mark.parametrize(
    "other", ["OekraÃ¯ne wacht.", "Oekraƫne wacht.".replace("aƫ", "aï"), normalize("NFD", "Oekraïne wacht.")]
)
def test_a_broken_encoding_is_the_same_item(other: str) -> None:
    assert item_id(other) == item_id("Oekraïne wacht.")


def test_one_letter_that_became_another_is_the_same_item() -> None:
    assert item_id("een georiƫnteerde stad") == item_id("een georiënteerde stad")


def test_a_headline_identifies_only_what_has_no_body() -> None:
    assert item_id(BODY, "Een") == item_id(BODY, "Ander") == item_id(BODY)
    assert item_id("", "Een") != item_id("", "Ander")
    assert item_id("", "Een") != item_id("Een")


def test_recurring_headlines_are_kept_apart_by_place() -> None:
    assert item_id("", "Weer", place="a\n2026-01-22") != item_id("", "Weer", place="a\n2026-01-23")
    assert item_id(BODY, "Weer", place="a") == item_id(BODY, "Weer", place="b")


def test_a_sighting_is_a_place_on_a_document() -> None:
    document = UUID(int=7)
    assert sighting_id(document, 1) == sighting_id(document, 1) != sighting_id(document, 2)


def test_a_fingerprint_is_plain() -> None:
    assert fingerprint_text("  “Ja”\u00a0— ZEI hij…  ") == '"ja" - zei hij...'


@given(st.text())
def test_ids_are_those_that_any_library_makes(name: str) -> None:
    assert name_id(name) == uuid5(NEWSTICKER_NAMESPACE, name)
