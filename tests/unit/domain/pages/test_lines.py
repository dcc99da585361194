"""Where lines begin and end."""

import pytest

from newsticker.domain.pages.lines import INVISIBLE, find_lines, skip_blanks

MOST = 100
BREAKS = ("\n", "\r\n", "\r", "\n\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n")


def read(text: str, most: int = MOST) -> list[str]:
    return [text[start:end] for start, end in find_lines(text, 0, most)]


@pytest.mark.parametrize("mark", BREAKS, ids=ascii)
def test_every_break_ends_a_line(mark: str) -> None:
    assert read(f"Een{mark}twee drie{mark}vier") == ["Een", "twee drie", "vier"]


@pytest.mark.parametrize("mark", ["\x1c", "\x1d", "\x1e", "|", "\x00"], ids=ascii)
def test_separators_of_fields_end_none(mark: str) -> None:
    assert read(f"Een{mark}twee\n") == [f"Een{mark}twee"]


@pytest.mark.parametrize("blank", INVISIBLE, ids=ascii)
def test_blanks_around_a_line_are_not_part_of_it(blank: str) -> None:
    assert read(f"{blank}Een{blank}twee{blank}{blank}\n{blank}\n{blank}{blank}drie") == [f"Een{blank}twee", "drie"]
    assert skip_blanks(f"a{blank}{blank}b", 1, 4) == 3


def test_a_label_glued_to_a_sentence_begins_a_line() -> None:
    text = 'Dat was alles.Meer uit Buitenland\n"Dat was het."Meer uit Sport\nMeer uit Goes'
    assert read(text) == ["Dat was alles.", "Meer uit Buitenland", '"Dat was het."', "Meer uit Sport", "Meer uit Goes"]


def test_lines_are_read_from_a_place_on_and_only_so_many() -> None:
    assert read("a\nb\n \nc\nd", 3) == ["a", "b", "c"]
    assert find_lines("a\nbc\n", 3, MOST) == [(3, 4)]
    assert find_lines("", 0, MOST) == []
