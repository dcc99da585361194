"""Where and by whom: every form of dateline, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.words import AGENCIES, PLACES
from newsticker.domain.pages.datelines import parse_dateline, split_agencies

Read = tuple[tuple[str, ...], tuple[str, ...]]

DATELINES: list[tuple[str, Read]] = [
    ("KYIV (ANP/RTR) - De", (("KYIV",), ("ANP", "RTR"))),
    ("WASHINGTON/MOSKOU (ANP/AFP/RTR) - De", (("WASHINGTON", "MOSKOU"), ("ANP", "AFP", "RTR"))),
    ("'S-HERTOGENBOSCH (ANP) - De", (("'S-HERTOGENBOSCH",), ("ANP",))),
    ("'s-HERTOGENBOSCH (ANP) - De", (("'s-HERTOGENBOSCH",), ("ANP",))),
    ("ST. ANTON AM ARLBERG (ANP/APA) - De", (("ST. ANTON AM ARLBERG",), ("ANP", "APA"))),
    ("BRASÍLIA (ANP/AFP) – De", (("BRASÍLIA",), ("ANP", "AFP"))),
    ("BRASI\u0301LIA (ANP) — De", (("BRASI\u0301LIA",), ("ANP",))),
    ("KYIV\u202f(ANP/RTR)\u202f-\u202fDe", (("KYIV",), ("ANP", "RTR"))),
    ("TERHOVE\u202f-\u202fDe", (("TERHOVE",), ())),
    ("DEN\u00a0HELDER (ANP) - De", (("DEN HELDER",), ("ANP",))),
    ("DEN\u00a0HELDER - De", (("DEN HELDER",), ())),
    ("GAZA-STAD (ANP)- De", (("GAZA-STAD",), ("ANP",))),
    ("GAZA-STAD(ANP) -De", (("GAZA-STAD",), ("ANP",))),
    ("КИЇВ (ANP) - De", (("КИЇВ",), ("ANP",))),
    ("BRUSSEL, 12 maart (ANP) - De", (("BRUSSEL",), ("ANP",))),
    ("BRUSSEL, 12 maart 2024 (ANP/BELGA) - De", (("BRUSSEL",), ("ANP", "BELGA"))),
    ("LONDON, March 12 (Reuters) - A", (("LONDON",), ("REUTERS",))),
    ("BRUSSEL 12 maart (ANP) - De", (("BRUSSEL",), ("ANP",))),
    ("BRUSSEL, zaterdag (ANP) - De", (("BRUSSEL",), ("ANP",))),
    ("WASHINGTON, D.C. (AP) - A", (("WASHINGTON, D.C.",), ("AP",))),
    ("NEWPORT (WALES) (ANP/PA) - De", (("NEWPORT (WALES)",), ("ANP", "PA"))),
    ("OORD (ANP, AFP) - De", (("OORD",), ("ANP", "AFP"))),
    ("OORD (ANP-AFP) - De", (("OORD",), ("ANP", "AFP"))),
    ("OORD (ITAR-TASS) - De", (("OORD",), ("ITAR-TASS",))),
    ("OORD (ANP en AFP) - De", (("OORD",), ("ANP", "AFP"))),
    ("OORD (QQQ) - De", (("OORD",), ("QQQ",))),
    ("OORD (ANP): De", (("OORD",), ("ANP",))),
    ("OORD (ANP) De", (("OORD",), ("ANP",))),
    ("(ANP) - De", ((), ("ANP",))),
    ("Berlin (dpa) - Die", (("Berlin",), ("DPA",))),
    ("brussel (anp) - de", (("brussel",), ("ANP",))),
    ("Wien/Graz (APA/dpa) – Ein", (("Wien", "Graz"), ("APA", "DPA"))),
    ("SÃ\u0083O PEDRO (ANP) - De", (("SÃO PEDRO",), ("ANP",))),
    ("CÃ“RDOBA (ANP/EFE) - De", (("CÓRDOBA",), ("ANP", "EFE"))),
    ("KÃ–LN/ZÃœRICH (DPA) - Die", (("KÖLN", "ZÜRICH"), ("DPA",))),
    ("NÃŽMES (AFP) - De", (("NÎMES",), ("AFP",))),
    ("Ã…RHUS - De", (("ÅRHUS",), ())),
    ("Å\u00a0IBENIK (HINA) - De", (("ŠIBENIK",), ("HINA",))),
    ("â€™S-HERTOGENBOSCH (ANP) - De", (("’S-HERTOGENBOSCH",), ("ANP",))),
    ("KYIV (ANP) â€“ De", (("KYIV",), ("ANP",))),
    ("KYIV â€” De", (("KYIV",), ())),
    ("KYIV (ANP) &#8211; De", (("KYIV",), ("ANP",))),
    ("&#8217;S-HERTOGENBOSCH (ANP) &ndash; De", (("’S-HERTOGENBOSCH",), ("ANP",))),
    ("UPDATE - GOES (ANP) - De", (("GOES",), ("ANP",))),
    ("UPDATE 2 – GOES (ANP) - De", (("GOES",), ("ANP",))),
    ("VIDEO: GOES (ANP) - De", (("GOES",), ("ANP",))),
    ("GOES, maandag - De", (("GOES",), ())),
    ("GOES, 12 maart - De", (("GOES",), ())),
    ("S?O PEDRO (ANP) - De", (("S?O PEDRO",), ("ANP",))),
    ("TERHOVE - De", (("TERHOVE",), ())),
    ("TERHOVE/VELDRADE – De", (("TERHOVE", "VELDRADE"), ())),
    ("'T ZANDT - De", (("'T ZANDT",), ())),
]

MIXED = [
    ("Borsele - De", ("Borsele",)),
    ("'s-Heerenhoek - Het", ("'s-Heerenhoek",)),
    ("'t Hemveld - Bij", ("'t Hemveld",)),
    ("’s Gravenpolder/Goes - De", ("’s Gravenpolder", "Goes")),
    ("`t Zand - De", ("`t Zand",)),
    ("â€™t Harde - De", ("’t Harde",)),
    ("lammerdam - De brug van Lammerdam is open.", ("lammerdam",)),
    ("den haag/sint-annaland - Tussen Den Haag en Sint-Annaland.", ("den haag", "sint-annaland")),
    ("Hoek van Holland - Het", ("Hoek van Holland",)),
    ("Berkum/Zwolle - Tussen", ("Berkum", "Zwolle")),
    ('IJsselmuiden - "Ja"', ("IJsselmuiden",)),
]

NONE = [
    "De toespraak van het World Economic Forum (WEF) - de",
    "Het World Economic Forum (WEF) begint",
    "OORD (WEF) begint",
    "De man (45) - een bakker",
    "OORD (12) - De",
    "OORD, gemeente (ANP) - De",
    "OORD: 12 (ANP) - De",
    "UPDATE - De raad",
    "VIDEO - De raad",
    "ANP - De raad",
    "WAT NU? (ANP) - De",
    "GOES, Nisse - De",
    "â€˜Ja, graagâ€™ (ANP) - De",
    "FC GOES - TRIAS 2-1",
    "X - De",
    "OORD - de",
    "OORD -",
    "een lange zin over van alles - Met een streep",
    "Dit is een zin zonder iets",
    "",
    "(",
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_reads_a_dateline(text: str, expected: Read) -> None:
    found = parse_dateline(text, 0, len(text))
    assert found is not None
    assert (found.places, found.agencies) == expected
    assert text[found.end :] in ("De", "de", "A", "Die", "Ein")


@pytest.mark.parametrize(("text", "places"), MIXED)
def test_reads_places_of_mixed_case_where_a_region_is_expected(text: str, places: tuple[str, ...]) -> None:
    found = parse_dateline(text, 0, len(text), mixed=True)
    assert found is not None
    assert (found.places, found.agencies, found.strong) == (places, (), False)
    assert parse_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("ANP - De brug is open.", ("ANP",)),
        ("ANP/AFP - De brug is open.", ("ANP", "AFP")),
        ("ANP – “De brug is open.”", ("ANP",)),
        ("Reuters - De brug is open.", ("REUTERS",)),
    ],
)
def test_agencies_may_stand_alone_before_a_sentence(text: str, agencies: tuple[str, ...]) -> None:
    found = parse_dateline(text, 0, len(text))
    assert found is not None
    assert (found.places, found.agencies, found.strong) == ((), agencies, True)
    assert text[found.end :].lstrip("“").startswith("De brug")


@pytest.mark.parametrize(
    "text",
    ["ANP - AFP", "BBC - Topman weg", "ANP - de brug is open.", "Ana - De brug is open.", "ANP - DE BRUG IS OPEN."],
)
def test_agencies_before_a_title_are_no_dateline(text: str) -> None:
    assert parse_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize("text", NONE)
def test_leaves_text_alone(text: str) -> None:
    assert parse_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "wie - De man",
        "de kat - De hond",
        "Een zin met vele woorden erin - De man",
        "Ja, nee - De",
        "/ - De",
        "'t Is mooi - De",
        "'s middags - De",
        "vader - Piet. Vader",
        "broer - De man. Broer en zus.",
        "el - De El en el Elf",
    ],
)
def test_a_sentence_is_no_place_of_mixed_case(text: str) -> None:
    assert parse_dateline(text, 0, len(text), mixed=True) is None


@given(
    st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True),
    st.sampled_from(AGENCIES),
    st.sampled_from([" - ", " – ", " — ", "\u00a0-\u00a0"]),
)
def test_what_is_printed_is_read_back(places: list[str], agencies: tuple[str, ...], dash: str) -> None:
    printed = f"{'/'.join(places)} ({'/'.join(agencies)}){dash}"
    found = parse_dateline(printed + "De brug", 0, len(printed) + 7)
    assert found is not None
    assert (found.places, found.agencies, found.end) == (tuple(places), agencies, len(printed))


@pytest.mark.parametrize(
    ("codes", "expected"),
    [("ANP /upday", ("ANP", "UPDAY")), ("dpa-AFX", ("DPA-AFX",)), ("12", ()), ("", ()), ("de heer", ())],
)
def test_splits_codes(codes: str, expected: tuple[str, ...]) -> None:
    assert split_agencies(codes) == expected
