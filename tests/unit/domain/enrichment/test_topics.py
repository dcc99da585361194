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


def test_the_rubric_helps_but_is_not_enough() -> None:
    assert _codes("Er gebeurde vandaag helemaal niets.", section="Sport") == set()


def test_copy_that_says_nothing_has_no_topic() -> None:
    assert _codes("De man liep naar huis.") == set()
