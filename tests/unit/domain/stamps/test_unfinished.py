"""What looks like a stamp and says no age, and what is left of stamps at the end of a page."""

import pytest

from newsticker.domain.stamps import Stamp, find_unknown_stamp, is_cut_stamp


@pytest.mark.parametrize(
    "text",
    [
        "een poosje geleden",
        "enige tijd geleden",
        "2 uur en 5 minuten geleden",
        "3 kwrt. geleden",
        "vor einigen Stunden",
        "vor 2 Wchn.",
        "vorige week",
        "Vorige week",
        "afgelopen maand",
        "vorig jaar",
        "last week",
        "earlier this week",
        "letzte Woche",
        "vergangenen Monat",
        "la semaine dernière",
        "le mois dernier",
    ],
)
def test_an_unknown_age_is_found_as_such(text: str) -> None:
    for printed in (text, text + "BRUSSEL (ANP) - x"):
        stamp = find_unknown_stamp(printed, 0)
        assert stamp == Stamp(0, len(text), "stamp.unknown", strong=False)


@pytest.mark.parametrize(
    "text",
    [
        "Dat was een poosje geleden",
        "een poosje geleden zei hij",
        "hij zei: lang geleden",
        "hij kwam. lang geleden",
        "vorige week zei hij dat",
        "vorige week.",
        "volgende week",
        "vorige weken",
        "last week's storm",
        "x",
    ],
)
def test_prose_is_no_unknown_age(text: str) -> None:
    assert find_unknown_stamp(text, 0) is None


@pytest.mark.parametrize(
    "line",
    [
        "2",
        "2 u",
        "2 uur",
        "2 uur gel",
        "3 wk. gele",
        "anderhalf uur gel",
        "zoju",
        "ongeveer 3 uu",
        "een",
        "vor 2 St",
        "il y a 2 h",
    ],
)
def test_the_beginning_of_a_stamp_is_known(line: str) -> None:
    assert is_cut_stamp(line)


@pytest.mark.parametrize("line", ["", "De", "de man", "2 doden", "BRUSSEL", "uur geleden", "een man"])
def test_other_text_is_no_beginning_of_a_stamp(line: str) -> None:
    assert not is_cut_stamp(line)
