"""Distil the names that other languages have for countries.

From `benchmarks`: `python -m tables.distil_countries_abroad > …`.
Needs the PyPI package Babel (Unicode CLDR, Unicode License v3). The product does without it.
"""

import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
COUNTRIES = HERE.parents[1] / "services/newsticker/domain/enrichment/tables/countries.tsv"
LOCALES = ("en", "de", "fr", "fy")
NOT_COUNTRIES = frozenset({"Jordan", "Chad", "Georgia", "Dominica", "Norfolk", "Christmas"})
"""Names that are rather a person's or a part of another country's."""

INFLECTED = {
    "NL": ("Niederlanden", "Holland"),
    "US": ("USA", "U.S.", "Vereinigten Staaten"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain", "Großbritannien", "Grande-Bretagne", "Grut-Brittanje"),
    "AE": ("UAE",),
    "CZ": ("Czech Republic", "République tchèque"),
}
"""Forms that stand in copy beside the one that the list has."""

HEADER = """\
# Countries as other languages name them, for copy that is in one of these. Distilled by
# benchmarks/tables/distil_countries_abroad.py. Columns: code, names; those that Dutch copy has too are left out.
# Source: Unicode CLDR 48, locales en, de, fr and fy, as distributed by Babel 2.18 (Unicode License v3)."""


def main() -> None:
    """Print the table."""
    rows = [line.split("\t") for line in COUNTRIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    dutch = {form for row in rows for form in (row[1], *row[2].split(";"))}
    locale = import_module("babel").Locale
    names = [locale.parse(code).territories for code in LOCALES]
    sys.stdout.write(HEADER + "\n")
    for code, *_rest in rows:
        listed = (territories[code] for territories in names if code in territories)
        forms = dict.fromkeys((*listed, *INFLECTED.get(code, ())))
        abroad = [form for form in forms if form not in dutch | NOT_COUNTRIES and "(" not in form]
        if abroad:
            sys.stdout.write(f"{code}\t{';'.join(abroad)}\n")


if __name__ == "__main__":
    main()
