"""What makes enrichment hard, one case each: `(text, facet, what must be found)`."""

import pytest

from newsticker.messages.enriched_item import Enrichment
from unit.domain.enrichment.copies import enrich_line


def _places(enrichment: Enrichment) -> list[str]:
    return [place.name for place in enrichment.places]


def _people(enrichment: Enrichment) -> list[str]:
    return [person.name for person in enrichment.people]


def _countries(enrichment: Enrichment) -> list[str]:
    return [country.code for country in enrichment.countries]


def _organisations(enrichment: Enrichment) -> list[str]:
    return [organisation.name for organisation in enrichment.organisations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een trein is bij Een op een koe gebotst.", ["Een"]),
        ("Dieren moeten beter worden beschermd, vindt de partij.", []),
        ("De verdachte is in Dieren aangehouden.", ["Dieren"]),
        ("Made in Holland staat er op de doos.", []),
        ("De politie hield in Essen twee mannen aan.", ["Essen"]),
        ("Minister Jansen at een appel in Enter.", ["Enter"]),
    ],
)
def test_places_that_are_words_need_a_preposition(text: str, expected: list[str]) -> None:
    assert _places(enrich_line(text)) == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jutta Leerdam won goud. Leerdam was blij.", ["Jutta Leerdam"]),
        ("De Portugese premier Luís Montenegro wint. Montenegro zoekt partners.", ["Luís Montenegro"]),
        ("Actrice Halina Reijn en acteur Jan Gouda spelen mee.", ["Halina Reijn", "Jan Gouda"]),
    ],
)
def test_surnames_that_are_places_are_people(text: str, people: list[str]) -> None:
    enrichment = enrich_line(text)
    assert _people(enrichment) == people
    assert _places(enrichment) == []
    assert "ME" not in _countries(enrichment)


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("FC Utrecht won zondag met 2-0 van sc Heerenveen.", ["FC Utrecht", "sc Heerenveen"]),
        ("De voetballers van SV Lage Vaart speelden gelijk tegen AA Gent.", ["SV Lage Vaart", "AA Gent"]),
        ("De Universiteit Leiden en de TU Delft werken samen.", ["Universiteit Leiden", "TU Delft"]),
    ],
)
def test_clubs_and_universities_are_no_visits(text: str, organisations: list[str]) -> None:
    enrichment = enrich_line(text)
    assert _organisations(enrichment) == organisations
    assert _places(enrichment) == []


def test_a_race_is_no_visit() -> None:
    assert _places(enrich_line("Wielrenner Jan Bos heeft Milaan-San Remo gewonnen.")) == []


@pytest.mark.parametrize(
    ("line", "uri", "country"),
    [
        ("AUSTIN (ANP/RTR) - De Amerikaanse autobouwer Tesla bouwt bij.", "4671654", "US"),
        ("LUXEMBURG (ANP) - Het hof doet uitspraak.", "2960316", "LU"),
        ("KIEV (ANP) - Rusland viel aan.", "703448", "UA"),
        ("'S-HERTOGENBOSCH (ANP) - De rechter doet uitspraak.", "2747351", "NL"),
        ("DEN BOSCH (ANP) - De rechter doet uitspraak.", "2747351", "NL"),
        ("GAZA-STAD (ANP/DPA) - Hulp komt aan.", "281133", "PS"),
        ("VATICAANSTAD (ANP) - De paus spreekt.", "6691831", "VA"),
        ("NEW DELHI (ANP/AFP) - In India regent het.", "1261481", "IN"),
        ("ISLAMABAD (ANP/AFP) - Pakistan rouwt.", "1176615", "PK"),
        ("BRASÍLIA (ANP/AFP) - Brazilië stemt.", "3469058", "BR"),
        ("ST. ANTON AM ARLBERG (ANP) - In Oostenrijk is een lawine gevallen.", "2766757", "AT"),
        ("SANTA CRUZ (ANP) - In Bolivia is gestemd.", "3904906", "BO"),
        ("BERGEN (ANP/NTB) - Noorse vissers staken.", "3161732", "NO"),
        ("BERGEN (BELGA) - De Waalse politie zoekt getuigen.", "2790869", "BE"),
        ("KRALENDIJK (ANP) - Op Bonaire is feest.", "3513563", "BQ"),
        ("WILLEMSTAD (ANP) - Curaçao bouwt een haven.", "3513090", "CW"),
        ("TER APEL (ANP) - Het centrum is vol.", "2746475", "NL"),
        ("MIDDELBURG (ANP) - De rechter doet uitspraak.", "2750896", "NL"),
    ],
)
def test_datelines_name_the_place_that_is_meant(line: str, uri: str, country: str) -> None:
    place = enrich_line(line).places[0]
    assert (place.uri, place.country) == (f"https://sws.geonames.org/{uri}/", country)
    assert place.latitude is not None
    assert place.time_zone is not None


def test_of_two_towns_in_one_country_only_the_country_is_given() -> None:
    place = enrich_line("VALKENBURG (ANP) - De renners zijn er.").places[0]
    assert (place.name, place.uri, place.country) == ("VALKENBURG", None, "NL")


def test_an_unknown_dateline_keeps_its_literal() -> None:
    place = enrich_line("TERSCHOLM (ANP) - Er is iets gebeurd.").places[0]
    assert (place.name, place.uri, place.country, place.rel) == ("TERSCHOLM", None, None, "dateline")


@pytest.mark.parametrize("line", ["SCHIPHOL (ANP) - Er is mist.", "TEXEL - Er is mist.", "BORSELE - Er is mist."])
def test_places_without_an_id_have_a_country(line: str) -> None:
    place = enrich_line(line).places[0]
    assert (place.uri, place.country) == (None, "NL")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moskou meent dat de NAVO te ver gaat.", {"RU": ("metonym",)}),
        ("Volgens Teheran is er geen akkoord.", {"IR": ("metonym",)}),
        ("De minister is in Moskou aangekomen.", {"RU": ("place",)}),
        ("De inwoners van Kyiv zitten zonder stroom.", {"UA": ("place",)}),
        ("Oekraïense militairen en Oekraïners vieren feest in Oekraïne.", {"UA": ("adjective", "demonym", "name")}),
        ("Zeeuwse mosselen en Groningse koek zijn op.", {"NL": ("adjective",)}),
        ("De Catalaanse leider is terug.", {"ES": ("adjective",)}),
        (
            "Guinee-Bissau en Guinee zijn buren van Equatoriaal-Guinea.",
            {"GW": ("name",), "GN": ("name",), "GQ": ("name",)},
        ),
        ("In Congo-Brazzaville is het rustig, in Congo niet.", {"CG": ("name",), "CD": ("name",)}),
        ("Latijns-Amerikaanse leiders en Zuid-Amerika zwijgen.", {}),
        ("Hij spreekt vloeiend Duits en Frans.", {}),
        ("Groenland en de Faeröer willen meer te zeggen hebben.", {"GL": ("name",), "FO": ("name",)}),
        ("Let op: de brug is dicht.", {}),
        ("De Noord-Ierse politie zoekt getuigen.", {"GB": ("adjective",)}),
        ("De Chinese en de Portugese regering.", {"CN": ("adjective",), "PT": ("adjective",)}),
        ("De Palestijnse Autoriteit zwijgt.", {"PS": ("adjective",)}),
        ("Premier Anthony Albanese zweeg. Albanese ging weg. De Albanese politie niet.", {"AL": ("adjective",)}),
    ],
)
def test_says_how_a_country_is_named(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert {country.code: country.via for country in enrich_line(text).countries} == expected


def test_brussels_wants_is_neither_a_visit_nor_belgium() -> None:
    enrichment = enrich_line("Brussel wil strengere regels voor banken.")
    assert _places(enrichment) == []
    assert _countries(enrichment) == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Volgens minister van Energie Denys Sjmyhal is de situatie moeilijk.", ["Denys Sjmyhal"]),
        ("De minister Antony Blinken van Buitenlandse Zaken komt.", ["Antony Blinken"]),
        ("NAVO-chef Mark Rutte en EU-buitenlandchef Kaja Kallas spreken.", ["Mark Rutte", "Kaja Kallas"]),
        ("De ministers Van Weel en Brekelmans zijn het eens.", ["Van Weel", "Brekelmans"]),
        ("Caroline van der Plas (BBB) is tegen. Van der Plas wil overleg.", ["Caroline van der Plas"]),
        ("President Ahmed al-Sharaa ontving Mohammed bin Salman.", ["Ahmed al-Sharaa", "Mohammed bin Salman"]),
        ("Kamerlid Jansen (VVD) is het er niet mee eens.", ["Jansen"]),
        ("Dat zegt J.P. de Vries van de bond.", ["J.P. de Vries"]),
        ("De Amerikaanse president Donald Trump is boos. Trumps woede is groot.", ["Donald Trump"]),
        ("Volgens Rutte heeft Rutte de Kamer niet misleid.", ["Rutte"]),
        ("De Deen Mads Pedersen kwam ten val.", ["Mads Pedersen"]),
        ("Leider Kim Jong-un was erbij, zei Kim.", ["Kim Jong-un"]),
        ("Frans Timmermans spreekt. De Franse pers luistert.", ["Frans Timmermans"]),
        ("De gemeente vroeg de Raad van State om advies.", []),
        ("In Novi Sad stortte een dak in.", []),
    ],
)
def test_people_by_role_and_by_name(text: str, people: list[str]) -> None:
    assert _people(enrich_line(text)) == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Het World Ash Office (WAO) waarschuwt.", ["World Ash Office"]),
        ("De Internationale Organisatie voor Migratie (IOM) telt mee.", ["Internationale Organisatie voor Migratie"]),
        ("Het ministerie van Buitenlandse Zaken zwijgt.", ["ministerie van Buitenlandse Zaken"]),
        ("De minister van Defensie zwijgt.", []),
        ("Vakbond Zeeman & Zonen staakt bij luchtvaartmaatschappij Nordwind.", ["Zeeman", "Nordwind"]),
        ("De Nederlandse Vissersbond is boos.", ["Nederlandse Vissersbond"]),
        ("De EU-top en de NAVO-bondgenoten.", ["Europese Unie", "NAVO"]),
        ("Denk aan de kinderen.", []),
        ("OPEC+ verhoogt de productie.", ["OPEC+"]),
        ("Aan de Laan der Verenigde Naties ligt een bom.", []),
        ("De rechtbank Oost-Brabant doet uitspraak.", []),
        ("Dat meldt CBS News, niet het CBS.", ["CBS News", "CBS"]),
    ],
)
def test_organisations_by_table_and_by_pattern(text: str, organisations: list[str]) -> None:
    assert _organisations(enrich_line(text)) == organisations


def test_one_name_has_two_meanings_and_the_copy_tells_which() -> None:
    belgian = enrich_line("HASSELT (BELGA) - In Limburg en de provincie Luxemburg sneeuwt het, meldt zender CBS.")
    assert _places(belgian) == ["Hasselt", "Belgisch-Limburg", "provincie Luxemburg"]
    assert belgian.organisations[0].kind == "media"
    dutch = enrich_line("MAASTRICHT (ANP) - In Limburg sneeuwt het, meldt het CBS. In Georgia niet, in Georgië wel.")
    assert _places(dutch) == ["Maastricht", "Limburg", "Georgia"]
    assert dutch.organisations[0].kind == "government"
    assert _countries(dutch) == ["NL", "US", "GE"]


def test_a_role_is_kept_with_its_person() -> None:
    (person,) = enrich_line("Volgens minister van Energie Denys Sjmyhal is het moeilijk.").people
    assert person.role == "minister van Energie"
