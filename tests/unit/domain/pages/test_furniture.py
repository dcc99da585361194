"""Lines that are not news, and news that looks like them."""

import sys

import pytest

from newsticker.domain.pages.asides import is_aside
from newsticker.domain.pages.furniture import (
    find_bullet,
    find_glued_labels,
    find_label,
    find_suffix,
    is_boilerplate,
    is_edition,
    is_end,
    is_menu,
    may_be_furniture,
)
from newsticker.domain.pages.words import LANGUAGES, PageLanguage


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Meer uit Buitenland", "Buitenland"),
        ("Meer uit 's-Gravenpolder", "'s-Gravenpolder"),
        ("Meer uit Hoek van Holland", "Hoek van Holland"),
        ("Net binnen", ""),
        ("Het laatste nieuws:", ""),
        ("More from World", "World"),
        ("Mehr aus Ausland", "Ausland"),
        ("Mehr aus dem Ausland", "Ausland"),
    ],
)
def test_a_label_names_its_section(line: str, section: str) -> None:
    found = find_label(line, 0, len(line))
    assert found is not None
    assert line[slice(*found)] == section


@pytest.mark.parametrize(
    "line", ["Meer uit de kast", "Meer uit Goes.", "Meer uit", "Meer uit " + "A" * 90, "Brussel", "Net binnengekomen"]
)
def test_other_lines_are_no_labels(line: str) -> None:
    assert find_label(line, 0, len(line)) is None


def test_a_glued_label_stands_behind_a_sentence_only() -> None:
    assert find_glued_labels("Hij ging.Meer uit Goes\nMeer uit Goes") == [9]
    assert find_glued_labels("Hij wil nog veel Meer uit Goes halen.Meer uit de kast") == []


@pytest.mark.parametrize(
    ("line", "section", "clock", "title"),
    [
        ("- Buitenland 14:05 Parlement kiest", "Buitenland", (14, 5), "Parlement kiest"),
        ("- Hoek van Holland 9:31 Strand dicht", "Hoek van Holland", (9, 31), "Strand dicht"),
        ("- Formule 1 14:05 Auto kapot", "Formule 1", (14, 5), "Auto kapot"),
        ("- Den Haag 06:30 Kamer om 10:30 bijeen", "Den Haag", (6, 30), "Kamer om 10:30 bijeen"),
        ("•Sport 0:12 2-1", "Sport", (0, 12), "2-1"),
        ("- Monde 14h05 Le pont", "Monde", (14, 5), "Le pont"),
        ("- 14:05 Zonder rubriek", "", (14, 5), "Zonder rubriek"),
    ],
)
def test_a_bullet_has_section_clock_and_title(line: str, section: str, clock: tuple[int, int], title: str) -> None:
    found = find_bullet(line, 0, len(line))
    assert found is not None
    assert (line[found.section_start : found.section_end], found.clock, line[found.title :]) == (section, clock, title)


@pytest.mark.parametrize("line", ["- Zonder tijd", "Sport 12:00 Zonder streepje", "- Sport 25:00 X", "- Sport 12:00"])
def test_other_lines_are_no_bullets(line: str) -> None:
    assert find_bullet(line, 0, len(line)) is None


@pytest.mark.parametrize(
    "line",
    [
        "Lees ook: meer",
        "Foto: ANP",
        "Foto ANP",
        "De brug. Foto: Jan Kuiper",
        "De brug (Foto: ANP)",
        "De brug © ANP",
        "Image source, Reuters",
        "Bildrechte: dpa",
        "Photo © AFP",
        "De brug | Beeld EPA",
        "(Tekst gaat verder onder de foto)",
        "De brug bij Goes Foto ANP",
    ],
)
def test_an_aside_is_known(line: str) -> None:
    assert is_aside(line, 0, len(line))


@pytest.mark.parametrize(
    "line", ["De foto toont een brug.", "Fotograaf wint prijs", "Leesclub opent", "a" * 500, "De koning (56) is er."]
)
def test_copy_is_no_aside(line: str) -> None:
    assert not is_aside(line, 0, len(line))


@pytest.mark.parametrize(
    "line",
    [
        "Wij gebruiken cookies om te meten.",
        "Advertentie",
        "Home | Nieuws | Sport",
        "Home > Nieuws",
        "Alle rechten voorbehouden",
    ],
)
def test_boilerplate_is_known(line: str) -> None:
    assert is_boilerplate(line, 0, len(line))


@pytest.mark.parametrize("line", ["Adverteren wordt duurder", "Cookiefabriek sluit", "a" * 500])
def test_copy_is_no_boilerplate(line: str) -> None:
    assert not is_boilerplate(line, 0, len(line))


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(ANP)", ("ANP",)),
        ("(ANP /upday)", ("ANP", "UPDAY")),
        ("Dat was het. (ANP/AFP)", ("ANP", "AFP")),
        ("ANP", ("ANP",)),
        ("ANP/AFP", ("ANP", "AFP")),
    ],
)
def test_agencies_at_the_end_of_a_line_are_read(line: str, agencies: tuple[str, ...]) -> None:
    found = find_suffix(line, 0, len(line))
    assert found is not None
    assert found[1] == agencies


@pytest.mark.parametrize(
    "line", ["(WEF)", "Dat zei Jansen (VVD).", "Dat was de man (45)", "NAVO", "De ANP", "", "Hij won (ANP/VVD)", "()"]
)
def test_other_brackets_are_no_agencies(line: str) -> None:
    assert find_suffix(line, 0, len(line)) is None


def test_edition_end_and_menu_are_known() -> None:
    assert is_edition("Editie: NL & Wereld", 0, 19)
    assert not is_edition("Editie van 2026", 0, 15)
    assert is_end("Meest gelezen:", 0, 14)
    assert is_menu("Kies je webmail", 0, 15)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_language_has_words_for_everything(language: PageLanguage) -> None:
    assert all(getattr(language, field) for field in PageLanguage.__slots__)


def test_a_line_with_a_digit_of_any_script_is_looked_at() -> None:
    lines = ("qq " + digit for digit in map(chr, range(sys.maxunicode + 1)) if digit.isdecimal())
    assert [line for line in lines if not may_be_furniture(line, 0, len(line))] == []
