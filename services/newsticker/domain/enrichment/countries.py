"""Facet: countries, and the ways in which the item names them."""

from collections.abc import Iterator
from functools import cache, lru_cache

from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.language import decide_language
from newsticker.domain.enrichment.names.choosing import REMEMBERED
from newsticker.domain.enrichment.names.introductions import is_called
from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.metonyms import SEATS
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.names.spots import is_division
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.names.words import SENTENCE_STARTERS
from newsticker.domain.enrichment.tables import read_table, read_words
from newsticker.domain.enrichment.tables.regions import PROVINCES_TOO, choose_country, choose_region, read_regions
from newsticker.messages.enriched_item import Country

WORDS_TOO = frozenset({"Let", "Pool", "Fin", "Est", "Schot", "Deen", "Noor"})
"""Inhabitants that are words or first names when a sentence begins with them."""


APOSTROPHES = frozenset("'’")

LANGUAGE_VERBS = read_words("language_verbs")
"""What comes behind a language: Engels of Duits geven."""


_Way = tuple[int, int, str, str, float]
"""How a text names a country: start, end, code, via, confidence."""


@cache
def country_names() -> dict[str, str]:
    """Give the Dutch name of every country by its code."""
    return {row[0]: row[1] for row in read_table("countries.tsv")}


def find_countries(copy: Copy) -> Found:
    """Find the countries that the item names, in the order of their first mention; the dateline's come last."""
    ways = sorted((*_find_named(copy), *_find_placed(copy)))
    via: dict[str, dict[str, None]] = {}
    mentions: list[MentionRow] = []
    for start, end, code, how, confidence in ways:
        via.setdefault(code, {})[how] = None
        mentions.append(copy.make_mention("country", code, start, end, confidence, how))
    for code in _find_in_dateline(copy):
        via.setdefault(code, {})["dateline"] = None
    return tuple([_make_country(code, tuple(kinds)) for code, kinds in via.items()]), mentions, ()


@lru_cache(maxsize=REMEMBERED)
def _make_country(code: str, via: tuple[str, ...]) -> Country:
    return Country(code=code, name=country_names()[code], via=via)


def _find_named(copy: Copy) -> Iterator[_Way]:
    for mark in copy.names.open_marks:
        entry = mark.entry
        if mark.kind == "country":
            if not is_called(copy.names.words, mark.first):
                yield _make_named(copy.names.words, mark)
        elif mark.kind == "nationality" and _is_nationality(copy.names.words, mark):
            code = choose_country(entry.form, entry.ref, copy.setting.countries)
            yield (mark.start, mark.end, code, entry.via, 0.95)
        elif entry.ref in SEATS and mark.kind == "organisation":
            yield (mark.start, mark.end, SEATS[entry.ref], "metonym", 0.9)
        elif mark.kind == "organisation" and mark.first < mark.last:
            yield from _find_in_name(copy, mark)
        elif mark.kind == "abroad" and _is_named_abroad(copy, mark):
            yield (mark.start, mark.end, entry.ref, "name", 0.95)


def _make_named(words: Words, mark: Mark) -> _Way:
    """Make a country of its name, or of that of a province: de provincies Namen en Luxemburg."""
    code = mark.entry.ref
    if code in PROVINCES_TOO and is_division(words, mark.first):
        return (mark.start, mark.end, PROVINCES_TOO[code], "place", 0.9)
    return (mark.start, mark.end, code, "name", 0.98)


def _is_named_abroad(copy: Copy, mark: Mark) -> bool:
    """Say whether a country's name in another language counts: not in Dutch copy; l'Allemagne is whole too."""
    if not mark.whole and copy.text[mark.start - 1] not in APOSTROPHES:
        return False
    return decide_language(copy.text, copy.language).language not in {"nl", None}


def _find_in_name(copy: Copy, mark: Mark) -> Iterator[_Way]:
    """Find the people whose adjective is a part of an organisation's name: Palestijnse Autoriteit."""
    for start, end, entry in copy.scan.names:
        inside = mark.start <= start and end <= mark.end
        if inside and entry.kind == "nationality" and not entry.weak:
            yield (start, end, entry.ref, "adjective", 0.9)


def _find_placed(copy: Copy) -> Iterator[_Way]:
    for spot in copy.located.spots:
        yield (spot.mark.start, spot.mark.end, spot.choice.country, "place", spot.confidence)
    for metonym in copy.located.metonyms:
        if metonym.country:
            yield (metonym.mark.start, metonym.mark.end, metonym.country, "metonym", 0.9)
    for mark in copy.names.open_marks:
        if mark.kind == "region" and mark.whole and (country := _region_country(copy, mark)):
            yield (mark.start, mark.end, country, "place", 0.9)


def _region_country(copy: Copy, mark: Mark) -> str:
    return read_regions()[choose_region(mark.entry.ref, copy.setting.countries)][1]


def _find_in_dateline(copy: Copy) -> Iterator[str]:
    for choice in copy.dateline_choices:
        if choice is not None:
            yield choice.country


def _is_nationality(words: Words, mark: Mark) -> bool:
    """Say whether an adjective without -e has a noun after it (else it is a language), a people is no other word."""
    if not mark.entry.weak:
        return not (words.opens(mark.first) and words.texts[mark.first] in WORDS_TOO)
    if not mark.whole:
        return True
    after = mark.last + 1
    if after == len(words.texts) or after in words.capitals:
        return False
    no_noun = words.texts[after] in SENTENCE_STARTERS or words.texts[after] in LANGUAGE_VERBS
    return words.gaps[after] in BLANKS and not no_noun
