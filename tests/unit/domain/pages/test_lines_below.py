"""Lines below the copy of an article that are none of it, as sites word them."""

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document
from support.asides import BELOW

HEAD = "Brug open\nGOES (ANP) - De brug bij Goes is weer open voor alle verkeer."
FIRST = "De brug bij Goes is weer open voor alle verkeer."
LAST = "Het onderzoek loopt nog, zegt een woordvoerder van de provincie."
TICKER = "Meer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"
TREE = "Er ligt een boom om."


def split(text: str) -> tuple[str, ...]:
    return tuple(item.body for item in split_document(make_raw_document(text), Sources()))


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_line_below_the_copy_is_none_of_it(below: str, line: str) -> None:
    text = f"{HEAD}\n{LAST}\n{below}".replace("\n", line)
    assert split(text) == (f"{FIRST}\n\n{LAST}",)
    assert split(f"{text}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)


@pytest.mark.parametrize("name", ["Jan Klaver", "Jan Klaver | Redacteur", "Jan Klaver\nVerslaggever binnenland"])
def test_a_name_right_below_the_copy_is_its_author(name: str) -> None:
    assert split(f"{HEAD}\n{LAST}\n{name}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)
