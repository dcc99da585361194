"""Menus, pages' numbers and notices that are no news, and news that looks so."""

from typing import Any

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

COPY = "De brug is open. Er was een kabel gebroken."
TREE = "EDE (ANP) - Er ligt een boom om.\n1 uur geleden"

# text of the page; then for each item: position, headline, body
PAGES: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "pages' numbers stand on a line": (
        f"Brug open\n{COPY}\nMeer uit Binnenland\n{TREE}\n1 2 3 … 48 Volgende\n© 2026",
        [(0, "Brug open", COPY), (1, None, "Er ligt een boom om.")],
    ),
    "pages' numbers stand on lines of their own": (
        f"Meer uit Binnenland\n{TREE}\n1\n2\n3\n…\n48\nVolgende\n",
        [(1, None, "Er ligt een boom om.")],
    ),
    "pages' numbers stand below an article": (
        f"Brug open\n{COPY}\n1\n\n2\n\n3\n\nVolgende",
        [(0, "Brug open", COPY)],
    ),
    "other numbers are copy": (
        f"Brug open\n{COPY}\nDe getallen zijn:\n3\n12\n17\nDat is alles.",
        [(0, "Brug open", f"{COPY}\n\nDe getallen zijn:\n\n3\n\n12\n\n17\n\nDat is alles.")],
    ),
    "two numbers are copy": (
        f"Brug open\n{COPY}\n1\n2\nDat is alles.",
        [(0, "Brug open", f"{COPY}\n\n1\n\n2\n\nDat is alles.")],
    ),
    "a menu is printed twice": (
        f"Sport\nVoetbal\nFormule 1\nSport\nVoetbal\nFormule 1\nBrug open\n{COPY}",
        [(0, "Brug open", COPY)],
    ),
    "a section is printed twice": (
        f"Sport\nHome\nSport\nBrug open\n{COPY}",
        [(0, "Brug open", COPY)],
    ),
    "a short title is printed twice": (
        f"Goes\nBrug open\nGoes\nBrug open\n{COPY}",
        [(0, "Brug open", COPY)],
    ),
    "a label is a word of the menu": (
        (
            f"Voorpagina\nNet binnen\nRegio\nVideo\nBrug open\n12 mei 2024, 08:15\nbijgewerkt om 11:40\n{COPY}\n"
            f"Het laatste nieuws\nBoom om\nEr ligt een boom om.\n12 minuten geleden"
        ),
        [(0, "Brug open", COPY), (1, "Boom om", "Er ligt een boom om.")],
    ),
    "a label is a word of the menu above a dateline": (
        f"Voorpagina\nNet binnen\nBrug open\nGOES (ANP) - {COPY}\nMeer uit Binnenland\n{TREE}",
        [(0, "Brug open", COPY), (1, None, "Er ligt een boom om.")],
    ),
    "a label stands below a menu": (
        f"Voorpagina\nNet binnen\nBrug open\nGOES (ANP) - {COPY}\n2 uur geleden\nBoom om\n{TREE}",
        [(1, "Brug open", COPY), (2, "Boom om", "Er ligt een boom om.")],
    ),
    "a label stands below a menu and no item has a time": (
        f"Voorpagina\nNet binnen\nGOES (ANP) - {COPY}\nEDE (ANP) - Er ligt een boom om.",
        [(1, None, COPY), (2, None, "Er ligt een boom om.")],
    ),
    "a label stands below a menu and above headlines": (
        "Voorpagina\nNet binnen\n- Sport 12:01 Trias wint\n- Goes 11:00 Brug open",
        [(1, "Trias wint", ""), (2, "Brug open", "")],
    ),
    "a notice about cookies stands on top": (
        f"Voorpagina\nOmroep Goes plaatst cookies.\nMet cookies meten wij het gebruik van de site.\nBrug open\n{COPY}",
        [(0, "Brug open", COPY)],
    ),
    "a notice about cookies stands between menu and doubled title": (
        f"Voorpagina\nDeze pagina maakt gebruik van cookies.\nBrug open\nBrug open\nGOES (ANP) - {COPY}",
        [(0, "Brug open", COPY)],
    ),
    "cookies are all the news": (
        "Goes\nOmroep Goes plaatst cookies.",
        [(0, "Goes", "Omroep Goes plaatst cookies.")],
    ),
    "cookies are the news": (
        "Omroep mag cookies niet meer plaatsen\nOmroep Goes plaatst cookies.\nBezwaren\nDat mag niet, zegt de raad.",
        [
            (
                0,
                "Omroep mag cookies niet meer plaatsen",
                "Omroep Goes plaatst cookies.\n\nBezwaren\n\nDat mag niet, zegt de raad.",
            )
        ],
    ),
    "cookies are the news without a title": (
        "De omroep plaatst cookies. Dat mag niet, zegt de raad.\nDe omroep gaat in beroep.",
        [(0, None, "De omroep plaatst cookies. Dat mag niet, zegt de raad.\n\nDe omroep gaat in beroep.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_menus_are_no_news(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [
        (item.source.position, item.headline.value if item.headline else None, item.body)
        for item in split_document(make_raw_document(text), Sources())
    ]
    assert found == expected
