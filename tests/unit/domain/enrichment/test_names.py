"""Which words make a name, and which only stand beside it: `(text, people, organisations, places)`."""

import pytest

from unit.domain.enrichment.copies import enrich_line


@pytest.mark.parametrize(
    ("text", "people", "organisations", "places"),
    [
        # a town's name gives way to the hospital's that shares a word with it
        ("Hij ligt in het Sint Antonius Ziekenhuis.", [], ["Antonius Ziekenhuis"], []),
        # a title is no part of a name, and neither are the small words behind it
        ("Ursula von der Leyen komt. President von der Leyen is er al.", ["Ursula von der Leyen"], [], []),
        # who is named beside a person is one too, unless there is a town in the name
        ("Serhou Guirassy en Felix Nmecha komen.", ["Serhou Guirassy", "Felix Nmecha"], [], []),
        ("Sterrenkoor Utrecht en Jan Klaver komen.", ["Jan Klaver"], [], []),
        # letters behind an unknown name are no surname, whatever people it is of
        ("De Nigeriaan Emeka XQ trof tweemaal raak.", [], [], []),
        ("De Nigeriaan Emeka Goes trof tweemaal raak.", ["Emeka Goes"], [], []),
        # who or what is only called so is no place
        ("De hond woont in Luik.", [], [], ["Luik"]),
        ("De hond kreeg de naam Luik.", [], [], []),
        # the article that begins a sentence is no part of a name
        ("De Norse Airlines vliegt weer.", [], ["Norse Airlines"], []),
        ("De Airlines vliegt weer.", [], [], []),
    ],
)
def test_a_name_has_its_own_words_only(
    text: str, people: list[str], organisations: list[str], places: list[str]
) -> None:
    found = enrich_line(text)
    assert [person.name for person in found.people] == people
    assert [organisation.name for organisation in found.organisations] == organisations
    assert [place.name for place in found.places] == places
