"""Lines of a ticker that are not its items, and items that look like such lines."""

from typing import Any

import pytest

from newsticker.domain.pages import SpanKind, split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

Seen = list[tuple[Any, ...]]

EDE = "EDE (ANP) - Er ligt een boom om."
TREE = "Er ligt een boom om."
GOES = "GOES (ANP) - De brug is open."
BRIDGE = "De brug is open."
TITLED = f"Meer uit Binnenland\nBoom om\n\n{EDE}\n\n1 uur geleden\nBrug open\n\n{GOES}\n\n2 uur geleden\n"
TWO = [("Boom om", TREE, "1 uur geleden"), ("Brug open", BRIDGE, "2 uur geleden")]
LIST = "donderdag 18 september 2025\nEditie: NL\nBinnenland\n" + TITLED.partition("\n")[2]


def split(text: str) -> Seen:
    return [
        (
            item.headline.value if item.headline else None,
            item.body,
            item.time.stamp.text if item.time.stamp else None,
        )
        for item in split_document(make_raw_document(text), Sources())
    ]


def quality(text: str) -> list[tuple[str, ...]]:
    return [item.quality for item in split_document(make_raw_document(text), Sources())]


@pytest.mark.parametrize("page", [TITLED, LIST], ids=["titled", "section list"])
@pytest.mark.parametrize(
    "title", ["Minister (VVD) stapt op.", "Minister stapt op.", "'Ik stap op.'", "Minister: 'Ik stap op.'"]
)
def test_a_title_may_end_in_a_full_stop(page: str, title: str) -> None:
    third = f"{title}\n\nDEN HAAG (ANP) - Hij gaat.\n\n3 uur geleden\n"
    assert split(page + third) == [*TWO, (title, "Hij gaat.", "3 uur geleden")]
    first = page.replace("Boom om", title)
    assert split(first) == [(title, *TWO[0][1:]), TWO[1]]
    every = first.replace("Brug open", "De brug is open.")
    assert split(every) == [(title, *TWO[0][1:]), ("De brug is open.", *TWO[1][1:])]


@pytest.mark.parametrize(
    "stamp", ["vorige week", "Vorige week", "vorige maand", "een poosje geleden", "3 kwrt. geleden"]
)
def test_a_stamp_of_unknown_form_keeps_items_apart(stamp: str) -> None:
    flat = f"Meer uit Binnenland\n{EDE}\n{stamp}{GOES}\n2 uur geleden"
    titled = TITLED.replace("1 uur geleden", stamp)
    for text, titles in ((flat, (None, None)), (titled, ("Boom om", "Brug open"))):
        assert split(text) == [(titles[0], TREE, stamp), (titles[1], BRIDGE, "2 uur geleden")]
        first, second = quality(text)
        assert "stamp_unknown" in first
        assert "stamp_missing" not in first
        assert "stamp_unknown" not in second


@pytest.mark.parametrize(
    "text",
    [
        f"More from Kent\n{EDE}\nlast week{GOES}\n2 hours ago",
        f"Mehr aus Bayern\n{EDE}\nletzte Woche{GOES}\nvor 2 Std.",
        f"Plus de Belgique\n{EDE}\nla semaine dernière{GOES}\nil y a 2 h.",
    ],
)
def test_a_stamp_of_unknown_form_keeps_items_apart_in_every_language(text: str) -> None:
    assert [body for _, body, _ in split(text)] == [TREE, BRIDGE]


@pytest.mark.parametrize("page", [TITLED, LIST, TITLED.replace("Boom om\n\n", "").replace("Brug open\n\n", "")])
@pytest.mark.parametrize(
    "footer",
    [
        "Algemene voorwaarden\nPrivacy\nContact",
        "Privacy\nCookies\nContact\nAlgemene voorwaarden\nColofon",
        "Over ons\nAdverteren\nVacatures bij de omroep\nContact",
        "Facebook\nX\nInstagram",
        "Volg ons\nFacebook\nTwitter",
        "Privacy policy\nTerms of use\nContact us",
        "Impressum\nDatenschutz\nAGB\nKontakt",
        "Mentions légales\nConfidentialité\nNous contacter",
    ],
)
def test_the_words_of_a_footer_are_no_item(page: str, footer: str) -> None:
    assert [body for _, body, _ in split(page + footer)] == [TREE, BRIDGE]


@pytest.mark.parametrize("line", ["Kat uit boom gehaald na drie lange dagen", "Een kat is uit een boom gehaald."])
def test_a_longer_line_below_the_words_of_a_footer_is_an_item(line: str) -> None:
    assert [item[0] or item[1] for item in split(f"{TITLED}Facebook\nTwitter\n{line}")] == [
        "Boom om",
        "Brug open",
        line,
    ]


def test_a_title_at_the_cut_end_of_a_page_is_an_item() -> None:
    assert split(TITLED + "Kat uit boom gehaald") == [*TWO, ("Kat uit boom gehaald", "", None)]
    assert split(TITLED + "Advertentie\nKat uit boom gehaald") == [*TWO, ("Kat uit boom gehaald", "", None)]


@pytest.mark.parametrize(
    "line",
    [
        "Advertentie",
        "Lees verder",
        "Lees meer",
        "3 reacties",
        "Foto: ANP",
        "Door Jan Klaver",
        "Delen op Facebook",
        "Facebook",
        "VIDEO",
        "Deel dit artikel",
        "Door onze redactie",
        "Lees verder onder de advertentie",
        "Meld je aan voor onze nieuwsbrief en mis niets.",
    ],
)
@pytest.mark.parametrize("page", [TITLED, LIST], ids=["titled", "section list"])
def test_a_line_below_the_copy_of_an_item_is_no_copy(line: str, page: str) -> None:
    assert split(page.replace(f"{TREE}\n", f"{TREE}\n\n{line}\n")) == TWO


@pytest.mark.parametrize("line", ["VIDEO", "Live", "Foto: ANP", "Advertentie", "Door Jan Klaver", "Exclusief"])
def test_a_line_above_the_title_of_an_item_leaves_the_title_alone(line: str) -> None:
    assert split(TITLED.replace("Brug open", f"{line}\nBrug open")) == TWO
    assert split(TITLED.replace("Brug open\n", f"Brug open\n{line}\n")) == TWO


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("Plus de Belgique", "Belgique"),
        ("Plus d'Alsace", "Alsace"),
        ("Plus d’infos de Bruxelles", "Bruxelles"),
        ("Mehr aus Bayern", "Bayern"),
        ("Nachrichten aus Köln", "Köln"),
        ("More from Kent", "Kent"),
        ("News from Kent", "Kent"),
        ("Nieuws uit Goes", "Goes"),
        ("Meer nieuws uit Hoek van Holland", "Hoek van Holland"),
    ],
)
def test_a_label_names_the_section(label: str, section: str) -> None:
    items = split_document(make_raw_document(f"{label}\n{EDE}\n2 uur geleden{GOES}\n3 uur geleden"), Sources())
    assert [item.source.section for item in items] == [section, section]


@pytest.mark.parametrize(
    "title", ["Plus de Belges au chômage", "Plus de 300 morts", "Nieuws uit de oude doos", "More in the box"]
)
def test_a_title_that_begins_as_a_label_is_a_title(title: str) -> None:
    assert split(TITLED.replace("Brug open", title))[1][0] == title


def test_a_title_goes_with_the_dateline_below_it_where_a_stamp_is_missing() -> None:
    page = f"Meer uit Binnenland\n{EDE}\nBrug open\n{GOES}\n2 uur geleden"
    assert split(page) == [(None, TREE, None), ("Brug open", BRIDGE, "2 uur geleden")]


def test_of_two_titles_above_a_dateline_the_lower_one_is_the_title() -> None:
    page = f"Meer uit Binnenland\nZeehond gered\nBoom om\n{EDE}\n1 uur geleden"
    assert split(page) == [("Boom om", TREE, "1 uur geleden")]
    spans = [span for span in split_page(page, SourceProfile(), None).spans if span.kind is SpanKind.BOILERPLATE]
    assert [page[span.start : span.end] for span in spans] == ["Zeehond gered"]


def test_a_headline_of_a_list_is_of_its_own_section_or_of_the_label() -> None:
    page = "Meer uit Goes\n- 14:05 Brug open\n- Ede 14:00 Boom om"
    items = split_document(make_raw_document(page), Sources())
    assert [item.source.section for item in items] == ["Goes", "Ede"]


@pytest.mark.parametrize("code", ["ANP", "anp"])
def test_the_code_of_an_agency_before_every_title_of_a_list_is_no_part_of_it(code: str) -> None:
    page = LIST.replace("Boom om", f"{code} Boom om").replace("Brug open", f"{code} De brug is open.")
    assert [title for title, _, _ in split(page)] == ["Boom om", "De brug is open."]


def test_a_name_before_every_title_of_a_list_is_part_of_it() -> None:
    page = LIST.replace("Boom om", "Ad Boom om").replace("Brug open", "Ad Brug open")
    assert [title for title, _, _ in split(page)] == ["Ad Boom om", "Ad Brug open"]
