"""Lines above the title of an article, and what is the title among them."""

import pytest

from newsticker.domain.pages import SpanKind, split_page
from newsticker.domain.sources import SourceProfile
from unit.domain.pages.articles import split

TITLE = "Brug open na storm"
LEAD = "De brug is open. Er was een kabel gebroken."


@pytest.mark.parametrize(("above", "title"), [("", TITLE), ("Boom om in Ede\n", "De Bode")])
def test_a_slogan_stands_below_the_name_of_the_site_on_top_of_a_page_only(above: str, title: str) -> None:
    (item,) = split(f"{above}De Bode\nAltijd dichtbij.\n{TITLE}\n{LEAD}")
    assert item.headline is not None
    assert item.headline.value == title


def test_the_lowest_of_several_names_above_the_lead_is_the_title() -> None:
    (item,) = split(f"Het Morgenblad\n\nVELDRADE\n\n{LEAD}")
    assert item.headline is not None
    assert item.headline.value == "VELDRADE"


@pytest.mark.parametrize(("line", "kind"), [("22 januari", SpanKind.DATE), ("2 uur geleden", SpanKind.BOILERPLATE)])
def test_a_time_above_the_title_is_the_page_s_own(line: str, kind: SpanKind) -> None:
    page = f"{line}\n{TITLE}\n{LEAD}"
    (item,) = split(page)
    assert (item.body, item.time.stamp) == (LEAD, None)
    first, *_ = split_page(page, SourceProfile(), None).spans
    assert (page[first.start : first.end], first.kind) == (line, kind)


def test_a_page_with_nothing_but_names_and_times_is_one_item() -> None:
    lines = ("GOES (ANP)- De", "Published 4 June 2024, 10:15", "Dieren")
    (item,) = split("\n".join(lines))
    assert item.body == "\n\n".join(lines)
