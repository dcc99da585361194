"""What stands between the title of an article and its first sentence, and around them."""

import pytest

from newsticker.domain.pages import SpanKind, split_page
from newsticker.domain.sources import SourceProfile
from unit.domain.pages.articles import LEAD, LONG, SHORT, TITLE, split

TICKER = "Meer uit Meppel\nMEPPEL - De molen draait.\n2 uur geledenNIJEVEEN - Er is feest.\n3 uur geleden"

# lines between title and lead; each may also be followed by another of them
BETWEEN = [
    "Door Jan Klaver",
    "Door onze redactie",
    "Redactie",
    "Door ANP - 18-10-2016, 16:25",
    "Foto: ANP",
    "12 mei 2024, 08:15",
    "12 mei 2024, 08:15, bijgewerkt om 11:40",
    "zondag 12 mei 2024 08:15 | Laatste update 11:40",
    "Piet Jansen 12-05-24, 08:15",
    "Jan de Vries, donderdag 12 september 2024 om 08:15, bijgewerkt om 11:40 uur",
    "12.05.24, 08:15 uur",
    "12 mei 2024, 08:15 - 3 min leestijd - 17 reacties",
    "12 mei 2024 Leestijd 3 minuten",
    "Gisteren om 16:20 • Aangepast vandaag om 09:12",
    "Tekst: Jan Kuiper, foto's: Els Brand",
    "112",
    "di 14 jan, 08:15",
    "3 min",
    "3 min leestijd",
    "Leestijd: 3 minuten",
    "17 reacties",
    "Reacties (14)",
    "0 reacties",
    "1.204 keer gelezen",
    "Delen op Facebook",
    "Facebook",
    "VIDEO",
    "Luister naar dit artikel",
    "Jan Klaver",
    "Jan Klaver\nVerslaggever",
    "Door\nJan Klaver\nVerslaggever",
    "Meppel",
    "Meppel, 12 mei 2024",
    "Leestijd 2 min • 34 reacties • Jan Klaver",
    "vorige week",
    "2 uur geleden",
    "ANP",
    "4:12 • voorgelezen door een stem",
    "Wonen   Afval   Meppel   Contact",
    "📅 12 mei 2024",
    "👤 Jan Klaver",
    "👍 Vind ik leuk",
    "💬 12",
]

BODIES = {
    "a short paragraph": (LEAD,),
    "two short paragraphs": (LEAD, SHORT),
    "a short sentence above a short one": (SHORT, LEAD),
    "a short paragraph above a long one": (LEAD, LONG),
    "a short sentence above a long one": ("De wethouder van Meppel stapt vandaag nog op.", LONG),
    "a long paragraph": (LONG, SHORT),
    "a dateline": ("MEPPEL (ANP) - " + LEAD, SHORT),
}


def body(paragraphs: tuple[str, ...]) -> str:
    return "\n\n".join(paragraphs).removeprefix("MEPPEL (ANP) - ")


@pytest.mark.parametrize("paragraphs", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("ticker", ["", "\n" + TICKER], ids=["alone", "ticker"])
def test_title_and_copy_survive_a_line_between_them(between: str, paragraphs: tuple[str, ...], ticker: str) -> None:
    items = split("\n".join((TITLE, between, *paragraphs)) + ticker)
    assert items[0].source.position == 0
    assert items[0].headline is not None
    assert items[0].headline.value == TITLE
    assert items[0].body == body(paragraphs)
    assert len(items) == (3 if ticker else 1)


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("menu", ["", "Home\nNieuws\n", "Binnenland\n", "Home / Nieuws / Meppel\n"])
def test_several_lines_may_stand_there(blank: str, menu: str) -> None:
    lines = ("Foto: ANP", "Door onze redactie", "12 mei 2024, 08:15, bijgewerkt om 11:40", "17 reacties")
    (item,) = split(menu + blank.join((TITLE, *lines, LEAD)))
    assert item.headline is not None
    assert (item.headline.value, item.body) == (TITLE, LEAD)


@pytest.mark.parametrize(
    "line",
    [
        "12 mei 2024, 08:15, bijgewerkt om 11:40",
        "zondag 12 mei 2024 08:15 | Laatste update 11:40",
        "Piet Jansen 12-05-24, 08:15",
        "12.05.24, 08:15 uur",
        "Door Jan Klaver, 12 mei 2024 om 08:15",
        "12 mei 2024 08:15 | 3 min leestijd",
    ],
)
def test_a_full_time_between_title_and_lead_is_exact(line: str) -> None:
    (item,) = split(f"{TITLE}\n{line}\n{LEAD}")
    published = item.time.published
    assert published.status == "exact"
    assert published.earliest is not None
    assert published.earliest.isoformat() == "2024-05-12T06:15:00+00:00"


@pytest.mark.parametrize("title", ["Minister stapt op.", "Minister (VVD) stapt op.", "De minister: 'Ik ga.'"])
def test_a_title_may_end_in_a_full_stop(title: str) -> None:
    (item,) = split(f"{title}\n\nDEN HAAG (ANP) - {LEAD}\n\n{SHORT}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (title, f"{LEAD}\n\n{SHORT}")


def test_how_long_reading_takes_is_no_stamp() -> None:
    for line in ("3 min", "3 min leestijd"):
        (item,) = split(f"{TITLE}\n{line}\n{LEAD}")
        assert item.time.stamp is None


def test_a_caption_below_a_credit_is_no_lead() -> None:
    (item,) = split(f"{TITLE}\nFoto: Jan Kuiper\nEen koe op het spoor.\n{LONG}")
    assert item.body == LONG


def test_a_short_sentence_below_a_credit_and_above_a_crosshead_is_copy() -> None:
    (item,) = split(f"{TITLE}\nFoto: Jan Kuiper\nHij stapt op.\nGeen vergunning\n{LONG}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (TITLE, f"Hij stapt op.\n\nGeen vergunning\n\n{LONG}")


def test_a_credit_above_a_title_leaves_the_title_alone() -> None:
    for credit in ("Foto: ANP", "Foto ANP", "© ANP"):
        (item,) = split(f"{credit}\n{TITLE}\n{LEAD}")
        assert item.headline is not None
        assert (item.headline.value, item.body) == (TITLE, LEAD)


def test_a_slogan_above_the_title_is_no_lead() -> None:
    (item,) = split(f"Omroep Veldrade\nAltijd dichtbij.\n{TITLE}\n{LONG}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (TITLE, LONG)


def test_a_title_of_two_words_stands_above_a_name_when_nothing_stands_above_it() -> None:
    (item,) = split(f"Home\nHaven dicht\nJan Klaver\n{LEAD}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == ("Haven dicht", LEAD)


def test_a_title_of_names_is_a_title() -> None:
    (item,) = split(f"Home\nNieuws\nVan Gogh in Meppel\n{LEAD}")
    assert item.headline is not None
    assert item.headline.value == "Van Gogh in Meppel"


def test_a_counter_is_boilerplate() -> None:
    text = f"{TITLE}\n17 reacties\n{LEAD}"
    kinds = {text[span.start : span.end]: span.kind for span in split_page(text, SourceProfile(), None).spans}
    assert kinds["17 reacties"] is SpanKind.BOILERPLATE


def test_the_title_stands_above_the_author_and_not_below() -> None:
    above = "Haven dicht na storm van zondag"
    (item,) = split(f"Omroep Veldrade\n{above}\nDoor Jan Klaver\nSchepen liggen nu al dagen stil\n{LEAD}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (above, LEAD)


def test_a_handle_is_part_of_the_authors_line() -> None:
    (item,) = split(f"Omroep Veldrade\n{TITLE}\nDoor Jan Klaver @jan_klaver\n{LEAD}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (TITLE, LEAD)


@pytest.mark.parametrize(
    "line",
    [
        "VIDEO | Zo haalde de boer zijn schapen",
        "Twee boeren op het land. Beeld Jan Klaver voor De Bode",
        "De boer in zijn stal. Archieffoto - NASA/AP",
        "Listen to our podcast: boats in plain English",
    ],
)
def test_what_stands_between_title_and_copy_is_no_title(line: str) -> None:
    (item,) = split(f"Omroep Veldrade\nHaven dicht na storm\n12 mei 2024\n{line}\n{LONG}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == ("Haven dicht na storm", LONG)


def test_a_title_with_a_mark_is_one_where_there_is_no_other() -> None:
    (item,) = split(f"Omroep Veldrade\nVIDEO | Zo haalde de boer zijn schapen\n{LONG}")
    assert item.headline is not None
    assert item.headline.value == "VIDEO | Zo haalde de boer zijn schapen"


def test_a_rubric_that_stands_twice_is_no_title() -> None:
    (item,) = split(f"Film\nTheater\nMuziek\nTheater\nWeer gelachen om deze Kersentuin\n{LONG}")
    assert item.headline is not None
    assert item.headline.value == "Weer gelachen om deze Kersentuin"


@pytest.mark.parametrize(
    "title",
    [
        "Uw privacy telt, vindt de wethouder",
        "Jouw privacy gaat boven een camera",
        "Wantrouwen is onderdeel van het vak",
        "Succes is een product van geduld",
        "Water report is published by council",
    ],
)
def test_a_title_with_words_of_notices_is_a_title(title: str) -> None:
    (item,) = split(f"{title}\n{LEAD}\n{SHORT}")
    assert item.headline is not None
    assert (item.headline.value, item.body) == (title, f"{LEAD}\n\n{SHORT}")
