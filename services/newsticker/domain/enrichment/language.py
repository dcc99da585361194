"""Facet: the language of the copy, BCP 47."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from newsticker.domain.enrichment.copy import Copy, Found

MIN_WORDS = 8
"""Fewer words don't show their language; the page's is taken instead."""

MAX_CHARS = 600
"""More copy doesn't make it surer, but dearer."""


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def find_language(copy: Copy) -> Found:
    """Decide the language on eight words or more, else take the page's."""
    head = copy.text[:MAX_CHARS]
    if len(head.split()) < MIN_WORDS:
        return Found(copy.language)
    language, _confidence = _identifier().classify(head)
    return Found(str(language))
