"""What two items are to each other."""

import pytest

from newsticker.domain.duplicates.matching import Text, match_texts
from newsticker.messages.unique_item import Relation

LEAD = "De Kreekbrug bij Terhove blijft zeker tot maandag dicht voor al het verkeer, meldt Rijkswaterstaat."
HEADLINE = "Kreekbrug bij Terhove blijft dicht"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ((LEAD, None), (LEAD + " Er zijn scheuren gevonden.", None), Relation.SAME),
        ((LEAD, HEADLINE), ("De zon schijnt vandaag vrijwel overal volop.", HEADLINE), Relation.NONE),
        (("", HEADLINE), (LEAD, HEADLINE), Relation.SAME),
        (("", HEADLINE.upper() + "!"), (LEAD, HEADLINE), Relation.SAME),
        (("", "Weer dicht"), (LEAD, "Weer dicht"), Relation.NONE),
        (("", HEADLINE), ("", HEADLINE), Relation.NONE),
        (("", None), (LEAD, None), Relation.NONE),
        (("", None), ("", None), Relation.NONE),
    ],
)
def test_bodies_decide_and_a_headline_where_one_has_no_body(
    one: tuple[str, str | None], other: tuple[str, str | None], relation: Relation
) -> None:
    first, second = Text.of(*one), Text.of(*other)
    assert match_texts(first, second).relation is relation
    assert match_texts(second, first) == match_texts(first, second)
