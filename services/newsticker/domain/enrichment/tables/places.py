"""The places table: candidates of a name, made only for names that are asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsticker.domain.enrichment.folding import fold
from newsticker.domain.enrichment.tables import SEPARATOR, read_lines, read_table


@dataclass(slots=True, frozen=True, eq=False)
class PlaceRow:
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


REGION_POPULATION = 200_000
"""So large is a region beside towns of its name."""

NAME_COLUMNS = 3
DATELINES_ONLY = "d"


def _lines() -> Iterator[str]:
    """Give the rows as they are written; regions too, as places that datelines may name."""
    yield from read_lines("places.tsv")
    yield from read_lines("places_own.tsv")
    for uri, name, others, country, _adjectives in read_table("regions.tsv"):
        if country:
            yield f"{uri}\t{name}\t{others}\t{country}\t{REGION_POPULATION}\t\t\t\t{DATELINES_ONLY}"


@cache
def _index() -> tuple[dict[str, list[str]], list[str]]:
    """Give the rows by folded form, and the forms to look for in running text.

    A row stays one string, and is taken apart only when it is asked for: fifty thousand cost little memory so.
    """
    index: dict[str, list[str]] = {}
    in_text: dict[str, None] = {}
    for line in _lines():
        _uri, name, others, _rest = line.split("\t", NAME_COLUMNS)
        seeks = DATELINES_ONLY not in line[line.rindex("\t") :]
        for form in (name, *others.split(SEPARATOR)) if others else (name,):
            rows = index.setdefault(fold(form), [])
            if not rows or rows[-1] is not line:
                rows.append(line)
            if seeks:
                in_text[form] = None
    return index, list(in_text)


def text_forms() -> Sequence[str]:
    """Give the forms to look for in running text."""
    return _index()[1]


@cache
def find_candidates(name: str) -> tuple[PlaceRow, ...]:
    """Find the places of a name, whatever its case and diacritics."""
    return tuple(_make_row(row) for row in _index()[0].get(fold(name), ()))


def _make_row(line: str) -> PlaceRow:
    uri, name, _forms, country, population, latitude, longitude, time_zone, flags = line.split("\t")
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
