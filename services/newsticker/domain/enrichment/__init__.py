"""What an item is about: who, where, what, in which language; wrong is worse than missing."""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any

from newsticker.domain.enrichment.agencies import find_agencies
from newsticker.domain.enrichment.copy import Copy, Found, MentionRow
from newsticker.domain.enrichment.countries import find_countries
from newsticker.domain.enrichment.language import find_language
from newsticker.domain.enrichment.organisations import find_organisations
from newsticker.domain.enrichment.people import find_people
from newsticker.domain.enrichment.places import find_places
from newsticker.domain.enrichment.times import find_times
from newsticker.domain.enrichment.topics import find_topics
from newsticker.messages.enriched_item import Enrichment
from newsticker.messages.unique_item import DistinctNewsItem

Facet = Callable[[Copy], Found]

ENRICHMENTS: Mapping[str, Facet] = {
    "info_sources": find_agencies,
    "places": find_places,
    "countries": find_countries,
    "people": find_people,
    "organisations": find_organisations,
    "subjects": find_topics,
    "time_mentions": find_times,
    "language": find_language,
}
"""Every facet by the field of `Enrichment` that it fills."""


_RULE = itemgetter("kind", "via")


def enrich(item: DistinctNewsItem) -> Enrichment:
    """Say what an item is about; a pure function of its best sighting."""
    return enrich_copy(Copy.of(item.best))


def enrich_copy(copy: Copy) -> Enrichment:
    """Run every facet over a copy; mentions are kept where they point into the body or the dateline."""
    fields: dict[str, Any] = {}
    mentions: list[MentionRow] = []
    quality: list[str] = []
    for field, facet in ENRICHMENTS.items():
        fields[field], located, doubts = facet(copy)
        mentions += located
        quality += doubts
    if not copy.has_body:
        mentions = list(filter(_is_outside, mentions))
    rules = map(".".join, dict.fromkeys(map(_RULE, mentions)))
    fields.update(mentions=tuple(mentions), quality=tuple(quality), rules=tuple(rules))
    return Enrichment.model_validate(fields)


def _is_outside(mention: MentionRow) -> bool:
    return mention["kind"] in {"agency", "dateline_place"}
