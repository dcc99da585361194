from pathlib import Path

import pytest

from newsticker.domain.enrichment.tables import read_table
from newsticker.domain.enrichment.tables.terms import read_topics
from unit.domain.enrichment.copies import enrich_line

MEDIA_TOPICS = Path(__file__).parents[3] / "fixtures" / "iptc" / "media_topics.tsv"
PREFIX = "http://cv.iptc.org/newscodes/mediatopic/"


def _codes(text: str, section: str | None = None) -> set[str]:
    return {subject.uri.removeprefix(PREFIX) for subject in enrich_line(text, section=section).subjects}


def test_every_code_is_an_active_media_topic_under_its_first_level() -> None:
    lines = MEDIA_TOPICS.read_text(encoding="utf-8").splitlines()
    active = dict(line.split("\t") for line in lines if not line.startswith("#"))
    ours = {topic.code: topic.root for topic in read_topics().values()}
    assert {code: active.get(code) for code in ours} == ours


def test_there_are_at_least_120_topics_each_with_words_and_one_row() -> None:
    rows = read_table("topics.tsv")
    assert len(rows) == len({row[0] for row in rows}) >= 120
    assert [row[0] for row in rows if not (row[3] or row[4])] == []


@pytest.mark.parametrize(
    ("text", "root", "code"),
    [
        ("Bij een verkeersongeluk op de A2 zijn twee automobilisten gewond geraakt.", "03000000", "20000143"),
        ("Ajax heeft in de Eredivisie gewonnen van Feyenoord.", "15000000", "20001065"),
        ("De inflatie is in januari opnieuw gedaald, meldt het CBS.", "04000000", "20000346"),
        ("De recherche heeft drie verdachten aangehouden voor de moord.", "02000000", "20000099"),
        ("Het KNMI waarschuwt voor onweer en zware windstoten.", "17000000", "20001129"),
        ("De Tweede Kamer stemt over een motie tegen het kabinet.", "11000000", "20000615"),
        ("Bij luchtaanvallen en gevechten aan de frontlinie vielen doden.", "16000000", "20000056"),
        ("Het ziekenhuis heeft te weinig verpleegkundigen voor alle patiënten.", "07000000", "20000462"),
    ],
)
def test_words_speak_for_a_topic_and_its_first_level(text: str, root: str, code: str) -> None:
    assert {root, code} <= _codes(text)


def test_says_which_words_fired_and_how_sure_it_is() -> None:
    subject = enrich_line("De brandweer blust een natuurbrand op de heide.").subjects[0]
    assert subject.name == "ramp, ongeval en noodsituatie"
    assert {"brandweer", "natuurbrand"} <= set(subject.terms)
    assert 0 < subject.confidence <= 100
    assert 0 < subject.relevance <= 100


def test_a_detail_of_another_story_is_no_topic() -> None:
    text = "In Guinee heeft generaal Doumbouya de verkiezingen gewonnen. De oppositie spreekt van fraude."
    assert _codes(text) & {"02000000", "20000097"} == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("De gevangene is al weken in hongerstaking.", {"09000000", "20000529"}),
        ("Zij won in de eerste ronde van de verkiezingen en haalde veel kiezers.", {"15000000"}),
        ("De wielrenner won de race.", {"20000991"}),
        ("Artsen zonder Grenzen vraagt om een bestand.", {"07000000", "20000485"}),
        ("Het Hof van Justitie heeft zich over de heffingen gebogen.", {"02000000", "20000118"}),
        ("De luchtvaartmaatschappij schrapt vluchten, zegt de topman.", {"20001366"}),
        ("De hoofdredacteur van de omroep stapt op.", {"20000047"}),
        ("De kustwacht zag hoe de marineschepen elkaar ramden.", {"20000168"}),
        ("Op de dijk lag een dode zeehond.", {"20000437"}),
        ("Er is een akkoord over de bouw van een gevechtsvliegtuig.", {"20000235"}),
    ],
)
def test_a_word_out_of_its_context_says_nothing(text: str, wrong: set[str]) -> None:
    assert _codes(text) & wrong == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("De staking van de machinisten duurt voort.", "20000529"),
        ("Zij is presidentskandidate en won de eerste ronde van de verkiezingen.", "20000574"),
        ("Het bedrijf schrapt in Terneuzen 200 banen.", "20001366"),
        ("Er is een handelsoorlog om heffingen.", "20000373"),
        ("De spanningen lopen op na de oorlogsverklaring.", "20000062"),
    ],
)
def test_better_words_speak_for_it(text: str, code: str) -> None:
    assert code in _codes(text)


def test_a_word_within_a_longer_one_is_silent_in_the_headline_too() -> None:
    subjects = enrich_line("De man liep naar huis.", headline="Weer een hongerstaking").subjects
    assert [subject.name for subject in subjects if subject.name.startswith("arbeid")] == []


def test_the_rubric_helps_but_is_not_enough() -> None:
    assert _codes("Er gebeurde vandaag helemaal niets.", section="Sport") == set()


def test_copy_that_says_nothing_has_no_topic() -> None:
    assert _codes("De man liep naar huis.") == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("KRC Genk won in de Jupiler Pro League met 2-0 van KV Mechelen.", {"20000933"}),
        ("De atlete won in het stadion de 800 meter bij de Diamond League.", {"20001065"}),
        ("Het aantal inwoners is in het derde kwartaal met 31.000 gegroeid.", {"20001365"}),
        ("De toeristen zitten al drie dagen vast in Cuzco.", {"02000000", "20000130"}),
        ("De brandweer blust een brand. Drie tieners met brandwonden gingen naar het ziekenhuis.", {"07000000"}),
    ],
)
def test_one_word_of_a_second_rank_makes_no_topic(text: str, wrong: set[str]) -> None:
    assert _codes(text) & wrong == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("De omzet daalt bij mosselbedrijf Prins & Dingemanse.", {"08000000", "20000506"}),
        ("Dat doet Jaap Prins niet. Prins haalt voorraad uit Ierland.", {"08000000", "20000506"}),
        ("In Kampen las zij voor uit De Koningin van de IJssel.", {"08000000", "20000506"}),
    ],
)
def test_a_word_of_a_name_or_a_title_says_nothing(text: str, wrong: set[str]) -> None:
    assert _codes(text) & wrong == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("De Filipijnse oud-president Rodrigo Duterte staat terecht.", "20000610"),
        ("De voormalige minister staat terecht.", "20000613"),
        ("Door een stiptheidsactie wachten er 74 schepen. Minister Annick De Ridder (N-VA) wil overleg.", "11000000"),
        ("Hamas hoopt na bemiddeling op een wapenstilstand. Premier Benjamin Netanyahu zwijgt.", "11000000"),
    ],
)
def test_who_only_comments_and_what_is_past_are_no_subject(text: str, wrong: str) -> None:
    assert wrong not in _codes(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Rio Tinto verscheept ijzererts. Vakbonden azen op banen.", {"09000000", "20000536"}),
        (
            "De universiteit schrapt zes talenstudies. Bestuursvoorzitter Tjeerd Haitsma zwijgt.",
            {"04000000", "20000199"},
        ),
        ("Er is een zitting in de rechtbank. Mensenrechtenorganisatie Human Rights Watch zwijgt.", {"14000000"}),
        ("De cholera eist 900 levens, stelt de WHO. Ook in vluchtelingenkampen zijn zieken.", {"11000000"}),
        ("Bij zijn kraam werd de aanvaller van de burgemeester gepakt.", {"20001065"}),
    ],
)
def test_a_source_or_a_detail_is_no_second_subject(text: str, wrong: set[str]) -> None:
    assert _codes(text) & wrong == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Zeeuwse mosselkwekers rekenen op een slecht jaar.", "20000213"),
        ("Het aantal inwoners van Nederland groeit weer, zegt een demograaf.", "20000774"),
        ("Zes talenstudies verdwijnen.", "20000405"),
        ("Door een stiptheidsactie van de loodsen wachten er schepen.", "20000529"),
        ("In Rio is carnaval begonnen. De politie zet duizenden agenten in.", "10000000"),
        ("Iran laat inspecteurs van de atoomwaakhond weer toe in de kerncentrale.", "20000638"),
        ("Militairen zouden de macht hebben overgenomen in Guinee.", "20000070"),
        ("Bij een digitale inbraak maakte een hackersgroep gegevens van patiënten buit.", "20000086"),
        ("De schaker speelde remise in het eindspel met een pion meer.", "20001154"),
        ("De wolvin bij Otterlo mag voorlopig niet worden afgeschoten.", "20000500"),
        ("Het skûtsje van Lemmer leidt in het klassement.", "20001038"),
        ("De eerste asperges zijn gestoken, zegt een teler.", "20000210"),
    ],
)
def test_words_of_other_subjects_speak_too(text: str, code: str) -> None:
    assert code in _codes(text)


def test_an_accident_is_the_news_however_much_is_said_of_the_road() -> None:
    road = "De A2 is dicht door een gekantelde vrachtwagen. Verkeer kan omrijden, zegt Rijkswaterstaat; er is file."
    assert {"03000000", "20000143", "04000000", "20000337"} <= _codes(road)
    assert "03000000" not in _codes("Polen sluit de grens na de vondst van een neergestorte drone, zegt de premier.")


def test_of_two_equal_words_the_stronger_speaks() -> None:
    assert "20000099" in _codes("Er is nieuws. De verdachte wordt gezocht voor een moord.")


def test_a_strong_word_among_the_details_of_a_long_story_makes_no_topic() -> None:
    story = "De gemeenteraad stemt over het park. " + "Daar was lang over gepraat. " * 20
    assert _codes(f"{story}Iemand noemde ook een referendum.") & {"20000612", "20000584"} == {"20000612"}
