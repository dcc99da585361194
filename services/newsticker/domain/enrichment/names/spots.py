"""Places in running text: a town, a region, or a capital that stands for its government."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsticker.domain.enrichment.names.choosing import Choice, Setting, choose_near
from newsticker.domain.enrichment.names.introductions import SIDED, is_called
from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.metonyms import capitals, is_metonym, is_travelled
from newsticker.domain.enrichment.names.reading import Reading
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.names.words import SENTENCE_STARTERS
from newsticker.domain.enrichment.tables import read_words
from newsticker.domain.enrichment.tables.places import PlaceRow

LOCATIVES = read_words("locatives")
SPATIAL_NOUNS = read_words("spatial_nouns")
"""Nouns that have a place after "van"."""

DIVISIONS = read_words("divisions")
"""Nouns that say that a name is not the town's: provincie Balkh."""

BRANCHED = frozenset({"company", "union", "party", "club", "hospital", "university", "media", "ngo"})
"""Kinds of bodies that go by a town's name where they have a branch."""

LARGE = 100_000
HOME_COUNTRIES = frozenset({"NL", "BE"})
THRESHOLD = 0.8


@dataclass(slots=True)
class Spot:
    """A place in the text; `choice` has no row for a region or where only the country is sure."""

    mark: Mark
    choice: Choice
    confidence: float


@dataclass(slots=True)
class Metonym:
    """A capital that stands for its country."""

    mark: Mark
    country: str


@dataclass(slots=True)
class Located:
    """The places of a text, and the capitals that are none."""

    spots: Sequence[Spot]
    metonyms: Sequence[Metonym]


def find_spots(reading: Reading, setting: Setting, at_hand: Sequence[PlaceRow | None], *, is_sport: bool) -> Located:
    """Find the places of a text, and the capitals that are none; `at_hand` are the places of the dateline."""
    spots: list[Spot] = []
    metonyms: list[Metonym] = []
    for mark in reading.open_marks:
        if mark.kind != "place" or not mark.whole or _is_part_of_more(reading.words, mark):
            continue
        if is_called(reading.words, mark.first):
            continue
        located = _is_located(reading.words, mark, spots)
        country = capitals().get(mark.entry.form)
        if country is not None and not located and is_metonym(reading.words, mark):
            metonyms.append(Metonym(mark, country))
            continue
        choice = choose_near(mark.entry.form, setting, lambda: [*at_hand, *(spot.choice.row for spot in spots)])
        if choice is None:
            continue
        if is_division(reading.words, mark.first):
            choice = Choice(None, choice.country, choice.confidence)
        confidence = _rate(reading.words, mark, choice, located=located, is_sport=is_sport)
        if confidence >= THRESHOLD:
            spots.append(Spot(mark, choice, min(confidence, choice.confidence)))
    return Located(spots, metonyms)


def _is_part_of_more(words: Words, mark: Mark) -> bool:
    """Say whether a capital stands right beside it, so that the name goes on: Amsterdam Museum."""
    after, before = mark.last + 1, mark.first - 1
    if after in words.capitals and words.gaps[after] in BLANKS and words.texts[after] not in SIDED:
        other = words.marks.get(after)
        if other is None or other.kind == "organisation":
            return True
    if before not in words.capitals or words.gaps[mark.first] not in BLANKS:
        return False
    other = words.marks.get(before)
    if other is not None:  # Tata Steel IJmuiden, but the EU Moskou
        return other.kind == "organisation" and other.entry.via in BRANCHED
    return not (words.opens(before) and words.texts[before].lower() in SENTENCE_STARTERS)


def is_division(words: Words, first: int) -> bool:
    """Say whether a name is that of a part of a country, be it in a list: de provincies Luik, Namen en Luxemburg."""
    texts = words.texts
    at = first
    while at > 1 and texts[at - 1] not in DIVISIONS:
        step = 2 if texts[at - 1] in {"en", "of"} else 1
        if at - step not in words.capitals or (step == 1 and words.gaps[at] != ", "):
            return False
        at -= step
    return at > 0 and texts[at - 1] in DIVISIONS


def _is_located(words: Words, mark: Mark, spots: Sequence[Spot]) -> bool:
    """Say whether a preposition of place leads to it, directly or through the place named before it."""
    if mark.first == 0:
        return False
    before = words.texts[mark.first - 1].lower()
    if words.gaps[mark.first] in BLANKS and before in LOCATIVES:
        return True
    if before == "tussen":
        return mark.entry.form not in capitals() or is_travelled(words, mark.first - 1)
    if before in SPATIAL_NOUNS or (before == "van" and _is_of_place(words, mark)):
        return True
    between = mark.first - spots[-1].mark.last if spots else 0
    return (between == 1 and words.gaps[mark.first] == ", ") or (between == 2 and before in {"en", "of"})  # noqa: PLR2004 - one word


def _is_of_place(words: Words, mark: Mark) -> bool:
    """Say whether "van" before a name is of place: het centrum van Utrecht, van Madrid naar Praag."""
    leads = mark.first > 1 and words.texts[mark.first - 2].lower() in SPATIAL_NOUNS
    return leads or words.texts[mark.last + 1 : mark.last + 2] == ["naar"]


def _rate(words: Words, mark: Mark, choice: Choice, *, located: bool, is_sport: bool) -> float:
    """Rate how surely a name is that place and no word, surname or club."""
    row = choice.row
    opens = words.opens(mark.first)
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
