"""The regions table."""

from collections.abc import Collection
from functools import cache

from newsticker.domain.enrichment.tables import read_table

RIVALS = {"Limburg": ("BE", "Belgisch-Limburg")}
"""Regions of one name on both sides of a border: the country that tells them apart, and the other one's own name."""


ADJECTIVES = dict.fromkeys(("Limburgs", "Limburgse", "Brabants", "Brabantse"), "BE")
"""Adjectives of regions on both sides of a border, at home where the copy is: the other country."""

PROVINCES_TOO = {"LU": "BE"}
"""Countries whose name is that of a province too, and that province's country."""


def choose_region(name: str, countries: Collection[str]) -> str:
    """Choose between regions of one name by the countries at hand."""
    country, rival = RIVALS.get(name, ("", name))
    return rival if country in countries else name


def choose_country(adjective: str, code: str, countries: Collection[str]) -> str:
    """Choose the country of an adjective, where regions of two have it, by the countries at hand."""
    other = ADJECTIVES.get(adjective, code)
    return other if other in countries else code


@cache
def read_regions() -> dict[str, tuple[str, str]]:
    """Give GeoNames id (empty if unknown) and country of every region by its name."""
    return {row[1]: (row[0], row[3]) for row in read_table("regions.tsv")}
