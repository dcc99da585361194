"""Finds the names in a text by how they are written: people, places, organisations, of whichever kind."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class Token(NamedTuple):
    """One word: folded for comparison, whether it is capitalised, whether it begins a sentence, what stands before."""

    word: str
    capital: bool
    begins: bool
    gap: str


def find_day(word: str) -> int | None:
    """Read a folded weekday as an ISO number, also at the beginning of a compound."""
    if word in DAYS:
        return DAYS[word]
    if "dag" not in word[3:9] and "tag" not in word[3:10]:
        return None
    return next((number for day, number in DAYS.items() if word.startswith(day) and day.endswith("ag")), None)


def find_names(tokens: Sequence[Token]) -> tuple[tuple[str, ...], ...]:
    """Find the different names; particles are left out, and so is what is capitalised for another reason."""
    runs = list(_find_runs(tokens))
    if _capitalises_nouns(tokens):
        runs = [run for run in runs if _is_name_among_nouns(run, tokens)]
    return tuple(dict.fromkeys(name for run in runs if (name := _spell(run, tokens))))


def _capitalises_nouns(tokens: Sequence[Token]) -> bool:
    within = [token for token in tokens if not token.begins]
    capitals = sum(token.capital for token in within)
    german = sum(token.word in GERMAN_WORDS for token in within)
    return german > GERMAN * len(within) and capitals > CAPITAL_NOUNS * len(within)


def _spell(run: list[int], tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(word for at in run if (word := tokens[at].word) not in LITTLE_WORDS)


def _find_runs(tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Find runs of capitalised words with nothing but particles between, as places in the text."""
    run: list[int] = []
    for at, token in enumerate(tokens):
        if run and (token.begins or token.gap.strip("-'’& ")):
            yield from _end_run(run, tokens)
            run = []
        if _may_name(token):
            run.append(at)
        elif not run or token.word not in PARTICLES:
            yield from _end_run(run, tokens)
            run = []
    yield from _end_run(run, tokens)


def _end_run(run: list[int], tokens: Sequence[Token]) -> Iterator[list[int]]:
    """Give a run without little words before it; a single word that begins a sentence is capitalised anyhow."""
    while run and tokens[run[0]].word in LITTLE_WORDS:
        run = run[1:]
    if len(run) > 1 or (run and not tokens[run[0]].begins):
        yield run


def _may_name(token: Token) -> bool:
    word = token.word
    return token.capital and not word[0].isdigit() and word not in MONTHS and find_day(word) is None


def _is_name_among_nouns(run: list[int], tokens: Sequence[Token]) -> bool:
    """Tell a name from a noun: it stands beside another capitalised word, or after "in" or "bei" without an article."""
    if len(run) > 1 and run[-1] - run[0] == len(run) - 1:
        return True
    before = tokens[run[0] - 1].word if run[0] else ""
    return before in PLACE_PREPOSITIONS
