"""Authors, quotes and paid blocks among the copy of an article, told by their neighbours."""

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

TITLE = "Brug open na drie jaar"
TOP = f"{TITLE}\nDoor Jan Klaver\n3 juni 2024, 10:00\n\nGOES (ANP) - "
FIRST = "De brug bij Goes is weer open voor alle verkeer. Dat meldt de provincie."
LAST = '"Wij hebben drie jaar gewacht op een ponton van de buren", zegt schipper Wim de Jong. "Zelfs in de winter."'
TICKER = "Meer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"
TREE = "Er ligt een boom om."


def split(text: str) -> tuple[str, ...]:
    return tuple(item.body for item in split_document(make_raw_document(text), Sources()))


@pytest.mark.parametrize(
    "box",
    [
        "Jan Klaver is sinds 2011 verslaggever in Ommen. Tips? Mail hem via jan@krant.example.",
        "Jan Klaver is verslaggever in Ommen en Hardenberg.",
        "Jan Klaver (1971) schrijft als redacteur over water.",
        "Kim de Boer is sinds 2016 verslaggever in Goes en omstreken. Tips? Mail haar.",
        "Jan Klaver schrijft over water. Volg hem op X: @janklaver.",
        "Over de auteur\nJan Klaver schrijft over water en bruggen.",
        "Over de auteur\nKim de Boer woont in Goes en schrijft over water.",
        "Over Jan\nJan woont sinds 1998 in Goes en schrijft over water.",
        "Over Jan Klaver\nJan woont sinds 1998 in Goes.",
        "Kim de Boer\nRedacteur energie. Schrijft sinds 2011 over warmte en gas.",
        "About the author\nJane Hill writes about bridges.",
        "Jane Hill is a reporter for The Courier. Email her at jane@courier.example.",
        "Über den Autor\nJan Klein schreibt über Brücken.",
        "Jan Klein ist Redakteur in Husum. Hinweise? Kontakt: jan@bote.example.",
        "À propos de l'auteur\nJean Petit écrit sur les ponts.",
        "Jean Petit est journaliste à Thuin. Contact : jean@echo.example.",
    ],
)
def test_who_wrote_the_article_is_none_of_its_copy(box: str) -> None:
    for line in ("\n", "\n\n"):
        copy = line.join((FIRST, LAST, *box.split("\n")))
        assert split(TOP + copy) == (f"{FIRST}\n\n{LAST}",)
        assert split(f"{TOP}{copy}\n\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)


@pytest.mark.parametrize(
    "copy",
    [
        "Wim de Jong is sinds 2011 schipper in Goes.",
        "Wim de Jong is verslaggever in Moskou.",
        "Over de brug\nWim de Jong woont sinds 1998 in Goes.",
        "Over geld\nJan schrijft dat de kosten meevallen.",
        "De redacteur van de krant schrijft over warmte en gas.",
        "Redacteuren van de krant staken.",
        "Jan Klaver was een van de bezoekers.",
    ],
)
def test_others_are_copy(copy: str) -> None:
    body = "\n\n".join((FIRST, LAST, *copy.split("\n")))
    assert split(f"{TOP}{body}\n\n{TICKER}") == (body, TREE)


@pytest.mark.parametrize(
    "quote",
    [
        '"Wij hebben drie jaar gewacht op een ponton van de buren"',
        "„Wij hebben drie jaar gewacht op een ponton van de buren”",
        "‘Hij zegt drie jaar gewacht te hebben op een ponton van de buren’\nWim de Jong, schipper",
        "“Wij hebben drie jaar gewacht op een ponton van de buren. Zelfs in de winter”\nWim de Jong, schipper",
        '"Wij hebben drie jaar gewacht"\nWim de Jong',
        "‘Men heeft drie jaar gewacht op een ponton van de buren’",
    ],
)
def test_a_quote_pulled_out_of_the_copy_stands_there_once(quote: str) -> None:
    known = "te hebben" not in quote
    expected = (FIRST, LAST) if known else (FIRST, *quote.split("\n"), LAST)
    assert split(f"{TOP}{FIRST}\n\n{quote}\n\n{LAST}\n\n{TICKER}") == ("\n\n".join(expected), TREE)


@pytest.mark.parametrize(
    "quote",
    [
        '"Wij hebben drie jaar gewacht"',  # a crosshead
        '"Wij hebben vier jaar gewacht op een ponton van de buren"',
        '"Wij hebben drie jaar gewacht op een ponton van de buren."',
        "‘Geld lost dat niet op, en zeker niet in deze tijd van het jaar’",
    ],
)
def test_other_quotes_are_copy(quote: str) -> None:
    assert split(f"{TOP}{FIRST}\n\n{quote}\n\n{LAST}\n\n{TICKER}") == (f"{FIRST}\n\n{quote}\n\n{LAST}", TREE)


@pytest.mark.parametrize("heading", ["ADVERTORIAL", "Ingezonden mededeling", "Partner content", "Publireportage"])
def test_a_block_that_is_paid_for_is_none_of_the_copy(heading: str) -> None:
    block = f"{heading}\nWarm de winter door met een kachel\nKom langs in onze showroom. Actie geldig tot mei."
    assert split(f"{TOP}{FIRST}\n\n{block}\n\n{LAST}\n\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)
    apart = f"{TOP}{FIRST}\n\n{heading}\n\n{LAST}\n\n{TICKER}"
    assert split(apart)[0].endswith(LAST)


def test_short_lines_below_the_copy_are_none_of_it_unless_the_page_ends_there() -> None:
    score = "Goes - Trias 1-1 (0-1)\n23' Boer 0-1, 90+4' Plomp 1-1\nScheidsrechter: Van Schaik"
    assert split(f"{TOP}{FIRST}\n{LAST}\n{score}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)
    cut = "\n\n".join((FIRST, LAST, *score.split("\n")))
    assert split(f"{TOP}{FIRST}\n{LAST}\n{score}") == (cut,)


@pytest.mark.parametrize("list_", ["- Goes\n- Trias\n- Urk", "De clubs:\nGoes\nTrias\nUrk"])
def test_a_list_below_the_copy_is_a_part_of_it(list_: str) -> None:
    copy = "\n\n".join((FIRST, LAST, *list_.split("\n")))
    assert split(f"{TOP}{FIRST}\n{LAST}\n{list_}\n{TICKER}") == (copy, TREE)


def test_the_author_above_the_date_is_no_copy() -> None:
    text = f"{TITLE}\n\nDrie jaar lang lag het verkeer stil. Nu rijdt alles weer over de brug van Goes.\n\n"
    text += f"Jan Klaver\n7 november 2025, 06:00\n\n{FIRST}\n\n{LAST}"
    assert "Jan Klaver" not in split(text)[0]


@pytest.mark.parametrize(("answers", "kept"), [(2, False), (12, True)])
def test_a_poll_has_a_few_answers(answers: int, *, kept: bool) -> None:
    poll = "\n".join(("Wie wordt kampioen?", *(f"Club {number}" for number in range(answers)), "Stem"))
    assert ("kampioen" in split(f"{TOP}{FIRST}\n{poll}\n{LAST}\n{TICKER}")[0]) == kept
