"""Firms that are named after people: Prins & Dingemanse, Advocatenkantoor Pels & Partners."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsticker.domain.enrichment.names.cues import OrganisationSpan, kind_of
from newsticker.domain.enrichment.names.introductions import is_thing
from newsticker.domain.enrichment.names.runs import Run, Words
from newsticker.domain.enrichment.names.words import is_first_name, rate_role

AND = "&"


def find_firms(words: Words, text: str, runs: Sequence[Run]) -> list[OrganisationSpan]:
    """Find two runs of capitals that an ampersand joins; not two first names, as artists have."""
    return list(_find_firms(words, text, runs)) if AND in text else []


def _find_firms(words: Words, text: str, runs: Sequence[Run]) -> Iterator[OrganisationSpan]:
    tokens = words.tokens
    for left, right in pairwise(runs):
        if right.first != left.last + 1 or tokens[right.first].gap.strip() != AND:
            continue
        first = left.first
        if tokens[first].opens and first < left.last and _is_noun(tokens[first].text.lower()):
            first += 1
        parts = tokens[left.last].text, tokens[right.first].text
        if min(map(len, parts)) == 1 or all(map(is_first_name, parts)) or is_thing(words, first):
            continue
        start, end = tokens[first].start, tokens[right.last].end
        yield OrganisationSpan(start, end, text[start:end], "company", "cue", 0.85)


def _is_noun(word: str) -> bool:
    return kind_of(word) is not None or rate_role(word) > 0
