"""Phrases that lines begin with, looked up by how they begin: one look-up, however many there are."""

from collections.abc import Iterable

_KEY = 2
"""Characters by which a phrase is looked up, or the one that it has."""


class Phrases:
    """A set of phrases."""

    __slots__ = ("_by_opening",)

    def __init__(self, phrases: Iterable[str]) -> None:
        """Sort phrases by their first characters; the longest comes first."""
        self._by_opening: dict[str, tuple[str, ...]] = {}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            opening = phrase[:_KEY]
            self._by_opening[opening] = (*self._by_opening.get(opening, ()), phrase)

    def find(self, line: str) -> str | None:
        """Find the longest phrase with which a line begins, whole: "Lees ook", not "Lees ooke"."""
        phrases = self._by_opening.get(line[:_KEY]) or self._by_opening.get(line[:1])
        if phrases is None or not line.startswith(phrases):
            return None
        for phrase in phrases:
            if line.startswith(phrase) and not (phrase[-1].isalnum() and line[len(phrase) : len(phrase) + 1].isalnum()):
                return phrase
        return None
