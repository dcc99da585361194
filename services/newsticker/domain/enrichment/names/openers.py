"""What stands with a capital before a name and is no part of it: the start of a sentence, a role, a party, a town."""

from newsticker.domain.enrichment.names.roles import is_role_word
from newsticker.domain.enrichment.names.runs import BLANKS, SOFT_KINDS
from newsticker.domain.enrichment.names.tokens import Words, is_initials
from newsticker.domain.enrichment.names.words import (
    LEADING_PARTICLES,
    PARTICLES,
    SENTENCE_STARTERS,
    is_first_name,
    rate_role,
)
from newsticker.domain.enrichment.remembering import remember

RANKS = frozenset({"Tweede", "Eerste", "Hoge", "Speciaal", "Algemeen"})
"""What stands with a capital before a role: Eerste Kamerlid, Hoge Vertegenwoordiger."""

MEMBERS = ("'er", "’er", "'ers", "’ers")
"""Members of a party are called so: VVD'er."""

TOWNSPEOPLE = ("er", "aar")
ARTICLES = frozenset({"de", "een"})


def skip_openers(words: Words, first: int, last: int) -> int:
    """Pass over what is capital for another reason: the first word of a sentence, a role, a place before the name."""
    at = first
    while at < last and (after := _skip_opener(words, at, last)) > at:
        at = after
        while at < last and words.texts[at] in PARTICLES:
            at += 1
    return at


def _skip_opener(words: Words, at: int, last: int) -> int:
    """Give the word after an opener, or the word itself when it may begin a name."""
    word, opens = words.texts[at], words.opens(at)
    if _never_begins_name(word) or (opens and _is_role_at_start(word)) or _is_townsperson(words, at):
        return at + 1
    if is_first_name(word) and not (opens and word.lower() in SENTENCE_STARTERS):
        return at
    mark = words.marks.get(at)
    if mark is not None and mark.kind == "person":  # Van Gerwen
        return at
    if mark is not None and mark.kind in SOFT_KINDS and mark.last < last:
        return mark.last + 1 if is_first_name(words.texts[mark.last + 1]) else at
    if not opens or _begins_surname(words, at) or is_initials(word):
        return at
    named = is_first_name(words.texts[at + 1]) and at + 1 < last
    return at + 1 if named or word.lower() in SENTENCE_STARTERS else at


@remember
def _never_begins_name(word: str) -> bool:
    """Say whether a word is a role with its own capital, a rank, or a party's member: President, Hoge, SGP'er."""
    return is_role_word(word) or word in RANKS or word.endswith(MEMBERS)


def _is_role_at_start(word: str) -> bool:
    """Say whether what begins a sentence is a role: Minister."""
    return rate_role(word) > 0 and not is_first_name(word)


def _begins_surname(words: Words, at: int) -> bool:
    """Van der Plas, Van den Berg at the start of a sentence."""
    return words.texts[at] in LEADING_PARTICLES and words.texts[at + 1] in PARTICLES


def _is_townsperson(words: Words, at: int) -> bool:
    """Say whether a capital is a town's, with an article before it and a first name after it: de Rotterdammer."""
    if not words.texts[at].endswith(TOWNSPEOPLE) or not at or words.texts[at - 1].lower() not in ARTICLES:
        return False
    return words.gaps[at] in BLANKS and is_first_name(words.texts[at + 1])
