"""The entries of all gazetteers, as one list."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsticker.domain.enrichment.tables import read_table, split_list
from newsticker.domain.enrichment.tables.places import text_forms


@dataclass(slots=True)
class Entry:
    """One form of one name: what kind of thing it names, which one, and in what way.

    A form that begins or ends with `*` may be part of a longer word there. `weak` forms are ordinary words too.
    """

    form: str
    kind: str
    ref: str
    via: str = "name"
    weak: bool = False


def read_entries() -> Iterator[Entry]:
    """Read every table of names; for one form the first table wins."""
    yield from _read_shadows()
    yield from _read_people()
    yield from _read_organisations()
    yield from _read_portfolios()
    yield from _read_countries()
    yield from _read_regions()
    for form in text_forms():
        yield Entry(form, "place", form)
    yield from _read_abroad()


def _read_shadows() -> Iterator[Entry]:
    for (forms,) in read_table("shadows.tsv"):
        for form in split_list(forms):
            yield Entry(form, "shadow", form)


def _read_people() -> Iterator[Entry]:
    for name, others, alone in read_table("people.tsv"):
        for form in (name, *split_list(others)):
            if " " in form:
                yield Entry(form, "person", name, "full")
        for form in split_list(alone):
            yield Entry(form, "person", name, "alone")


def _read_organisations() -> Iterator[Entry]:
    for kind, name, others, flags in read_table("organisations.tsv"):
        for form in (name, *split_list(others)):
            yield Entry(form, "organisation", name, kind, weak=bool(flags) and " " not in form)


def _read_portfolios() -> Iterator[Entry]:
    for (name,) in read_table("portfolios.tsv"):
        yield Entry(name, "portfolio", name)


def _read_countries() -> Iterator[Entry]:
    for code, name, others, adjectives, people, _capital in read_table("countries.tsv"):
        for form in (name, *split_list(others)):
            yield Entry(form, "country", code)
        for form in split_list(adjectives):
            yield from _inflect(form, code)
        for form in split_list(people):
            yield Entry(form, "nationality", code, "demonym")


def _read_abroad() -> Iterator[Entry]:
    for code, names in read_table("countries_abroad.tsv"):
        for form in split_list(names):
            yield Entry(form, "abroad", code)


def _read_regions() -> Iterator[Entry]:
    for _uri, name, others, code, adjectives in read_table("regions.tsv"):
        for form in (name, *split_list(others)):
            yield Entry(form, "region", name)
        for form in split_list(adjectives):
            yield from _inflect(form, code)


def _inflect(adjective: str, code: str) -> Iterator[Entry]:
    weak, strong = inflect(adjective)
    yield Entry(weak, "nationality", code, "adjective", weak=True)
    yield Entry(strong, "nationality", code, "adjective")


def inflect(adjective: str) -> tuple[str, str]:
    """Give both forms of an adjective: Zeeuws, Zeeuwse."""
    stem = adjective.removesuffix("ees") + "es" if adjective.endswith("ees") else adjective
    return adjective, f"{stem}e"
