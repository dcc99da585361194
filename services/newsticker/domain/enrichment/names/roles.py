"""Roles: the words before a name that say what somebody is."""

from functools import cache, lru_cache
from typing import NamedTuple

from newsticker.domain.enrichment.names.runs import BLANKS, Words
from newsticker.domain.enrichment.names.words import full_roles, strong_roles


class Role(NamedTuple):
    """A role as written; after a strong one a surname is enough."""

    text: str | None
    strong: bool


NO, FULL, STRONG = 0, 1, 2
REMEMBERED = 65_536
"""Words kept in memory with what they are: copy repeats them."""

NO_ROLE = Role(None, strong=False)
ROLE_OBJECTS = frozenset({"portfolio", "country", "region", "place", "organisation"})
LINKS = frozenset({"van", "voor", "de", "het", "der"})
"""What stands between a role and what it is for."""


@lru_cache(maxsize=REMEMBERED)
def is_role_word(word: str) -> bool:
    """Say whether a word with a capital is a role: President, Koningin."""
    return word.lower() in _whole_roles() or (
        word[-1:].islower() and "-" in word and word.lower().endswith(strong_roles())
    )


def find_role(words: Words, first: int) -> Role:
    """Find the role before a name: directly, or with what it is for between them ("minister van Energie")."""
    if first == 0 or words.tokens[first].gap not in BLANKS:
        return NO_ROLE
    at = _find_role_word(words, first - 1)
    if at is None:
        return NO_ROLE
    strength = rate_role(words.tokens[at].text)
    return Role(_phrase(words, at, first - 1), strong=strength == STRONG) if strength else NO_ROLE


@lru_cache(maxsize=REMEMBERED)
def rate_role(text: str) -> int:
    """Say by its end whether a word is a role: no, one before full names, or one that a surname may follow."""
    word = text.lower()
    if word.endswith("en") and word.removesuffix("en").endswith(all_roles()):
        word = word.removesuffix("en")
    if word.endswith(strong_roles()):
        return STRONG
    return FULL if word.endswith(full_roles()) else NO


def _find_role_word(words: Words, before: int) -> int | None:
    """Give the word that may be a role, past "van" and what the role is for."""
    mark = words.marks.get(before)
    if mark is None or mark.kind not in ROLE_OBJECTS:
        return before
    at = mark.first - 1
    while at > 0 and words.tokens[at].text in LINKS:
        at -= 1
    return at if 0 <= at < mark.first - 1 else None


def _phrase(words: Words, first: int, last: int) -> str:
    return " ".join(words.tokens[at].text for at in range(first, last + 1))


@cache
def _whole_roles() -> frozenset[str]:
    return frozenset(strong_roles())


@cache
def all_roles() -> tuple[str, ...]:
    """Give the ends of all role words."""
    return strong_roles() + full_roles()
