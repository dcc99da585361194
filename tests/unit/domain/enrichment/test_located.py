"""Where a place is, which of several it is, and when a capital is its government: `(text, what must be found)`."""

import dataclasses

import pytest

from newsticker.domain.enrichment import enrich_copy
from unit.domain.enrichment.copies import enrich_line, make_copy


def _read(text: str) -> tuple[list[str], list[str]]:
    enrichment = enrich_line(text)
    metonyms = [country.code for country in enrichment.countries if "metonym" in country.via]
    return [place.name for place in enrichment.places], metonyms


@pytest.mark.parametrize(
    ("text", "places", "metonyms"),
    [
        ("Washington en Tel Aviv reageerden woedend.", [], ["US", "IL"]),
        ("Parijs en Berlijn zijn het oneens over de begroting.", [], ["FR", "DE"]),
        ("Asmara beschouwt dat als een dreigement.", [], ["ER"]),
        ("Madrid, dat ook meedoet, dringt aan op spoed.", [], ["ES"]),
        ("Dat gebeurt omdat Hanoi niet toegeeft.", [], ["VN"]),
        ("Het overleg tussen Washington en Peking liep vast.", [], ["US", "CN"]),
        ("De nachttrein tussen Parijs en Berlijn verdwijnt.", ["Parijs", "Berlijn"], []),
        ("De stroomkabel tussen Tallinn en Helsinki is stuk.", ["Tallinn", "Helsinki"], []),
        ("Er komt een nieuwe route tussen Wenen en Rome.", ["Wenen", "Rome"], []),
        ("Een vlucht van Madrid naar Praag is omgekeerd.", ["Madrid", "Praag"], []),
        ("Een nieuwe lijn tussen Emmen en Coevorden kost veel.", ["Emmen", "Coevorden"], []),
        ("Rome, Parijs en Berlijn zijn tegen.", [], ["IT", "FR", "DE"]),
        ("Rome, Parijs en Utrecht zijn mooie steden.", ["Rome", "Parijs", "Utrecht"], []),
        ("Het buurtschap Een is klein.", ["Een"], []),
        ("Parijs en Berlijn zijn mooie steden.", ["Parijs", "Berlijn"], []),
        ("De brand was in Hamilton.", [], []),
        ("Zij botsten over het klimaatakkoord van Parijs.", [], []),
        ("De mooiste stad is Parijs.", ["Parijs"], []),
        ("Metaalbedrijf Voestalpine Bodegraven sluit.", [], []),
    ],
)
def test_capitals_are_governments_only_where_they_act(text: str, places: list[str], metonyms: list[str]) -> None:
    assert _read(text) == (places, metonyms)


def _codes(text: str) -> list[str]:
    return [country.code for country in enrich_line(text).countries]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("De Bosnisch-Servische leider stapt op.", ["BA"]),
        ("De Servische Republiek stemt zondag.", ["BA"]),
        ("De Amerikaans-Israëlische plannen liggen er.", ["US", "IL"]),
        ("Dat zei de Groninger Sander Duits na afloop.", []),
    ],
)
def test_half_a_compound_is_no_country(text: str, codes: list[str]) -> None:
    assert _codes(text) == codes


def _dateline(line: str) -> tuple[str | None, str | None]:
    (place,) = [place for place in enrich_line(line).places if place.rel == "dateline"]
    return place.country, place.uri and place.uri.split("/")[3]


@pytest.mark.parametrize(
    ("line", "country", "number"),
    [
        ("EDE (ANP) - In Egypte groeit tarwe.", "NL", "2756429"),
        ("EDE - In Nigeria groeit tarwe.", "NL", "2756429"),
        ("LA PAZ (ANP/EFE) - De Mexicaanse president is op bezoek.", "BO", "3911925"),
        ("CORDOBA (ANP/EFE) - De Argentijnse president sprak.", "AR", "3860259"),
        ("BERGEN (ANP) - In het Noord-Hollandse Bergen is brand.", "NL", "2759154"),
        ("BERGEN - Er is brand.", "NL", "2759154"),
        ("BERGEN (ANP/NTB) - In Noorwegen is brand.", "NO", "3161732"),
        ("SAN JOSE (ANP/AFP) - De regering treedt af.", "CR", "3621849"),
        ("LOURDES (ANP/AFP) - Pelgrims bidden.", "FR", "2997395"),
        ("DEURNE (BELGA) - Er is brand.", "BE", "2799478"),
        ("HALLE (BELGA) - Er is brand.", "BE", "2796696"),
        ("LILLE (BELGA) - Er is brand.", "BE", "2792360"),
        ("ZWIJNDRECHT (BELGA) - Er is brand.", "BE", "2783081"),
        ("ZWIJNDRECHT (ANP) - Er is brand.", "NL", "2743493"),
        ("ESSEN (BELGA) - Er is brand.", "BE", "2798615"),
        ("ESSEN (ANP/DPA) - Er is brand.", "DE", "2928810"),
        ("HARDERWIJK - Een meisje uit Ermelo zweeg.", "NL", "2754848"),
        ("ERMELO - Een meisje zweeg.", "NL", "2756039"),
        ("WIEN (APA) - Es brennt.", "AT", "2761369"),
        ("BRUXELLES (BELGA) - Il pleut.", "BE", "2800866"),
        ("LJOUWERT - It is kâld.", "NL", "2751792"),
        ("GENÈVE (ATS) - Il pleut.", "CH", "2660646"),
        ("MÜNCHEN (DPA) - Es brennt.", "DE", "2867714"),
        ("LONDON (AP) - It rains.", "GB", "2643743"),
        ("HAMILTON (ANP/AFP) - Er is brand.", None, None),
        ("VICTORIA (ANP/AFP) - Er is brand.", None, None),
    ],
)
def test_a_dateline_is_at_home_with_its_agency(line: str, country: str | None, number: str | None) -> None:
    assert _dateline(line) == (country, number)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("LEIDEN (ANP) - Bij Valkenburg is gegraven.", "2745872"),
        ("MAASTRICHT (ANP) - Bij Valkenburg is gegraven.", "2745874"),
        ("HAARLEM (ANP) - De burgemeester van Bloemendaal zwijgt.", "2758804"),
        ("HARDERWIJK - Een meisje uit Ermelo zweeg.", "2756039"),
    ],
)
def test_of_places_of_one_name_the_one_at_hand_is_meant(line: str, number: str) -> None:
    assert number in {place.uri.split("/")[3] for place in enrich_line(line).places if place.uri}


@pytest.mark.parametrize(
    "line", ["UTRECHT (ANP) - Bij Valkenburg is gegraven.", "AA EN HUNZE - Bij Valkenburg is gegraven."]
)
def test_none_of_them_is_meant_where_none_is_at_hand(line: str) -> None:
    assert [place.uri for place in enrich_line(line).places if place.name == "Valkenburg"] == [None]


@pytest.mark.parametrize("section", [None, "Sport", "Hengelo"])
def test_home_news_may_speak_of_other_countries(section: str | None) -> None:
    enrichment = enrich_line("In Hengelo zijn mannen uit Duitsland aangehouden.", section=section)
    assert [place.country for place in enrichment.places] == ["NL"]


def test_a_dateline_of_many_places_is_the_one_near_what_the_text_names() -> None:
    assert _dateline("VALKENBURG (ANP) - Van Maastricht naar Gulpen is het niet ver.") == ("NL", "2745874")


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("LONDON (AP) - The prime minister said on Monday that Germany and Norway will help him.", ["DE", "NO", "GB"]),
        ("BERLIN (DPA) - Die Regierung will nicht, dass die Niederlande und Frankreich gehen.", ["NL", "FR", "DE"]),
        ("PARIS (AFP) - Le gouvernement a dit que l'Allemagne et la Norvège sont dans le projet.", ["DE", "NO", "FR"]),
        ("UTRECHT - Het programma Germany is op de televisie te zien, zegt de omroep.", ["NL"]),
    ],
)
def test_countries_are_known_in_the_language_of_the_copy(line: str, codes: list[str]) -> None:
    assert [country.code for country in enrich_line(line, language=None).countries] == codes


@pytest.mark.parametrize("line", ["HALLE (ANP) - {}", "HALLE - {}", "{}"])
@pytest.mark.parametrize(("source", "country"), [(None, "DE"), ("NL", "DE"), ("BE", "BE")])
def test_a_source_means_the_places_of_its_own_country(line: str, source: str | None, country: str) -> None:
    copy = make_copy(line.format("In een woning in Halle is brand uitgebroken; de brandweer was snel ter plaatse."))
    found = enrich_copy(dataclasses.replace(copy, source_country=source))
    assert {place.country for place in found.places} == {country}
