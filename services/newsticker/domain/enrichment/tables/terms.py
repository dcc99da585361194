"""The words that speak for topics."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsticker.domain.enrichment.tables import read_table, split_list

STRONG, FAIR, WEAK, NOTHING = 3, 2, 1, 0
SILENT = ""
"""The code of words that say nothing, nor let a shorter word within them speak."""


@dataclass(slots=True)
class Topic:
    """A Media Topic: its code, its ancestor on the first level, its Dutch label, the rubrics that hint at it."""

    code: str
    root: str
    label: str
    rubrics: tuple[str, ...]


@dataclass(slots=True)
class Term:
    """A word that speaks for a topic, and how strongly."""

    form: str
    code: str
    weight: int
    root: str = ""
    """The topic's ancestor on the first level."""
    hushes: bool = True
    """Whether a shorter word within it says nothing: a phrase, or a word that is silent itself."""


@cache
def read_topics() -> dict[str, Topic]:
    """Read the topics by code."""
    return {row[0]: Topic(row[0], row[1], row[2], split_list(row[6])) for row in read_table("topics.tsv")}


def read_terms() -> Iterator[Term]:
    """Read the words of all topics, and those within which no shorter one speaks."""
    for (forms,) in read_table("silences.tsv"):
        for form in split_list(forms):
            yield Term(form, SILENT, NOTHING)
    for code, root, _label, strong, fair, weak, _rubrics in read_table("topics.tsv"):
        for weight, forms in ((STRONG, strong), (FAIR, fair), (WEAK, weak)):
            for form in split_list(forms):
                yield Term(form, code, weight, root, hushes=" " in form)
