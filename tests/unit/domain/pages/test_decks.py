"""What stands below the title of an article and tells more of it: a deck, or its points."""

import pytest

from newsticker.domain.pages import SpanKind, split_page
from newsticker.domain.sources import SourceProfile
from unit.domain.pages.articles import LEAD, LONG, SHORT, TITLE, split


@pytest.mark.parametrize("above", ["", "Home\nNieuws\n", "Omroep Veldrade\n"])
@pytest.mark.parametrize("below", ["", "Jan Klaver\n", "Door ANP - 18-10-2016, 16:25\n", "Foto: ANP\n12 mei 2024\n"])
@pytest.mark.parametrize("deck", ["Raad spreekt van een pijnlijk besluit", "Burgemeester: 'Dit was onvermijdelijk'"])
def test_a_deck_below_the_title_is_no_title(above: str, deck: str, below: str) -> None:
    title = "Wethouder van Meppel stapt op om camper"
    text = f"{above}{title}\n{deck}\n{below}{LEAD}\n{SHORT}"
    (item,) = split(text)
    assert item.headline is not None
    assert (item.headline.value, item.body) == (title, f"{LEAD}\n\n{SHORT}")
    kinds = {text[span.start : span.end]: span.kind for span in split_page(text, SourceProfile(), None).spans}
    assert kinds[deck] is SpanKind.ASIDE


@pytest.mark.parametrize(
    "line",
    [
        "Nieuws uit de wijde regio",
        "Al het nieuws uit Meppel",
        "Meppel Camper Wethouder Wonen",
        "Politiek Economie Sport Cultuur",
    ],
)
def test_a_slogan_or_a_menu_above_the_title_does_not_make_it_a_deck(line: str) -> None:
    title = "Wethouder van Meppel stapt op om camper"
    (item,) = split(f"{line}\n{title}\nDoor Jan Klaver\n{LEAD}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (title, LEAD)


@pytest.mark.parametrize(
    "above",
    [
        (LONG,),
        (f"- {LONG}", "- Zijn camper stond in Meppel.", "- Er komt een opvolger."),
    ],
    ids=["deck", "points"],
)
@pytest.mark.parametrize("between", ["", "Door onze redactie\n12 mei 2024 Leestijd 3 minuten\n"])
def test_a_dateline_below_the_deck_or_the_points_of_an_article_is_its_own(above: tuple[str, ...], between: str) -> None:
    (item,) = split(f"{TITLE}\n" + "\n".join(above) + f"\n{between}MEPPEL (ANP) - {LEAD}\n{SHORT}")
    assert item.dateline is not None
    assert (item.dateline.places, item.dateline.agencies) == (("MEPPEL",), ("ANP",))
    assert item.body == "\n\n".join((*above, LEAD, SHORT))


def test_a_dateline_further_down_is_no_articles() -> None:
    (item,) = split(f"{TITLE}\n{LEAD}\n{LONG}\nMEPPEL (ANP) - {LEAD}\n{SHORT}")
    assert item.dateline is None
