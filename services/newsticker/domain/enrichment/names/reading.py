"""One reading of a text: every name once, as a person, an organisation, a place or a country."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsticker.domain.enrichment.gazetteer import Hit, Scan
from newsticker.domain.enrichment.names.cues import OrganisationSpan, kind_of
from newsticker.domain.enrichment.names.firms import find_firms
from newsticker.domain.enrichment.names.longer import find_longer
from newsticker.domain.enrichment.names.marks import Mark, mark_tokens, select_hits
from newsticker.domain.enrichment.names.organisations import PORTFOLIOS_TOO, find_organisations
from newsticker.domain.enrichment.names.people import PersonSpan, find_people
from newsticker.domain.enrichment.names.runs import BLANKS, Run, Words, find_runs, read_words
from newsticker.domain.enrichment.names.sport import speaks_of_sport
from newsticker.domain.enrichment.names.tokens import split_tokens
from newsticker.domain.enrichment.tables.places import find_candidates

HYPHENS = frozenset("-'’")
"""What follows a body's name in a compound: NAVO-chef, VVD'er."""

GENERIC = frozenset(
    {"Groep", "Group", "Holding", "NV", "BV", "SE", "AG", "plc", "Inc", "Ltd", "Corporation", "Company"}
)
"""What a company's name may go on with and be the same."""

STREETS = ("laan", "plein", "straat", "kade", "weg", "brug")


class Reading(NamedTuple):
    """What the names of a text are. `open_marks` are the hits that no person and no organisation has taken."""

    words: Words
    people: Sequence[PersonSpan]
    organisations: Sequence[OrganisationSpan]
    open_marks: Sequence[Mark]
    is_sport: bool


def read_names(text: str, scan: Scan) -> Reading:
    """Tell the names of a text apart; people first, then organisations, the rest is left to places and countries."""
    tokens = split_tokens(text)
    marks = mark_tokens(tokens, select_hits(scan.names))
    words = read_words(tokens, marks)
    runs = list(find_runs(words))
    firms = find_firms(words, text, runs)
    if firms:
        sold = [(firm.start, firm.end) for firm in firms]
        runs = [run for run in runs if not _is_claimed(tokens[run.first].start, tokens[run.last].end, sold)]
    is_sport = speaks_of_sport(scan.terms)
    people = find_people(words, runs, is_sport=is_sport)
    taken_words = [(span.first, span.last + 1) for span in people]
    free = [run for run in runs if not _is_claimed(run.first, run.last + 1, taken_words)] if people else runs
    claimed = [(tokens[span.first].start, tokens[span.last].end) for span in people]
    organisations = [*firms, *find_organisations(words, text, _cut_openers(words, free))]
    if claimed:
        organisations = [span for span in organisations if not _is_claimed(span.start, span.end, claimed)]
    bodies = [mark for mark in marks if mark.kind == "organisation"]
    taken = [*claimed, *((span.start, span.end) for span in organisations if not _is_inside(span, bodies))]
    known = [
        span
        for mark in bodies
        if _counts(words, mark, is_sport=is_sport) and (span := _known(words, mark, text, taken_words)) is not None
    ]
    known = [span for span in _leave_out_covered(known) if not _is_claimed(span.start, span.end, taken)]
    if organisations:
        wholes = [*known, *(span for span in organisations if span.via == "long_form")]
        organisations = [span for span in organisations if not any(_is_same(span, other) for other in wholes)]
    left = [mark for mark in marks if not _is_claimed(mark.hit.start, mark.hit.end, taken)] if taken else marks
    return Reading(words, people, sorted([*organisations, *known]), left, is_sport)


def _cut_openers(words: Words, runs: Sequence[Run]) -> list[Run]:
    """Leave out the article that begins a sentence."""
    return [
        Run(run.first + 1, run.last)
        if run.first < run.last
        and words.tokens[run.first].opens
        and words.tokens[run.first].text in {"De", "Het", "Een", "Ook"}
        else run
        for run in runs
    ]


def _is_claimed(start: int, end: int, claimed: Sequence[tuple[int, int]]) -> bool:
    for first, last in claimed:  # noqa: SIM110 - asked of every name: no generator
        if first < end and start < last:
            return True
    return False


def _leave_out_covered(spans: Sequence[OrganisationSpan]) -> Iterator[OrganisationSpan]:
    """Leave out what a longer name before it covers: Benelux in Dow Benelux."""
    reached = 0
    for span in spans:
        if span.start >= reached:
            yield span
            reached = span.end


def _is_inside(span: OrganisationSpan, bodies: Sequence[Mark]) -> bool:
    """Say whether the tables know an organisation of the same words or more."""
    return any(mark.hit.start <= span.start and span.end <= mark.hit.end for mark in bodies)


def _is_same(span: OrganisationSpan, other: OrganisationSpan) -> bool:
    return span is not other and other.start <= span.start and span.end <= other.end


def _counts(words: Words, mark: Mark, *, is_sport: bool) -> bool:
    """Say whether a known name counts: no word that begins a sentence; whole, or the first part of a compound.

    A club that is a word too counts in sport and there only; one that is named for a town not behind "in".
    """
    token = words.tokens[mark.first]
    if mark.hit.entry.via == "club":
        if (mark.hit.entry.weak and not (is_sport and mark.whole)) or _is_town(words, mark):
            return False
    elif mark.hit.entry.weak and (token.opens or not mark.whole):
        return False
    if mark.hit.entry.form in PORTFOLIOS_TOO and mark.first and words.tokens[mark.first - 1].text in {"van", "voor"}:
        return False
    if _is_street(words, mark):
        return False
    last = words.tokens[mark.last]
    return mark.whole or (token.start == mark.hit.start and last.text[mark.hit.end - last.start :][:1] in HYPHENS)


def _is_town(words: Words, mark: Mark) -> bool:
    """Say whether a club's name is the town's: in Westerlo."""
    inside = mark.first > 0 and words.tokens[mark.first - 1].text.lower() in {"in", "te"}
    return inside and words.tokens[mark.first].gap in BLANKS and bool(find_candidates(mark.hit.entry.form))


def _is_street(words: Words, mark: Mark) -> bool:
    """Say whether a street is named after it: Laan der Verenigde Naties."""
    before = words.tokens[max(0, mark.first - 3) : mark.first]
    if len(before) <= 1 or before[-1].text not in {"der", "van", "de", "het"}:
        return False
    return any(
        token.text.lower() in STREETS or (token.capital and token.text.endswith(STREETS)) for token in before[:-1]
    )


def _known(words: Words, mark: Mark, text: str, people: Sequence[tuple[int, int]]) -> OrganisationSpan | None:
    """Make a known name an organisation, with what it goes on with; none where that makes it another thing."""
    hit: Hit = mark.hit
    if not mark.whole:
        return OrganisationSpan(hit.start, hit.end, hit.entry.ref, _known_kind(words, mark), "compound", 0.9)
    last = find_longer(words, mark, people)
    if last == mark.last:
        return OrganisationSpan(hit.start, hit.end, hit.entry.ref, _known_kind(words, mark), "name", 0.95)
    if last is None:
        return None
    end = words.tokens[last].end
    generic = all(at in words.marks or words.tokens[at].text in GENERIC for at in range(mark.last + 1, last + 1))
    name = hit.entry.ref if generic else text[hit.start : end]
    return OrganisationSpan(hit.start, end, name, _known_kind(words, mark), "name", 0.95)


def _known_kind(words: Words, mark: Mark) -> str:
    noun = words.tokens[mark.first - 1].text.lower() if mark.first else ""
    return kind_of(noun) or mark.hit.entry.via
