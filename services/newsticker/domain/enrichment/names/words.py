"""Dutch words that begin sentences, roles, particles: what tells names from words."""

from functools import cache

from newsticker.domain.enrichment.remembering import remember
from newsticker.domain.enrichment.tables import read_table, read_words, split_list

PARTICLES = read_words("particles")
"""Words that stand small between the parts of a name."""

TIED_PARTICLES = read_words("tied_particles")
"""Particles that never begin a new phrase in Dutch: they hold a name together after any word."""

LEADING_PARTICLES = read_words("leading_particles")
"""Particles with a capital: a surname without a first name begins with one."""

SENTENCE_STARTERS = read_words("sentence_starters")
"""A capital says nothing of them at the start of a sentence."""

SPEECH_BEFORE = read_words("speech_before")
SPEECH_AFTER = read_words("speech_after")
"""Verbs that have a person beside them."""

FAMILY_NAME_FIRST = read_words("family_name_first")

NO, FULL, STRONG = 0, 1, 2
"""What a role asks of the name after it: none is one, a full name, or a surname will do."""


@cache
def first_names() -> frozenset[str]:
    """Give the first names."""
    return frozenset(name for row in read_table("first_names.tsv") for name in split_list(row[1]))


@cache
def strong_roles() -> tuple[str, ...]:
    """Give the ends of role words after which one name is enough."""
    return tuple(word for flag, words in read_table("roles.tsv") if flag == "s" for word in split_list(words))


@cache
def full_roles() -> tuple[str, ...]:
    """Give the ends of role words that want a full name after them."""
    return tuple(word for flag, words in read_table("roles.tsv") if flag == "f" for word in split_list(words))


@remember
def is_first_name(word: str) -> bool:
    """Say whether a word is a first name: Jan, Jan-Willem."""
    names = first_names()
    return word in names or (
        "-" in word and word.split("-", maxsplit=1)[0] in names and word.split("-")[1][:1].isalpha()
    )


@cache
def _all_roles() -> tuple[str, ...]:
    return strong_roles() + full_roles()


@remember
def rate_role(text: str) -> int:
    """Say by its end whether a word is a role: no, one before full names, or one that a surname may follow."""
    word = text.lower()
    if word.endswith("en") and word.removesuffix("en").endswith(_all_roles()):
        word = word.removesuffix("en")
    if word.endswith(strong_roles()):
        return STRONG
    return FULL if word.endswith(full_roles()) else NO
