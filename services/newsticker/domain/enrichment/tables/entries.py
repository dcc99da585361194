"""The entries of all gazetteers, as one list."""

from collections.abc import Iterator
from typing import NamedTuple

from newsticker.domain.enrichment.tables import read_table, split_list


class Entry(NamedTuple):
    """One form of one name: what kind of thing it names, which one, and in what way."""

    form: str
    kind: str
    ref: str
    via: str


def read_entries() -> Iterator[Entry]:
    """Read every table of names."""
    yield from _read_countries()


def _read_countries() -> Iterator[Entry]:
    for code, name, others, *_ in read_table("countries.tsv"):
        for form in (name, *split_list(others)):
            yield Entry(form, "country", code, "name")
