"""Where the article ends and the ticker begins, on pages that mix both."""

from typing import Any

import pytest

from newsticker.domain.pages import SpanKind, split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

COPY = "De brug is open. Er was een kabel gebroken."
LONG = "De brug bij Goes is weer open. Er was een kabel gebroken bij de storm van zondag."
HEADLINES = "Net binnen\n- Sport 12:01 Trias wint\n- Goes 11:00 Boom om"
LISTED = [(1, "Trias wint", ""), (2, "Boom om", "")]

# text of the page; then for each item: position, headline, body
PAGES: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "an article with a byline stands below headlines": (
        f"{HEADLINES}\nBrug open\nDoor Jan Klaver\n{COPY}\nKosten\nDe kabel kostte 12 euro.",
        [(0, "Brug open", f"{COPY}\n\nKosten\n\nDe kabel kostte 12 euro."), *LISTED],
    ),
    "an article with a date stands below headlines": (
        f"{HEADLINES}\nBrug open\n8 nov 2025 | 22:58\n{COPY}",
        [(0, "Brug open", COPY), *LISTED],
    ),
    "items with stamps stand below headlines": (
        f"{HEADLINES}\nGOES - {COPY}\n1 uur geleden\nEDE - Er ligt een boom om.\n2 uur geleden",
        [*LISTED, (3, None, COPY), (4, None, "Er ligt een boom om.")],
    ),
    "an article with a stamp stands below headlines": (
        f"{HEADLINES}\nBrug open\nVandaag, 11:48\n{COPY}\nKosten\nDe kabel kostte 12 euro.",
        [(0, "Brug open", f"{COPY}\n\nKosten\n\nDe kabel kostte 12 euro."), *LISTED],
    ),
    "headlines stand above a crosshead": (
        f"Brug open\n{LONG}\n{HEADLINES}\nKosten\nDe kabel kostte 12 euro.",
        [(0, "Brug open", f"{LONG}\n\nKosten\n\nDe kabel kostte 12 euro."), *LISTED],
    ),
    "headlines stand between two sentences": (
        f"Brug open\n{LONG}\n{HEADLINES}\nDe kabel kostte 12 euro.\nMeer uit Goes\nEDE - Er is brand.\n1 uur geleden",
        [(0, "Brug open", f"{LONG}\n\nDe kabel kostte 12 euro."), *LISTED, (3, None, "Er is brand.")],
    ),
    "headlines stand above other news": (
        f"Brug open\n{LONG}\n{HEADLINES}\nWeg bij Goes weer dicht\nEr ligt een boom om op de weg.",
        [(0, "Brug open", LONG), *LISTED, (3, "Weg bij Goes weer dicht", "Er ligt een boom om op de weg.")],
    ),
    "headlines stand above an item with a dateline": (
        f"Brug open\n{LONG}\n{HEADLINES}\nEDE (ANP) - Er ligt een boom om.",
        [(0, "Brug open", LONG), *LISTED, (3, None, "Er ligt een boom om.")],
    ),
    "titles with sentences stand below a label": (
        (
            f"Brug open\n{COPY}\nHet laatste nieuws\nWeg bij Goes weer dicht\nEr ligt een boom om op de weg bij Goes. "
            "Dat duurt nog.\nSluis bij Ede opnieuw geraakt\nEr brak een tand af van het rad in de sluis bij Ede."
        ),
        [
            (0, "Brug open", COPY),
            (1, "Weg bij Goes weer dicht", "Er ligt een boom om op de weg bij Goes. Dat duurt nog."),
            (2, "Sluis bij Ede opnieuw geraakt", "Er brak een tand af van het rad in de sluis bij Ede."),
        ],
    ),
    "a label is a crosshead": (
        f"Brug open\n{COPY}\nLaatste nieuws\nVolgens de schipper is de brug sinds twaalf uur open voor alle schepen.",
        [
            (
                0,
                "Brug open",
                f"{COPY}\n\nLaatste nieuws\n\nVolgens de schipper is de brug sinds twaalf uur open voor alle schepen.",
            )
        ],
    ),
    "a guide stands below an article": (
        f"Brug open\n{COPY}\nVanavond op tv\n19:30 Studio Bal\n20:15 Darts",
        [(0, "Brug open", COPY)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_a_page_is_divided(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [
        (item.source.position, item.headline.value if item.headline else None, item.body)
        for item in split_document(make_raw_document(text), Sources())
    ]
    assert found == expected


@pytest.mark.parametrize("date", ["8 nov. 2025\n22:58", "8 november 2025\nVandaag om 22:58", "8 nov 2025 | 22:58"])
def test_date_and_clock_of_an_article_are_one_time(date: str) -> None:
    page = f"De Bode\nBrug open na storm\nJan Klaver\n{date}\n{COPY}\nKosten\nDe kabel kostte 12 euro."
    (item,) = split_document(make_raw_document(page), Sources())
    assert item.time.stamp is None
    assert item.time.published.status.value == "exact"


def test_a_clock_without_a_date_beside_it_is_the_stamp() -> None:
    page = f"De Bode\nBrug open na storm\n22:58\n{COPY}\nGepubliceerd op 8 november 2025"
    (item,) = split_document(make_raw_document(page), Sources())
    assert item.time.stamp is not None
    assert item.time.stamp.clock == "22:58"


def test_a_label_at_the_cut_end_of_a_page_is_the_label_of_a_ticker() -> None:
    page = f"Brug open\n{COPY}\nMeer uit Goes"
    spans = split_page(page, SourceProfile(), None).spans
    assert [page[span.start : span.end] for span in spans if span.kind is SpanKind.LABEL] == ["Meer uit Goes"]
