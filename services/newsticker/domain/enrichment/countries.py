"""Facet: countries, and the ways in which the text names them."""

from functools import cache

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.tables import read_table
from newsticker.messages.enriched_item import Country, Mention


@cache
def country_names() -> dict[str, str]:
    """Give the Dutch name of every country by its code."""
    return {row[0]: row[1] for row in read_table("countries.tsv")}


def find_countries(copy: Copy) -> Found:
    """Find the countries that the text names, in the order of their first mention."""
    via: dict[str, dict[str, None]] = {}
    mentions = []
    end = 0
    for hit in copy.hits:
        if hit.entry.kind != "country" or hit.start < end:
            continue
        end = hit.end
        via.setdefault(hit.entry.ref, {})[hit.entry.via] = None
        mentions.append(
            Mention(
                kind="country",
                ref=hit.entry.ref,
                text=copy.text[hit.start : hit.end],
                start=hit.start,
                end=hit.end,
                confidence=1.0,
                via=hit.entry.via,
            )
        )
    names = country_names()
    found = tuple(Country(code=code, name=names[code], via=tuple(ways)) for code, ways in via.items())
    return Found(found, tuple(mentions))
