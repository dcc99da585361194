"""What copy says around an unknown name to show that it is a person's, or no person's."""

from collections.abc import Sequence

from newsticker.domain.enrichment.names.cues import kind_of
from newsticker.domain.enrichment.names.runs import BLANKS, SOFT_KINDS
from newsticker.domain.enrichment.names.tokens import Words, is_acronym
from newsticker.domain.enrichment.names.words import (
    FAMILY_NAME_FIRST,
    SENTENCE_STARTERS,
    SPEECH_AFTER,
    SPEECH_BEFORE,
    is_first_name,
    rate_role,
)
from newsticker.domain.enrichment.remembering import remember
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
    texts = words.texts
    opener = texts[first].lower() if words.opens(first) else ""
    if first and words.gaps[first] in BLANKS and _names_body(words, first - 1):
        return False
    if last - first > MAX_INTRODUCED or (opener and (opener in SENTENCE_STARTERS or kind_of(opener) is not None)):
        return False
    if last + 1 < len(texts):
        after, gap = texts[last + 1], words.gaps[last + 1]
        if gap == " (" and (_is_age(after) or _is_party(words, last + 1)):
            return True
        if gap in BLANKS and after in SPEECH_AFTER:
            return True
        if gap == ", " and _is_described(words, last + 1):
            return True
    return first > 0 and words.gaps[first] in BLANKS and texts[first - 1].lower() in SPEECH_BEFORE


def _names_body(words: Words, at: int) -> bool:
    """Say whether what stands before a name makes it a body's: ACV Openbare Diensten, haar partij Nieuwe Koers."""
    mark = words.marks.get(at)
    return kind_of(words.texts[at]) is not None if mark is None else mark.kind == "organisation"


def _is_described(words: Words, at: int) -> bool:
    """Say whether a role comes after a comma: ", de stafchef van Hezbollah"."""
    ahead = enumerate(words.texts[at : at + DESCRIPTION_WORDS], at)
    return any(rate_role(word) > 0 and (after not in words.capitals or "-" in word) for after, word in ahead)


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) == AGE_DIGITS


def _is_party(words: Words, at: int) -> bool:
    mark = words.marks.get(at)
    return mark is not None and mark.kind == "organisation" and mark.entry.via == "party"


def follows_people(words: Words, first: int, *, is_sport: bool) -> bool:
    """Say whether a people stands before it: de Deen Mads Pedersen; in sport de Japanse Miho Takagi too."""
    mark = words.marks.get(first - 1)
    if mark is None or mark.kind != "nationality" or words.gaps[first] not in BLANKS:
        return False
    return mark.entry.via == "demonym" or is_sport


def is_of_people(words: Words, first: int) -> bool:
    """Say whether one of a people stands before it: de Nigeriaan Emeka Benin."""
    return follows_people(words, first, is_sport=False)


def is_listed(words: Words, before_last: int, first: int) -> bool:
    """Say whether a name follows another after "en": ministers Jansen en Pietersen."""
    return before_last == first - 2 and words.texts[first - 1] == "en"


def is_thing(words: Words, first: int) -> bool:
    """Say whether the noun before a name says that it is no person's: tempel Preah Vihear, orkaan Melissa."""
    if not first or words.gaps[first] not in BLANKS:
        return False
    before = words.texts[first - 1]
    if before == "als" and first > 1:  # romans als Joe Speedboot
        before = words.texts[first - 2]
    return _ends_as_thing(before)


def is_called(words: Words, first: int) -> bool:
    """Say whether a name is only given to somebody or something: kreeg de naam Mali."""
    return first > 0 and words.gaps[first] in CALLING_GAPS and words.texts[first - 1] in CALLED


def names_thing(words: Words, first: int) -> bool:
    """Say whether the first word of a name says that it is no person's: Camping De Duinpan, The Salt Road."""
    word = words.texts[first]
    if word == "The":
        return True
    return word.lower() in THINGS_THEMSELVES and not is_first_name(word) and word not in FAMILY_NAME_FIRST


@remember
def _ends_as_thing(word: str) -> bool:
    return word.lower().endswith(THINGS)


def is_title(words: Words, first: int, last: int) -> bool:
    """Say whether English small words with a capital show that a name is a film's or a song's."""
    return first < last and not TITLE_WORDS.isdisjoint(words.texts[first : last + 1])


def may_be_named_so(words: Words, first: int, last: int, others: Sequence[int]) -> bool:
    """Say whether what stands behind a role is a name, be one of two words a town's too: Santiago Peña, Jan Echteld."""
    if not others:
        return True
    place = words.marks.get(others[0])
    names = [words.texts[at] for at in range(first, last + 1) if at in words.capitals]
    return (
        len(others) == 1
        and place is not None
        and place.kind == "place"
        and len(names) == FULL_NAME
        and not any(is_acronym(name) or name in SIDED for name in names)
    )


def is_other(words: Words, at: int) -> bool:
    """Say whether a word is a place's or a set of letters."""
    return is_acronym(words.texts[at]) or (at in words.marks and words.marks[at].kind in SOFT_KINDS)
