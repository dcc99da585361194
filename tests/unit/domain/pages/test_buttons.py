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
    ],
)
def test_copy_is_no_button(line: str) -> None:
    assert not is_button(line.casefold())
