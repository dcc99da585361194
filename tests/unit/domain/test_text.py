"""What is skipped for being plain would have changed nothing."""

from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsticker.domain import text as rules

ODD = "aZ `'\"-\n\u00a0éß“’–\u00adÃÂâÄ\u00a9\u00afƫ\ufffdžœ™"
letters = st.text(alphabet=st.sampled_from(ODD) | st.characters(), max_size=40)


@given(letters | st.text(alphabet=st.characters(max_codepoint=127)))
def test_plain_text_is_unified_as_any_other(text: str) -> None:
    whole = normalize("NFKC", text).translate(rules._ODDITIES)
    assert rules.unify(text) == " ".join(whole.casefold().split())


@given(letters)
def test_a_text_without_suspect_letters_has_no_broken_encoding(text: str) -> None:
    broken = rules._MOJIBAKE.search(text) is not None or rules._WRONG_LETTER.search(text) is not None
    assert rules.has_mojibake(text) == broken


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x17E, categories=["Lu", "Ll"]), max_size=20))
def test_a_name_that_was_read_in_the_wrong_encoding_comes_back(name: str) -> None:
    assume(rules._BYTES.search(name) is None)
    once = name.encode().decode("latin-1")
    assert rules.repair_name(once) == name
    assert rules.repair_name(once.encode().decode("latin-1")) == name


def test_a_whole_name_stays_as_it_is() -> None:
    for name in ("Goes", "São Paulo", "ÅRHUS", "Łódź", "’s-Gravenhage", "КИЇВ"):
        assert rules.repair_name(name) == name


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Łódź MÃ¼nchen", "Łódź München"),  # Windows-1252 has no Ł
        ("Müller MÃ¼nchen", "Müller München"),  # the first ü is no byte of UTF-8
    ],
)
def test_a_name_that_is_broken_in_one_place_comes_back(broken: str, whole: str) -> None:
    assert rules.repair_name(broken) == whole
