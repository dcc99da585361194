"""Which of several places of one name is meant: by size, by what the copy is about, or not at all."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from math import cos, hypot, log10, radians
from typing import NamedTuple

from newsticker.domain.enrichment.folding import fold
from newsticker.domain.enrichment.tables import read_table, split_list
from newsticker.domain.enrichment.tables.places import PlaceRow, find_candidates

HOME = "NL"

CAPITAL_BONUS = 1.5
KNOWN_BONUS = 1.0
HOME_BONUS = 0.5
HOME_COPY_BONUS = 1.5
LARGE = 50_000
"""In home copy a Dutch town so large is worth one more: no country that the text speaks of takes it abroad."""

NAMED_HOME_BONUS = 1.5
"""On top, when the copy names a part of the home country, or its dateline has no agency."""

REPORTER_BONUS = 1.0
BELGIAN_BONUS = 3.5
"""What the country of a dateline's agency is worth; Belga alone is at home more surely than any other."""

BELGIUM = "BE"
NEAR = frozenset({"BE", "DE", "FR", "GB", "LU"})
NEAR_BONUS = 0.3
NAMED_COUNTRY_BONUS = 2.0
"""In powers of ten of inhabitants: a country that the copy names makes up for a hundred times as many."""

DEGREE_KILOMETRES = 111.2
NEAR_HAND_BONUS = 2.0
NEAR_KILOMETRES = 30.0
"""Of places of one name the one that is so near to a place that is sure is meant."""

REMEMBERED = 8192
"""Choices kept in memory: datelines repeat."""

CLEAR_MARGIN = 1.0
FAIR_MARGIN = 0.6


class Choice(NamedTuple):
    """The place that is meant; `row` is none when only its country is sure."""

    row: PlaceRow | None
    country: str
    confidence: float


class Setting(NamedTuple):
    """What is known of the copy before its places are: countries named or at hand, and whether it is home news."""

    countries: frozenset[str] = frozenset()
    is_home: bool = False
    names_home: bool = False
    """True when a part of the home country is named."""
    reporter: str = ""
    """The country that the source, or else the dateline's agency, reports from first."""
    is_local: bool = False
    """True for a dateline without an agency: a regional newsroom's."""


@lru_cache(maxsize=REMEMBERED)
def choose_place(name: str, setting: Setting, anchors: tuple[PlaceRow, ...] = ()) -> Choice | None:
    """Choose among the places of a name; none when they are too even, a country alone when they share it.

    `anchors` are places that are sure: what is near them is meant.
    """
    rows = find_candidates(name)
    if not rows:
        code = _countries().get(fold(name))
        return Choice(None, code, 0.9) if code else None
    scored = sorted(
        ((_score(row, setting) + _rate_nearness(row, anchors), row) for row in rows),
        key=lambda one: (-one[0], one[1].uri),
    )
    best_score, best = scored[0]
    rivals = [row for score, row in scored[1:] if best_score - score < FAIR_MARGIN]
    if any(row.country != best.country for row in rivals):
        return None
    if rivals:
        return Choice(None, best.country, 0.85)
    margin = best_score - scored[1][0] if len(scored) > 1 else CLEAR_MARGIN
    return Choice(best, best.country, 0.98 if margin >= CLEAR_MARGIN else 0.9)


def choose_near(name: str, setting: Setting, find_anchors: Callable[[], Iterable[PlaceRow | None]]) -> Choice | None:
    """Choose a place; where that is undecided, ask for the places that are sure and choose the one near them."""
    choice = choose_place(name, setting)
    if (choice is None or choice.row is None) and find_candidates(name):
        anchors = tuple(row for row in find_anchors() if row is not None)
        return choose_place(name, setting, anchors) or choice if anchors else choice
    return choice


def _distance(row: PlaceRow, anchors: Sequence[PlaceRow]) -> float | None:
    """Give the kilometres to the nearest place that is sure; none where one of the two has no coordinates."""
    return min((between for anchor in anchors if (between := _measure(row, anchor)) is not None), default=None)


def _measure(row: PlaceRow, other: PlaceRow) -> float | None:
    if row.latitude is None or row.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = row.latitude - other.latitude
    east = (row.longitude - other.longitude) * cos(radians(row.latitude))
    return DEGREE_KILOMETRES * hypot(north, east)


@cache
def _countries() -> dict[str, str]:
    """Give the countries that a dateline may name, by folded name."""
    return {fold(form): row[0] for row in read_table("countries.tsv") for form in (row[1], *split_list(row[2]))}


def _score(row: PlaceRow, setting: Setting) -> float:
    score = log10(row.population + 1)
    if row.is_capital:
        score += CAPITAL_BONUS
    if row.is_known:
        score += KNOWN_BONUS
    if row.country == HOME:
        score += HOME_COPY_BONUS + (row.population >= LARGE) if setting.is_home else HOME_BONUS
        score += NAMED_HOME_BONUS if setting.names_home or setting.is_local else 0.0
    if row.country in NEAR:
        score += NEAR_BONUS
    named = NAMED_COUNTRY_BONUS if row.country in setting.countries else 0.0
    reported = BELGIAN_BONUS if row.country == BELGIUM else REPORTER_BONUS
    return score + max(named, reported if row.country == setting.reporter else 0.0)


def _rate_nearness(row: PlaceRow, anchors: Sequence[PlaceRow]) -> float:
    distance = _distance(row, anchors)
    return NEAR_HAND_BONUS if distance is not None and distance < NEAR_KILOMETRES else 0.0
