"""Lines among the copy of an article that are none of it, and copy that looks like them."""

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document
from support.asides import BETWEEN, COPY
from support.bridge import FIRST, HEAD, LAST, TICKER, TREE, split


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_line_among_the_copy_is_none_of_it(between: str, line: str) -> None:
    text = f"{HEAD}\n{between}\n{LAST}".replace("\n", line)
    assert split(f"{text}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)


@pytest.mark.parametrize("copy", COPY)
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_copy_that_looks_like_such_a_line_stays(copy: str, line: str) -> None:
    above = f"{HEAD}\n{copy}\n{LAST}".replace("\n", line)
    assert split(f"{above}\n{TICKER}") == (f"{FIRST}\n\n{copy}\n\n{LAST}", TREE)
    below = f"{HEAD}\n{LAST}\n{copy}".replace("\n", line)
    assert split(f"{below}\n{TICKER}") == (f"{FIRST}\n\n{LAST}\n\n{copy}", TREE)


@pytest.mark.parametrize("pointer", ["LEES OOK", "Lees ook:", "Verder lezen", "Dossier"])
@pytest.mark.parametrize("crosshead", ["Hogere kosten", "Wat nu?"])
def test_a_crosshead_below_a_box_of_titles_stays(pointer: str, crosshead: str) -> None:
    box = f"{pointer}\nTrams rijden vrijdag niet door een staking\nZo ziet de nieuwe halte aan het station eruit"
    expected = (f"{FIRST}\n\n{crosshead}\n\n{LAST}", TREE)
    for lines in (f"{HEAD}\n\n{box}\n\n{crosshead}\n\n{LAST}", f"{HEAD}\n{box}\n{crosshead}\n{LAST}"):
        assert split(f"{lines}\n\n{TICKER}") == expected


@pytest.mark.parametrize("heading", ["Dossier", "Meer over", "Reacties", "Tips", "Aanraders"])
def test_a_heading_right_above_copy_is_its_crosshead(heading: str) -> None:
    assert split(f"{HEAD}\n{heading}\n{LAST}\n{TICKER}") == (f"{FIRST}\n\n{heading}\n\n{LAST}", TREE)


def test_titles_with_a_sentence_each_below_a_heading_are_of_other_articles() -> None:
    teasers = "Brug dicht\nDe brug bij Ede is dicht.\nTunnel open\nDe tunnel is open."
    assert split(f"{HEAD}\n{LAST}\nMeest gelezen\n{teasers}") == (f"{FIRST}\n\n{LAST}",)


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("MEER UIT BUITENLAND", "BUITENLAND"),
        ("MEER UIT HOEK VAN HOLLAND", "HOEK VAN HOLLAND"),
        ("MORE FROM WORLD", "WORLD"),
        ("MEHR AUS BAYERN", "BAYERN"),
        ("Meer binnenland", "binnenland"),
        ("Plus d'actualités Monde", "Monde"),
        ("Mehr Politik", "Politik"),
        ("More sport", "sport"),
    ],
)
def test_a_label_may_be_loud_or_short(label: str, section: str) -> None:
    text = f"{HEAD}\n{LAST}\n{TICKER}".replace("Meer uit Binnenland", label)
    items = split_document(make_raw_document(text), Sources())
    assert [item.body for item in items] == [f"{FIRST}\n\n{LAST}", TREE]
    assert items[1].source.section == section


@pytest.mark.parametrize("title", ["MEER UIT HUIS GEPLAATSTE KINDEREN IN ZEELAND", "Meer sportvelden", "Mehr Wind"])
def test_a_title_that_looks_like_a_label_is_a_title(title: str) -> None:
    first = f"Meer uit Binnenland\nBoom om\n\nEDE (ANP) - {TREE}\n\n2 uur geleden"
    page = f"{first}\n{title}\n\nURK (ANP) - {FIRST}\n\n3 uur geleden"
    headlines = [item.headline.value for item in split_document(make_raw_document(page), Sources()) if item.headline]
    assert headlines == ["Boom om", title]
