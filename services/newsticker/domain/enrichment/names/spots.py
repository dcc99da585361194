"""Places in running text: a town, a region, or a capital that stands for its government."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsticker.domain.enrichment.names.choosing import Choice, Setting, choose_place
from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.reading import Reading
from newsticker.domain.enrichment.names.runs import BLANKS, Words
from newsticker.domain.enrichment.names.words import SENTENCE_STARTERS
from newsticker.domain.enrichment.tables import read_table, read_words, split_list

LOCATIVES = read_words("locatives")
SPATIAL_NOUNS = read_words("spatial_nouns")
"""Nouns that have a place after "van"."""

METONYM_LEADS = read_words("metonym_leads")
METONYM_VERBS = read_words("metonym_verbs")
METONYM_MOODS = read_words("metonym_moods")
"""What governments do, and towns don't."""

DIVISIONS = read_words("divisions")
"""Nouns that say that a name is not the town's: provincie Balkh."""

SIDED = frozenset({"Noord", "Zuid", "Oost", "West", "Centrum"})
LARGE = 100_000
HOME_COUNTRIES = frozenset({"NL", "BE"})
THRESHOLD = 0.8


class Spot(NamedTuple):
    """A place in the text; `choice` has no row for a region or where only the country is sure."""

    mark: Mark
    choice: Choice
    confidence: float


class Metonym(NamedTuple):
    """A capital that stands for its country."""

    mark: Mark
    country: str


class Located(NamedTuple):
    """The places of a text, and the capitals that are none."""

    spots: Sequence[Spot]
    metonyms: Sequence[Metonym]


def find_spots(reading: Reading, setting: Setting, *, is_sport: bool) -> Located:
    """Find the places of a text, and the capitals that are none."""
    spots: list[Spot] = []
    metonyms: list[Metonym] = []
    for mark in reading.open_marks:
        if mark.kind != "place" or not mark.whole or _is_part_of_more(reading.words, mark):
            continue
        located = _is_located(reading.words, mark, spots)
        country = _capitals().get(mark.hit.entry.form)
        if country is not None and not located and _is_metonym(reading.words, mark):
            metonyms.append(Metonym(mark, country))
            continue
        choice = choose_place(mark.hit.entry.form, setting)
        if choice is None:
            continue
        if mark.first and reading.words.tokens[mark.first - 1].text in DIVISIONS:
            choice = Choice(None, choice.country, choice.confidence)
        confidence = _rate(reading.words, mark, choice, located=located, is_sport=is_sport)
        if confidence >= THRESHOLD:
            spots.append(Spot(mark, choice, min(confidence, choice.confidence)))
    return Located(spots, metonyms)


@cache
def _capitals() -> dict[str, str]:
    """Give the country by its capital's Dutch names."""
    return {form: row[0] for row in read_table("countries.tsv") for form in split_list(row[5])} | {"Brussel": ""}


def _is_part_of_more(words: Words, mark: Mark) -> bool:
    """Say whether a capital stands right beside it, so that the name goes on: Amsterdam Museum."""
    tokens = words.tokens
    if mark.last + 1 < len(tokens):
        after = tokens[mark.last + 1]
        other = words.marks.get(mark.last + 1)
        if (
            after.gap in BLANKS
            and after.capital
            and after.text not in SIDED
            and (other is None or other.kind == "organisation")
        ):
            return True
    before = tokens[mark.first - 1] if mark.first else None
    if before is None or tokens[mark.first].gap not in BLANKS or not before.capital or mark.first - 1 in words.marks:
        return False
    return not (before.opens and before.text.lower() in SENTENCE_STARTERS)


def _is_located(words: Words, mark: Mark, spots: Sequence[Spot]) -> bool:
    """Say whether a preposition of place leads to it, directly or through the place named before it."""
    if mark.first == 0:
        return False
    before = words.tokens[mark.first - 1].text.lower()
    if words.tokens[mark.first].gap in BLANKS and before in LOCATIVES:
        return True
    if before == "van" and mark.first > 1 and words.tokens[mark.first - 2].text.lower() in SPATIAL_NOUNS:
        return True
    if before in SPATIAL_NOUNS:
        return True
    listed = bool(spots) and spots[-1].mark.last >= mark.first - 2
    return listed and (words.tokens[mark.first].gap == ", " or before in {"en", "of"})


def _is_metonym(words: Words, mark: Mark) -> bool:
    tokens = words.tokens
    before = tokens[mark.first - 1].text.lower() if mark.first and tokens[mark.first].gap in BLANKS else ""
    after = tokens[mark.last + 1] if mark.last + 1 < len(tokens) else None
    if after is not None and after.gap in BLANKS and after.text in METONYM_VERBS:
        return True
    if after is not None and mark.last + 2 < len(tokens) and tokens[mark.last + 2].text in METONYM_MOODS:
        return True
    return before in METONYM_LEADS or before in METONYM_VERBS


def _rate(words: Words, mark: Mark, choice: Choice, *, located: bool, is_sport: bool) -> float:
    """Rate how surely a name is that place and no word, surname or club."""
    row = choice.row
    opens = words.tokens[mark.first].opens
    if row is None:
        return 0.85 if located else 0.0
    if is_sport and not located:
        return 0.0
    if "w" in row.flags and not row.is_known:
        return 0.9 if located and not opens else 0.0
    if row.is_known or row.is_capital or row.population >= LARGE:
        return 0.98 if located or not opens else 0.9
    if row.country in HOME_COUNTRIES:
        return 0.95 if located else 0.85 - 0.1 * opens
    return 0.9 if located else 0.7
