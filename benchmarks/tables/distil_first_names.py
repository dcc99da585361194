"""Distil the first names table from Faker's providers: from `benchmarks`, `python -m tables.distil_first_names > …`.

Needs the PyPI package Faker (MIT) and Debian's wdutch (OpenTaal, BSD; Dutch words, as a filter).
"""

from importlib import import_module
from pathlib import Path

from tables.distil_places import read_dutch_words

HERE = Path(__file__).parent
LOCALES = HERE.joinpath("locales.txt").read_text(encoding="utf-8").split()
OWN = HERE / "first_names_own.txt"
NOT_NAMES = frozenset(HERE.joinpath("first_names_not.txt").read_text(encoding="utf-8").split())
HEADER = """\
# First names. Distilled by benchmarks/tables/distil_first_names.py. Columns: flag (w: a Dutch word too), names.
# Sources: Faker's lists of first names (MIT, Daniele Faraglia and contributors); names in the news ours, Apache-2.0;
# flag w by comparison with OpenTaal's words (BSD)."""


def read_names(locale: str) -> set[str]:
    """Read the first names of a locale."""
    try:
        provider = import_module(f"faker.providers.person.{locale}").Provider
    except ModuleNotFoundError:
        return set()
    names: set[str] = set()
    for attribute in ("first_names", "first_names_male", "first_names_female", "first_names_unisex"):
        names.update(getattr(provider, attribute, ()))
    return names


def main() -> None:
    """Print the table."""
    own = {line.strip() for line in OWN.read_text(encoding="utf-8").split() if line.strip()}
    names = own | {name for locale in LOCALES for name in read_names(locale)}
    words = read_dutch_words()
    good = {name for name in names if len(name) > 1 and name.replace("-", "").isalpha() and name[0].isupper()}
    good = {name for name in good if not name.isupper()} - NOT_NAMES
    print(HEADER)
    print("\t" + ";".join(sorted(name for name in good if name.lower() not in words)))
    print("w\t" + ";".join(sorted(name for name in good if name.lower() in words)))


if __name__ == "__main__":
    main()
