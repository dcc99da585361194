"""From a language's table to bounded regular expressions."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from newsticker.domain.stamps.tables import LANGUAGES, StampLanguage

BLANK = r"[ \tÂ\u00a0\u2000-\u200a\u202f\u205f\u3000]{1,3}"
"""Also what is left of a no-break space that was read in the wrong encoding."""
MAYBE_BLANK = r"[ \tÂ\u00a0\u2000-\u200a\u202f\u205f\u3000]{0,3}"
_CLOCK_WORDS = "|".join(dict.fromkeys(re.escape(word) for language in LANGUAGES for word in language.clock_words))
_HOUR, _MINUTE = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"
_DOTTED = rf"\.(?=[0-5]\d\s?(?:{_CLOCK_WORDS})(?![a-z]))"
"""A full stop between hour and minute needs a word behind them: "09.12 uur"."""
_SPACED = "[ \u00a0\u202f]h[ \u00a0\u202f]"
COPY_CLOCK = rf"{_HOUR}(?:[:hH]|{_DOTTED}){_MINUTE}"
"""In copy "2u15" is how long something took."""
CLOCK = rf"{_HOUR}(?:[:hHu]|{_SPACED}|{_DOTTED}){_MINUTE}"
_DAY_ENDS = r"[ \u00a0]{0,3}(?:[\r\n|)•·(]|- |– |$|GMT|BST|CES?T|MES?Z)"
_MARKED = rf"(?:[:hHu]|{_SPACED}|{_DOTTED}|\.(?=[0-5]\d{_DAY_ENDS}))"
_DATED_CLOCK = rf"{_HOUR}{_MARKED}{_MINUTE}"
"""Behind a day the full stop needs no word, where nothing goes on: "12 mei 2024, 08.15"."""
_WHOLE = rf"[ \u00a0]?h(?!\w)|(?=[ \u00a0]?(?:{_CLOCK_WORDS}|[aApP]\.?[mM])(?!\w))"
_DATE_CLOCK = rf"{_HOUR}(?:{_MARKED}{_MINUTE}|{_WHOLE})"
"""Behind a date an hour is enough: "12 mei 2024 om 14 uur"."""
CLOCK_WORD = rf"(?:{MAYBE_BLANK}(?:{_CLOCK_WORDS})(?![a-z]))?"
HALF_DAY = r"(?:[ \u00a0]?(?P<half>[aApP])\.?[mM]\.?(?![a-z]))?"
AMOUNT = r"\d{1,3}+(?:[.,]5)?½?|½"


def spell(words: Iterable[str]) -> str:
    """Build an alternation, longest first, of words whose first letter may be a capital, composed or not."""
    spelt = {form for word in words for form in spellings(word)}
    return "|".join(_spell_word(word) for word in sorted(spelt, key=lambda word: (-len(word), word)))


def spellings(word: str) -> set[str]:
    """Give the forms in which a word stands on pages: composed or not, or as UTF-8 read as Windows-1252."""
    return {normalize("NFC", word), normalize("NFD", word), word.encode().decode("cp1252", "replace")}


def _spell_word(word: str) -> str:
    first, rest = word[0], word[1:]
    start = f"[{first}{first.upper()}]" if first != first.upper() and len(first.upper()) == 1 else re.escape(first)
    return start + BLANK.join(re.escape(part) for part in rest.split(" "))


def short_unit_pattern(language: StampLanguage) -> str:
    """Match an abbreviated unit: "wk", "wk."."""
    return rf"(?:{spell(word for words in language.short_units.values() for word in words)})\.?"


def unit_pattern(language: StampLanguage) -> str:
    """Match a unit, whole or abbreviated."""
    whole = spell(word for words in language.units.values() for word in words)
    return f"{whole}|{short_unit_pattern(language)}"


def _count_words(language: StampLanguage) -> Iterable[str]:
    """List the words that a count can begin with."""
    return (*language.below, *language.about, *language.numbers, *language.whole)


def count_pattern(language: StampLanguage) -> str:
    """Match number and unit, with the words that may stand before them."""
    unit = unit_pattern(language)
    words = {spelt for word in _count_words(language) for spelt in spellings(word)}
    firsts = "".join(sorted({first for word in words for first in (word[0], word[0].upper())}))
    seconds = "".join(sorted({word[1:2] for word in words} | {"\u00a0"} - {""}))
    before = f"(?:(?!\\d)(?:(?:(?P<below>{spell(language.below)})|{spell(language.about)}){BLANK}){{1,2}})?"
    spelt = f"(?!\\d)(?:(?P<whole>{spell(language.whole)})(?![a-z])|(?P<number>{spell(language.numbers)}){MAYBE_BLANK}"
    digits = f"(?P<amount>{AMOUNT}){MAYBE_BLANK}(?P<digit_unit>{unit})"
    begins = rf"(?:(?<!\d)(?=[0-9½])|(?<![^\W\d_])(?=[{firsts}][{re.escape(seconds)}]))"
    return f"{begins}{before}(?:{digits}|{spelt}(?P<unit>{unit})))"


def digits_pattern(language: StampLanguage) -> str:
    """Match the plainest count, a number in digits and a unit: by far the most frequent, so tried first."""
    units = [word for words in language.units.values() for word in words]
    return rf"(?<!\d)(?P<amount>\d{{1,3}}+){BLANK}(?P<unit>{spell(units)})"


def ago_head(language: StampLanguage) -> str:
    """Give what stands before every count: "vor", or nothing."""
    return language.ago[0].split("{count}")[0].strip()


def ago_pattern(language: StampLanguage, *templates: str, count: str | None = None) -> str:
    """Match an age as the language says it, in one way or in any: "2 uur geleden", "vor 2 Stunden"."""
    before = ago_head(language)
    head = f"(?:{spell([before])}){BLANK}" if before else ""
    after = [template.split("{count}")[1].strip() for template in templates or language.ago]
    tail = BLANK + f"(?:{'|'.join(map(re.escape, after))})" if any(after) else ""
    return head + (count or count_pattern(language)) + tail


def short_pattern(language: StampLanguage) -> str:
    """Match an abbreviation that stands alone: "5 min"."""
    clock = r"(?![0-5]\d(?:[\r\n|)]|$))(?!(?<=[A-Z])[^\W_])"  # "07u12", "2 DODEN BIJ BRAND"
    return rf"(?<!\d)(?P<amount>\d{{1,3}}+){MAYBE_BLANK}(?P<unit>{short_unit_pattern(language)}){clock}"


def now_pattern(language: StampLanguage) -> str:
    """Match the words for a moment ago."""
    return spell(language.now)


def clock_tail(language: StampLanguage, *, required: bool, clock: str = _DATED_CLOCK) -> str:
    """Match a clock time with the words around it."""
    joint = f"(?:,?{MAYBE_BLANK}(?:(?:{spell(_capitals(language.at))}){BLANK})?)"
    words = f"(?:{MAYBE_BLANK}(?:{'|'.join(_capitals(language.clock_words))}))?" if language.clock_words else ""
    tail = f"(?:{joint}{clock}{HALF_DAY}{words})"
    return tail if required else tail + "?"


def day_pattern(language: StampLanguage) -> str:
    """Match "gisteren 21:15", the clock time may be missing."""
    return f"(?P<back>{spell(language.days)}){clock_tail(language, required=False)}"


def weekday_words(language: StampLanguage) -> tuple[str, ...]:
    """List the names of the days with their abbreviations of two letters."""
    return (*language.weekdays, *(name[:2] for name in language.weekdays))


def weekday_pattern(language: StampLanguage) -> str:
    """Match "maandag 09:12"."""
    return rf"(?P<weekday>{spell(weekday_words(language))})\.?{clock_tail(language, required=True)}"


def day_number(language: StampLanguage) -> str:
    """Match the number of a day in its month, with what may follow it: "12", "12th", "12th of"."""
    ordinal = f"(?:{'|'.join(map(re.escape, language.ordinals))})?" if language.ordinals else ""
    between = f"(?:{BLANK}(?:{spell(language.between)}))?" if language.between else ""
    return rf"(?P<day>[0-3]?\d){ordinal}{between}"


def _capitals(words: Iterable[str]) -> tuple[str, ...]:
    """Give words also as dates in capitals have them: "DINSDAG 12 MAART"."""
    return tuple(form for word in words for form in (word, word.upper()))


_YEAR = r"(?P<year>(?:19|20)\d\d|['’]\d\d)"
_OR_HYPHEN = f"(?:{BLANK}|-)"
"""Between the parts of a date: "12 mrt 2024", "12-mrt-2024"."""


def _month_pattern(language: StampLanguage) -> str:
    words = _capitals((*language.months, *language.short_months))
    return rf"(?P<month>{spell(words)})(?![A-Za-zß-öø-ÿ])\.?"


def date_pattern(language: StampLanguage, *, clock: bool = True) -> str:
    """Match "maandag 12 januari 2026 om 09:12"; weekday, year and clock time may be missing."""
    weekday = rf"(?:(?:{spell(_capitals(weekday_words(language)))})[.,]{{0,2}}{BLANK})?"
    year = rf"(?:,?{_OR_HYPHEN}{_YEAR})?"
    tail = clock_tail(language, required=False, clock=_DATE_CLOCK) if clock else ""
    dated = f"(?:{day_number(language)}{_OR_HYPHEN}{_month_pattern(language)}{year})"
    return f"{weekday}{dated}{tail}"


def month_first_pattern(language: StampLanguage) -> str:
    """Match "March 12, 2026"."""
    year = rf"(?:,?{BLANK}{_YEAR})?"
    tail = clock_tail(language, required=False, clock=_DATE_CLOCK)
    return rf"{_month_pattern(language)}{BLANK}(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d){year}{tail}"


def numeric_date_pattern(languages: Iterable[StampLanguage]) -> str:
    """Match "18-10-2016", "18/10/2016 16:25", "18.10.2016", "2016-10-18T16:25"."""
    at = spell({word for language in languages for word in language.at})
    written = r"(?P<day>[0-3]?\d)(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<year>(?:19|20)\d\d)"
    iso = r"(?P<year2>(?:19|20)\d\d)-(?P<month2>[01]\d)-(?P<day2>[0-3]\d)"
    joint = rf"(?:,?{MAYBE_BLANK}(?:(?:{at}){BLANK})?|T)"
    return rf"(?:{written}|{iso})(?:{joint}{_DATE_CLOCK}{HALF_DAY}{CLOCK_WORD})?"


def short_date_pattern(languages: Iterable[StampLanguage]) -> str:
    """Match "12-05-24, 08:15": a year of two digits needs a clock time beside it, or it may be a score."""
    at = spell({word for language in languages for word in language.at})
    written = r"(?P<day>[0-3]?\d)(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<year>\d\d)(?!\d)"
    return rf"{written},?{MAYBE_BLANK}(?:(?:{at}){BLANK})?{_DATED_CLOCK}{HALF_DAY}{CLOCK_WORD}"
