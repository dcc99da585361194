"""Words by which lines that are not news are known, in one table a language."""

from newsticker.domain.pages.words.dutch import DUTCH
from newsticker.domain.pages.words.english import ENGLISH
from newsticker.domain.pages.words.french import FRENCH
from newsticker.domain.pages.words.german import GERMAN
from newsticker.domain.pages.words.language import PageLanguage
from newsticker.domain.pages.words.networks import NETWORKS
from newsticker.domain.pages.words.phrases import Phrases

LANGUAGES: tuple[PageLanguage, ...] = (DUTCH, ENGLISH, GERMAN, FRENCH)
"""One more language is one more table here."""


def gather(field: str) -> tuple[str, ...]:
    """Collect the words of all languages for one purpose, longest first."""
    words = {word for language in LANGUAGES for word in getattr(language, field)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def fold(field: str) -> tuple[str, ...]:
    """Collect the words of all languages for one purpose, case folded, longest first."""
    return tuple(dict.fromkeys(word.casefold() for word in gather(field)))


__all__ = ["LANGUAGES", "NETWORKS", "PageLanguage", "Phrases", "fold", "gather"]
