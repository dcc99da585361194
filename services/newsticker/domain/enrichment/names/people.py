"""People: role and name, first name and surname, and the surname alone once the full name has stood in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from newsticker.domain.enrichment.names.introductions import (
    MAX_INTRODUCED,
    follows_people,
    is_introduced,
    is_listed,
    is_of_people,
    is_other,
    is_thing,
    is_title,
    may_be_named_so,
    names_thing,
)
from newsticker.domain.enrichment.names.openers import skip_openers
from newsticker.domain.enrichment.names.roles import (
    BEFORE_PORTFOLIOS,
    NO_ROLE,
    Role,
    find_office,
    find_role,
    make_role,
    pass_portfolio,
)
from newsticker.domain.enrichment.names.runs import BLANKS, SOFT_KINDS, Run
from newsticker.domain.enrichment.names.tokens import Words, is_acronym, is_initials
from newsticker.domain.enrichment.names.words import (
    FAMILY_NAME_FIRST,
    LEADING_PARTICLES,
    PARTICLES,
    SENTENCE_STARTERS,
    is_first_name,
)
from newsticker.domain.enrichment.remembering import remember
from newsticker.domain.enrichment.tables import read_words

MAX_NAME_WORDS = 6
APOSTROPHES_BEHIND = frozenset({"' ", "’ "})
SURNAMES_TOO = frozenset({"Bond", "Park", "Bank"})
CUE_ENDS = tuple(read_words("person_never_ends"))
"""What ends with one of these is no person."""

GENITIVES = ("s", "'s", "’s")
JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr.", "jr", "sr"})


@dataclass(slots=True)
class PersonSpan:
    """A person at the words `[first, last]`. `key` is the surname by which mentions belong together."""

    first: int
    last: int
    key: str
    full: bool
    role: str | None
    via: str
    confidence: float


def find_people(words: Words, runs: Sequence[Run], *, is_sport: bool = False) -> list[PersonSpan]:
    """Find the people of a text; a name of one word counts only by a role, a full name elsewhere, or if well known."""
    spans: list[PersonSpan] = []
    rest: list[tuple[int, int]] = []
    for start, last in runs:
        named = _find_start(words, start, last)
        if named is None:
            continue
        first, role = named
        if first and "-" in words.texts[first - 1]:
            span = _read_compound(words, first, last)
            if span is not None:
                spans.append(span)
                continue
        listed = role is NO_ROLE and bool(spans) and is_listed(words, spans[-1].last, first)
        if listed and spans[-1].role:
            role = Role(spans[-1].role, strong=True)
        span = _read_name(words, first, last, role, introduced=listed, is_sport=is_sport)
        if span is None or (span.role is None and span.via != "known" and _is_cued(words, span.first, span.last)):
            rest.append((first, last))
        else:
            spans.append(span)
    if not spans:
        return spans
    spans.extend(_find_companions(words, rest, spans))
    known = {span.key for span in spans}
    spans.extend(_find_surnames(words, [*rest, *_find_adjectives(words, known)], known))
    spans.sort(key=attrgetter("first"))
    return spans


def _find_start(words: Words, start: int, last: int) -> tuple[int, Role] | None:
    """Give the word that the name of a run begins with, and the role before it; none when it is a portfolio only."""
    office = find_office(words, start) if words.texts[start - 1] in BEFORE_PORTFOLIOS else None
    if office is None:
        first = skip_openers(words, start, last) if start < last else start
        return first, find_role(words, first)
    named = pass_portfolio(words, start, last)
    return None if named is None else (named, make_role(words, office, named))


def _read_compound(words: Words, first: int, last: int) -> PersonSpan | None:
    """Read a name that begins within a compound: de zaak-Nicky Verstappen."""
    if first - 1 in words.capitals or words.gaps[first] not in BLANKS:
        return None
    head = words.texts[first - 1].rpartition("-")[2]
    return _make_span(words, first - 1, last, NO_ROLE, "first_name", 0.9) if is_first_name(head) else None


def find_bounds(words: Words, span: PersonSpan) -> tuple[int, int]:
    """Say where a name stands: within a compound after its hyphen, with the full stop of what is cut short."""
    start, end = words.start(span.first), words.ends[span.last]
    if span.first not in words.capitals:
        start += words.texts[span.first].rindex("-") + 1
    return start, end + (words.texts[span.last] in JUNIOR and words.gaps[span.last + 1][:1] == ".")


def _find_companions(words: Words, rest: list[tuple[int, int]], spans: Sequence[PersonSpan]) -> Iterator[PersonSpan]:
    """Find an unknown full name that is joined to a known one: Serhou Guirassy en Felix Nmecha."""
    firsts = {span.first for span in spans if span.full}
    for first, last in list(rest):
        joined = _is_joined(words, last, firsts)
        if (
            not joined
            or last == first
            or last - first > MAX_INTRODUCED
            or words.texts[first].lower() in SENTENCE_STARTERS
        ):
            continue
        if not any(is_other(words, at) or at in words.marks for at in range(first, last + 1)):
            rest.remove((first, last))
            yield _make_span(words, first, last, NO_ROLE, "context", 0.8)


def _is_joined(words: Words, last: int, firsts: set[int]) -> bool:
    """Say whether "en" leads to a person, be a people named between: en de Kroaat Ivo Perkovic."""
    texts = words.texts
    if last + 1 >= len(texts) or texts[last + 1] != "en" or words.gaps[last + 1] not in BLANKS:
        return False
    return last + 2 in firsts or (last + 4 in firsts and texts[last + 2] == "de" and is_of_people(words, last + 4))


def _read_name(
    words: Words, first: int, last: int, role: Role, *, introduced: bool, is_sport: bool
) -> PersonSpan | None:
    mark = words.marks.get(first)
    is_known = mark is not None and mark.kind == "person" and mark.last == last
    if first == last and not (role.strong or is_known):  # as most
        return None
    if last - first >= MAX_NAME_WORDS or is_thing(words, first) or names_thing(words, first):
        return None
    if is_known:
        return _make_span(words, first, last, role, "known", 0.95)
    if first == last or words.texts[first] in LEADING_PARTICLES:
        free = mark is None or (mark.kind == "place" and is_first_name(words.texts[first]))
        alone = role.strong and free and _may_stand_alone(words.texts[first]) and not _is_cut(words, last)
        return _make_span(words, first, last, role, "role", 0.85) if alone else None
    return _read_full_name(words, first, last, role, introduced=introduced, is_sport=is_sport)


def _read_full_name(
    words: Words, first: int, last: int, role: Role, *, introduced: bool, is_sport: bool
) -> PersonSpan | None:
    word = words.texts[first]
    mark = words.marks.get(first)
    if mark is not None and mark.kind in SOFT_KINDS and mark.last >= last:
        return None
    if (is_first_name(word) or is_initials(word)) and not is_title(words, first + 1, last):
        return _make_span(words, first, last, role, "role" if role.text else "first_name", 0.95 if role.text else 0.9)
    others = [at for at in range(first, last + 1) if is_other(words, at)]
    if role.text and may_be_named_so(words, first, last, others):
        return _make_span(words, first, last, role, "role", 0.9)
    place = words.marks.get(last)
    ends_as_place = others == [last] and place is not None and place.first == last
    if others and not (ends_as_place and is_of_people(words, first)):
        return None
    known = introduced or follows_people(words, first, is_sport=is_sport) or is_introduced(words, first, last)
    return _make_span(words, first, last, role, "context", 0.8) if known else None


def _make_span(words: Words, first: int, last: int, role: Role, via: str, confidence: float) -> PersonSpan:
    full = first < last  # the last word of a name has a capital, but "jr" may follow it
    if last + 1 < len(words.texts) and words.texts[last + 1] in JUNIOR and words.gaps[last + 1] in BLANKS:
        last += 1
        full = full or last in words.capitals
    written = words.texts[first : last + 1]
    full = full and written[0] not in LEADING_PARTICLES
    mark = words.marks.get(first)
    if mark is not None and first == last == mark.first and mark.entry.via == "alone":
        whole = mark.entry.ref.split()
        written = whole if written[0] in whole[:-1] else written  # Lula is Da Silva
    return PersonSpan(first, last, _surname(written), full, role.text, via, confidence)


def _is_cut(words: Words, last: int) -> bool:
    """Say whether a name goes on behind an apostrophe: Lil' Kleine."""
    return last + 1 in words.capitals and words.gaps[last + 1] in APOSTROPHES_BEHIND


def _may_stand_alone(word: str) -> bool:
    return not is_acronym(word) and not is_initials(word) and word.lower() not in SENTENCE_STARTERS and len(word) > 1


def _is_cued(words: Words, first: int, last: int) -> bool:
    return any(map(_ends_as_cue, words.texts[first : last + 1]))


@remember
def _ends_as_cue(word: str) -> bool:
    return word.lower().endswith(CUE_ENDS) and word not in SURNAMES_TOO


def _surname(written: Sequence[str]) -> str:
    """Give the surname of a name with its particles, in small letters: van der plas."""
    if written[0] in FAMILY_NAME_FIRST and len(written) > 1:
        return written[0].lower()
    end = len(written) - (len(written) > 1 and written[-1] in JUNIOR)
    at = end - 1
    while at > 0 and (written[at - 1] in PARTICLES or written[at - 1] in LEADING_PARTICLES):
        at -= 1
    return " ".join(written[at:end]).lower()


def _find_adjectives(words: Words, known: set[str]) -> Iterator[tuple[int, int]]:
    """Find adjectives that are the surname of somebody in the text: Albanese, but not "de Albanese"."""
    for at, mark in words.marks.items():
        if mark.kind == "nationality" and at in words.blocked and words.texts[at].lower() in known:
            before = words.texts[at - 1].lower() if at else ""
            if before not in {"de", "het", "een", "deze", "die"}:
                yield at, at


def _find_surnames(words: Words, rest: Sequence[tuple[int, int]], known: set[str]) -> Iterator[PersonSpan]:
    """Find surnames alone, genitives too, of people whose name stands elsewhere in the text."""
    for first, last in rest:
        key = " ".join(words.texts[first : last + 1]).lower()
        if key not in known:
            key = _leave_out_genitive(key, known)
        if key:
            yield PersonSpan(first, last, key, False, None, "surname", 0.9)  # noqa: FBT003 - a record


def _leave_out_genitive(written: str, known: set[str]) -> str:
    """Give the surname of which a word is the genitive; nothing when it is of none."""
    if written[-1] != "s":
        return ""
    return next((key for end in GENITIVES if (key := written.removesuffix(end)) in known), "")
