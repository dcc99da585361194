"""Facet: the language of the copy, BCP 47."""

from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.tables import read_table, split_list

MIN_WORDS = 8
"""Fewer words don't show their language; the page's is taken instead."""

MAX_WORDS = 48
"""More words don't make it surer, but dearer."""

MIN_SHARE = 0.1
MAX_RIVAL = 0.6
"""Small words decide when they are so many (a shared one counts in parts), and a rival has so few of them."""


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(copy: Copy) -> Found:
    """Decide the language on eight words or more, else take the page's."""
    words = copy.text.lower().split(None, MAX_WORDS)[:MAX_WORDS]
    if len(words) < MIN_WORDS:
        return Found(copy.language)
    return Found(_decide_by_small_words(words) or str(_identifier().classify(" ".join(words))[0]))


def _decide_by_small_words(words: Sequence[str]) -> str | None:
    """Decide by small words where one language has clearly most of them: cheaper than the identifier, and surer."""
    index = _index()
    scores: dict[str, float] = {}
    for word in words:
        for code, weight in index.get(word, ()):
            scores[code] = scores.get(code, 0) + weight
    if not scores:
        return None
    ranked = sorted(scores.values())
    best, second = ranked[-1], ranked[-2] if len(ranked) > 1 else 0.0
    if best < MIN_SHARE * len(words) or second > MAX_RIVAL * best:
        return None
    return max(scores, key=lambda code: scores[code])


@cache
def _index() -> dict[str, tuple[tuple[str, float], ...]]:
    """Give the languages by their small words; a word that many have says less of each."""
    found: dict[str, list[str]] = {}
    for code, words in read_table("small_words.tsv"):
        for word in split_list(words):
            found.setdefault(word, []).append(code)
    return {word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in found.items()}
