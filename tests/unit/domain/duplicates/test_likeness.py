"""The same word, however it is spelt."""

import pytest

from newsticker.domain.duplicates.likeness import has_word, is_acronym, sounds_like
from newsticker.domain.duplicates.reading import Reading


@pytest.mark.parametrize(
    ("word", "own", "other", "is_there"),
    [
        ("beurzen", "De beurzen sloten", "De effectenbeurzen sloten", True),
        ("effectenbeurzen", "De effectenbeurzen sloten", "De beurzen sloten", True),
        ("brentolie", "Een vat Brentolie", "Een vat Brent-olie", True),
        ("brent", "Een vat Brent-olie", "Een vat Brentolie", True),
        ("benzinestation", "bij een benzinestation", "bij een tankstation", True),
        ("griepepidemie", "een griepepidemie", "een griepepedemie", True),
        ("woordvoerster", "een woordvoerster", "een woordvoerder", True),
        ("trein", "een trein", "twee treinen", True),
        ("werkt", "hij werkt", "zij werken", True),
        ("boek", "een boek", "een boer", False),
        ("vrouw", "een vrouw", "een man", False),
        ("vuurwerk", "een verbod op vuurwerk", "een verbod op flitskredieten", False),
        ("olieprijs", "De olieprijs", "De gasprijs", False),
        ("12", "12 doden", "120 doden", False),
    ],
)
def test_a_word_is_found_in_any_spelling(word: str, own: str, other: str, is_there: bool) -> None:  # noqa: FBT001 - one of a table
    reading = Reading(own)
    assert has_word(reading.words.index(word), reading, Reading(other)) == is_there


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("klitsjko", "klitschko", True),
        ("vitali", "vitaly", True),
        ("kleef", "kleve", True),
        ("zelensky", "zelenski", True),
        ("charkiv", "sharkiv", False),
        ("jansen", "hansen", False),
        ("ede", "ede", False),
        ("goes", "gent", False),
    ],
)
def test_names_in_other_scripts_sound_alike(one: str, other: str, alike: bool) -> None:  # noqa: FBT001 - one of a table
    assert sounds_like(one, other) == alike


def test_an_acronym_is_made_of_initials() -> None:
    assert is_acronym("cbs", [("nederland",), ("centraal", "bureau"), ("statistiek",)])
    assert not is_acronym("cbs", [("centraal", "bureau")])
    assert not is_acronym("cb", [("centraal", "bureau")])
