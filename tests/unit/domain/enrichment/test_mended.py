"""Names in their contexts: firms with an ampersand, clubs of one word, seats, provinces in a list, names of animals."""

import pytest

from unit.domain.enrichment.copies import enrich_line


def _people(line: str) -> list[str]:
    return [person.name for person in enrich_line(line).people]


def _organisations(line: str) -> list[str]:
    return [organisation.name for organisation in enrich_line(line).organisations]


def _countries(line: str) -> set[str]:
    return {country.code for country in enrich_line(line).countries}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Handelaar Jaap Goes van mosselbedrijf Prins & Dingemanse is bezorgd.", ["Prins & Dingemanse"]),
        ("Oesterkweker Prins & Dingemanse opent een hal.", ["Prins & Dingemanse"]),
        ("Advocatenkantoor Pels & Partners gaat in beroep.", ["Pels & Partners"]),
        ("Het duo Sanne & Peter treedt op.", []),
        ("De film Lilo & Stitch draait.", []),
        ("Er is een afdeling R & D gekomen.", []),
    ],
)
def test_an_ampersand_makes_a_firm_of_two_names_but_not_of_artists_and_films(line: str, names: list[str]) -> None:
    assert _organisations(line) == names


def test_names_of_a_firm_are_no_people() -> None:
    assert _people("Volgens Jaap Goes van Jan Prins & Dingemanse is het slecht.") == ["Jaap Goes"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Standard verloor thuis van Cercle in de Jupiler Pro League.", ["Standard Luik", "Cercle Brugge"]),
        ("De krant noemt dat Standard en Cercle.", []),
        ("KRC Genk speelde in Westerlo gelijk in de Jupiler Pro League.", ["KRC Genk"]),
        ("Real Madrid-trainer Xabi Alonso mist vijf spelers.", ["Real Madrid"]),
        ("De Kustwacht Caribisch Gebied onderschepte een boot.", ["Kustwacht Caribisch Gebied"]),
        ("Ingenieursbureau Tractebel en architectenkantoor Jaspers bouwen een school.", ["Tractebel", "Jaspers"]),
        ("Dat zei hij tegen de krant de Zeeuwse Stem.", []),
        ("Dat zei hij tegen de krant de Ochtendstem.", ["de Ochtendstem"]),
        ("Jannik Sinner won bij de ATP Finals.", []),
        ("Zij won in Salt Lake City van Leicester City.", ["Leicester City"]),
    ],
)
def test_organisations_count_by_what_the_copy_is_about(line: str, names: list[str]) -> None:
    assert _organisations(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("De Nigeriaan Emeka Benin trof tweemaal raak.", ["Emeka Benin"]),
        ("Takumi Kagehara en de Kroaat Ivo Perkovic scoorden.", ["Takumi Kagehara", "Ivo Perkovic"]),
        ("Camping De Duinpan werd ontruimd, zegt Willem Visser.", ["Willem Visser"]),
        ("Schepen Lieven Dewulf noemt het een gemiste kans.", ["Lieven Dewulf"]),
        ("Reumatoloog Hendrika Bootsma is tevreden.", ["Hendrika Bootsma"]),
        ("Dat zei wethouder Chris Maas over de Maas.", ["Chris Maas"]),
        ("Michael van Gerwen won. Van Gerwen gooide goed.", ["Michael van Gerwen"]),
        ("ACV Openbare Duinen waarschuwt dat schepen wachten.", []),
        ("Haar drama The Salt Quistel vertelt over de zee.", []),
        ("Hij komt uit kibboets Nir Quistel (61), zegt hij.", []),
        ("Hij verloor in Alexandra Palace van een ander.", []),
        ("Hij verloor van de als tweede geplaatste Noor Casper Quistel.", ["Casper Quistel"]),
        ("Dat zei directeur Noor Quistel.", ["Noor Quistel"]),
        ("Haar partij Nieuwe Quistel noemt dat mis.", []),
    ],
)
def test_people_with_surnames_and_roles_that_are_other_words_too(line: str, names: list[str]) -> None:
    assert _people(line) == names


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("De olifant kreeg de naam Mali en weegt 98 kilo.", set()),
        ("De Nigeriaan Emeka Benin trof tweemaal raak.", {"NG"}),
        ("Hij verloor van de als tweede geplaatste Noor Casper Quistel.", {"NO"}),
        ("Dat zei directeur Noor Quistel.", set()),
        ("De Limburgse telers plukten minder peren.", {"NL"}),
        ("HASSELT (BELGA) - De Limburgse telers plukten minder peren.", {"BE"}),
        ("De Gelderlander verloor van een Noord-Ier.", {"NL", "GB"}),
        ("Code geel geldt in de provincies Luik, Namen en Luxemburg.", {"BE"}),
        ("De man vluchtte uit Namen naar Luxemburg.", {"BE", "LU"}),
        ("De scholen mogen Engels of Duits geven aan kleuters.", set()),
        ("De gesprekken met het Witte Huis duren voort.", {"US"}),
        ("Hij reist naar Teheran. Parijs, Londen en Berlijn willen eerst daden zien.", {"IR", "FR", "GB", "DE"}),
    ],
)
def test_countries_are_not_read_in_names_provinces_and_languages(line: str, codes: set[str]) -> None:
    assert _countries(line) == codes


def test_governments_in_a_list_are_no_places_behind_a_place_of_the_sentence_before() -> None:
    line = "Hij reist naar Teheran. Parijs, Londen en Berlijn willen eerst daden zien."
    assert [place.name for place in enrich_line(line).places] == ["Teheran"]
