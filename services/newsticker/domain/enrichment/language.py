"""Facet: the language of the copy, BCP 47."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from struct import Struct
from typing import Any, NamedTuple

from newsticker.domain.enrichment.copy import Copy, Found
from newsticker.domain.enrichment.remembering import remember
from newsticker.domain.enrichment.tables import read_table, split_list

MIN_WORDS = 8
"""Fewer words don't show their language; the page's is taken instead."""

MAX_WORDS = 30
"""More words don't make it surer, but dearer."""

MARKS = ".,:;!?\"'()“”‘’"
MIN_SHARE = 0.1
MAX_RIVAL = 0.6
MIN_DISTINCT = 2
"""Small words decide when they are so many (a shared one counts in parts), and a rival has so few of them."""

WHOLE = 840
"""What a word weighs that one language has alone: up to eight can share it without a rest."""

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
    return decide_language(copy.text, copy.language).language, (), ()


def decide_language(text: str, page: str | None) -> Decision:
    """Decide the language of a text on a page whose language may be known."""
    words = text.split(None, MAX_WORDS)[:MAX_WORDS]
    if len(words) < MIN_WORDS:
        return Decision(page, "page")
    decided = _decide_by_small_words(words)
    return Decision(decided, "small_words") if decided else Decision(_identify(words, page), "identifier")


def _count_votes(words: Sequence[str]) -> tuple[Sequence[int], Sequence[int]]:
    """Weigh and count what every different small word says of each language, in the order of `_small_words`."""
    codes, lanes, _ = _small_words()
    votes = lanes.unpack(sum(map(_read_votes, dict.fromkeys(words))).to_bytes(lanes.size, "little"))
    return votes[: len(codes)], votes[len(codes) :]


@remember
def _read_votes(word: str) -> int:
    return _small_words()[2].get(word.rstrip(MARKS), 0)


def _decide_by_small_words(words: Sequence[str]) -> str | None:
    """Decide where one language has clearly most: cheaper than the identifier, and surer."""
    weights, counts = _count_votes(words)
    rival, best = sorted(weights)[-2:]
    at = weights.index(best)
    if best < MIN_SHARE * WHOLE * len(words) or rival > MAX_RIVAL * best or counts[at] < MIN_DISTINCT:
        return None
    return _small_words()[0][at]


def _identify(words: Sequence[str], page: str | None) -> str | None:
    """Ask the identifier; small words and the page correct it where languages are near each other."""
    code, confidence = _identifier().classify(" ".join(words))
    codes = _small_words()[0]
    scores = dict(zip(codes, zip(*_count_votes(words), strict=True), strict=True))
    likely = max(scores, key=lambda known: scores[known][0])
    if scores[likely] > scores.get(code, (0, 0)):
        return likely
    return page if page is not None and confidence < MIN_CONFIDENCE else str(code)


@cache
def _small_words() -> tuple[Sequence[str], Struct, Mapping[str, int]]:
    """Give the languages, the lanes of their votes, and the votes of every small word.

    All votes of a word are one number, with a lane of 16 bits for each language's weight, then one for each count: a
    sum of numbers adds every lane at once. A word that many languages have says less of each.
    """
    found: dict[str, list[int]] = {}
    table = read_table("small_words.tsv")
    for at, (_code, words) in enumerate(table):
        for word in split_list(words):
            found.setdefault(word, []).append(at)
    lanes = Struct(f"<{2 * len(table)}H")
    votes = {}
    for word, ats in found.items():
        row = [0] * (2 * len(table))
        for at in ats:
            row[at], row[len(table) + at] = WHOLE // len(ats), 1
        votes[word] = int.from_bytes(lanes.pack(*row), "little")
    return [code for code, _words in table], lanes, votes
