"""Known names that go on: FNV Havens is a part of FNV, a Volkswagen Golf is no company."""

from collections.abc import Sequence

from newsticker.domain.enrichment.names.cues import read_cues
from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.names.tokens import Words

WHOLE_KINDS = frozenset({"union", "party", "media", "government", "museum", "university", "hospital", "ngo"})
"""Kinds whose names go on with a part of the body: FNV Havens."""

OF_KINDS = frozenset({"museum"})
DIVISIONS = frozenset({"Space", "Defence", "Europe", "Europa", "Nederland", "Foods", "Cloud", "Benelux", "België"})
"""Last words of parts of a company."""

JOINTS = frozenset({"and", "of", "&"})
SMALL = JOINTS | {"van"}


def find_longer(words: Words, mark: Mark, people: Sequence[tuple[int, int]]) -> int | None:
    """Give the last word of a known name that goes on: FNV Havens; none where it is another thing: Volkswagen Golf."""
    texts = words.texts
    at = mark.last + 1
    if at == len(texts) or not (at in words.capitals or texts[at] in SMALL) or words.gaps[at] not in BLANKS:
        return mark.last  # as most names
    branch = words.marks.get(at)
    if branch is not None and mark.entry.via == "company":
        return branch.last if branch.kind == "place" or texts[at] in DIVISIONS else mark.last
    last = _read_on(words, mark.last, people, of=mark.entry.via in OF_KINDS)
    if last == mark.last or mark.entry.via in WHOLE_KINDS:
        return last
    if mark.entry.via == "company":
        return last if texts[last] in read_cues("after") or texts[last] in DIVISIONS else None
    return mark.last


def _read_on(words: Words, last: int, people: Sequence[tuple[int, int]], *, of: bool) -> int:
    """Follow capitals that neither a table nor a person has, past small words between them, past "van" in museums."""
    start = last
    while last + 1 < len(words.texts) and words.gaps[last + 1] in BLANKS:
        small = words.texts[last + 1]
        at = last + 1
        if small in JOINTS or (of and small == "van") or (small == "en" and last > start):
            at += 1
        if not _goes_on(words, at) or any(first <= at < end for first, end in people):
            break
        last, of = at, False
    return last


def _goes_on(words: Words, at: int) -> bool:
    return at in words.capitals and words.gaps[at] in BLANKS and at not in words.marks
