"""What stands with a capital before a name and is no part of it: the start of a sentence, a role, a party, a town."""

from newsticker.domain.enrichment.names.roles import is_role_word
from newsticker.domain.enrichment.names.runs import BLANKS, SOFT_KINDS, Run, Words
from newsticker.domain.enrichment.names.tokens import Token
from newsticker.domain.enrichment.names.words import (
    LEADING_PARTICLES,
    PARTICLES,
    SENTENCE_STARTERS,
    is_first_name,
    rate_role,
)

RANKS = frozenset({"Tweede", "Eerste", "Hoge", "Speciaal", "Algemeen"})
"""What stands with a capital before a role: Eerste Kamerlid, Hoge Vertegenwoordiger."""

MEMBERS = ("'er", "’er", "'ers", "’ers")
"""Members of a party are called so: VVD'er."""

TOWNSPEOPLE = ("er", "aar")
ARTICLES = frozenset({"de", "een"})


def skip_openers(words: Words, run: Run) -> int:
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
    if _is_role_opener(token) or token.text in RANKS or _is_member(words, at):
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


def _is_member(words: Words, at: int) -> bool:
    """Say whether a capital is a party's or a town's, with a first name after it: SGP'er, de Rotterdammer."""
    word = words.tokens[at].text
    if word.endswith(MEMBERS):
        return True
    townspeople = word.endswith(TOWNSPEOPLE) and at > 0 and words.tokens[at - 1].text.lower() in ARTICLES
    return townspeople and words.tokens[at].gap in BLANKS and is_first_name(words.tokens[at + 1].text)
