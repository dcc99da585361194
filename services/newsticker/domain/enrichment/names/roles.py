"""Roles: the words before a name that say what somebody is."""

from dataclasses import dataclass
from functools import cache

from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.names.words import (
    STRONG,
    is_first_name,
    rate_role,
    strong_roles,
)


@dataclass(slots=True)
class Role:
    """A role as written; after a strong one a surname is enough."""

    text: str | None
    strong: bool


NO_ROLE = Role(None, strong=False)
ROLE_OBJECTS = frozenset({"portfolio", "country", "region", "place", "organisation"})
OFFICES = ("minister", "ministers", "staatssecretaris", "staatssecretarissen", "eurocommissaris", "wethouder")
"""Roles that have what they are for after "van" or "voor", with a capital."""

FOR = frozenset({"van", "voor"})
ADJECTIVES, NOUNS = ("e", "lands"), ("ie", "ee", "rede")
"""Ends of words that begin a portfolio: Openbare, Binnenlands; Communicatie, Zee, Vrede."""

BEFORE_PORTFOLIOS = FOR | {"en"}
LINKS = frozenset({"van", "voor", "de", "het", "der"})
"""What stands between a role and what it is for."""


def is_role_word(word: str) -> bool:
    """Say whether a word with a capital is a role: President, Koningin."""
    return word.lower() in _whole_roles() or (
        word[-1:].islower() and "-" in word and word.lower().endswith(strong_roles())
    )


def find_role(words: Words, first: int) -> Role:
    """Find the role before a name: directly, or with what it is for between them ("minister van Energie")."""
    if first == 0 or words.gaps[first] not in BLANKS:
        return NO_ROLE
    mark = words.marks.get(first - 1)
    at = first - 1 if mark is None or mark.kind not in ROLE_OBJECTS else _pass_object(words, mark)
    return make_role(words, at, first) if at is not None and rate_role(words.texts[at]) else NO_ROLE


def _pass_object(words: Words, mark: Mark) -> int | None:
    """Give the word that may be a role before "van" and what the role is for."""
    at = mark.first - 1
    while at > 0 and words.texts[at] in LINKS:
        at -= 1
    return at if 0 <= at < mark.first - 1 else None


def find_office(words: Words, first: int) -> int | None:
    """Give the office whose portfolio a run of capitals begins with: minister van Zeelucht en Duinen Jan Bos.

    One of `BEFORE_PORTFOLIOS` stands before the run.
    """
    texts = words.texts
    at = first - 1
    while at > 0 and (texts[at] == "en" or (at in words.capitals and not is_first_name(texts[at]))):
        at -= 1
    if at < 1 or texts[at] not in FOR or not texts[at - 1].lower().endswith(OFFICES):
        return None
    return at - 1


def pass_portfolio(words: Words, first: int, last: int) -> int | None:
    """Give the word that a name begins with behind a portfolio that no table knows; none where that is unsure.

    A portfolio is one word, or two when the first is an adjective: Burgerluchtvaart, Openbare Werken.
    """
    names = [at for at in range(first, last + 1) if at in words.capitals]
    word = words.texts[first]
    if is_first_name(word):
        return first
    if word.endswith(NOUNS) or not word.endswith(ADJECTIVES):
        return names[1] if len(names) > 2 else None  # noqa: PLR2004 - a portfolio, a first name and a surname
    return names[2] if len(names) > 3 else None  # noqa: PLR2004 - the same behind an adjective


def make_role(words: Words, at: int, first: int) -> Role:
    """Make the role of the words from the office up to the name."""
    return Role(" ".join(words.texts[at:first]), strong=rate_role(words.texts[at]) == STRONG)


@cache
def _whole_roles() -> frozenset[str]:
    return frozenset(strong_roles())
