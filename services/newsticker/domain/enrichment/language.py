"""Facet: the language of the copy, BCP 47."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.tables import read_table, split_list

MIN_WORDS = 8
"""Fewer words don't show their language; the page's is taken instead."""

MAX_WORDS = 36
"""More words don't make it surer, but dearer."""

MARKS = ".,:;!?\"'()“”‘’"
MIN_SHARE = 0.1
MAX_RIVAL = 0.6
MIN_DISTINCT = 2
"""Small words decide when they are so many (a shared one counts in parts), and a rival has so few of them."""

LANGUAGES = (
    *(
        "nl",
        "en",
        "de",
        "fr",
        "fy",
        "af",
        "es",
        "it",
        "pt",
        "da",
        "sv",
        "no",
        "fi",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
        "hr",
        "sl",
    ),
    *(
        "sr",
        "bg",
        "el",
        "ru",
        "uk",
        "tr",
        "ar",
        "he",
        "fa",
        "hi",
        "zh",
        "ja",
        "ko",
        "id",
        "vi",
        "lt",
        "lv",
        "et",
        "sq",
        "ca",
    ),
)
"""What pages that carry agency copy are written in: fewer languages, fewer mistakes."""

MIN_CONFIDENCE = 0.6
"""Below this the identifier's answer gives way to the page's language."""


@cache
def _identifier() -> Any:  # noqa: ANN401 - the package has no types
    """Load the identifier when it is first needed: with numpy it takes half a second, and few copies ask for it."""
    langid = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier


class Decision(NamedTuple):
    """A language and how it was decided: `page` (too few words), `small_words` or `identifier`."""

    language: str | None
    via: str


def find_language(copy: Copy) -> Found:
    """Decide the language on eight words or more, else take the page's."""
    return Found(decide_language(copy.text, copy.language).language)


def decide_language(text: str, page: str | None) -> Decision:
    """Decide the language of a text on a page whose language may be known."""
    words = text.split(None, MAX_WORDS)[:MAX_WORDS]
    if len(words) < MIN_WORDS:
        return Decision(page, "page")
    decided = _decide_by_small_words(words)
    return Decision(decided, "small_words") if decided else Decision(_identify(words, page), "identifier")


def _find_small_words(words: Sequence[str]) -> list[Mapping[str, float]]:
    """Give for every different small word its languages, with its weight; names say nothing."""
    index = _index()
    return [index[small] for word in dict.fromkeys(words) if (small := word.rstrip(MARKS)) in index]


def _add_weights(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for languages in found:
        for code, weight in languages.items():
            scores[code] = scores.get(code, 0.0) + weight
    return scores


def _count_words(found: Sequence[Mapping[str, float]], code: str) -> int:
    return sum([code in languages for languages in found])


def _decide_by_small_words(words: Sequence[str]) -> str | None:
    """Decide where one language has clearly most: cheaper than the identifier, and surer."""
    found = _find_small_words(words)
    scores = _add_weights(found)
    if not scores:
        return None
    code = max(scores, key=scores.__getitem__)
    best = scores.pop(code)
    if best < MIN_SHARE * len(words) or max(scores.values(), default=0.0) > MAX_RIVAL * best:
        return None
    return code if _count_words(found, code) >= MIN_DISTINCT else None


def _identify(words: Sequence[str], page: str | None) -> str | None:
    """Ask the identifier; small words and the page correct it where languages are near each other."""
    code, confidence = _identifier().classify(" ".join(words))
    found = _find_small_words(words)
    scores = {known: (score, _count_words(found, known)) for known, score in _add_weights(found).items()}
    likely = max(scores, key=scores.__getitem__, default=code)
    if scores.get(likely, (0.0, 0)) > scores.get(code, (0.0, 0)):
        return likely
    return page if page is not None and confidence < MIN_CONFIDENCE else str(code)


@cache
def _index() -> dict[str, dict[str, float]]:
    """Give the languages by their small words; a word that many have says less of each."""
    found: dict[str, list[str]] = {}
    for code, words in read_table("small_words.tsv"):
        for word in split_list(words):
            found.setdefault(word, []).append(code)
    return {word: dict.fromkeys(codes, 1 / len(codes)) for word, codes in found.items()}
