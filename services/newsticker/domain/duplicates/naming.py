"""Finds the names in a text by how they are written: people, places, organisations, of whichever kind."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from newsticker.domain.duplicates.tokens import Tokens
from newsticker.domain.duplicates.vocabulary import (
    DAYS,
    GERMAN_WORDS,
    LITTLE_WORDS,
    MONTHS,
    PARTICLES,
    PLACE_PREPOSITIONS,
)

CAPITAL_NOUNS = 0.25
"""From this share of capitalised words within sentences on, a German text capitalises its nouns."""

GERMAN = 0.1
"""From this share of German little words on a text is German; Dutch has a few of them, in names."""

_WITHIN_NAMES = "-'’& "
"""What may stand between the words of a name."""


@lru_cache(maxsize=4096)
def find_day(word: str) -> int | None:
    """Read a folded weekday as an ISO number, also at the beginning of a compound."""
    if word in DAYS:
        return DAYS[word]
    if "dag" not in word[3:9] and "tag" not in word[3:10]:
        return None
    return next((number for day, number in DAYS.items() if word.startswith(day) and day.endswith("ag")), None)


def find_names(tokens: Tokens) -> Iterator[tuple[str, ...]]:
    """Find the names in order; particles are left out, and so is what is capitalised for another reason."""
    capitals = list(compress(range(len(tokens.words)), tokens.capitals))
    capitalises_nouns = _capitalises_nouns(tokens, capitals)
    for found in _find_runs(tokens, capitals):
        run = _trim_run(found, tokens)
        if run and (not capitalises_nouns or _is_name_among_nouns(run, tokens)):
            yield tuple([word for at in run if (word := tokens.words[at]) not in LITTLE_WORDS])


def _capitalises_nouns(tokens: Tokens, capitals: list[int]) -> bool:
    if GERMAN_WORDS.isdisjoint(tokens.words):
        return False  # as in nearly all texts that are not German
    within = {at for at in range(len(tokens.words)) if not tokens.begins_sentence(at)}
    german = sum(tokens.words[at] in GERMAN_WORDS for at in within)
    return german > GERMAN * len(within) and len(within.intersection(capitals)) > CAPITAL_NOUNS * len(within)


def _find_runs(tokens: Tokens, capitals: list[int]) -> Iterator[list[int]]:
    """Find runs of capitalised words with nothing but particles between, as places in the text."""
    run: list[int] = []
    for at in capitals:
        if not _may_name(tokens.words[at]):
            continue
        if run and not _goes_on(tokens, run[-1], at):
            yield run
            run = []
        run.append(at)
    yield run


def _goes_on(tokens: Tokens, last: int, at: int) -> bool:
    """Tell whether a name of which one word stands in one place goes on in a later one."""
    for between in range(last + 1, at):
        if tokens.words[between] not in PARTICLES:
            return False
    gaps = [tokens.find_gap(place) for place in range(last + 1, at + 1)]
    return not "".join(gaps).strip(_WITHIN_NAMES)


def _trim_run(run: list[int], tokens: Tokens) -> list[int]:
    """Take little words off the front of a run; a single word that begins a sentence is capitalised anyhow."""
    while run and tokens.words[run[0]] in LITTLE_WORDS:
        run = run[1:]
    return run if len(run) > 1 or (run and not tokens.begins_sentence(run[0])) else []


@lru_cache(maxsize=4096)
def _may_name(word: str) -> bool:
    return not word[0].isdigit() and word not in MONTHS and find_day(word) is None


def _is_name_among_nouns(run: list[int], tokens: Tokens) -> bool:
    """Tell a name from a noun: it stands beside another capitalised word, or after "in" or "bei" without an article."""
    if len(run) > 1 and run[-1] - run[0] == len(run) - 1:
        return True
    before = tokens.words[run[0] - 1] if run[0] else ""
    return before in PLACE_PREPOSITIONS
