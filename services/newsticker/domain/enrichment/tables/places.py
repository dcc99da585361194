"""The places table: candidates of a name, made only for names that are asked for."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsticker.domain.enrichment.folding import fold
from newsticker.domain.enrichment.tables import read_table, split_list


class PlaceRow(NamedTuple):
    """One place. `uri` is empty where no GeoNames id is known; flags are those of the table's header."""

    uri: str
    name: str
    country: str
    population: int
    latitude: float | None
    longitude: float | None
    time_zone: str | None
    flags: str

    @property
    def is_capital(self) -> bool:
        """Say whether it is the capital of its country."""
        return "c" in self.flags

    @property
    def is_known(self) -> bool:
        """Say whether Dutch copy has its own name for it, or names it often."""
        return "x" in self.flags


Columns = tuple[str, ...]

REGION_POPULATION = "200000"
"""So large is a region beside towns of its name."""


@cache
def _index() -> dict[str, list[Columns]]:
    """Give the rows by folded form; a row is taken apart only when it is asked for."""
    index: dict[str, list[Columns]] = {}
    for row in (*read_table("places.tsv"), *read_table("places_own.tsv"), *_regions()):
        for form in (row[1], *split_list(row[2])):
            rows = index.setdefault(fold(form), [])
            if not rows or rows[-1] is not row:
                rows.append(row)
    return index


def _regions() -> Iterator[Columns]:
    """Give the regions as places that datelines may name."""
    for uri, name, others, country, _adjectives in read_table("regions.tsv"):
        if country:
            yield (uri, name, others, country, REGION_POPULATION, "", "", "", "d")


def text_forms() -> Iterator[str]:
    """Give the forms to look for in running text."""
    seen: set[str] = set()
    for row in (*read_table("places.tsv"), *read_table("places_own.tsv")):
        if "d" not in row[8]:
            for form in (row[1], *split_list(row[2])):
                if form not in seen:
                    seen.add(form)
                    yield form


@cache
def find_candidates(name: str) -> tuple[PlaceRow, ...]:
    """Find the places of a name, whatever its case and diacritics."""
    return tuple(_make_row(row) for row in _index().get(fold(name), ()))


def _make_row(row: Columns) -> PlaceRow:
    uri, name, _forms, country, population, latitude, longitude, time_zone, flags = row
    return PlaceRow(
        f"https://sws.geonames.org/{uri}/" if uri else "",
        name,
        country,
        int(population),
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        time_zone or None,
        flags,
    )
