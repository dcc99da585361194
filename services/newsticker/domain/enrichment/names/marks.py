"""Which words the gazetteers know: every hit that counts, by the words that it covers."""

from bisect import bisect_right
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
    ends = [token.end for token in tokens]
    at, count = 0, len(tokens)
    for hit in hits:
        at = bisect_right(ends, hit.start, at)
        if at == count:
            break
        last = at
        while last + 1 < count and tokens[last + 1].start < hit.end:
            last += 1
        end, stop = tokens[last].end, tokens[last].text[-1] == "."
        whole = tokens[at].start == hit.start and (end <= hit.end or (stop and end == hit.end + 1))
        marks.append(Mark(at, last, hit, whole, hit.entry.kind))
    return marks
