"""Which words the gazetteers know: every hit that counts, by the words that it covers."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from newsticker.domain.enrichment.gazetteer import Hit
from newsticker.domain.enrichment.tables.entries import Entry


@dataclass(slots=True)
class Mark:
    """What the tables know at `[start, end)`, over the words `[first, last]`."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    whole: bool
    """False where it is only a part of a compound."""
    kind: str
    """The kind of thing that is named."""


def select_hits(hits: Sequence[Hit]) -> list[Hit]:
    """Choose hits that don't overlap: from left to right, the longest each time; a place gives way to others."""
    chosen: list[Hit] = []
    reached = 0
    for hit in hits:
        start, end, entry = hit
        if start >= reached:
            chosen.append(hit)
            reached = end
        elif end > reached and chosen[-1][2].kind == "place" != entry.kind:
            chosen[-1] = hit
            reached = end
    return chosen


def mark_words(texts: Sequence[str], ends: Sequence[int], hits: Sequence[Hit]) -> list[Mark]:
    """Say which words each hit covers, both in the order of the text."""
    marks: list[Mark] = []
    at, count = 0, len(texts)
    for start, end, entry in hits:
        last = at = bisect_right(ends, start, at)
        if ends[at] < end:  # more than one word
            while last + 1 < count and ends[last + 1] - len(texts[last + 1]) < end:
                last += 1
        whole = ends[at] - len(texts[at]) == start and (
            ends[last] <= end or (ends[last] == end + 1 and texts[last][-1] == ".")
        )
        marks.append(Mark(at, last, start, end, entry, whole, entry.kind))
    return marks
