"""What two items are to each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsticker.domain.duplicates.matching import Text, match_texts
from newsticker.messages.unique_item import Relation

LEAD = "De Kreekbrug bij Terhove blijft zeker tot maandag dicht voor al het verkeer, meldt Rijkswaterstaat."
HEADLINE = "Kreekbrug bij Terhove blijft dicht"
HOSTILE = (
    " " * 5000 + "x",
    "a" * 100_000,
    "1 " * 10_000,
    "'" * 9000,
    "maandag" * 900,
    "Ⅷ ½ ²",
    "\x00 " * 3000,
    "een " * 3000,
)


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


anything = st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE), st.just(LEAD))


@settings(max_examples=60)
@given(anything, anything, st.none() | st.text(max_size=30))
def test_any_two_texts_can_be_matched_either_way(one: str, other: str, headline: str | None) -> None:
    first, second = Text.of(one, headline), Text.of(other, headline)
    assert match_texts(first, second) == match_texts(second, first)
    assert len(first.signature) < 40
