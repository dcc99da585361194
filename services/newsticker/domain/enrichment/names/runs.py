"""Runs of capitals: words that may form one name."""

from collections.abc import Container, Sequence

from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.tokens import Words, is_acronym, is_initials
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


Run = tuple[int, int]
"""The words `[first, last]`, capitals and the particles between them."""


def note_marks(words: Words, marks: Sequence[Mark]) -> None:
    """Note which words the gazetteers know, and which of them no run may hold."""
    for mark in marks:
        if mark.whole:
            covered = range(mark.first, mark.last + 1)
            for at in covered:
                words.marks[at] = mark
            if mark.kind in HARD_KINDS and not _is_given(words, mark):
                words.blocked.update(covered)
        elif mark.kind == "nationality":
            words.blocked.add(mark.first)


def _is_given(words: Words, mark: Mark) -> bool:
    """Say whether an adjective or a firm is a name: Frans before a capital, Albanese behind a first name."""
    word = words.texts[mark.first]
    if mark.kind == "organisation":
        lends = mark.entry.via in SURNAMES_TOO and mark.first == mark.last and not is_acronym(word)
        return lends and _has_first_name_before(words, mark.first)
    if mark.kind == "shadow":  # wethouder Chris Maas
        return mark.first == mark.last and _has_first_name_before(words, mark.first)
    if mark.kind != "nationality" or _is_of_full_name(words, mark):
        return False
    if is_first_name(word) and _leads_to_capital(words, mark.last + 1):
        return not mark.first or words.texts[mark.first - 1].lower() not in ARTICLES  # de Noor Sondre Tronstad
    return _has_first_name_before(words, mark.first)


def _is_of_full_name(words: Words, mark: Mark) -> bool:
    """Say whether one of a people is told by a full name: de als tweede geplaatste Noor Casper Ruud."""
    after = mark.last + 1
    named = mark.entry.via == "demonym" and after in words.capitals and is_first_name(words.texts[after])
    return named and words.gaps[after] in BLANKS and _leads_to_capital(words, after + 1)


def _leads_to_capital(words: Words, at: int) -> bool:
    """Say whether a capital comes there, directly or behind one particle: Frans Hals, Frans van Gool."""
    if at < len(words.texts) and words.texts[at] in PARTICLES:
        at += 1
    return at in words.capitals and words.gaps[at] in BLANKS


def _has_first_name_before(words: Words, at: int) -> bool:
    return at > 0 and words.gaps[at] in BLANKS and is_first_name(words.texts[at - 1])


def find_runs(words: Words) -> list[Run]:
    """Find the runs of a text from left to right."""
    texts, capitals, blocked = words.texts, words.capitals, words.blocked
    free = {
        at: opens
        for at, opens in capitals.items()
        if at not in blocked and ("-" not in texts[at] or _may_hold_compound(words, at))
    }
    runs: list[Run] = []
    reached = 0
    for at, opens in free.items():
        if at < reached:
            continue
        last = at
        while (after := _continue_run(words, free, at, last)) is not None:
            last = after
        if at < last or not (opens and texts[at].lower() in SENTENCE_STARTERS):
            runs.append((at, last))
        reached = last + 1
    return runs


def _may_hold_compound(words: Words, at: int) -> bool:
    """Say whether what ends small behind a hyphen is a name: Zomer-van Dalen, Jong-un, but not EU-buitenlandchef."""
    head, _, tail = words.texts[at].rpartition("-")
    if not tail[:1].islower():
        return True
    if tail in PARTICLES:
        ahead = range(at + 1, min(at + 1 + MAX_PARTICLES, len(words.texts)))
        return next((after in words.capitals for after in ahead if words.texts[after] not in PARTICLES), False)
    return at > 0 and words.texts[at - 1] in FAMILY_NAME_FIRST and head.istitle()


def _continue_run(words: Words, free: Container[int], first: int, last: int) -> int | None:
    """Give the next word of a run, past particles if there are any; `free` are the capitals that a run may hold."""
    at = last + 1
    gap = words.gaps[at]
    if gap == " " and at in free:
        return at
    if at not in words.capitals and (at == len(words.texts) or words.texts[at] not in PARTICLES):  # as most words
        return None
    if gap in OPENING and words.texts[at] != "t":
        return _past_nickname(words, free, at)
    particles: list[str] = []
    while at < len(words.texts) and len(particles) <= MAX_PARTICLES and _is_joined(words, at):
        if at in free:
            return at if not particles or _may_tie(words, first, last, particles, at) else None
        word = words.texts[at]
        if word not in PARTICLES:
            return None
        particles.append(word)
        at += 1
    return None


def _past_nickname(words: Words, free: Container[int], at: int) -> int | None:
    """Give the word after a nickname in quotes: Sean 'Diddy' Combs."""
    quoted = at in words.capitals and words.gaps[at + 1] in CLOSING
    return at + 1 if quoted and at + 1 in free else None


def _is_joined(words: Words, at: int) -> bool:
    """Say whether nothing stands between a word and the one before but a blank, as far as names go."""
    gap = words.gaps[at]
    if gap in BLANKS:
        return True
    if gap == ". ":
        return is_patronymic(words.texts[at - 1])
    return gap in APOSTROPHES and words.texts[at] == "t"


def is_patronymic(word: str) -> bool:
    """Say whether a word is a father's name cut short: Azn, Jzn."""
    return word.endswith(PATRONYMIC) and len(word) <= MAX_PATRONYMIC and word[0].isupper()


def _may_tie(words: Words, first: int, last: int, particles: Sequence[str], at: int) -> bool:
    """Say whether small words hold two capitals together: Jan van den Berg, but not Rutte de Kamer."""
    before, after = words.texts[last], words.texts[at]
    mark = words.marks.get(at)
    if mark is not None and mark.first <= last:
        return True
    if is_acronym(after) or (mark is not None and mark.kind in {"country", "person"}):
        return False
    if _ties(particles, before):
        return True
    if particles != ["van"] and _is_lone_behind_role(words, first, last):
        surname = mark is None or (mark.kind == "place" and particles[-1] != "te")
        return particles[-1] in ARTICLED and surname and after not in NO_SURNAMES
    if is_first_name(before):
        surnamed = mark is not None and last > first and is_first_name(words.texts[last - 1])
        return not surnamed and particles not in (["op"], ["in"])
    return len(particles) > 1 and particles[0] == "van" and particles[1] in {"der", "den"}


def _ties(particles: Sequence[str], before: str) -> bool:
    """Say whether small words are such, or stand after such a word, that they belong to names only."""
    if particles[0] in TIED_PARTICLES or particles[-1] == "t" or is_initials(before) or before in LEADING_PARTICLES:
        return True
    if particles[0] == "de" and (before.endswith(SPANISH) or particles[1:2] in (["la"], ["los"], ["las"])):
        return True
    return "-" in before and before.rpartition("-")[2] in PARTICLES


def _is_lone_behind_role(words: Words, first: int, last: int) -> bool:
    """Say whether only a role stands before a word, and no first name: collegevoorzitter Jouke."""
    opens = last == first + 1 and words.opens(first)
    if last == 0 or not (opens or first == last):
        return False
    role = words.texts[last - 1]
    return words.gaps[last] in BLANKS and rate_role(role) > 0 and not is_first_name(words.texts[last])
