"""Gives the words of a text by what they mean, so that desks may choose among words for one thing."""

from collections.abc import Sequence
from functools import lru_cache

from newsticker.domain.duplicates.synonyms import LIGHT_WORDS, PHRASES, PREFIX_LETTERS, PREFIXES, SYNONYMS
from newsticker.domain.duplicates.vocabulary import LITTLE_WORDS

STEM_LETTERS = 6
"""Inflected forms agree in their first letters: Amerikaanse and Amerikanen, gewond and gewonden."""

_SILENT = LITTLE_WORDS | LIGHT_WORDS


def find_meanings(words: Sequence[str]) -> tuple[str, ...]:
    """Give what each folded word means, and nothing for one that says nothing or belongs to the phrase before it."""
    meanings = list(map(find_meaning, words))
    if PHRASES.keys().isdisjoint(words):
        return tuple(meanings)
    end = 0
    for at in [at for at, word in enumerate(words) if word in PHRASES]:
        if at >= end and (found := _find_phrase(words, at)):
            length, meaning = found
            end = at + length
            meanings[at:end] = (meaning, *[""] * (length - 1))
    return tuple(meanings)


def _find_phrase(words: Sequence[str], at: int) -> tuple[int, str] | None:
    """Find the phrase that begins at a word, if one does: its length and what it means."""
    for phrase, meaning in PHRASES[words[at]]:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase), meaning
    return None


@lru_cache(maxsize=16384)
def find_meaning(word: str) -> str:
    """Give what one folded word means: its row in the table of synonyms, or else its first letters."""
    if word in SYNONYMS:
        return SYNONYMS[word]
    if word in _SILENT or (len(word) == 1 and not word.isdigit()):
        return ""
    least, most = PREFIX_LETTERS
    for letters in range(min(len(word), most), least - 1, -1):
        if word[:letters] in PREFIXES:
            return PREFIXES[word[:letters]]
    return stem(word)


def stem(word: str) -> str:
    """Give the first letters of a word; numbers whole."""
    return word if word[0].isdigit() else word[:STEM_LETTERS]
