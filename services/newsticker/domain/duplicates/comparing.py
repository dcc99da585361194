"""Measures how much of the shorter of two texts stands in the longer: its wording, its subject, its facts."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TypeVar

from rapidfuzz.distance import OSA

from newsticker.domain.duplicates.reading import HEAD_WORDS, Reading, stem
from newsticker.domain.duplicates.vocabulary import ROUTINE_TURNS

_Word = TypeVar("_Word", str, tuple[str, ...])
SHORT_WORDS = 12
"""Below this length a text is a headline or one bare sentence."""

_TYPO_LETTERS = 6
"""Names of so many letters may differ by one."""

_ROUND_FROM = 1000
_ROUND_BY = 0.01
"""A round number of this size stands for one that differs by no more than a hundredth: 134.000 for 134.803."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What two texts have in common; shares are in `[0, 1]`, of the shorter text."""

    words: int
    """Length of the shorter text."""
    equal: bool
    """They are the same words."""
    shingles: float
    """Share of its runs of three words."""
    stems: float
    """Share of its content words."""
    shared: int
    """How many content words that is."""
    back: float
    """Share of the content words of an equally long beginning of the longer text that stand in the shorter one."""
    topic: float
    """Share of its content words that are no facts."""
    head: float
    """Share of the content words of its first 25 words that stand at the beginning of the longer one."""
    lost: int
    """Of a very short text, where one word is the news: content words that are not there."""
    names: int
    names_missing: int
    full_names: int
    """Names of two words and more that are there: mostly people."""
    numbers: int
    numbers_missing: int
    weak_missing: bool
    """Another number stands in the place of a one or a two."""
    new_names: int
    new_numbers: int
    """Facts that the longer text has in a beginning of the same length, and the shorter one has not."""
    days: int
    clash: bool
    """Both name weekdays, or months, or somebody's age, and none is the same."""
    ended: bool
    """One says how it ended, and the other, or an equally long beginning of it, does not."""
    since: bool
    """One says what has happened since, in words that are no daily routine, and the other has not."""
    turned: bool
    """One says that it was otherwise before, in words that the other has not."""

    @property
    def facts(self) -> int:
        """How many facts there are to compare."""
        return self.names + self.numbers + self.days

    @property
    def anchored(self) -> bool:
        """Tell whether a number or a weekday is there."""
        return self.days > 0 or self.numbers > self.numbers_missing

    @property
    def new(self) -> int:
        """How many facts are new."""
        return self.new_names + self.new_numbers

    @property
    def missing(self) -> int:
        """How many of them are not there."""
        return self.names_missing + self.numbers_missing + self.weak_missing


def have_much_in_common(one: Reading, other: Reading, *, wording: float, stems: float, shared: int) -> bool:
    """Tell whether two texts share so much of the shorter one's wording or content words; the rest takes longer."""
    short, long = _order(one, other)
    if short.words == long.words:
        return True
    common = len(short.stems & long.stems)
    if common < shared:
        return False
    return common >= stems * len(short.stems) or _share(short.shingles, long.shingles) >= wording


def _order(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Put the shorter text first."""
    if (len(one.words), one.text) <= (len(other.words), other.text):
        return one, other
    return other, one


def measure(one: Reading, other: Reading) -> Measures:
    """Measure two texts; which comes first does not matter."""
    short, long = _order(one, other)
    wording = _share(short.shingles, long.shingles)
    names, missing_names = _count_missing_names(short, long)
    numbers, missing_numbers = _count_missing_numbers(short, long)
    head = long.cut(len(short.words))
    _, new_names = _count_missing_names(head, short)
    _, new_numbers = _count_missing_numbers(head, short)
    gone, come = short.weak_numbers - long.weak_numbers, head.weak_numbers - short.weak_numbers
    return Measures(
        words=len(short.words),
        equal=short.words == long.words,
        shingles=wording,
        stems=_share(short.stems, long.stems),
        shared=len(short.stems & long.stems),
        back=_share(head.stems, short.stems),
        topic=_share(short.topic, long.stems),
        head=_share(short.head_stems, long.cut(2 * HEAD_WORDS).stems),
        lost=_count_lost(short.stems, long) if len(short.words) < SHORT_WORDS else 0,
        names=names,
        names_missing=missing_names,
        full_names=sum(len(name) > 1 and name[-1] in long.vocabulary for name in short.names),
        numbers=numbers,
        numbers_missing=missing_numbers,
        weak_missing=bool(gone and (new_numbers or come)),
        new_names=new_names,
        new_numbers=new_numbers,
        days=len(short.days & long.days),
        clash=_clash(short.days, long.days) or _clash(short.months, long.months) or _clash(short.ages, long.ages),
        ended=short.outcomes != head.outcomes,
        since=bool((short.turns ^ long.turns) - ROUTINE_TURNS),
        turned=short.turns != long.turns and not (short.turns < long.turns and len(long.words) > 2 * len(short.words)),
    )


def _clash(one: frozenset[int] | frozenset[str], other: frozenset[int] | frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _share(part: frozenset[_Word], whole: frozenset[_Word]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _count_lost(stems: frozenset[str], other: Reading) -> int:
    missing = stems - other.stems
    return sum(not any(OSA.distance(word, kept, score_cutoff=1) <= 1 for kept in other.stems) for word in missing)


def _count_missing_names(short: Reading, long: Reading) -> tuple[int, int]:
    missing = sum(not _has_name(name, long) for name in short.names)
    return len(short.names), missing


def _has_name(name: tuple[str, ...], long: Reading) -> bool:
    """Tell whether a name stands there: its last word or most of its words, inflected or with a slip of the pen."""
    found = [word in long.vocabulary or stem(word) in long.all_stems or _has_typo(word, long) for word in name]
    if found[-1] or 2 * sum(found) <= len(name):
        return found[-1]
    return not any(other[0] == name[0] and other[-1] not in name for other in long.names)  # Grand Prix of another place


def _has_typo(word: str, long: Reading) -> bool:
    """Look for a name with a slip of the pen, or with letters lost on the way."""
    if any(fnmatchcase(word, damaged) for damaged in long.damaged):
        return True
    return len(word) >= _TYPO_LETTERS and any(
        OSA.distance(word, other, score_cutoff=1) <= 1
        for name in long.names
        for other in name
        if abs(len(other) - len(word)) <= 1
    )


def _count_missing_numbers(short: Reading, long: Reading) -> tuple[int, int]:
    missing = sum(number not in long.numbers and not _has_round(number, long) for number in short.numbers)
    return len(short.numbers), missing


def _has_round(number: str, long: Reading) -> bool:
    if not number.isdecimal() or (value := int(number)) < _ROUND_FROM:
        return False
    others = (int(other) for other in long.numbers if other.isdecimal())
    return any(abs(other - value) <= _ROUND_BY * value and (value % 100 == 0 or other % 100 == 0) for other in others)
