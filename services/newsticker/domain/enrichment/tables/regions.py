"""The regions table."""

from functools import cache

from newsticker.domain.enrichment.tables import read_table


@cache
def read_regions() -> dict[str, tuple[str, str]]:
    """Give GeoNames id (empty if unknown) and country of every region by its name."""
    return {row[1]: (row[0], row[3]) for row in read_table("regions.tsv")}
