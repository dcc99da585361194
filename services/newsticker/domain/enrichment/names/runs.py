"""Runs of capitals: words that may form one name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.tokens import Token
from newsticker.domain.enrichment.names.words import (
    FAMILY_NAME_FIRST,
    LEADING_PARTICLES,
    PARTICLES,
    SENTENCE_STARTERS,
    TIED_PARTICLES,
    is_first_name,
    rate_role,
)

HARD_KINDS = frozenset({"organisation", "portfolio", "nationality", "shadow"})
"""What a name never runs into."""

SOFT_KINDS = frozenset({"country", "region", "place"})
"""What may be a part of a name."""

BLANKS = frozenset({" ", "\u00a0"})
MAX_PARTICLES = 3
OPENING = frozenset({" '", " ‘", ' "', " “"})
CLOSING = frozenset({"' ", "’ ", '" ', "” "})
APOSTROPHES = frozenset({" '", " ’", " ‘"})
PATRONYMIC = "zn"
"""A father's name cut short ends so, before a full stop: Douwe Azn. Visser."""

MAX_PATRONYMIC = 4
SPANISH = ("ez", "iz", "az", "oz")
"""Surnames that end so may have another one after "de"."""

SURNAMES_TOO = frozenset({"company", "media"})
"""Kinds of organisations that people lend their names to: after a first name it is the person's."""

NO_SURNAMES = frozenset({"Kamer", "Tweede", "Eerste", "Raad", "Senaat", "Staten", "Staat", "Kroon", "Unie", "Navo"})
"""What may stand after "de" behind a role and a surname: liet minister Bos de Kamer weten."""

ARTICLES = frozenset({"de", "een", "het"})
ARTICLED = frozenset({"de", "der", "den", "ter", "ten", "te"})


class Run(NamedTuple):
    """The words `[first, last]`, capitals and the particles between them."""

    first: int
    last: int


class Words(NamedTuple):
    """A text's words, what the gazetteers say of each, and which of them no run may hold."""

    tokens: Sequence[Token]
    marks: dict[int, Mark]
    """By each word that a whole mark covers."""
    blocked: frozenset[int]


def read_words(tokens: Sequence[Token], marks: Sequence[Mark]) -> Words:
    """Index the marks by word."""
    by_word = {at: mark for mark in marks if mark.whole for at in range(mark.first, mark.last + 1)}
    blocked = {at for at, mark in by_word.items() if mark.kind in HARD_KINDS and not _is_given(tokens, mark)}
    compounds = {mark.first for mark in marks if not mark.whole and mark.kind == "nationality"}
    return Words(tokens, by_word, frozenset(blocked | compounds))


def _is_given(tokens: Sequence[Token], mark: Mark) -> bool:
    """Say whether an adjective or a firm is a name: Frans before a capital, Albanese behind a first name."""
    token = tokens[mark.first]
    if mark.kind == "organisation":
        lends = mark.hit.entry.via in SURNAMES_TOO and mark.first == mark.last and not token.is_acronym
        return lends and _has_first_name_before(tokens, mark.first)
    if mark.kind != "nationality":
        return False
    if is_first_name(token.text) and _leads_to_capital(tokens, mark.last + 1):
        return not mark.first or tokens[mark.first - 1].text.lower() not in ARTICLES  # de Noor Sondre Tronstad
    return _has_first_name_before(tokens, mark.first)


def _leads_to_capital(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a capital comes there, directly or behind one particle: Frans Hals, Frans van Gool."""
    if at < len(tokens) and tokens[at].text in PARTICLES:
        at += 1
    return at < len(tokens) and tokens[at].capital and tokens[at].gap in BLANKS


def _has_first_name_before(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].gap in BLANKS and is_first_name(tokens[at - 1].text)


def find_runs(words: Words) -> Iterator[Run]:
    """Find the runs of a text from left to right."""
    reached = 0
    for at in [at for at, token in enumerate(words.tokens) if token.capital]:
        if at < reached or not _may_hold(words, at):
            continue
        last = at
        while (after := _continue_run(words, at, last)) is not None:
            last = after
        if at < last or not _only_opens(words.tokens[at]):
            yield Run(at, last)
        reached = last + 1


def _only_opens(token: Token) -> bool:
    """Say whether a capital is only the start of a sentence."""
    return token.opens and token.text.lower() in SENTENCE_STARTERS


def _may_hold(words: Words, at: int) -> bool:
    token = words.tokens[at]
    if not token.capital or at in words.blocked:
        return False
    head, hyphen, tail = token.text.rpartition("-")
    if not hyphen or not tail[:1].islower():
        return True
    if tail in PARTICLES:
        after = [token for token in words.tokens[at + 1 : at + 1 + MAX_PARTICLES] if token.text not in PARTICLES]
        return bool(after) and after[0].capital
    # EU-buitenlandchef is no name, Jong-un is
    return at > 0 and words.tokens[at - 1].text in FAMILY_NAME_FIRST and head.istitle()


def _continue_run(words: Words, first: int, last: int) -> int | None:
    """Give the next word of a run, past particles if there are any."""
    at = last + 1
    if at == len(words.tokens):
        return None
    token = words.tokens[at]
    if token.gap in OPENING and token.text != "t":
        return _past_nickname(words, at)
    if not token.capital and token.text not in PARTICLES:  # as most words
        return None
    particles: list[str] = []
    while at < len(words.tokens) and len(particles) <= MAX_PARTICLES and _is_joined(words.tokens, at):
        token = words.tokens[at]
        if _may_hold(words, at):
            return at if not particles or _may_tie(words, first, last, particles, at) else None
        if token.text not in PARTICLES:
            return None
        particles.append(token.text)
        at += 1
    return None


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Say whether nothing stands between a word and the one before but a blank, as far as names go."""
    gap = tokens[at].gap
    if gap in BLANKS:
        return True
    if gap == ". ":
        return is_patronymic(tokens[at - 1].text)
    return gap in APOSTROPHES and tokens[at].text == "t"


def is_patronymic(word: str) -> bool:
    """Say whether a word is a father's name cut short: Azn, Jzn."""
    return word.endswith(PATRONYMIC) and len(word) <= MAX_PATRONYMIC and word[0].isupper()


def _past_nickname(words: Words, at: int) -> int | None:
    """Give the word after a nickname in quotes: Sean 'Diddy' Combs."""
    if at + 1 == len(words.tokens):
        return None
    quoted = words.tokens[at].capital and words.tokens[at + 1].gap in CLOSING
    return at + 1 if quoted and _may_hold(words, at + 1) else None


def _may_tie(words: Words, first: int, last: int, particles: Sequence[str], at: int) -> bool:
    """Say whether small words hold two capitals together: Jan van den Berg, but not Rutte de Kamer."""
    before, after = words.tokens[last], words.tokens[at]
    mark = words.marks.get(at)
    if mark is not None and mark.first <= last:
        return True
    if after.is_acronym or (mark is not None and mark.kind in {"country", "person"}):
        return False
    if _ties(particles, before):
        return True
    if particles != ["van"] and _is_lone_behind_role(words, first, last):
        surname = mark is None or (mark.kind == "place" and particles[-1] != "te")
        return particles[-1] in ARTICLED and surname and after.text not in NO_SURNAMES
    if is_first_name(before.text):
        surnamed = mark is not None and last > first and is_first_name(words.tokens[last - 1].text)
        return not surnamed and particles not in (["op"], ["in"])
    return len(particles) > 1 and particles[0] == "van" and particles[1] in {"der", "den"}


def _ties(particles: Sequence[str], before: Token) -> bool:
    """Say whether small words are such, or stand after such a word, that they belong to names only."""
    if particles[0] in TIED_PARTICLES or particles[-1] == "t" or before.is_initials or before.text in LEADING_PARTICLES:
        return True
    if particles[0] == "de" and (before.text.endswith(SPANISH) or particles[1:2] in (["la"], ["los"], ["las"])):
        return True
    return "-" in before.text and before.text.rpartition("-")[2] in PARTICLES


def _is_lone_behind_role(words: Words, first: int, last: int) -> bool:
    """Say whether only a role stands before a word, and no first name: collegevoorzitter Jouke."""
    tokens = words.tokens
    opens = last == first + 1 and tokens[first].opens
    if last == 0 or not (opens or first == last):
        return False
    role = tokens[last - 1].text
    return tokens[last].gap in BLANKS and rate_role(role) > 0 and not is_first_name(tokens[last].text)
