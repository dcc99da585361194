"""Facts of one text in another."""

import pytest

from newsticker.domain.duplicates.facts import (
    clash,
    count_missing_names,
    count_missing_numbers,
    find_contradictions,
)
from newsticker.domain.duplicates.reading import Reading


@pytest.mark.parametrize(
    ("one", "other", "missing"),
    [
        ("Dat zei Vitali Klitsjko.", "Dat zei Vitaly Klitschko.", 0),
        ("Dat zei Pieter Hamelink.", "Dat zei Hamelink.", 0),
        ("Dat zei Pieter Hamelink.", "Dat zei Pieter Boterblom.", 1),
        ("Er is brand in Gent.", "Er is brand in een Gentse flat.", 0),
        ("Er is brand in een Luikse flat.", "Er is brand in Luik.", 0),
        ("Er is brand in Gent.", "Er is brand in Luik.", 1),
        ("Een vat Brentolie kost meer.", "Een vat Brent-olie kost meer.", 0),
        ("Dat meldt het Centraal Bureau voor de Statistiek.", "Dat meldt het CBS.", 0),
        ("Dat meldt het CBS.", "Dat meldt het Centraal Bureau voor de Statistiek.", 0),
        ("De grens met Belarus is dicht.", "De grens met Wit-Rusland is dicht.", 0),
        ("De motor reed bij Kleef.", "De motor reed bij Kleve.", 0),
        ("Hij start bij de Grand Prix van Japan.", "Hij start bij de Grand Prix van Monaco.", 1),
        ("De VS en Canada", "De Verenigde Staten en Canada", 0),
    ],
)
def test_a_name_is_there_in_any_of_its_forms(one: str, other: str, missing: int) -> None:
    assert count_missing_names(Reading(one), Reading(other)) == missing


@pytest.mark.parametrize(
    ("one", "other", "missing"),
    [
        ("een kracht van 6,3", "een kracht van 6.3", 0),
        ("1,3 miljoen klanten", "1.300.000 klanten", 0),
        ("1,3 miljoen klanten", "1,3 miljard klanten", 1),
        ("134.803 mensen", "134.800 mensen", 0),
        ("acht doden", "8 doden", 0),
        ("acht doden", "achttien doden", 1),
        ("in het vierde kwartaal", "in het 4e kwartaal", 0),
        ("van 14.00 tot 18.30 uur", "van 14 tot 18:30 uur", 0),
    ],
)
def test_a_number_is_there_in_any_notation(one: str, other: str, missing: int) -> None:
    assert count_missing_numbers(Reading(one), Reading(other)) == missing


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("De brug is weer open", "De brug is dicht", (True, False)),
        ("De uitlevering is toegestaan", "De uitlevering is verboden", (True, False)),
        ("De motie is aangenomen", "De motie is verworpen", (True, False)),
        ("Hij is buiten levensgevaar", "Hij is overleden", (True, False)),
        ("Hij is voortvluchtig", "Hij is opgepakt", (True, False)),
        ("Er is code geel", "Er is code rood", (True, False)),
        ("De winkel is niet open", "De winkel is dicht", (False, False)),
        ("Een gewonde is overleden", "Twee gewonden", (False, False)),
        ("een man van 45", "een vrouw van 45", (False, True)),
        ("in het noorden van Chili", "in het zuiden van Chili", (False, True)),
        ("Zij wonnen goud", "Zij wonnen zilver", (False, True)),
        ("tientallen huizen", "honderden huizen", (False, True)),
        ("een man en een vrouw", "een vrouw", (False, False)),
        ("De kerk is oud", "De toren is nieuw", (False, False)),
    ],
)
def test_of_what_excludes_itself_only_one_can_be_told(one: str, other: str, expected: tuple[bool, bool]) -> None:
    assert find_contradictions(Reading(one), Reading(other)) == expected
    assert find_contradictions(Reading(other), Reading(one)) == expected


def test_what_both_name_clashes_where_none_is_the_same() -> None:
    assert clash(frozenset({1}), frozenset({2}))
    assert not clash(frozenset({1, 2}), frozenset({2}))
    assert not clash(frozenset(), frozenset({2}))
