"""Facet: the language of the copy, BCP 47."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.tables import read_table, split_list

MIN_WORDS = 8
"""Fewer words don't show their language; the page's is taken instead."""

MAX_WORDS = 80
"""More words don't make it surer, but dearer."""

MIN_LEAD = 0.12
"""So much larger must a language's share of small words be than any other's, or the identifier is asked."""

MIN_SHARE = 0.2
MARKS = ".,:;!?\"'()“”‘’"


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(copy: Copy) -> Found:
    """Decide the language on eight words or more, else take the page's."""
    words = copy.text.split(None, MAX_WORDS)[:MAX_WORDS]
    if len(words) < MIN_WORDS:
        return Found(copy.language)
    return Found(_decide_by_small_words(words) or str(_identifier().classify(" ".join(words))[0]))


def _decide_by_small_words(words: Sequence[str]) -> str | None:
    """Decide by small words where one language has clearly most of them: cheaper than the identifier, and surer."""
    index = _index()
    counts = Counter(code for word in words for code in index.get(word.strip(MARKS).lower(), ()))
    if not counts:
        return None
    (code, most), (_other, second) = [*counts.most_common(2), ("", 0)][:2]
    return code if most >= MIN_SHARE * len(words) and most - second >= MIN_LEAD * len(words) else None


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Give the languages by their small words."""
    index: dict[str, tuple[str, ...]] = {}
    for code, words in read_table("small_words.tsv"):
        for word in split_list(words):
            index[word] = (*index.get(word, ()), code)
    return index
