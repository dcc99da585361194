"""People: role and name, first name and surname, and the surname alone once the full name has stood in the text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsticker.domain.enrichment.names.introductions import (
    MAX_INTRODUCED,
    follows_people,
    is_introduced,
    is_listed,
    is_thing,
)
from newsticker.domain.enrichment.names.roles import NO_ROLE, REMEMBERED, Role, find_role, is_role_word, rate_role
from newsticker.domain.enrichment.names.runs import BLANKS, Run, Words
from newsticker.domain.enrichment.names.tokens import Token
from newsticker.domain.enrichment.names.words import (
    FAMILY_NAME_FIRST,
    LEADING_PARTICLES,
    PARTICLES,
    SENTENCE_STARTERS,
    is_first_name,
)
from newsticker.domain.enrichment.tables import read_words

MAX_NAME_WORDS = 6
SURNAMES_TOO = frozenset({"Bond", "Park", "Bank"})
CUE_ENDS = tuple(read_words("person_never_ends"))
"""What ends with one of these is no person."""

JUNIOR = frozenset({"Jr", "Jr.", "Sr", "Sr."})
CHAMBERS = frozenset({"Tweede", "Eerste"})
SOFT_KINDS = frozenset({"country", "region", "place"})


class PersonSpan(NamedTuple):
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
    for run in runs:
        first = _skip_openers(words, run)
        role = find_role(words, first)
        listed = role is NO_ROLE and bool(spans) and is_listed(words, spans[-1].last, first)
        if listed and spans[-1].role:
            role = Role(spans[-1].role, strong=True)
        span = _read_name(
            words, first, run.last, role, introduced=listed or follows_people(words, first, is_sport=is_sport)
        )
        if span is None or (span.role is None and span.via != "known" and _is_cued(words, span.first, span.last)):
            rest.append((first, run.last))
        else:
            spans.append(span)
    if not spans:
        return spans
    spans.extend(_find_companions(words, rest, spans))
    known = {span.key for span in spans}
    spans.extend(_find_surnames(words, [*rest, *_find_adjectives(words, known)], known))
    return sorted(spans)


def _find_companions(words: Words, rest: list[tuple[int, int]], spans: Sequence[PersonSpan]) -> Iterator[PersonSpan]:
    """Find an unknown full name that is joined to a known one: Serhou Guirassy en Felix Nmecha."""
    firsts = {span.first for span in spans if span.full}
    for first, last in list(rest):
        joined = last + 2 in firsts and words.tokens[last + 1].text == "en" and words.tokens[last + 1].gap in BLANKS
        if (
            not joined
            or last == first
            or last - first > MAX_INTRODUCED
            or words.tokens[first].text.lower() in SENTENCE_STARTERS
        ):
            continue
        if not any(_is_other(words, at) or at in words.marks for at in range(first, last + 1)):
            rest.remove((first, last))
            yield _make_span(words, first, last, NO_ROLE, "context", 0.8)


def _skip_openers(words: Words, run: Run) -> int:
    """Pass over what is capital for another reason: the first word of a sentence, a role, a place before the name."""
    at = run.first
    while at < run.last and (after := _skip_opener(words, run, at)) > at:
        at = after
        while at < run.last and words.tokens[at].text in PARTICLES:
            at += 1
    return at


def _skip_opener(words: Words, run: Run, at: int) -> int:
    """Give the word after an opener, or the word itself when it may begin a name."""
    token = words.tokens[at]
    if _is_role_opener(token) or token.text in CHAMBERS:
        return at + 1
    if is_first_name(token.text) and not (token.opens and token.text.lower() in SENTENCE_STARTERS):
        return at
    mark = words.marks.get(at)
    if mark is not None and mark.kind in SOFT_KINDS and mark.last < run.last:
        return mark.last + 1 if is_first_name(words.tokens[mark.last + 1].text) else at
    if not token.opens or _begins_surname(words, at) or token.is_initials:
        return at
    named = is_first_name(words.tokens[at + 1].text) and at + 1 < run.last
    return at + 1 if named or token.text.lower() in SENTENCE_STARTERS else at


def _is_role_opener(token: Token) -> bool:
    """Say whether a capital is a role: President anywhere, others where a sentence begins."""
    if is_role_word(token.text):
        return True
    return token.opens and rate_role(token.text) > 0 and not is_first_name(token.text)


def _begins_surname(words: Words, at: int) -> bool:
    """Van der Plas, Van den Berg at the start of a sentence."""
    return words.tokens[at].text in LEADING_PARTICLES and words.tokens[at + 1].text in PARTICLES


def _read_name(words: Words, first: int, last: int, role: Role, *, introduced: bool) -> PersonSpan | None:
    if last - first >= MAX_NAME_WORDS or is_thing(words, first):
        return None
    mark = words.marks.get(first)
    if mark is not None and mark.kind == "person" and mark.last == last:
        return _make_span(words, first, last, role, "known", 0.95)
    names = [at for at in range(first, last + 1) if words.tokens[at].capital]
    if len(names) == 1 or _is_surname_with_particles(words, names):
        free = mark is None or (mark.kind == "place" and is_first_name(words.tokens[first].text))
        alone = role.strong and free and _may_stand_alone(words, first)
        return _make_span(words, first, last, role, "role", 0.85) if alone else None
    return _read_full_name(words, first, last, role, introduced=introduced)


def _read_full_name(words: Words, first: int, last: int, role: Role, *, introduced: bool) -> PersonSpan | None:
    token = words.tokens[first]
    mark = words.marks.get(first)
    if mark is not None and mark.kind in SOFT_KINDS and mark.last >= last:
        return None
    if is_first_name(token.text) or token.is_initials:
        return _make_span(words, first, last, role, "role" if role.text else "first_name", 0.95 if role.text else 0.9)
    if any(_is_other(words, at) for at in range(first, last + 1)):
        return None
    if role.text:
        return _make_span(words, first, last, role, "role", 0.9)
    known = introduced or is_introduced(words, first, last)
    return _make_span(words, first, last, role, "context", 0.8) if known else None


def _is_other(words: Words, at: int) -> bool:
    """Say whether a word is a place's or a set of letters."""
    return words.tokens[at].is_acronym or (at in words.marks and words.marks[at].kind in SOFT_KINDS)


def _make_span(words: Words, first: int, last: int, role: Role, via: str, confidence: float) -> PersonSpan:
    if last + 1 < len(words.tokens) and words.tokens[last + 1].text in JUNIOR and words.tokens[last + 1].gap in BLANKS:
        last += 1
    names = [at for at in range(first, last + 1) if words.tokens[at].capital]
    full = len(names) > 1 and not _is_surname_with_particles(words, names)
    return PersonSpan(first, last, _surname(words, first, last), full, role.text, via, confidence)


def _is_surname_with_particles(words: Words, names: Sequence[int]) -> bool:
    return words.tokens[names[0]].text in LEADING_PARTICLES


def _may_stand_alone(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return (
        not token.is_acronym
        and not token.is_initials
        and token.text.lower() not in SENTENCE_STARTERS
        and len(token.text) > 1
    )


def _is_cued(words: Words, first: int, last: int) -> bool:
    return any(_ends_as_cue(words.tokens[at].text) for at in range(first, last + 1))


@lru_cache(maxsize=REMEMBERED)
def _ends_as_cue(word: str) -> bool:
    return word.lower().endswith(CUE_ENDS) and word not in SURNAMES_TOO


def _surname(words: Words, first: int, last: int) -> str:
    """Give the surname with its particles, in small letters: van der plas."""
    if words.tokens[first].text in FAMILY_NAME_FIRST and last > first:
        return words.tokens[first].text.lower()
    at = last
    if words.tokens[at].text in JUNIOR and at > first:
        at -= 1
    end = at
    while at - 1 >= first and (
        words.tokens[at - 1].text in PARTICLES or words.tokens[at - 1].text in LEADING_PARTICLES
    ):
        at -= 1
    return " ".join(words.tokens[number].text for number in range(at, end + 1)).lower()


def _find_adjectives(words: Words, known: set[str]) -> Iterator[tuple[int, int]]:
    """Find adjectives that are the surname of somebody in the text: Albanese, but not "de Albanese"."""
    for at, mark in words.marks.items():
        if mark.kind == "nationality" and at in words.blocked and words.tokens[at].text.lower() in known:
            before = words.tokens[at - 1].text.lower() if at else ""
            if before not in {"de", "het", "een", "deze", "die"}:
                yield at, at


def _find_surnames(words: Words, rest: Sequence[tuple[int, int]], known: set[str]) -> Iterator[PersonSpan]:
    """Find surnames alone, genitives too, of people whose name stands elsewhere in the text."""
    for first, last in rest:
        written = " ".join(words.tokens[at].text for at in range(first, last + 1)).lower()
        for key in (written, written.removesuffix("s"), written.removesuffix("'s").removesuffix("’s")):
            if key in known:
                yield PersonSpan(first, last, key, False, None, "surname", 0.9)  # noqa: FBT003 - a record
                break
