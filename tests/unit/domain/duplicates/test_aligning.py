"""What stands in the place of what."""

import pytest

from newsticker.domain.duplicates.aligning import Difference, find_difference
from newsticker.domain.duplicates.reading import Reading

BAN = "De gemeenteraad van Terhove stemde dinsdag in met een verbod op {}."
STRIKE = "De staking bij de veerdienst gaat maandag {}door. Er is {} akkoord over een nieuwe cao."


def find(one: str, other: str) -> Difference:
    return find_difference(Reading(one), Reading(other))


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        (BAN.format("vuurkorven"), BAN.format("vuurkorven"), 0),
        (BAN.format("vuurkorven"), BAN.format("houtkachels"), 1),
        (BAN.format("vuurkorven"), BAN.format("kachels die op hout branden") + " Het gaat in mei in.", 1),
        (BAN.format("vuurkorven"), BAN.format("vuurkorven") + " Het gaat in mei in.", 0),
        (BAN.format("grote vuurkorven"), BAN.format("open vuurkorven"), 0),
        (BAN.format("vuurkorven"), BAN.format("vuurkroven"), 0),
        ("De brug is dicht door een ongeval.", "De brug is gesloten door een ongeluk.", 0),
        ("De wagen van 12 raakte te water.", "De wagen van 14 raakte te water.", 0),
        ("De olieprijs steeg dinsdag door de kou.", "De gasprijs steeg dinsdag door de droogte.", 2),
    ],
)
def test_nouns_and_verbs_in_the_place_of_others_are_counted(one: str, other: str, changed: int) -> None:
    assert find(one, other).changed == changed
    assert find(other, one).changed == changed


@pytest.mark.parametrize(
    ("one", "other", "flipped"),
    [
        ("Er zijn geen gewonden gevallen.", "Er zijn gewonden gevallen.", True),
        ("De trein rijdt maandag door.", "De trein rijdt maandag niet door.", True),
        ("Hij is nog voortvluchtig.", "Hij is niet langer voortvluchtig.", True),
        (STRIKE.format("", "geen"), STRIKE.format("niet ", "een"), True),
        ("De brug gaat dinsdag niet open.", "De brug gaat niet dinsdag open.", False),
        ("De brug gaat dicht.", "De brug gaat dicht. Niemand raakte gewond.", False),
        ("The ferry is running on Friday.", "The ferry is not running on Friday.", True),
    ],
)
def test_a_not_that_comes_or_goes_by_itself_turns_the_sentence(one: str, other: str, flipped: bool) -> None:  # noqa: FBT001 - one of a table
    assert find(one, other).flipped is flipped
    assert find(other, one).flipped is flipped
