"""Tells a lead that takes up what is known: "The fire in which two people died was started on purpose"."""

from newsticker.domain.duplicates.tokens import Tokens

REACH = 14
"""Words of a first sentence among which the clause begins that says which one is meant."""

_ARTICLES = frozenset({"de", "het", "the", "le", "la", "les", "l"})
_ONES = frozenset({"een", "1", "2", "one"})
_OF = frozenset({"van", "of"})
"""One of the five people who were hurt has died."""

_CLAUSES = "die waarbij waar waarin waarop waarmee waardoor wie who whose that qui dont"
_RELATIVES = frozenset(_CLAUSES.split())
"""How such a clause begins in Dutch, English and French; behind a comma it tells something new."""


def takes_up(tokens: Tokens) -> bool:
    """Tell whether a text begins with something that is known already, and a clause that says which."""
    words = tokens.words[:REACH]
    if len(words) <= 1 or not _is_known(words[0], words[1]):
        return False
    for at, word in enumerate(words[1:], 1):
        if tokens.begins_sentence(at):
            return False
        if word in _RELATIVES:
            return "," not in tokens.find_gap(at)
    return False


def _is_known(first: str, second: str) -> bool:
    return first in _ARTICLES or (first in _ONES and second in _OF)
