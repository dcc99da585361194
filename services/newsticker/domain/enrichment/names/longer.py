"""Known names that go on: FNV Havens is a part of FNV, a Volkswagen Golf is no company."""

from collections.abc import Sequence

from newsticker.domain.enrichment.names.cues import read_cues
from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.runs import BLANKS, Words

WHOLE_KINDS = frozenset({"union", "party", "media", "government", "museum", "university", "hospital", "ngo"})
"""Kinds whose names go on with a part of the body: FNV Havens."""

OF_KINDS = frozenset({"museum"})
DIVISIONS = frozenset({"Space", "Defence", "Europe", "Europa", "Nederland", "Foods", "Cloud", "Benelux", "België"})
"""Last words of parts of a company."""

JOINTS = frozenset({"and", "of", "&"})


def find_longer(words: Words, mark: Mark, people: Sequence[tuple[int, int]]) -> int | None:
    """Give the last word of a known name that goes on: FNV Havens; none where it is another thing: Volkswagen Golf."""
    tokens = words.tokens
    after = tokens[mark.last + 1 : mark.last + 2]
    town = words.marks.get(mark.last + 1)
    if town is not None and town.kind == "place" and mark.hit.entry.via == "company" and after[0].gap in BLANKS:
        return town.last
    if not after or not (after[0].capital or after[0].text in JOINTS or after[0].text == "van"):  # as most names
        return mark.last
    last = _read_on(words, mark.last, people, of=mark.hit.entry.via in OF_KINDS)
    if last == mark.last or mark.hit.entry.via in WHOLE_KINDS:
        return last
    if mark.hit.entry.via == "company":
        return last if tokens[last].text in read_cues("after") or tokens[last].text in DIVISIONS else None
    return mark.last


def _read_on(words: Words, last: int, people: Sequence[tuple[int, int]], *, of: bool) -> int:
    """Follow capitals that neither a table nor a person has, past English small words, and past "van" in museums."""
    tokens = words.tokens
    while last + 1 < len(tokens) and tokens[last + 1].gap in BLANKS:
        at = last + 1
        joined = tokens[at].text in JOINTS or (of and tokens[at].text == "van")
        if joined and at + 1 < len(tokens) and tokens[at + 1].gap in BLANKS:
            at += 1
        if (
            not tokens[at].capital
            or at in words.marks
            or any(first <= at < end for first, end in people)
            or (joined and at == last + 1)
        ):
            break
        last, of = at, False
    return last
