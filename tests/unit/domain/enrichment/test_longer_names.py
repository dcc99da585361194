"""Names that are longer than they look, and capitals that are no part of them: `(text, what must be found)`."""

import pytest

from newsticker.domain.enrichment.tables import read_table, split_list
from unit.domain.enrichment.copies import enrich_line


def _people(text: str) -> list[str]:
    return [person.name for person in enrich_line(text).people]


def _organisations(text: str) -> list[str]:
    return [body.name for body in enrich_line(text).organisations]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Volgens minister van Kometenzaken Xorvan Quistel is dat mis.", ["Xorvan Quistel"]),
        ("Dat zei minister van Omgeving Jan Bos (CD&V).", ["Jan Bos"]),
        ("Dat zei staatssecretaris van Binnenlands Bestuur Jan Bos.", ["Jan Bos"]),
        ("Dat zei minister voor Zeelucht en Openbare Duinen Els van Doesburg.", ["Els van Doesburg"]),
        ("Dat zei minister van Wonen en Kometen Xorvan Quistel.", ["Xorvan Quistel"]),
        ("Minister van Kometenzaken Jan de Vries lachte.", ["Jan de Vries"]),
        ("Minister van Openbare Werken Xorvan van den Berg lachte.", ["Xorvan van den Berg"]),
        ("Dat zeiden minister van Defensie Jan Bos en Els Zwart.", ["Jan Bos", "Els Zwart"]),
        ("Dat zei minister van Kometenzaken Quistel.", []),
        ("Minister van Kometenzaken Xam Mohan Quistel lachte.", ["Xam Mohan Quistel"]),
        ("Dat zei minister van Zeelucht en Jan Quistel.", ["Jan Quistel"]),
        ("Minister van Oude Kometen Xorvan Quistel lachte.", ["Xorvan Quistel"]),
        ("De minister van Kometenzaken lacht.", []),
        ("Hij werd minister van Grote Zeelucht.", []),
        ("Minister Jan Bos (Kometenzaken) lachte.", ["Jan Bos"]),
        ("Minister Bos van Kometenzaken lachte.", ["Bos"]),
    ],
)
def test_what_a_minister_is_for_is_no_part_of_the_name(text: str, people: list[str]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Collegevoorzitter Xorke de Vries zweeg.", ["Xorke de Vries"]),
        ("Cabaretier Xoep van 't Hek zweeg.", ["Xoep van 't Hek"]),
        ("Cabaretier Jan van 't Hek zweeg. Van 't Hek lachte.", ["Jan van 't Hek"]),
        ("Wethouder Jan 't Hart zweeg.", ["Jan 't Hart"]),
        ("Oud-president Cristina Fernández de Quistel zweeg.", ["Cristina Fernández de Quistel"]),
        ("Oud-president María Quistel de la Roca zweeg.", ["María Quistel de la Roca"]),
        ("President Ferdinand Marcos jr. riep dat.", ["Ferdinand Marcos jr."]),
        ("Zakenman Jan Bos sr. en minister Els Zwart zwegen.", ["Jan Bos sr.", "Els Zwart"]),
        ("Schipper Douwe Azn. Zwart zweeg.", ["Douwe Azn. Zwart"]),
        ("Advocaat Tarek William Saab zweeg.", ["Tarek William Saab"]),
        ("Ondernemer Frits Philips zweeg.", ["Frits Philips"]),
        ("Dat blijkt in de zaak-Nicky Quistel. Quistel is vrij.", ["Nicky Quistel"]),
        ("Dat blijkt in de zaak-Nicky Verstappen.", ["Nicky Verstappen"]),
        ("Handelaar Wim Jansen-van den Berg zweeg.", ["Wim Jansen-van den Berg"]),
        ("Minister Bos de Tweede Kamer in.", ["Bos"]),
        ("Dat liet minister Bos de Kamer weten.", ["Bos"]),
        ("Familie van rapper Xil' Quistel zweeg.", []),
        ("Jan Bos won de Kamer voor zich.", ["Jan Bos"]),
        ("De Braziliaanse president Luiz Inácio Lula da Silva reist. Lula gaat alleen.", ["Luiz Inácio Lula da Silva"]),
    ],
)
def test_a_name_is_taken_whole(text: str, people: list[str]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dat zei minister Santiago Quistel.", ["Santiago Quistel"]),
        ("Dat zei hoofdredacteur Bari Quistel.", ["Bari Quistel"]),
        ("Trainer Leeroy Echteld is blij.", ["Leeroy Echteld"]),
        ("Geestelijke Xoqtada al-Quistel sprak.", ["Xoqtada al-Quistel"]),
        ("Volgens VVD'er Xilvio Quistel kan dat.", ["Xilvio Quistel"]),
        ("De Republikein Xhom Quistel stemde tegen.", ["Xhom Quistel"]),
        ("Hoge Vertegenwoordiger Xristian Quistel sprak.", ["Xristian Quistel"]),
        ("Dat zei de Groninger Sander Duits na afloop.", ["Sander Duits"]),
        ("Rapper Jan Utrecht sprak.", ["Jan Utrecht"]),
        ("De Noor Sondre Quistel viel in.", ["Sondre Quistel"]),
        ("Daar reed de Deen Xorvan Quistel voorbij.", ["Xorvan Quistel"]),
    ],
)
def test_after_a_role_a_place_is_a_name(text: str, people: list[str]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Gedeputeerde Staten van Drenthe willen een spoorlijn.",
        "Staatsbedrijf Quistelco zegt dat de mijn dicht is.",
        "Hij hield zondag de Willem Dreeslezing.",
        "In Mato Grosso zijn bomen gekapt.",
        "De centrale Antonio Guiteras ligt stil.",
        "De school las Max Havelaar.",
        "De Dam Tot Damloop is zondag.",
        "De Jan Boslaan is dicht.",
        "De brik Jan Bos ligt voor anker.",
        "De Johan Cruijff Schaal is gewonnen.",
        "Bekend zijn romans als Joe Quistelboot.",
        "Zij speelde in Alice Doesn't Live Here Anymore.",
    ],
)
def test_things_are_no_people(text: str) -> None:
    assert _people(text) == []


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("De golfers spelen zondag op het KLM Open.", []),
        ("De AEX-index sloot lager.", []),
        ("De Dow-Jonesindex sloot hoger, de Dow Jones ook.", []),
        ("Het gebeurde op Brainport Industries Campus.", []),
        ("Hij reed in een Volkswagen Quistel.", []),
        ("Vakbond FNV Quistel wil meer loon.", ["FNV Quistel"]),
        ("Volgens CNV Quistel is het mis.", ["CNV Quistel"]),
        ("Rijkswaterstaat Zee en Quistel denkt mee.", ["Rijkswaterstaat Zee en Quistel"]),
        ("Vakbond FNV Quistel en Jan Bos willen meer loon.", ["FNV Quistel"]),
        ("Chemiebedrijf Dow Benelux sluit, net als Dow.", ["Dow"]),
        ("Volgens Shell Duitsland te verlaten.", ["Shell"]),
        ("Metaalbedrijf Voestalpine Bodegraven sluit.", ["Voestalpine"]),
        ("De strijders van Hamas Quistel zwegen.", ["Hamas"]),
        ("De Nederlandse Quistelbond zwijgt.", ["Nederlandse Quistelbond"]),
        ("Dat zei oud-topman Jan Bos.", []),
        ("Een Duitse Quistel viel om.", []),
        ("Met Hart en Ziel, en Hart voor de zaak.", []),
        ("Volgens waterschap Quistel is het droog.", ["waterschap Quistel"]),
        ("De rechtbank Quistel zwijgt.", []),
        ("Hij werkt bij Frans van Quistel Groep.", ["Frans van Quistel Groep"]),
        ("VDL Groep neemt een bedrijf over.", ["VDL"]),
        ("Het Rijksmuseum van Oudheden is dicht.", ["Rijksmuseum van Oudheden"]),
        ("Het Rijksmuseum Quistel is dicht.", ["Rijksmuseum Quistel"]),
        ("Vliegtuigbouwer Airbus Defence and Space groeit.", ["Airbus Defence and Space"]),
        ("Volgens Shell Jan Bos te ontslaan.", ["Shell"]),
        ("Advocaat Tarek William Saab zweeg.", []),
        ("Volgens VVD'er Xilvio Quistel kan dat.", ["VVD"]),
        ("De partij Pakistan Tehreek-e-Insaf (PTI) is boos. De PTI wil meer.", ["Pakistan Tehreek-e-Insaf"]),
        ("De Nederlandse Aardolie Maatschappij (NAM) wint gas. De NAM stopt.", ["NAM"]),
    ],
)
def test_a_body_within_a_longer_name_is_not_that_body(text: str, organisations: list[str]) -> None:
    assert _organisations(text) == organisations


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Het ziekenhuis Quistel sluit.", ["Quistel"]),
        ("De kiesraad QNE telt nog.", ["QNE"]),
        ("Reizigersvereniging Rover is blij.", ["Rover"]),
        ("Medicijnen van het Deense Quistelbeck werken.", ["Quistelbeck"]),
        ("Ajax speelt tegen het Cypriotische AEK Quistel.", ["Ajax", "AEK Quistel"]),
        ("Dat zegt Quistel-topman Jan Bos.", ["Quistel"]),
        ("Wethouder Jan Bos (Quistel Lokaal) stapt op.", ["Quistel Lokaal"]),
        ("Wethouder Jan Bos (Hoorn Lokaal) stapt op.", ["Hoorn Lokaal"]),
        ("Partijen als Hart voor Quistel zijn tegen.", ["Hart voor Quistel"]),
        ("Staatsbedrijf Quistelco zegt dat de mijn dicht is.", ["Quistelco"]),
        ("Basisschool De Quistel sluit.", ["De Quistel"]),
        ("Het gebeurde in het Duitse Quistelberg.", []),
        ("De burgemeester van het Franse Quistelville sprak.", []),
    ],
)
def test_a_clear_noun_shows_an_unknown_body(text: str, organisations: list[str]) -> None:
    assert _organisations(text) == organisations


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("De motorclub Quistel is verboden.", ("Quistel", None)),
        ("Hackersgroep Quistel eist losgeld.", ("Quistel", None)),
        ("Dirigent van het koor Quistel is hij al lang.", ("Quistel", None)),
        ("Het bisdom Quistel verkoopt kerken.", ("bisdom Quistel", None)),
        ("De voetbalclub Quistel won.", ("Quistel", "club")),
        ("Schaatsbond Quistel wijst later rijders aan.", ("Quistel", "sport")),
        ("De klimaatbeweging Quistel stapt naar de rechter.", ("Quistel", "ngo")),
        ("De egel ging naar dierenopvang Quistel.", ("Quistel", "ngo")),
        ("Stichting Quistel wil meer geld.", ("Stichting Quistel", "ngo")),
        ("Huurdersvereniging Quistel vreest sloop.", ("Huurdersvereniging Quistel", "ngo")),
        ("Tapijtweverij Quistel vraagt bescherming.", ("Quistel", "company")),
        ("Woningcorporatie Quistel bouwt.", ("Quistel", "company")),
        ("De Europese klimaatdienst Quistel meet warmte.", ("Quistel", "government")),
        ("Dat zegt Wetterskip Quistel.", ("Wetterskip Quistel", "government")),
        ("In woonzorgcentrum Quistel was brand.", ("Quistel", "hospital")),
        ("Het symfonieorkest Quistel speelt.", ("Quistel", "museum")),
    ],
)
def test_the_noun_before_a_name_says_what_kind_of_body_it_is(text: str, organisation: tuple[str, str | None]) -> None:
    assert [(body.name, body.kind) for body in enrich_line(text).organisations] == [organisation]


def test_letters_behind_a_name_that_the_tables_know_are_the_same_body() -> None:
    rows = read_table("organisations.tsv")
    known = {form for _kind, name, others, _flags in rows for form in (name, *split_list(others))}
    wrong = {}
    for _kind, name, _others, _flags in rows:
        letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
        if " " in name and name[0].isalpha() and letters not in known:
            found = _organisations(f"Het bestuur van {name} ({letters}) zweeg.")
            if found != [name]:
                wrong[name] = found
    assert wrong == {}


def test_letters_are_those_of_the_name_right_before_them() -> None:
    text = "De Afrikaanse Unie (AU) en het World Ash Office (WAO) zwegen."
    assert _organisations(text) == ["Afrikaanse Unie", "World Ash Office"]
    mentions = [(mention.text, mention.ref) for mention in enrich_line(text).mentions if mention.kind == "organisation"]
    assert mentions == [
        ("Afrikaanse Unie", "Afrikaanse Unie"),
        ("AU", "Afrikaanse Unie"),
        ("World Ash Office", "World Ash Office"),
        ("WAO", "World Ash Office"),
    ]
