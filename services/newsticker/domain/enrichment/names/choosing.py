"""Which of several places of one name is meant: by size, by what the copy is about, or not at all."""

from functools import cache, lru_cache
from math import log10
from typing import NamedTuple

from newsticker.domain.enrichment.folding import fold
from newsticker.domain.enrichment.tables import read_table, split_list
from newsticker.domain.enrichment.tables.places import PlaceRow, find_candidates

HOME = "NL"

CAPITAL_BONUS = 1.5
KNOWN_BONUS = 1.0
HOME_BONUS = 0.5
HOME_COPY_BONUS = 1.5
NEAR = frozenset({"BE", "DE", "FR", "GB", "LU"})
NEAR_BONUS = 0.3
NAMED_COUNTRY_BONUS = 2.0
"""In powers of ten of inhabitants: a country that the copy names makes up for a hundred times as many."""

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


@lru_cache(maxsize=REMEMBERED)
def choose_place(name: str, setting: Setting) -> Choice | None:
    """Choose among the places of a name; none when they are too even, a country alone when they share it."""
    rows = find_candidates(name)
    if not rows:
        code = _countries().get(fold(name))
        return Choice(None, code, 0.9) if code else None
    scored = sorted(((_score(row, setting), row) for row in rows), key=lambda one: (-one[0], one[1].uri))
    best_score, best = scored[0]
    rivals = [(score, row) for score, row in scored[1:] if best_score - score < FAIR_MARGIN]
    if any(row.country != best.country for _score_, row in rivals):
        return None
    if rivals:
        return Choice(None, best.country, 0.85)
    margin = best_score - scored[1][0] if len(scored) > 1 else CLEAR_MARGIN
    return Choice(best, best.country, 0.98 if margin >= CLEAR_MARGIN else 0.9)


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
        score += HOME_COPY_BONUS if setting.is_home else HOME_BONUS
    if row.country in NEAR:
        score += NEAR_BONUS
    if row.country in setting.countries:
        score += NAMED_COUNTRY_BONUS
    return score
