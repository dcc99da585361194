"""Items whose time stands between title and copy, and pages that only look so."""

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

Seen = list[tuple[int, str | None, str | None]]

TREE = "Er ligt een boom om in Ede."
BRIDGE = "De brug in Goes is open."
OTTER = "In Urk is een otter gezien."
LONG = "Het college van Ede wil de boom laten staan, maar de raad denkt daar anders over."

LATER = "Pas in het voorjaar valt er een besluit over de boom, zegt een woordvoerder van Ede."

THREE = [("Boom ligt om", "1 uur geleden", TREE), ("Brug open", "2 uur geleden", BRIDGE), ("Otter", "gisteren", OTTER)]


def split(text: str) -> Seen:
    """Give position, headline and printed time of each item."""
    return [
        (
            item.source.position,
            item.headline.value if item.headline else None,
            item.time.stamp.text if item.time.stamp else None,
        )
        for item in split_document(make_raw_document(text), Sources())
    ]


def page(*items: tuple[str, str, str], below: str = "\n") -> str:
    return "\n".join(below.join(part for part in item if part) + "\n" for item in items)


@pytest.mark.parametrize("below", ["\n", "\n\n"], ids=["together", "apart"])
@pytest.mark.parametrize("place", ["", "EDE (ANP) - ", "EDE - ", "Ede - "])
@pytest.mark.parametrize(
    "stamps",
    [
        ("5 minuten geleden", "2 uur geleden", "1 dag geleden"),
        ("5 min", "2 u", "1 dg"),
        ("14:20", "13:05", "9:31"),
        ("vandaag, 14:20", "vandaag 13:05", "gisteren 19:45"),
        ("22-01-2026 14:35", "22-01-2026, 11:20", "21-01-2026"),
        ("22 januari 2026 14:35", "22 januari 2026 om 11:20", "21 januari 2026"),
        ("zojuist", "donderdag 22 januari 2026", "12 januari, 11:20"),
    ],
)
def test_a_time_between_title_and_copy_is_of_that_item(below: str, place: str, stamps: tuple[str, str, str]) -> None:
    heads = ("Boom ligt om", "Brug open", "Otter gezien in singel")
    text = page(*zip(heads, stamps, (place + TREE, place + BRIDGE, place + OTTER), strict=True), below=below)
    expected: Seen = [(n, head, stamp) for n, (head, stamp) in enumerate(zip(heads, stamps, strict=True), 1)]
    assert split("Stadsblad Ede en omstreken\nHome\n\n" + text) == expected
    assert split("Meer uit Ede\n" + text) == expected
    assert split("Nu in het nieuws\n" + text + "\nMeest gelezen\nBoom ligt om\n") == expected


def test_one_item_below_a_label_shows_how_its_block_is_printed() -> None:
    assert split(f"Meer uit Ede\nBoom ligt om\n5 minuten geleden\n{TREE}\n") == [
        (1, "Boom ligt om", "5 minuten geleden")
    ]


def test_one_item_without_a_label_is_an_article() -> None:
    assert split(f"Boom ligt om\n5 minuten geleden\n{TREE}\n") == [(0, "Boom ligt om", "5 minuten geleden")]


def test_buttons_below_copy_that_is_cut_short_point_to_no_title() -> None:
    items = [(head, stamp, copy.rstrip(".") + "…\nLees meer") for head, stamp, copy in THREE]
    expected: Seen = [(n, head, stamp) for n, (head, stamp, _) in enumerate(THREE, 1)]
    for text in (page(*items), "Meer uit Ede\n" + page(*items)):
        assert split(text) == expected
        bodies = [item.body for item in split_document(make_raw_document(text), Sources())]
        assert bodies == [copy.rstrip(".") + "…" for _, _, copy in THREE]


@pytest.mark.parametrize("missing", [1, 2])
def test_a_missing_time_leaves_its_own_item_without(missing: int) -> None:
    heads, stamps = ("Boom ligt om", "Brug open", "Otter gezien"), ["1 uur geleden", "2 uur geleden", "3 uur geleden"]
    stamps[missing] = ""
    text = page(*zip(heads, stamps, (TREE, BRIDGE, OTTER), strict=True))
    expected: Seen = [(n, head, stamp or None) for n, (head, stamp) in enumerate(zip(heads, stamps, strict=True), 1)]
    assert split(text) == split("Meer uit Ede\n" + text) == expected


def test_two_missing_times_in_a_row_make_no_article_of_the_first_item() -> None:
    text = page(
        ("Boom ligt om", "1 uur geleden", f"EDE - {TREE}"),
        ("Wie zag de otter?", "", f"URK - {OTTER}"),
        ("Wie zag de brug?", "", f"GOES - {BRIDGE}"),
        ("Markt verhuist naar plein", "4 uur geleden", f"EDE - {LONG}"),
        ("Dijk wordt hoger", "5 uur geleden", f"EDE - {LONG}"),
    )
    assert [stamp for _, _, stamp in split(text)] == ["1 uur geleden", None, None, "4 uur geleden", "5 uur geleden"]


def test_an_article_that_alone_states_a_date_or_is_much_longer_stays_one() -> None:
    items = page(("Brug open", "2 uur geleden", BRIDGE), ("Otter gezien", "3 uur geleden", OTTER))
    dated = f"Boom ligt om\n22 januari 2026, 14:35\n{LONG}\n\n{items}"
    longer = f"Boom ligt om\n1 uur geleden\n{LONG}\n{TREE}\nNiemand raakte gewond.\nDe weg is dicht.\n\n{items}"
    expected: Seen = [(1, "Brug open", "2 uur geleden"), (2, "Otter gezien", "3 uur geleden")]
    assert split(dated) == [(0, "Boom ligt om", None), *expected]
    assert split(longer) == [(0, "Boom ligt om", "1 uur geleden"), *expected]


@pytest.mark.parametrize(
    "below",
    [
        "Geen vergunning\n" + LATER,
        "Reacties (2)\nJan Klaver\n22 januari 2026, 15:10\nMooi.\nPiet Mus\n22 januari 2026, 15:40\nNiet mooi.",
        "Jan Klaver\n22 januari 2026, 15:10\nMooi zo.\nPiet Mus\n22 januari 2026, 15:40\nNiet mooi.",
        "Vijf jaar geleden\n" + LATER,
        "Lees ook: Brug open",
    ],
    ids=["crosshead", "comments", "names", "age as a crosshead", "pointer"],
)
def test_an_article_with_one_date_below_its_title_stays_one(below: str) -> None:
    assert split(f"Boom ligt om\n22 januari 2026, 14:35\n{LONG}\n{below}\n") == [(0, "Boom ligt om", None)]


@pytest.mark.parametrize("blank", [" ", "\u00a0"])
def test_clock_times_that_open_titles_are_of_these(blank: str) -> None:
    text = (
        f"14:35{blank}Boom ligt om\n{TREE}\n9:02{blank}'Otter gezien'\n{OTTER}\n0:10{blank}2 bruggen open\n{BRIDGE}\n"
    )
    expected: Seen = [(1, "Boom ligt om", "14:35"), (2, "'Otter gezien'", "9:02"), (3, "2 bruggen open", "0:10")]
    assert split(text) == split("Stadsblad Ede\n" + text) == split("Meer uit Ede\n" + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"Boom ligt om\n{LONG}\n14:35 Brandweer komt\n{TREE}\n15:10 Weg vrij\n{BRIDGE}\n",
        f"14:35 Boom ligt om\n{LONG}\n{TREE}\n",
        f"14:35 Boom ligt om\n{LONG}\n12 bomen om\n{TREE}\n",
    ],
    ids=["the hours of one story", "one", "a number"],
)
def test_clock_times_elsewhere_are_part_of_the_text(text: str) -> None:
    (item,) = split(text)
    assert item[0] == 0
    assert item[2] is None


def test_titles_below_their_stamps_and_copy_below_its_title_stay_as_they_are() -> None:
    parts = ("Boom ligt om", TREE, "1 uur geleden"), ("Brug open", BRIDGE, "2 uur geleden")
    expected: Seen = [(1, "Boom ligt om", "1 uur geleden"), (2, "Brug open", "2 uur geleden")]
    assert split(page(*parts)) == expected
    assert split(page(*((stamp, head, copy) for head, copy, stamp in parts))) == expected


DATED = [("Boom ligt om", "22-01-2026 14:35", TREE), ("Brug open", "22 januari 2026 11:20", BRIDGE)]


@pytest.mark.parametrize("last", ["21-01-2026 09:05", "21 januari 2026"])
def test_dates_above_titles_or_below_copy_are_of_these_items(last: str) -> None:
    items = [*DATED, ("Otter gezien", last, OTTER)]
    expected: Seen = [(n, head, stamp) for n, (head, stamp, _) in enumerate(items, 1)]
    above = page(*((stamp, head, copy) for head, stamp, copy in items))
    below = page(*((head, copy, stamp) for head, stamp, copy in items))
    assert split(above) == split("Stadsblad Ede en omstreken\nHome\n" + above) == expected
    assert split(below) == split(below + "Over ons\nContact\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"Boom ligt om\n{LONG}\n12 januari 2026\n{TREE}\n14 januari 2026\n{BRIDGE}\n",
        f"Boom ligt om\n22 januari 2026\n{LONG}\n12 januari 2026\n{TREE}\n14 januari 2026\n{BRIDGE}\n",
        f"Boom ligt om\n22 januari 2026, 14:35\n{LONG}\n{TREE}\n23 januari 2026\n",
        f"22 januari 2026, 14:35\nBoom ligt om\n{LONG}\n{TREE}\n",
    ],
    ids=["headings", "a date and headings", "twice", "above"],
)
def test_dates_that_stand_otherwise_make_no_ticker(text: str) -> None:
    ((position, headline, _),) = split(text)
    assert (position, headline) == (0, "Boom ligt om")


def test_lines_around_the_items_of_a_block_are_the_sites() -> None:
    expected: Seen = [(n, head, stamp) for n, (head, stamp, _) in enumerate(THREE, 1)]
    text = f"Meer uit Ede\nNieuws van vandaag en gisteren\n{page(*THREE)}Alle berichten\n"
    assert split(text) == expected
    bodies = "".join(item.body for item in split_document(make_raw_document(text), Sources()))
    assert "Alle" not in bodies
    assert "gisteren" not in bodies


def test_a_second_time_below_the_copy_is_nobodys() -> None:
    (head, stamp, copy), *others = THREE
    expected: Seen = [(n, head, stamp) for n, (head, stamp, _) in enumerate(THREE, 1)]
    assert split("Meer uit Ede\n" + page((head, stamp, f"{copy}\n4 uur geleden"), *others)) == expected


def test_a_time_far_below_its_title_or_below_long_copy_is_of_no_group() -> None:
    first, second = (f"{head}\n{stamp}\n{copy}\n" for head, stamp, copy in THREE[:2])
    assert [item[1] for item in split(f"Meer uit Ede\n{first}{LONG * 3}\n5 uur geleden\n{second}")][:2] == [
        "Boom ligt om",
        "Brug open",
    ]
    far = "Otter\n" + "Foto: Jan Klaver\n" * 4 + "3 uur geleden\n" + OTTER
    assert [item[1] for item in split(f"Meer uit Ede\n{first}{second}{far}")][:2] == ["Boom ligt om", "Brug open"]
