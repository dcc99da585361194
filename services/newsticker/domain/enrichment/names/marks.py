"""Which words the gazetteers know: every hit that counts, by the words that it covers."""

from collections.abc import Sequence
from typing import NamedTuple

from newsticker.domain.enrichment.gazetteer import Hit
from newsticker.domain.enrichment.names.tokens import Token


class Mark(NamedTuple):
    """A hit over the words `[first, last]`; `whole` is false where it is only a part of a compound."""

    first: int
    last: int
    hit: Hit
    whole: bool
    kind: str
    """The kind of thing that is named."""


def select_hits(hits: Sequence[Hit]) -> list[Hit]:
    """Choose hits that don't overlap: from left to right, the longest each time; a place gives way to others."""
    chosen: list[Hit] = []
    end = 0
    for hit in hits:
        if hit.start >= end:
            chosen.append(hit)
            end = hit.end
        elif hit.end > end and chosen[-1].entry.kind == "place" != hit.entry.kind:
            chosen[-1] = hit
            end = hit.end
    return chosen


def mark_tokens(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Mark]:
    """Say which words each hit covers, both in the order of the text."""
    marks: list[Mark] = []
    at = 0
    for hit in hits:
        while at < len(tokens) and tokens[at].end <= hit.start:
            at += 1
        last = at
        while last < len(tokens) - 1 and tokens[last + 1].start < hit.end:
            last += 1
        if at == len(tokens):
            break
        end, stop = tokens[last].end, tokens[last].text[-1] == "."
        whole = tokens[at].start == hit.start and (end <= hit.end or (stop and end == hit.end + 1))
        marks.append(Mark(at, last, hit, whole, hit.entry.kind))
    return marks
