"""Reads a text for comparison: its words, and the facts that tell one event from another of the same kind."""

from dataclasses import dataclass, field, replace
from fnmatch import filter as filter_names
from functools import cached_property
from itertools import pairwise

from newsticker.domain.duplicates.meaning import find_meanings, stem
from newsticker.domain.duplicates.naming import find_day, find_names
from newsticker.domain.duplicates.numerals import find_values
from newsticker.domain.duplicates.opposites import ALTERNATIVES, NEGATIONS
from newsticker.domain.duplicates.recaps import takes_up
from newsticker.domain.duplicates.tokens import Tokens, find_damaged, tokenise, trim
from newsticker.domain.duplicates.verbs import find_separated
from newsticker.domain.duplicates.vocabulary import (
    AGE_UNITS,
    ENGLISH_VERBS,
    MONTHS,
    OUTCOMES,
    PERIOD_BACK,
    PERIOD_LAST,
    PERIOD_UNITS,
    PERIODS,
    TURN_MEANINGS,
    TURNS,
    WEAK_NUMBERS,
)

SHINGLE_WORDS = 3
HEAD_WORDS = 25
NEGATED_WORDS = 2
"""Words after a "not" that it turns."""


@dataclass(frozen=True)
class Reading:
    """A text as it is compared; everything is worked out once, and when asked for."""

    text: str
    given: Tokens | None = field(default=None, repr=False)
    meant: tuple[str, ...] | None = field(default=None, repr=False)

    def cut(self, words: int) -> "Reading":
        """Read only so many words."""
        return self if words >= len(self.words) else Reading(self.text, self.tokens.cut(words), self.meanings[:words])

    @cached_property
    def tokens(self) -> Tokens:
        """The words in order, at most `MAX_WORDS`, and what is known of each."""
        return tokenise(trim(self.text)) if self.given is None else self.given

    @cached_property
    def beginnings(self) -> list[int]:
        """Where sentences begin, as places among the words."""
        return [at for at in range(len(self.words)) if self.tokens.begins_sentence(at)]

    @cached_property
    def words(self) -> list[str]:
        """The folded words in order."""
        return self.tokens.words

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.words)

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """All runs of three words."""
        words = self.words
        return frozenset(zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False))

    @cached_property
    def damaged(self) -> dict[str, str]:
        """Words that have lost letters on the way, as patterns."""
        return find_damaged(trim(self.text))

    def mend(self, other: "Reading") -> "Reading":
        """Read damaged words as what they may be in the other text, where there is one such word only."""
        if not self.damaged:
            return self
        known = self.damaged.keys() - other.vocabulary
        mended = {
            word: found[0] for word in known if len(found := filter_names(other.vocabulary, self.damaged[word])) == 1
        }
        return Reading(self.text, replace(self.tokens, words=[mended.get(word, word) for word in self.words]))

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the text is about: its content words by what they mean, numbers included."""
        return frozenset(filter(None, self.meanings))

    @cached_property
    def meanings(self) -> tuple[str, ...]:
        """What each word means, and nothing for a word that says nothing."""
        return find_meanings(self._told) if self.meant is None else self.meant

    @cached_property
    def _told(self) -> list[str]:
        """The words, each verb whole where it stands first."""
        separated = dict(find_separated(self.tokens))
        return [separated.get(at, word) for at, word in enumerate(self.words)] if separated else self.words

    @cached_property
    def head_stems(self) -> frozenset[str]:
        """What the first 25 words are about."""
        return frozenset(filter(None, self.meanings[:HEAD_WORDS]))

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """All its words by their first letters, little ones too."""
        return frozenset(map(stem, self.vocabulary))

    @cached_property
    def topic(self) -> frozenset[str]:
        """What happened: its content words but for facts."""
        facts = {meaning for name in self.names for meaning in find_meanings(name)}
        return frozenset(word for word in self.stems - facts if not word[0].isdigit() and find_day(word) is None)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers at their full value, whether written as digits or as words, but for weak ones."""
        return find_values(self.words) - WEAK_NUMBERS

    @cached_property
    def weak_numbers(self) -> frozenset[str]:
        """Ones and twos."""
        return self.vocabulary & WEAK_NUMBERS

    @cached_property
    def days(self) -> frozenset[int]:
        """Weekdays by ISO number."""
        return frozenset(day for word in self.vocabulary if (day := find_day(word)))

    @cached_property
    def months(self) -> tuple[int, ...]:
        """Months by number, in the order in which they are named."""
        if MONTHS.keys().isdisjoint(self.words):
            return ()
        found = (
            (word, capital) for word, capital in zip(self.words, self.tokens.capitals, strict=True) if word in MONTHS
        )
        return tuple(MONTHS[word] for word, capital in found if capital or word not in ENGLISH_VERBS)

    @cached_property
    def recurs(self) -> bool:
        """Tell whether figures are of a quarter, or compared with those of an earlier week, month or year."""
        if not PERIODS.isdisjoint(self.vocabulary) or len(set(self.months)) > 1:
            return True
        return any(unit in PERIOD_UNITS and back in PERIOD_BACK for unit, back in pairwise(self.words)) or any(
            unit in PERIOD_UNITS and last in PERIOD_LAST for last, unit in pairwise(self.words)
        )

    @cached_property
    def ages(self) -> frozenset[str]:
        """How old somebody is said to be."""
        words = self.words
        return frozenset(age for age, unit in pairwise(words) if age[0].isdigit() and unit.startswith(AGE_UNITS))

    @cached_property
    def turns(self) -> frozenset[int]:
        """What has happened since, by the kinds that `TURNS` knows."""
        meant = frozenset(TURN_MEANINGS[meaning] for meaning in self.stems if meaning in TURN_MEANINGS)
        return meant.union(TURNS[word] for word in self._told if word in TURNS)

    @cached_property
    def recaps(self) -> bool:
        """Whether it begins by taking up what is known."""
        return takes_up(self.tokens)

    @cached_property
    def outcomes(self) -> frozenset[int]:
        """How it ended, by the kinds that `OUTCOMES` knows."""
        return frozenset(OUTCOMES[word] for word in self.vocabulary if word in OUTCOMES)

    @cached_property
    def alternatives(self) -> frozenset[tuple[int, int]]:
        """Which of several things that exclude one another it tells, by the rows that `ALTERNATIVES` has."""
        pairs = enumerate(zip(self.words, self.meanings, strict=True))
        found = ((at, meaning if meaning in ALTERNATIVES else word) for at, (word, meaning) in pairs)
        return frozenset(ALTERNATIVES[word] for at, word in found if word in ALTERNATIVES and not self._is_negated(at))

    def _is_negated(self, at: int) -> bool:
        return not NEGATIONS.isdisjoint(self.words[max(at - NEGATED_WORDS, 0) : at])

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Runs of capitalised words within sentences, particles left out: people, places, organisations."""
        return tuple(dict.fromkeys(find_names(self.tokens)))
