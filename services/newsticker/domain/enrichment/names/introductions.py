"""What copy says around an unknown name to show that it is a person's, or no person's."""

from collections.abc import Sequence
from functools import lru_cache

from newsticker.domain.enrichment.names.cues import kind_of
from newsticker.domain.enrichment.names.runs import BLANKS, SOFT_KINDS, Words
from newsticker.domain.enrichment.names.words import (
    FAMILY_NAME_FIRST,
    REMEMBERED,
    SENTENCE_STARTERS,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    is_first_name,
    rate_role,
)
from newsticker.domain.enrichment.tables import read_words

TITLE_WORDS = read_words("title_words")
SIDED = frozenset({"Noord", "Zuid", "Oost", "West", "Centrum", "Centraal"})
"""Sides of a town: Utrecht Noord is no person."""

FULL_NAME = 2
"""A first name and a surname."""

THINGS = tuple(read_words("things"))
THINGS_THEMSELVES = frozenset(THINGS)
CALLED = frozenset({"naam", "namen", "genaamd", "gedoopt"})
CALLING_GAPS = BLANKS | {" '", " ‘", ' "', " “"}
AGE_DIGITS = 2
DESCRIPTION_WORDS = 4
MAX_INTRODUCED = 2
"""An unknown name has so many words after its first at most."""


def is_introduced(words: Words, first: int, last: int) -> bool:
    """Say whether the copy treats an unknown name as a person: an age or a party in brackets, a verb of speech."""
    tokens = words.tokens
    opener = tokens[first].text.lower() if tokens[first].opens else ""
    if last - first > MAX_INTRODUCED or (opener and (opener in SENTENCE_STARTERS or kind_of(opener) is not None)):
        return False
    if last + 1 < len(tokens):
        after = tokens[last + 1]
        if after.gap == " (" and (_is_age(after.text) or _is_party(words, last + 1)):
            return True
        if after.gap in BLANKS and after.text in SPEECH_AFTER:
            return True
        if after.gap == ", " and _is_described(words, last + 1):
            return True
    return first > 0 and tokens[first].gap in BLANKS and tokens[first - 1].text.lower() in SPEECH_BEFORE


def _is_described(words: Words, at: int) -> bool:
    """Say whether a role comes after a comma: ", de stafchef van Hezbollah"."""
    ahead = words.tokens[at : at + DESCRIPTION_WORDS]
    return any(rate_role(token.text) > 0 and (not token.capital or "-" in token.text) for token in ahead)


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) == AGE_DIGITS


def _is_party(words: Words, at: int) -> bool:
    mark = words.marks.get(at)
    return mark is not None and mark.kind == "organisation" and mark.hit.entry.via == "party"


def follows_people(words: Words, first: int, *, is_sport: bool) -> bool:
    """Say whether a people stands before it: de Deen Mads Pedersen; in sport de Japanse Miho Takagi too."""
    mark = words.marks.get(first - 1)
    if mark is None or mark.kind != "nationality" or words.tokens[first].gap not in BLANKS:
        return False
    return mark.hit.entry.via == "demonym" or is_sport


def is_of_people(words: Words, first: int) -> bool:
    """Say whether one of a people stands before it: de Nigeriaan Emeka Benin."""
    return follows_people(words, first, is_sport=False)


def is_listed(words: Words, before_last: int, first: int) -> bool:
    """Say whether a name follows another after "en": ministers Jansen en Pietersen."""
    return before_last == first - 2 and words.tokens[first - 1].text == "en"


def is_thing(words: Words, first: int) -> bool:
    """Say whether the noun before a name says that it is no person's: tempel Preah Vihear, orkaan Melissa."""
    if not first or words.tokens[first].gap not in BLANKS:
        return False
    before = words.tokens[first - 1].text
    if before == "als" and first > 1:  # romans als Joe Speedboot
        before = words.tokens[first - 2].text
    return _ends_as_thing(before)


def is_called(words: Words, first: int) -> bool:
    """Say whether a name is only given to somebody or something: kreeg de naam Mali."""
    return first > 0 and words.tokens[first].gap in CALLING_GAPS and words.tokens[first - 1].text in CALLED


def names_thing(words: Words, first: int) -> bool:
    """Say whether the first word of a name says that it is no person's: Camping De Duinpan."""
    word = words.tokens[first].text
    return word.lower() in THINGS_THEMSELVES and not is_first_name(word) and word not in FAMILY_NAME_FIRST


@lru_cache(maxsize=REMEMBERED)
def _ends_as_thing(word: str) -> bool:
    return word.lower().endswith(THINGS)


def is_title(words: Words, first: int, last: int) -> bool:
    """Say whether English small words with a capital show that a name is a film's or a song's."""
    return first < last and any(words.tokens[at].text in TITLE_WORDS for at in range(first, last + 1))


def may_be_named_so(words: Words, first: int, last: int, others: Sequence[int]) -> bool:
    """Say whether what stands behind a role is a name, be one of two words a town's too: Santiago Peña, Jan Echteld."""
    if not others:
        return True
    tokens = words.tokens
    place = words.marks.get(others[0])
    names = [at for at in range(first, last + 1) if tokens[at].capital]
    return (
        len(others) == 1
        and place is not None
        and place.kind == "place"
        and len(names) == FULL_NAME
        and not any(tokens[at].is_acronym or tokens[at].text in SIDED for at in names)
    )


def is_other(words: Words, at: int) -> bool:
    """Say whether a word is a place's or a set of letters."""
    return words.tokens[at].is_acronym or (at in words.marks and words.marks[at].kind in SOFT_KINDS)
