"""The keys by which texts find each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.duplicates.matching import Text
from newsticker.domain.duplicates.signature import KEY_BYTES, take_smallest

LEAD = (
    "Bij een inspectie van de Kreekbrug vond Rijkswaterstaat woensdag scheuren in twee draagbalken. De brug blijft "
    "zeker tot maandag dicht, laat wethouder Carla Minderhoud weten."
)
REST = " Auto's worden omgeleid via de N61, wat een kwartier extra reistijd kost. De brug dateert uit 1968."
WORDS = LEAD.split()


def share(one: str, other: str, *, headlines: tuple[str | None, str | None] = (None, None)) -> int:
    keys = [set(Text.of(body, headline).signature) for body, headline in zip((one, other), headlines, strict=True)]
    return len(keys[0] & keys[1])


def test_keys_are_short_few_and_different() -> None:
    keys = Text.of(LEAD + REST * 40, "Kreekbrug bij Terhove dicht").signature
    assert {len(key) for key in keys} == {KEY_BYTES}
    assert len(set(keys)) == len(keys) <= 30


@pytest.mark.parametrize(
    "other",
    [
        LEAD + REST,
        "Dit is een zin vooraf. " + LEAD,
        LEAD.split(". ", maxsplit=1)[0] + ".",
        ". ".join(reversed(LEAD.rstrip(".").split(". "))),
        LEAD.upper(),
        LEAD.replace("ij", "y"),
        LEAD.encode().decode("cp1252"),
        "Carla Minderhoud liet weten dat er bij de Kreekbrug iets mis is.",
        "Rijkswaterstaat heeft met spoed draagbalken besteld.",
    ],
)
def test_texts_that_have_something_in_common_meet(other: str) -> None:
    assert share(LEAD, other)


@pytest.mark.parametrize("place", range(len(WORDS)))
def test_any_one_word_may_change(place: int) -> None:
    changed = [*WORDS[:place], "zomaar", *WORDS[place + 1 :]]
    assert share(LEAD, " ".join(changed)) >= 2


def test_a_short_sentence_meets_the_article_that_it_begins() -> None:
    short = "Het mosselseizoen begint dit jaar op 8 juli."
    assert share(short, f"{short} {LEAD} {REST}")


def test_texts_that_have_nothing_in_common_do_not_meet() -> None:
    assert not share(LEAD, "Het weer: morgen is het zonnig, met in de middag kans op een bui.")


def test_a_headline_is_a_key_of_its_own() -> None:
    headline = "Kreekbrug blijft dicht"
    assert share("", LEAD, headlines=(headline, headline)) == 1
    assert share("", LEAD, headlines=("Weer", "Weer")) == 0


@pytest.mark.parametrize("text", ["", "Brug", "Brug dicht", "Brug weer dicht", "…", "1"])
def test_any_text_has_a_signature(text: str) -> None:
    assert len(Text.of(text, text).signature) <= 4


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 8))
def test_of_each_window_the_smallest_is_taken(hashes: list[int], window: int) -> None:
    windows = [hashes[start : start + window] for start in range(max(len(hashes) - window, 0) + 1)] if hashes else []
    assert list(dict.fromkeys(take_smallest(hashes, window))) == list(dict.fromkeys(map(min, windows)))
