"""Facet: the times that the text speaks of; never evidence of publication."""

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.time import find_time_mentions


def find_times(copy: Copy) -> Found:
    """Find the times that the body mentions."""
    return find_time_mentions(copy.text, words=copy.scan.times) if copy.has_body else (), (), ()
