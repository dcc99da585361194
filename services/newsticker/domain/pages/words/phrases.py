"""Phrases that lines begin with, looked up by how they begin: one or two look-ups, however many there are."""

from collections.abc import Iterable

_KEY = 4
"""Characters by which a phrase is looked up, or all that it has."""


class Phrases:
    """A set of phrases."""

    __slots__ = ("_by_opening", "_lengths")

    def __init__(self, phrases: Iterable[str]) -> None:
        """Sort phrases by their first characters; the longest comes first."""
        self._by_opening: dict[str, tuple[str, ...]] = {}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            opening = phrase[:_KEY]
            self._by_opening[opening] = (*self._by_opening.get(opening, ()), phrase)
        self._lengths = tuple(sorted({len(opening) for opening in self._by_opening}, reverse=True))

    def find(self, line: str) -> str | None:
        """Find the longest phrase with which a line begins, whole: "Lees ook", not "Lees ooke"."""
        for length in self._lengths:
            phrases = self._by_opening.get(line[:length])
            if phrases is None:
                continue
            for phrase in phrases:
                if line.startswith(phrase) and not (
                    phrase[-1].isalnum() and line[len(phrase) : len(phrase) + 1].isalnum()
                ):
                    return phrase
        return None
