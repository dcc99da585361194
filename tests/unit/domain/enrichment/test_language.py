import pytest

from newsticker.domain.enrichment.language import decide_language
from unit.domain.enrichment.copies import enrich_line

NL = "De gemeente gaat de brug over de vaart volgend jaar helemaal vernieuwen."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NL, "nl"),
        ("The council will replace the bridge over the canal some time next year.", "en"),
        ("Die Gemeinde will die Brücke über den Kanal im nächsten Jahr erneuern.", "de"),
        ("La commune va remplacer le pont sur le canal au cours de l'année prochaine.", "fr"),
    ],
)
def test_decides_on_eight_words(text: str, expected: str) -> None:
    assert enrich_line(text, language=None).language == expected


@pytest.mark.parametrize("language", ["nl", "fy", None])
def test_takes_the_page_s_language_below_eight_words(language: str | None) -> None:
    assert enrich_line("The bridge is closed.", language=language).language == language


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("De brug is dicht.", "page"),
        (NL, "small_words"),
        ("Amsterdam Rotterdam Utrecht Eindhoven Groningen Breda Tilburg Almere", "identifier"),
    ],
)
def test_says_how_it_decided(text: str, via: str) -> None:
    assert decide_language(text, "nl").via == via


def test_leaves_an_even_score_to_the_identifier() -> None:
    text = "Die raad het Woensdag besluit om te gaan met die bou van die nuwe brug nie, omdat daar nie geld is nie."
    assert decide_language(text, None) == ("af", "identifier")
