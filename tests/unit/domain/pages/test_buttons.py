"""Share buttons and counters, and copy that looks like them."""

import pytest

from newsticker.domain.pages.buttons import is_button


@pytest.mark.parametrize(
    "line",
    [
        "Delen op Facebook",
        "Deel via WhatsApp of e-mail",
        "Tweet",
        "Share on X",
        "Teilen auf Facebook",
        "Auf Facebook teilen",
        "Partager sur LinkedIn",
        "17 reacties",
        "Reacties (14)",
        "1.204 keer gelezen",
        "3 min leestijd",
        "3 min read",
        "12 Kommentare",
        "Lesezeit: 3 Minuten",
        "5 commentaires",
        "Temps de lecture : 3 min",
        "1 2 3 … 48 Volgende",
        "‹ 1 2 3 ›",
        "« Vorige 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 Volgende »",
        "Pagina 1 van 48",
        "Volgende pagina →",
        "4 5 6 ... 12",
        "Page 1 of 12",
        "Seite 1 von 3",
        "Page 1 sur 12",
        "Older posts »",
    ],
)
def test_a_button_is_known(line: str) -> None:
    assert is_button(line.casefold())


@pytest.mark.parametrize(
    "line",
    [
        "Delen op school mag niet",
        "Deel van de brug ligt in het water",
        "17 doden",
        "Twee reacties",
        "Reacties",
        "17 reacties op het plan van de raad voor een brug",
        "Facebook krijgt boete van 17 miljoen",
        "3 min",
        "Share price falls 3 percent",
        "2-1",
        "3 - 1",
        "1, 2",
        "112",
        "3 12 17 24 33 41",
        "06 12 34 56 78",
        "De 10 van 2024",
        "Pagina 2",
        "Meer » Goes",
        "1 2 3 test",
    ],
)
def test_copy_is_no_button(line: str) -> None:
    assert not is_button(line.casefold())
