"""What shows that a name is an organisation's: the noun before it, its first word or its last one."""

from dataclasses import dataclass
from functools import cache

from newsticker.domain.enrichment.remembering import remember
from newsticker.domain.enrichment.tables import read_table, split_list

COURTS = ("rechtbank", "zandbank")


@dataclass(slots=True)
class OrganisationSpan:
    """An organisation at `[start, end)` of the text; `name` is the usual one where the tables know it."""

    start: int
    end: int
    name: str
    kind: str
    via: str
    confidence: float


@remember
def kind_of(noun: str) -> str | None:
    """Give the kind of organisation that a noun says: vakbond, nieuwszender."""
    if noun.endswith(COURTS):
        return None
    return next((kind for kind, nouns in _nouns().items() if noun.endswith(nouns)), None)


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Give by kind the nouns after which a name is that of an organisation; the last part of a compound will do."""
    return {kind: split_list(nouns) for position, kind, nouns in read_table("cues.tsv") if position == "noun"}


@cache
def read_cues(position: str) -> dict[str, str]:
    """Give the kind of organisation by a word that its name has in that position."""
    return {
        word: kind for found, kind, words in read_table("cues.tsv") if found == position for word in split_list(words)
    }
