"""Tells a lead that takes up what is known: "The fire in which two people died was started on purpose"."""

from collections.abc import Sequence

from newsticker.domain.duplicates.naming import Token

REACH = 14
"""Words of a first sentence among which the clause begins that says which one is meant."""

_ARTICLES = frozenset({"de", "het", "the", "le", "la", "les", "l"})
_ONES = frozenset({"een", "1", "2", "one"})
_OF = frozenset({"van", "of"})
"""One of the five people who were hurt has died."""

_CLAUSES = "die waarbij waar waarin waarop waarmee waardoor wie who whose that qui dont"
_RELATIVES = frozenset(_CLAUSES.split())
"""How such a clause begins in Dutch, English and French; behind a comma it tells something new."""


def takes_up(tokens: Sequence[Token]) -> bool:
    """Tell whether a text begins with something that is known already, and a clause that says which."""
    if len(tokens) <= 1 or not _is_known(tokens[0].word, tokens[1].word):
        return False
    for token in tokens[1:REACH]:
        if token.begins:
            return False
        if token.word in _RELATIVES:
            return "," not in token.gap
    return False


def _is_known(first: str, second: str) -> bool:
    return first in _ARTICLES or (first in _ONES and second in _OF)
