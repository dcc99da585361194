"""Measures how much of the shorter of two texts stands in the longer: its wording, its subject, its facts."""

from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz.distance import OSA

from newsticker.domain.duplicates.aligning import NO_DIFFERENCE, find_difference
from newsticker.domain.duplicates.facts import clash, count_missing_names, count_missing_numbers, find_contradictions
from newsticker.domain.duplicates.leads import has_new_lead
from newsticker.domain.duplicates.likeness import has_word
from newsticker.domain.duplicates.reading import HEAD_WORDS, Reading
from newsticker.domain.duplicates.thresholds import LONG_WORDS
from newsticker.domain.duplicates.vocabulary import ROUTINE_TURNS

_Word = TypeVar("_Word", str, tuple[str, ...])
SHORT_WORDS = 12
"""Below this length a text is a headline or one bare sentence."""

ALIGNED = 0.3
"""From this share of its wording on it makes sense to ask what stands in the place of what."""

VICTIMS = frozenset({"dood", "gewond"})
"""What the table of synonyms calls the dead and the hurt."""

_LONGER = 8
"""Words by which a beginning may be longer that tells the same."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What two texts have in common; shares are in `[0, 1]`, of the shorter text."""

    words: int
    """Length of the shorter text."""
    sentences: int
    """How many of them the shorter text has."""
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
    opposite: bool
    """One says that it ended in another way, or puts a "not" where the other has none."""
    other_kind: bool
    """One is about a man and the other about a woman, or about the north and the south."""
    recaps: bool
    """One begins by taking up what is known, and the other does not."""
    changed: int
    """Places where a word that means something else stands for a content word, in otherwise alike wording."""
    new_lead: bool
    """Of two articles: one begins with what the other has nowhere."""
    ended: bool
    """One says how it ended, and the other, or an equally long beginning of it, does not."""
    since: bool
    """One says what has happened since, in words that are no daily routine, and the other has not."""
    recurs: bool
    """Both compare with an earlier week, month, quarter or year."""
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
    short, long = _order(one.mend(other), other.mend(one))
    wording = _share(short.shingles, long.shingles)
    head = long.cut(len(short.words))
    new_numbers = count_missing_numbers(head, short)
    opposite, other_kind = find_contradictions(short, head)
    difference = find_difference(short, long.cut(len(short.words) + _LONGER)) if wording >= ALIGNED else NO_DIFFERENCE
    gone, come = short.weak_numbers - long.weak_numbers, head.weak_numbers - short.weak_numbers
    return Measures(
        words=len(short.words),
        sentences=len(short.beginnings),
        equal=short.words == long.words,
        shingles=wording,
        stems=_share(short.stems, long.stems),
        shared=len(short.stems & long.stems),
        back=_share(head.stems, short.stems),
        topic=_share(short.topic, long.stems),
        head=_share(short.head_stems, long.cut(2 * HEAD_WORDS).stems),
        lost=_count_lost(short, long) if len(short.words) < SHORT_WORDS else 0,
        names=len(short.names),
        names_missing=count_missing_names(short, long),
        full_names=sum(len(name) > 1 and name[-1] in long.vocabulary for name in short.names),
        numbers=len(short.numbers),
        numbers_missing=count_missing_numbers(short, long),
        weak_missing=bool(gone and (new_numbers or come)),
        new_names=count_missing_names(head, short),
        new_numbers=new_numbers,
        days=len(short.days & long.days),
        clash=clash(short.days, long.days) or clash(short.ages, long.ages) or _clash_months(short, head),
        opposite=opposite or difference.flipped,
        other_kind=other_kind,
        recaps=short.recaps != long.recaps,
        changed=difference.changed,
        new_lead=len(short.words) >= LONG_WORDS and wording < 1 and has_new_lead(short, long),
        ended=short.outcomes != head.outcomes,
        since=_has_moved_on(short, long),
        recurs=short.recurs and long.recurs,
        turned=short.turns != long.turns and not (short.turns < long.turns and len(long.words) > 2 * len(short.words)),
    )


def _has_moved_on(short: Reading, long: Reading) -> bool:
    """Tell that only one says what has happened since; figures rise every day, but not the number of victims."""
    turns = short.turns ^ long.turns
    return bool(turns - ROUTINE_TURNS) or (bool(turns) and not VICTIMS.isdisjoint(short.stems & long.stems))


def _clash_months(short: Reading, long: Reading) -> bool:
    """Tell that two texts are about different months, also where each compares its figures with those of another."""
    if not short.months or not long.months or short.months[0] == long.months[0]:
        return False
    return set(short.months).isdisjoint(long.months) or not short.numbers <= long.numbers


def _share(part: frozenset[_Word], whole: frozenset[_Word]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _count_lost(own: Reading, other: Reading) -> int:
    """Count the content words that are not there, nor anything that differs by a letter."""
    return sum(
        not has_word(place, own, other)
        and not any(OSA.distance(meaning, kept, score_cutoff=1) <= 1 for kept in other.stems)
        for place, meaning in enumerate(own.meanings)
        if meaning
    )
