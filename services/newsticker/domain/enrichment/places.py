"""Facet: places, those of the dateline first."""

from newsticker.domain.enrichment.agencies import locate
from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.messages.enriched_item import Place

DATELINE = "dateline"


def find_places(copy: Copy) -> Found:
    """Give the places of the dateline as written."""
    if copy.dateline is None:
        return Found(())
    places, mentions = [], []
    for literal in copy.dateline.places:
        places.append(Place(name=literal, literal=literal, rel=DATELINE))
        mentions.extend(locate(copy.dateline, literal, kind="dateline_place", ref=literal))
    return Found(tuple(places), tuple(mentions))
