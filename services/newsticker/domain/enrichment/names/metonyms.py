"""Capitals that stand for their governments: Moskou meent, Parijs en Berlijn zijn het oneens."""

from functools import cache

from newsticker.domain.enrichment.names.marks import Mark
from newsticker.domain.enrichment.names.runs import BLANKS
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.tables import read_table, read_words, split_list

LEADS = read_words("metonym_leads")
VERBS = read_words("metonym_verbs")
MOODS = read_words("metonym_moods")
"""What governments do and are, and towns don't and aren't."""

SEATS = {"Kremlin": "RU", "Witte Huis": "US", "Pentagon": "US", "Élysée": "FR"}
"""Seats that stand for their governments wherever they are named."""

TRAVELS = tuple(read_words("travels"))
"""Ends of words for what goes from one place to another."""

TRAVEL_WORDS = 4
"""So many words before "tussen" may say that it is about a way."""

CLAUSE_WORDS = 12
"""So long is a clause between a capital and what it does."""


@cache
def capitals() -> dict[str, str]:
    """Give the country by its capital's Dutch names."""
    return {form: row[0] for row in read_table("countries.tsv") for form in split_list(row[5])} | {"Brussel": ""}


def is_travelled(words: Words, between: int) -> bool:
    """Say whether "tussen" is about a way: de nachttrein tussen Parijs en Berlijn."""
    return any(word.lower().endswith(TRAVELS) for word in words.texts[max(0, between - TRAVEL_WORDS) : between])


def is_metonym(words: Words, mark: Mark) -> bool:
    """Say whether a capital that no preposition of place leads to acts as a government does."""
    before = words.texts[mark.first - 1].lower() if mark.first and words.gaps[mark.first] in BLANKS else ""
    if before in LEADS or before in VERBS:
        return True
    end = _past_pair(words, mark) + 1
    if end == len(words.texts):
        return False
    return _acts(words, end if words.gaps[end] in BLANKS else _past_clause(words, end))


def _acts(words: Words, at: int | None) -> bool:
    """Say whether the word there is what a government does, or tells of a mood that towns aren't in."""
    ahead = words.texts[at : at + 3] if at is not None else []
    if not ahead:
        return False
    mood = ahead[2:3] if ahead[1:2] == ["het"] else ahead[1:2]
    return ahead[0] in VERBS or not MOODS.isdisjoint(mood)


def _past_pair(words: Words, mark: Mark) -> int:
    """Give the last word of a capital, or of those that it is listed with: Washington, Parijs en Tel Aviv."""
    last = mark.last
    while last + 2 < len(words.texts):
        joined = words.texts[last + 1] == "en" and words.gaps[last + 1] in BLANKS
        other = words.marks.get(last + 2 if joined else last + 1)
        if not joined and words.gaps[last + 1] != ", ":
            return last
        if other is None or other.entry.form not in capitals():
            return last
        last = other.last
    return last


def _past_clause(words: Words, at: int) -> int | None:
    """Give the word after a clause between commas: Madrid, dat ook meedoet, dringt aan."""
    if words.gaps[at] != ", " or words.texts[at] != "dat":
        return None
    ahead = range(at + 1, min(at + CLAUSE_WORDS, len(words.texts)))
    return next((end for end in ahead if words.gaps[end] == ", "), None)
