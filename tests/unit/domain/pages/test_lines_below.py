"""Lines below the copy of an article that are none of it, as sites word them."""

import pytest

from support.asides import BELOW
from support.bridge import FIRST, HEAD, LAST, TICKER, TREE, split


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_line_below_the_copy_is_none_of_it(below: str, line: str) -> None:
    text = f"{HEAD}\n{LAST}\n{below}".replace("\n", line)
    assert split(text) == (f"{FIRST}\n\n{LAST}",)
    assert split(f"{text}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)


@pytest.mark.parametrize("name", ["Jan Klaver", "Jan Klaver | Redacteur", "Jan Klaver\nVerslaggever binnenland"])
def test_a_name_right_below_the_copy_is_its_author(name: str) -> None:
    assert split(f"{HEAD}\n{LAST}\n{name}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)
