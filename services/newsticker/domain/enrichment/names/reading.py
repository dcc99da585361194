"""One reading of a text: every name once, as a person, an organisation, a place or a country."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from newsticker.domain.enrichment.gazetteer import Scan
from newsticker.domain.enrichment.names.cues import OrganisationSpan, kind_of
from newsticker.domain.enrichment.names.firms import find_firms
from newsticker.domain.enrichment.names.longer import find_longer
from newsticker.domain.enrichment.names.marks import Mark, mark_words, select_hits
from newsticker.domain.enrichment.names.organisations import PORTFOLIOS_TOO, find_organisations
from newsticker.domain.enrichment.names.people import PersonSpan, find_people
from newsticker.domain.enrichment.names.runs import BLANKS, Run, find_runs, note_marks
from newsticker.domain.enrichment.names.sport import speaks_of_sport
from newsticker.domain.enrichment.names.tokens import Words, split_words
from newsticker.domain.enrichment.tables.places import find_candidates

HYPHENS = frozenset("-'’")
"""What follows a body's name in a compound: NAVO-chef, VVD'er."""

GENERIC = frozenset(
    {"Groep", "Group", "Holding", "NV", "BV", "SE", "AG", "plc", "Inc", "Ltd", "Corporation", "Company"}
)
"""What a company's name may go on with and be the same."""

_BOUNDS = attrgetter("start", "end")
STREETS = ("laan", "plein", "straat", "kade", "weg", "brug")


@dataclass(slots=True)
class Reading:
    """What the names of a text are. `open_marks` are the hits that no person and no organisation has taken."""

    words: Words
    people: Sequence[PersonSpan]
    organisations: Sequence[OrganisationSpan]
    open_marks: Sequence[Mark]
    is_sport: bool


def read_names(text: str, scan: Scan) -> Reading:
    """Tell the names of a text apart; people first, then organisations, the rest is left to places and countries."""
    words = split_words(text)
    marks = mark_words(words.texts, words.ends, select_hits(scan.names))
    note_marks(words, marks)
    runs = find_runs(words)
    firms = find_firms(words, text, runs)
    if firms:
        sold = [(firm.start, firm.end) for firm in firms]
        runs = [run for run in runs if not is_claimed(words.start(run[0]), words.ends[run[1]], sold)]
    is_sport = speaks_of_sport(scan.terms)
    people = find_people(words, runs, is_sport=is_sport)
    taken_words = [(span.first, span.last + 1) for span in people]
    claimed = [(words.start(first), words.ends[end - 1]) for first, end in taken_words]
    if people:
        runs = [(first, last) for first, last in runs if not is_claimed(first, last + 1, taken_words)]
    found = [*firms, *find_organisations(words, text, [_cut_opener(words, first, last) for first, last in runs])]
    if claimed:
        found = [span for span in found if not is_claimed(span.start, span.end, claimed)]
    bodies = [mark for mark in marks if mark.kind == "organisation"]
    taken = [*claimed, *[(span.start, span.end) for span in found if not _is_inside(span, bodies)]]
    bodies = [mark for mark in bodies if _counts(words, mark, is_sport=is_sport)]
    known = _find_known(words, text, bodies, taken_words) if bodies else []
    if taken:
        known = [span for span in known if not is_claimed(span.start, span.end, taken)]
        marks = [mark for mark in marks if not is_claimed(mark.start, mark.end, taken)]
    organisations = [*_leave_out_same(found, known), *known]
    organisations.sort(key=_BOUNDS)
    return Reading(words, people, organisations, marks, is_sport)


def _cut_opener(words: Words, first: int, last: int) -> Run:
    """Leave out the article that begins a sentence."""
    cut = first < last and words.opens(first) and words.texts[first] in {"De", "Het", "Een", "Ook"}
    return (first + 1, last) if cut else (first, last)


def is_claimed(start: int, end: int, claimed: Sequence[tuple[int, int]]) -> bool:
    """Say whether one of these ranges shares something with `[start, end)`."""
    for first, last in claimed:  # noqa: SIM110 - asked of every name: no generator
        if first < end and start < last:
            return True
    return False


def _find_known(
    words: Words, text: str, bodies: Sequence[Mark], people: Sequence[tuple[int, int]]
) -> list[OrganisationSpan]:
    """Find the names that the tables know, but what a longer one before covers: Benelux in Dow Benelux."""
    known: list[OrganisationSpan] = []
    reached = 0
    for mark in bodies:
        span = _read_known(words, mark, text, people)
        if span is not None and span.start >= reached:
            known.append(span)
            reached = span.end
    return known


def _leave_out_same(found: Sequence[OrganisationSpan], known: Sequence[OrganisationSpan]) -> Sequence[OrganisationSpan]:
    """Leave out what a known name or a long form says too."""
    if not found:
        return found
    wholes = [*known, *(span for span in found if span.via == "long_form")]
    return [span for span in found if not any(_is_same(span, other) for other in wholes)]


def _is_inside(span: OrganisationSpan, bodies: Sequence[Mark]) -> bool:
    """Say whether the tables know an organisation of the same words or more."""
    return any(mark.start <= span.start and span.end <= mark.end for mark in bodies)


def _is_same(span: OrganisationSpan, other: OrganisationSpan) -> bool:
    return span is not other and other.start <= span.start and span.end <= other.end


def _counts(words: Words, mark: Mark, *, is_sport: bool) -> bool:
    """Say whether a known name counts: no word that begins a sentence; whole, or the first part of a compound.

    A club that is a word too counts in sport and there only; one that is named for a town not behind "in".
    """
    if mark.entry.via == "club":
        if (mark.entry.weak and not (is_sport and mark.whole)) or _is_town(words, mark):
            return False
    elif mark.entry.weak and (not mark.whole or words.opens(mark.first)):
        return False
    if mark.entry.form in PORTFOLIOS_TOO and mark.first and words.texts[mark.first - 1] in {"van", "voor"}:
        return False
    if _is_street(words, mark):
        return False
    if mark.whole or words.start(mark.first) != mark.start:
        return mark.whole
    return words.texts[mark.last][mark.end - words.start(mark.last) :][:1] in HYPHENS


def _is_town(words: Words, mark: Mark) -> bool:
    """Say whether a club's name is the town's: in Westerlo."""
    inside = mark.first > 0 and words.texts[mark.first - 1].lower() in {"in", "te"}
    return inside and words.gaps[mark.first] in BLANKS and bool(find_candidates(mark.entry.form))


def _is_street(words: Words, mark: Mark) -> bool:
    """Say whether a street is named after it: Laan der Verenigde Naties."""
    before = range(max(0, mark.first - 3), mark.first - 1)
    if not before or words.texts[mark.first - 1] not in {"der", "van", "de", "het"}:
        return False
    return any(
        words.texts[at].lower() in STREETS or (at in words.capitals and words.texts[at].endswith(STREETS))
        for at in before
    )


def _read_known(words: Words, mark: Mark, text: str, people: Sequence[tuple[int, int]]) -> OrganisationSpan | None:
    """Make a known name an organisation, with what it goes on with; none where that makes it another thing."""
    if not mark.whole:
        return OrganisationSpan(mark.start, mark.end, mark.entry.ref, _known_kind(words, mark), "compound", 0.9)
    last = find_longer(words, mark, people)
    if last == mark.last:
        return OrganisationSpan(mark.start, mark.end, mark.entry.ref, _known_kind(words, mark), "name", 0.95)
    if last is None:
        return None
    end = words.ends[last]
    generic = all(at in words.marks or words.texts[at] in GENERIC for at in range(mark.last + 1, last + 1))
    name = mark.entry.ref if generic else text[mark.start : end]
    return OrganisationSpan(mark.start, end, name, _known_kind(words, mark), "name", 0.95)


def _known_kind(words: Words, mark: Mark) -> str:
    noun = words.texts[mark.first - 1].lower() if mark.first else ""
    return kind_of(noun) or mark.entry.via
