"""Leads that take up what is known."""

import pytest

from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.relating import relate
from newsticker.messages.unique_item import Relation


@pytest.mark.parametrize(
    ("text", "recaps"),
    [
        ("De brand waarbij dinsdag twee schuren verloren gingen, is aangestoken.", True),
        ("Een van de vijf bewoners die gewond raakten is overleden.", True),
        ("Twee van de mannen die werden gezocht zijn opgepakt.", True),
        ("The man who fell from a bridge in Leith has died.", True),
        ("Le bateau qui a coulé lundi transportait du sable.", True),
        ("De brug, die zondag dichtging, is oud.", False),
        ("De brug is dicht. De man die haar bedient is ziek.", False),
        ("Een brug waarbij twee mannen werken is dicht.", False),
        ("In Goes is een brug dicht waarbij twee mannen werken.", False),
        ("De", False),
        ("", False),
    ],
)
def test_a_known_thing_and_a_clause_that_says_which_take_up_a_story(text: str, recaps: bool) -> None:  # noqa: FBT001 - one of a table
    assert Reading(text).recaps is recaps


def test_what_takes_up_a_story_is_an_update_of_it() -> None:
    first = (
        "Bij een explosie in een vuurwerkfabriek in Valdora zijn woensdag zes arbeiders omgekomen. De oorzaak is nog "
        "onbekend, zegt gouverneur Ana Quiroga."
    )
    later = (
        "De explosie waarbij woensdag in een vuurwerkfabriek in Valdora zes arbeiders omkwamen, is veroorzaakt door "
        "kortsluiting. Dat zegt gouverneur Ana Quiroga."
    )
    verdict = relate(Reading(first), Reading(later))
    assert verdict.relation is Relation.UPDATE
    assert "taken up" in verdict.evidence
