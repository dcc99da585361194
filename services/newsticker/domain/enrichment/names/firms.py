"""Firms that are named after people: Prins & Dingemanse, Advocatenkantoor Pels & Partners."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsticker.domain.enrichment.names.cues import OrganisationSpan, kind_of
from newsticker.domain.enrichment.names.introductions import is_thing
from newsticker.domain.enrichment.names.runs import Run
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.names.words import is_first_name, rate_role

AND = "&"


def find_firms(words: Words, text: str, runs: Sequence[Run]) -> list[OrganisationSpan]:
    """Find two runs of capitals that an ampersand joins; not two first names, as artists have."""
    return list(_find_firms(words, text, runs)) if AND in text else []


def _find_firms(words: Words, text: str, runs: Sequence[Run]) -> Iterator[OrganisationSpan]:
    texts = words.texts
    for (first, last), (second, end) in pairwise(runs):
        if second != last + 1 or words.gaps[second].strip() != AND:
            continue
        start = first + (words.opens(first) and first < last and _is_noun(texts[first].lower()))
        parts = texts[last], texts[second]
        if min(map(len, parts)) == 1 or all(map(is_first_name, parts)) or is_thing(words, start):
            continue
        bounds = words.start(start), words.ends[end]
        yield OrganisationSpan(*bounds, text[slice(*bounds)], "company", "cue", 0.85)


def _is_noun(word: str) -> bool:
    return kind_of(word) is not None or rate_role(word) > 0
