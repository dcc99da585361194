"""What a page lost is said in a line."""

import pytest

from newsticker.commands.losses import LOSSES, list_losses
from newsticker.domain.pages.split import MAX_ITEM_LENGTH, MAX_ITEMS
from newsticker.domain.pages.tokens import MAX_TOKENS
from newsticker.producer.handler import DECODED_WINDOWS_1252


@pytest.mark.parametrize(
    ("flag", "number"), [("page_cut", MAX_TOKENS), ("items_cut", MAX_ITEMS), ("text_cut", MAX_ITEM_LENGTH)]
)
def test_the_numbers_are_those_of_the_splitter(flag: str, number: int) -> None:
    assert LOSSES[flag].split()[0] == str(number)


def test_a_page_that_lost_something_has_one_line() -> None:
    pages = [
        ("a.txt", ["stamp_missing", "items_cut"]),
        ("b.txt", ["stamp_missing"]),
        ("a.txt", ["page_cut"]),
        (None, [DECODED_WINDOWS_1252]),
    ]
    assert list(list_losses(pages)) == [
        "page a.txt: 5000 lines read, the rest was cut; 500 items kept, the rest was cut: see ntQuality",
        "page without name: not UTF-8, read as Windows-1252: see ntQuality",
    ]
