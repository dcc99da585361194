"""Every form of stamp, and what is none."""

from typing import Any
from unicodedata import normalize

import pytest

from newsticker.domain.stamps import Stamp, Unit, grammar, parse_stamp
from newsticker.domain.stamps.patterns import spellings
from newsticker.domain.stamps.tables import LANGUAGES, StampLanguage

AGES: list[tuple[str, float, Unit]] = [
    ("45 seconden geleden", 45, Unit.SECOND),
    ("1 minuut geleden", 1, Unit.MINUTE),
    ("12 minuten geleden", 12, Unit.MINUTE),
    ("5 min geleden", 5, Unit.MINUTE),
    ("5 min. geleden", 5, Unit.MINUTE),
    ("5min geleden", 5, Unit.MINUTE),
    ("3 wk. geleden", 3, Unit.WEEK),
    ("4 wkn geleden", 4, Unit.WEEK),
    ("6 mnd. geleden", 6, Unit.MONTH),
    ("1 dg. geleden", 1, Unit.DAY),
    ("2 d. geleden", 2, Unit.DAY),
    ("2 jr. geleden", 2, Unit.YEAR),
    ("1 dag gel.", 1, Unit.DAY),
    ("2 u. gel.", 2, Unit.HOUR),
    ("een kwartier geleden", 1, Unit.QUARTER),
    ("drie kwartier geleden", 3, Unit.QUARTER),
    ("een halfuur geleden", 0.5, Unit.HOUR),
    ("een half uur geleden", 0.5, Unit.HOUR),
    ("half uur geleden", 0.5, Unit.HOUR),
    ("2 uur geleden", 2, Unit.HOUR),
    ("2 u geleden", 2, Unit.HOUR),
    ("19 uren geleden", 19, Unit.HOUR),
    ("een uur geleden", 1, Unit.HOUR),
    ("één uur geleden", 1, Unit.HOUR),
    ("Een uur geleden", 1, Unit.HOUR),
    ("anderhalf uur geleden", 1.5, Unit.HOUR),
    ("tweeënhalf uur geleden", 2.5, Unit.HOUR),
    ("2,5 uur geleden", 2.5, Unit.HOUR),
    ("2½ uur geleden", 2.5, Unit.HOUR),
    ("ongeveer 3 uur geleden", 3, Unit.HOUR),
    ("ruim twee uur geleden", 2, Unit.HOUR),
    ("bijna 2 uur geleden", 2, Unit.HOUR),
    ("zo'n vier uur geleden", 4, Unit.HOUR),
    ("meer dan 5 uur geleden", 5, Unit.HOUR),
    ("2\u00a0uur\u00a0geleden", 2, Unit.HOUR),
    ("2\u2009uur\u2009geleden", 2, Unit.HOUR),
    ("2Â\u00a0uurÂ\u00a0geleden", 2, Unit.HOUR),
    ("1 dag geleden", 1, Unit.DAY),
    ("4 dagen geleden", 4, Unit.DAY),
    ("anderhalve dag geleden", 1.5, Unit.DAY),
    ("1 week geleden", 1, Unit.WEEK),
    ("drie weken geleden", 3, Unit.WEEK),
    ("1 maand geleden", 1, Unit.MONTH),
    ("half jaar geleden", 0.5, Unit.YEAR),
    ("2 jaar geleden", 2, Unit.YEAR),
    ("twintig jaar geleden", 20, Unit.YEAR),
    ("2 hours ago", 2, Unit.HOUR),
    ("an hour ago", 1, Unit.HOUR),
    ("half an hour ago", 0.5, Unit.HOUR),
    ("an hour and a half ago", 1.5, Unit.HOUR),
    ("about 5 mins ago", 5, Unit.MINUTE),
    ("2 hrs. ago", 2, Unit.HOUR),
    ("5 mins. ago", 5, Unit.MINUTE),
    ("3 mos. ago", 3, Unit.MONTH),
    ("vor 2 Stunden", 2, Unit.HOUR),
    ("vor einer Stunde", 1, Unit.HOUR),
    ("vor anderthalb Stunden", 1.5, Unit.HOUR),
    ("vor einem halben Jahr", 0.5, Unit.YEAR),
    ("vor etwa 3 Tagen", 3, Unit.DAY),
    ("vor 2 Std.", 2, Unit.HOUR),
    ("vor 3 Tg.", 3, Unit.DAY),
    ("vor 3 Mon", 3, Unit.MONTH),
    ("vor 5 J.", 5, Unit.YEAR),
    ("il y a 2 h.", 2, Unit.HOUR),
    ("il y a 3 j.", 3, Unit.DAY),
    ("il y a 2 sem.", 2, Unit.WEEK),
    ("il y a 2 heures", 2, Unit.HOUR),
    ("il y a une demi-heure", 0.5, Unit.HOUR),
    ("il y a une heure et demie", 1.5, Unit.HOUR),
    ("il y a environ 3 jours", 3, Unit.DAY),
    ("il y a un quart d'heure", 1, Unit.QUARTER),
]

MOMENTS: list[tuple[str, dict[str, Any]]] = [
    ("vandaag 09:12", {"days_ago": 0, "clock": (9, 12)}),
    ("Vandaag, 9:12 uur", {"days_ago": 0, "clock": (9, 12)}),
    ("gisteren 21:15", {"days_ago": 1, "clock": (21, 15)}),
    ("gisteren om 21.15 uur", {"days_ago": 1, "clock": (21, 15)}),
    ("eergisteren", {"days_ago": 2, "clock": None}),
    ("maandag 12:30", {"weekday": 0, "clock": (12, 30)}),
    ("zo 12:30", {"weekday": 6, "clock": (12, 30)}),
    ("12 januari", {"year": None, "month": 1, "day": 12, "clock": None}),
    ("12 januari 2026", {"year": 2026, "month": 1, "day": 12, "clock": None}),
    ("donderdag 22 januari 2026 om 19:58", {"year": 2026, "month": 1, "day": 22, "clock": (19, 58)}),
    ("22 jan. 2026, 19:58", {"year": 2026, "month": 1, "day": 22, "clock": (19, 58)}),
    ("18-10-2016, 16:25", {"year": 2016, "month": 10, "day": 18, "clock": (16, 25)}),
    ("2016-10-18T16:25", {"year": 2016, "month": 10, "day": 18, "clock": (16, 25)}),
    ("18/10/2016", {"year": 2016, "month": 10, "day": 18, "clock": None}),
    ("09:12", {"clock": (9, 12)}),
    ("yesterday at 9:12 pm", {"days_ago": 1, "clock": (21, 12)}),
    ("12:05 am", {"clock": (0, 5)}),
    ("March 12, 2026", {"year": 2026, "month": 3, "day": 12}),
    ("heute, 09:12 Uhr", {"days_ago": 0, "clock": (9, 12)}),
    ("07u12", {"clock": (7, 12), "amount": None}),
    ("14 h 05", {"clock": (14, 5), "amount": None}),
    ("14 maart 2025, 05u00", {"year": 2025, "clock": (5, 0)}),
    ("12 maart 2026 om 14 uur", {"year": 2026, "clock": (14, 0)}),
    ("12-03-2026 om 7u", {"year": 2026, "clock": (7, 0)}),
    ("12 mars 2026 à 14 h", {"year": 2026, "clock": (14, 0)}),
    ("March 12, 2026, 2 pm", {"year": 2026, "clock": (14, 0)}),
    ("12 MAART 2026", {"year": 2026, "month": 3, "day": 12}),
    ("12 MRT 2026 OM 14:05 UUR", {"year": 2026, "clock": (14, 5)}),
    ("12-mrt-2026 14:05", {"year": 2026, "month": 3, "clock": (14, 5)}),
    ("12 maart 2026 @ 14:05", {"year": 2026, "clock": (14, 5)}),
    ("12 maart 2026 • 14:05", {"year": 2026, "clock": (14, 5)}),
    ("12 mrt '26 om 14:05", {"year": 2026, "clock": (14, 5)}),
    ("gisteren 21.15", {"days_ago": 1, "clock": (21, 15)}),
    ("12. März 2026", {"year": 2026, "month": 3, "day": 12}),
    ("hier à 21h15", {"days_ago": 1, "clock": (21, 15)}),
    ("1er mars 2026", {"year": 2026, "month": 3, "day": 1}),
]

NOW = ["zojuist", "Zojuist", "net", "zonet", "just now", "gerade eben", "à l'instant"]

GLUED = [
    "BRUSSEL (ANP) - ",
    "'s-Gravenhage",
    '"Ja", zei hij',
    "“Ja”",
    "5725 schapen",
    "De zon",
    "ÅLVIK",
    "brussel (anp) - De",
]

TEXTS = [
    "2 uur geleden wist ik nog van niets",
    "2 uur geleden, zei hij",
    "2 uur nadat de coalitie was gevallen",
    "NETFLIX (ANP) - De dienst",
    "Netwerk ligt plat",
    "netto winst",
    "nette man",
    "twee mannen",
    "1987",
    "12 doden",
    "vandaag is het koud",
    "maandag",
    "een uur",
    "geleden",
    "",
    "2 uur geledenlater",
    "2 uur geledenlater - de man",
    "2 uur geleden aan de kade - De man",
    "5 minuten - Zo lang duurt het",
    "gisteravonds - De man",
    "2 DODEN BIJ BRAND",
    "12 MEISJES GERED",
    "12 MEI WORDT EEN VRIJE DAG",
    "3 JAAR CEL VOOR WETHOUDER",
    "10 MILJOEN VOOR GOES",
    "4 HUIZEN AFGEBRAND",
    "2 D66'ERS WEG",
    "12 maart 2026 2 uur durende zitting",
    "maandag 7 uur",
]


@pytest.mark.parametrize(("text", "amount", "unit"), AGES)
def test_reads_an_age(text: str, amount: float, unit: Unit) -> None:
    garbled = "Â" in text
    for printed in (
        text + "\n",
        text + " \nVolgende",
        text + "BRUSSEL (ANP) - x",
        text if garbled else normalize("NFD", text),
    ):
        stamp = parse_stamp(printed, 0)
        assert stamp is not None, printed
        assert (stamp.amount, stamp.unit) == (amount, unit)
        assert stamp.end in (len(text), len(normalize("NFD", text)))


@pytest.mark.parametrize(("text", "fields"), MOMENTS)
def test_reads_a_clock_time_or_a_date(text: str, fields: dict[str, Any]) -> None:
    stamp = parse_stamp(text, 0)
    assert stamp is not None
    assert stamp.end == len(text)
    assert {name: getattr(stamp, name) for name in fields} == fields


@pytest.mark.parametrize("text", NOW)
def test_reads_what_is_just_now(text: str) -> None:
    stamp = parse_stamp(text, 0)
    assert stamp is not None
    assert stamp.rule.startswith("stamp.now")


@pytest.mark.parametrize("glued", GLUED)
def test_a_new_item_may_be_glued_to_a_stamp(glued: str) -> None:
    for text in (
        ("2 uur geleden", "gisteren 21:15") if glued[0].islower() else ("2 uur geleden", "gisteren 21:15", "zojuist")
    ):
        stamp = parse_stamp(text + glued, 0)
        assert stamp is not None
        assert stamp.end == len(text)


@pytest.mark.parametrize("glued", ["goes - De", "den dijk – 'Ja'", "sint-annaland/nisse - Zij", "â€˜Jaâ€™, zei hij"])
def test_an_item_in_small_letters_or_broken_quotes_may_be_glued_to_an_age(glued: str) -> None:
    stamp = parse_stamp("2 uur geleden" + glued, 0)
    assert stamp is not None
    assert stamp.end == len("2 uur geleden")


def test_a_stamp_whose_form_needs_the_next_line_says_nothing_but_that_it_is_one() -> None:
    assert parse_stamp("09.12\nuur", 0) == Stamp(0, 5, "stamp.unknown", strong=False)


@pytest.mark.parametrize("text", TEXTS)
def test_leaves_text_alone(text: str) -> None:
    assert parse_stamp(text, 0) is None


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_number_of_a_table_goes_with_every_unit(language: StampLanguage) -> None:
    for unit, names in language.units.items():
        for word, amount in language.numbers.items():
            for template in language.ago:
                for printed in spellings(template.format(count=f"{word} {names[0]}")):
                    stamp = parse_stamp(printed, 0)
                    assert stamp is not None, printed
                    assert (stamp.amount, stamp.unit) == (amount, unit), printed


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_language_has_the_same_units_and_a_calendar(language: StampLanguage) -> None:
    assert set(language.units) >= set(Unit) - {Unit.QUARTER}
    assert (len(language.weekdays), len(language.months), len(language.short_months)) == (7, 12, 12)
    assert {1.0, 0.5, 1.5} <= {*language.numbers.values(), *(amount for amount, _ in language.whole.values())}
    assert set(range(1, 21)) <= set(language.numbers.values())


def test_no_word_that_begins_a_stamp_is_passed_over() -> None:
    words = [word for word in grammar._FORMS if word != "0"]
    printed = [form for word in words for form in (word, word[0].upper() + word[1:])]
    assert [word for word in printed if not {word[:1], word[:2], word[:3]} & grammar._OPENINGS] == []
