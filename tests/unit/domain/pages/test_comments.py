"""Comments of readers are no news; news that looks so is."""

from typing import Any

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

COPY = "De brug is open. Er was een kabel gebroken."
TREE = "EDE (ANP) - Er ligt een boom om.\n1 uur geleden"
BUS = (
    "Een bus is vanochtend bij Goes van de weg geraakt en in de sloot beland. Niemand raakte gewond. De weg is nog "
    "tot de middag dicht, zegt de politie."
)
ARTICLE = (0, "Brug open", COPY)
TICKER = (1, None, "Er ligt een boom om.")

# text below the article; then for each item: position, headline, body
PAGES: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "names and ages": (
        f"Reacties (2)\nGerda V.\n3 uur geleden\nMooi!\njefke1961\n5 uur geleden\nWie?\nMeer uit Goes\n{TREE}",
        [ARTICLE, TICKER],
    ),
    "ages behind dots": (
        f"Reacties (2)\nPiet • 2 uur geleden\nJa.\nBeantwoorden\nMaria • 3 uur geleden\nMooi.\nMeer uit Goes\n{TREE}",
        [ARTICLE, TICKER],
    ),
    "one name": ("1 reactie\nAnoniem\n5 uur geleden\nEn wie betaalt dat?", [ARTICLE]),
    "ages on the names' lines": (
        f"Vos commentaires\nDaniel P. il y a 3 heures\nBravo.\nSylvie L. il y a 2 heures\nEt ?\nMeer uit Goes\n{TREE}",
        [ARTICLE, TICKER],
    ),
    "authors say": (
        "2 reacties op “Brug open”\nJoost zegt:\n3 mei 2023 om 21:14\nHij was nooit dicht.\nBeantwoorden",
        [ARTICLE],
    ),
    "authors wrote": ("3 gedachten over “Brug open”\nAnja schreef:\n3 mei 2024 om 19:12\nLeuk!", [ARTICLE]),
    "English blog": ("2 thoughts on “Brug open”\nJohn Day says:\nMay 3, 2023 at 9:14 pm\nNice one.\nReply", [ARTICLE]),
    "German blog": ("Kommentare (1)\nUwe K. sagt:\n3. Mai 2023 um 21:14\nSchön!\nAntworten", [ARTICLE]),
    "scores": (
        (
            "Comments: Our rules\nSaltyDog\n3 hours ago\nBest news all year.\nScore: 12\nMarsh Harrier\n5 hours ago\n"
            "Who pays for it?\nScore: -3"
        ),
        [ARTICLE],
    ),
    "a form": ("Geef een reactie\nJe e-mailadres wordt niet gepubliceerd.\nNaam\nSite", [ARTICLE]),
    "news below, with a time below its title": (
        (
            "Reacties (1)\nGerda V.\n3 uur geleden\nMooi!\nWeg bij Goes dicht door boom\n1 uur geleden\n"
            "Er ligt een boom om.\nSluis bij Ede weer stuk geraakt\n2 uur geleden\nEr brak een tand af."
        ),
        [
            ARTICLE,
            (1, "Weg bij Goes dicht door boom", "Er ligt een boom om."),
            (2, "Sluis bij Ede weer stuk geraakt", "Er brak een tand af."),
        ],
    ),
    "news below, with a time below its copy": (
        f"Reacties (1)\nGerda V.\n3 uur geleden\nMooi!\n{BUS}\n1 uur geleden\n{BUS}\n2 uur geleden",
        [ARTICLE, (1, None, BUS), (2, None, BUS)],
    ),
    "an author says below no heading": (
        f"Gerda schreef:\n2 uur geleden\nMooi!\nBeantwoorden\nMeer uit Goes\n{TREE}",
        [ARTICLE, TICKER],
    ),
    "a cry above a date is nobody's name": (
        "Reacties (1)\nEindelijk!\n14 januari 2026\nZo lang duurde het.",
        [(0, "Brug open", f"{COPY}\n\nEindelijk!\n\n14 januari 2026\n\nZo lang duurde het.")],
    ),
    "a crosshead": (
        "Reacties\nDe wethouder is blij. De schipper zegt:\n“Eindelijk.”",
        [(0, "Brug open", f"{COPY}\n\nReacties\n\nDe wethouder is blij. De schipper zegt:\n\n“Eindelijk.”")],
    ),
    "a counter above other news": (
        f"12 reacties\nReageer\nMeer uit Goes\n{TREE}",
        [ARTICLE, TICKER],
    ),
    "a counter above a name in the news": (
        f"Meer uit Goes\nPaul Klaver\nUTRECHT (ANP) - Hij zingt.\n1 uur geleden\n3 reacties\nLied\n{TREE}\n2 reacties",
        [ARTICLE, (1, "Paul Klaver", "Hij zingt."), (2, "Lied", "Er ligt een boom om.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_comments_are_no_news(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [
        (item.source.position, item.headline.value if item.headline else None, item.body)
        for item in split_document(make_raw_document(f"Brug open\n{COPY}\n{text}"), Sources())
    ]
    assert found == expected


def test_comments_above_the_copy_are_a_counter_of_the_article() -> None:
    page = f"Brug open\n4 Comments\nJan Klaver\n2 uur geleden\n{COPY}"
    assert [item.body for item in split_document(make_raw_document(page), Sources())] == [COPY]
