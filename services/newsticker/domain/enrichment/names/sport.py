"""Sport, where towns are teams and peoples are players."""

from collections.abc import Sequence
from functools import cache

from newsticker.domain.enrichment.gazetteer import TermHit
from newsticker.domain.enrichment.tables.terms import STRONG, read_topics

SPORT = "15000000"


def speaks_of_sport(terms: Sequence[TermHit]) -> bool:
    """Say whether a text is about sport: one strong word will do."""
    codes = _codes()
    for _, _, term in terms:  # noqa: SIM110 - asked of every word: no generator
        if term.weight == STRONG and term.code in codes:
            return True
    return False


@cache
def _codes() -> frozenset[str]:
    return frozenset(topic.code for topic in read_topics().values() if topic.root == SPORT)
