"""What happens to pages in life, one accident a page."""

from typing import Any

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

EDE = "EDE (ANP) - Er ligt een boom om."
TREE = "Er ligt een boom om."

# text of the page; then for each item: headline, places, agencies, stamp or clock time, body
PAGES: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "a label is glued to the article": (
        f'Kabinet praat\nDEN HAAG (ANP) - "Het duurt", zei de premier.Meer uit Binnenland\n{EDE}\n1 uur geleden',
        [
            ("Kabinet praat", ["DEN HAAG"], ["ANP"], None, '"Het duurt", zei de premier.'),
            (None, ["EDE"], ["ANP"], "1 uur geleden", TREE),
        ],
    ),
    "only a dateline is left of the last item": (
        f"Meer uit Binnenland\n{EDE}\n1 uur geledenBRUSSEL (ANP) -",
        [(None, ["EDE"], ["ANP"], "1 uur geleden", TREE), (None, [], [], None, "BRUSSEL (ANP) -")],
    ),
    "half a dateline is left of the last item": (
        f"Meer uit Binnenland\n{EDE}\n1 uur geledenBRUSSEL (AN",
        [(None, ["EDE"], ["ANP"], "1 uur geleden", TREE), (None, [], [], None, "BRUSSEL (AN")],
    ),
    "menus stand below the ticker": (
        f"Meer uit Binnenland\n{EDE}\n1 uur geleden\nVolg het nieuws\nNieuwsbrief\nOver deze site",
        [(None, ["EDE"], ["ANP"], "1 uur geleden", TREE)],
    ),
    "a list of what is most read stands on the page": (
        (
            f"Titel\nDORP (ANP) - De kerk is dicht.\nMeest gelezen\nKat in boom\n"
            f"Meer uit Binnenland\n{EDE}\n1 uur geleden\n"
            "Meest gelezen\nKat"
        ),
        [("Titel", ["DORP"], ["ANP"], None, "De kerk is dicht."), (None, ["EDE"], ["ANP"], "1 uur geleden", TREE)],
    ),
    "titles look like datelines": (
        (
            "FC GOES - Trias gelijk\nFC GOES - Trias gelijk\n\nGOES (ANP) - Het werd 1-1.\n\n"
            "Meer uit Voetbal\nPSV - Ajax afgelast\n\nEINDHOVEN (ANP) - Er ligt ijs.\n\n2 uur geleden\n"
        ),
        [
            ("FC GOES - Trias gelijk", ["GOES"], ["ANP"], None, "Het werd 1-1."),
            ("PSV - Ajax afgelast", ["EINDHOVEN"], ["ANP"], "2 uur geleden", "Er ligt ijs."),
        ],
    ),
    "a crosshead looks like a dateline": (
        "Titel\nDORP (ANP) - De partijen praten.\nVVD - CDA\nZij zijn het niet eens.\nDAAR - De ander wel.",
        [
            (
                "Titel",
                ["DORP"],
                ["ANP"],
                None,
                "De partijen praten.\n\nVVD - CDA\n\nZij zijn het niet eens.\n\nDAAR - De ander wel.",
            )
        ],
    ),
    "agency, date and caption stand below the title": (
        (
            "Home\nTrein te laat\nANP\n22 januari 2026, 14:30\nFoto: Jan Kuiper\nEen koe op het spoor.\n"
            "De trein was vanmorgen te laat, omdat er een koe op het spoor stond bij Veldrade.\n"
        ),
        [
            (
                "Trein te laat",
                [],
                ["ANP"],
                None,
                "De trein was vanmorgen te laat, omdat er een koe op het spoor stond bij Veldrade.",
            )
        ],
    ),
    "a pointer goes on below": (
        (
            f"Door storm geen treinen\nDoor Jan de Vries\nARNHEM (ANP) - Er rijden geen treinen.\n"
            f"Lees ook:\nStorm op komst\n"
            f"Morgen wel.\nMeer uit Binnenland\n{EDE}\n1 uur geleden"
        ),
        [
            ("Door storm geen treinen", ["ARNHEM"], ["ANP"], None, "Er rijden geen treinen.\n\nMorgen wel."),
            (None, ["EDE"], ["ANP"], "1 uur geleden", TREE),
        ],
    ),
    "the article is one short sentence": (
        f"Brug open\nDe brug is open.\nMeer uit Binnenland\n{EDE}\n1 uur geleden",
        [("Brug open", [], [], None, "De brug is open."), (None, ["EDE"], ["ANP"], "1 uur geleden", TREE)],
    ),
    "the article has a regional dateline of mixed case": (
        (
            "Dorpshuis dicht\nNisse - Het dorpshuis is dicht. Er is asbest gevonden.\nMeer uit Borsele\n"
            "OVEZANDE - Feest.\n2 uur geleden"
        ),
        [
            ("Dorpshuis dicht", ["Nisse"], [], None, "Het dorpshuis is dicht. Er is asbest gevonden."),
            (None, ["OVEZANDE"], [], "2 uur geleden", "Feest."),
        ],
    ),
    "a stamp stands below the article": (
        f"Titel\nDORP (ANP) - De kerk is dicht.\n3 uur geleden\nMeer uit Binnenland\n{EDE}\n1 uur geleden",
        [
            ("Titel", ["DORP"], ["ANP"], "3 uur geleden", "De kerk is dicht."),
            (None, ["EDE"], ["ANP"], "1 uur geleden", TREE),
        ],
    ),
    "a stamp stands below the title": (
        "Titel\n3 uur geleden\nDORP (ANP) - De kerk is dicht.\nDe toren ook.",
        [("Titel", ["DORP"], ["ANP"], "3 uur geleden", "De kerk is dicht.\n\nDe toren ook.")],
    ),
    "there is no label": (
        f"Titel\nDORP (ANP) - De kerk is dicht.\n{EDE}\n1 uur geleden{EDE}\n2 uur geleden",
        [
            ("Titel", ["DORP"], ["ANP"], None, "De kerk is dicht."),
            (None, ["EDE"], ["ANP"], "1 uur geleden", TREE),
            (None, ["EDE"], ["ANP"], "2 uur geleden", TREE),
        ],
    ),
    "there is neither label nor article": (
        f"{EDE}\n1 uur geleden{EDE}\n2 uur geleden",
        [(None, ["EDE"], ["ANP"], "1 uur geleden", TREE), (None, ["EDE"], ["ANP"], "2 uur geleden", TREE)],
    ),
    "there is neither label nor stamp": (
        f"Titel\nDORP (ANP) - De kerk is dicht.\n{EDE}\n{EDE}",
        [
            ("Titel", ["DORP"], ["ANP"], None, "De kerk is dicht."),
            (None, ["EDE"], ["ANP"], None, TREE),
            (None, ["EDE"], ["ANP"], None, TREE),
        ],
    ),
    "a section stands where a label would": (
        f"Buitenland\n{EDE}\n1 uur geleden",
        [(None, ["EDE"], ["ANP"], "1 uur geleden", TREE)],
    ),
    "a title is a word of menus": (
        (
            "Meer uit Binnenland\nWeer\n\nDE BILT (ANP) - Regen.\n\n2 uur geleden\nBrug open\n\n"
            "GOES (ANP) - Open.\n\n3 uur geleden\n"
        ),
        [
            ("Weer", ["DE BILT"], ["ANP"], "2 uur geleden", "Regen."),
            ("Brug open", ["GOES"], ["ANP"], "3 uur geleden", "Open."),
        ],
    ),
    "an item has a byline, a pointer and a suffix": (
        (
            f"Meer uit Binnenland\n{EDE}\nDoor Jan de Vries\nLees ook: Bomen\n(DPA)\n"
            f"1 uur geleden{EDE}\nAdvertentie\n2 uur geleden"
        ),
        [(None, ["EDE"], ["ANP", "DPA"], "1 uur geleden", TREE), (None, ["EDE"], ["ANP"], "2 uur geleden", TREE)],
    ),
    "stamps are garbled": (
        f"Meer uit CuraÃ§ao\nCURAÃ‡AO (ANP) - Feest.\nÃ©Ã©n uur geleden{EDE}\n2Â\u00a0uur geleden",
        [
            (None, ["CURAÇAO"], ["ANP"], "Ã©Ã©n uur geleden", "Feest."),
            (None, ["EDE"], ["ANP"], "2Â\u00a0uur geleden", TREE),
        ],
    ),
    "line ends are odd": (
        f"Meer uit Binnenland\u2028{EDE}\x0b1 uur geleden\x85{EDE}\r2 uur geleden",
        [(None, ["EDE"], ["ANP"], "1 uur geleden", TREE), (None, ["EDE"], ["ANP"], "2 uur geleden", TREE)],
    ),
    "the article stands below the list of headlines": (
        (
            "Net binnen\n- Binnenland 12:01 Brug bij Goes dicht\nKabinet praat\nDEN HAAG (ANP) - Er wordt gepraat.\n"
            f"De premier wil meer.\nMeer uit Binnenland\n{EDE}\n2 uur geleden"
        ),
        [
            ("Kabinet praat", ["DEN HAAG"], ["ANP"], None, "Er wordt gepraat.\n\nDe premier wil meer."),
            ("Brug bij Goes dicht", [], [], "12:01", ""),
            (None, ["EDE"], ["ANP"], "2 uur geleden", TREE),
        ],
    ),
    "a short article stands below the list of headlines": (
        (
            "Net binnen\n- Goes 12:01 Brug dicht\nLees verder\nAdvertentie\nKerk in brand\nDoor Jan\nEr is brand.\n"
            "De toren ook.\nMeer uit Goes\nNisse - Feest.\n2 uur geleden"
        ),
        [
            ("Kerk in brand", [], [], None, "Er is brand.\n\nDe toren ook."),
            ("Brug dicht", [], [], "12:01", ""),
            (None, ["Nisse"], [], "2 uur geleden", "Feest."),
        ],
    ),
    "the stamps of a section list stand above the items": (
        (
            f"donderdag 18 september 2025\nEditie: NL\nSport\n2 uur geleden\n"
            f"ANP Boom om\n\n{EDE}\n\n3 uur geleden\nANP Weer\n\n{EDE}\n"
        ),
        [("Boom om", ["EDE"], ["ANP"], "2 uur geleden", TREE), ("Weer", ["EDE"], ["ANP"], "3 uur geleden", TREE)],
    ),
    "an article has two lines with a whole date": (
        "Korfbalsters verliezen\nGeplaatst: maandag 3 juni 2024 22:41\nPiet Jansen 4 juni 2024 07:15\nDe bal was rond.",
        [("Korfbalsters verliezen", [], [], None, "De bal was rond.")],
    ),
    "copy is cut at the end of the article": (
        "Titel\nDORP (ANP) - De kerk is dicht en de toren",
        [("Titel", ["DORP"], ["ANP"], None, "De kerk is dicht en de toren")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_a_page_survives_that(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [
        (
            item.headline.value if item.headline else None,
            list(item.dateline.places) if item.dateline else [],
            list(item.dateline.agencies) if item.dateline else [],
            (item.time.stamp.clock or item.time.stamp.text) if item.time.stamp else None,
            item.body,
        )
        for item in split_document(make_raw_document(text), Sources())
    ]
    assert found == expected
