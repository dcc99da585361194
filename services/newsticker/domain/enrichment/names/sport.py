"""Sport, where towns are teams and peoples are players."""

from collections.abc import Sequence

from newsticker.domain.enrichment.gazetteer import TermHit
from newsticker.domain.enrichment.tables.terms import STRONG, read_topics

SPORT = "15000000"


def speaks_of_sport(terms: Sequence[TermHit]) -> bool:
    """Say whether a text is about sport: one strong word will do."""
    topics = read_topics()
    return any(term.weight == STRONG and topics[term.code].root == SPORT for _, _, term in terms)
