"""Facet: places, those of the dateline first; a capital that stands for its government is none."""

from collections.abc import Sequence
from functools import lru_cache

from newsticker.domain.enrichment.agencies import locate
from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.names.choosing import REMEMBERED, Choice
from newsticker.domain.enrichment.tables.regions import choose_region, read_regions
from newsticker.messages.enriched_item import Place

DATELINE = "dateline"
MENTIONED = "mentioned"
GEONAMES = "https://sws.geonames.org/{}/"


def find_places(copy: Copy) -> Found:
    """Find the places of the dateline and of the text, each once."""
    places: dict[str, Place] = {}
    mentions: list[MentionRow] = []
    if copy.dateline is not None:
        for literal, choice in zip(copy.dateline.places, copy.dateline_choices, strict=True):
            place = make_place(literal, choice, DATELINE)
            ref = place.uri or place.name
            places.setdefault(ref, place)
            mentions += locate(copy.dateline, literal, "dateline_place", ref)
    for place, mention in _find_in_text(copy):
        places.setdefault(place.uri or place.name, place)
        mentions.append(mention)
    return tuple(places.values()), mentions, ()


def _find_in_text(copy: Copy) -> Sequence[tuple[Place, MentionRow]]:
    found = []
    for spot in copy.located.spots:
        literal = copy.text[spot.mark.start : spot.mark.end]
        found.append((make_place(literal, spot.choice, MENTIONED), spot.mark, spot.confidence))
    for mark in copy.names.open_marks:
        if mark.kind == "region" and mark.whole:
            literal = copy.text[mark.start : mark.end]
            found.append((_make_region(choose_region(mark.entry.ref, copy.setting.countries), literal), mark, 0.95))
    found.sort(key=lambda one: one[1].start)
    return [
        (place, copy.make_mention("place", place.uri or place.name, mark.start, mark.end, confidence, "name"))
        for place, mark, confidence in found
    ]


@lru_cache(maxsize=REMEMBERED)
def make_place(literal: str, choice: Choice | None, rel: str) -> Place:
    """Make a place of what was chosen for it; an unknown one keeps its literal as its name."""
    if choice is None:
        return Place(name=literal, literal=literal, rel=rel)
    if choice.row is None:
        return Place(name=literal, literal=literal, country=choice.country, rel=rel)
    row = choice.row
    return Place(
        name=row.name,
        literal=literal,
        uri=row.uri or None,
        country=row.country,
        latitude=row.latitude,
        longitude=row.longitude,
        time_zone=row.time_zone,
        rel=rel,
    )


@lru_cache(maxsize=REMEMBERED)
def _make_region(name: str, literal: str) -> Place:
    uri, country = read_regions()[name]
    return Place(
        name=name, literal=literal, uri=GEONAMES.format(uri) if uri else None, country=country or None, rel=MENTIONED
    )
