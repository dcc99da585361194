"""Reads a text for comparison: its words, and the facts that tell one event from another of the same kind."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from unicodedata import normalize

from newsticker.domain.duplicates.naming import Token, find_day, find_names
from newsticker.domain.duplicates.vocabulary import (
    AGE_UNITS,
    ENGLISH_VERBS,
    LITTLE_WORDS,
    MONTHS,
    NUMBER_WORDS,
    OUTCOMES,
    TURNS,
    WEAK_NUMBERS,
)
from newsticker.domain.text import repair

MAX_WORDS = 240
"""What is compared of a text: an agency's lead is far shorter, and a longer article is known by its beginning."""

MAX_CHARS = MAX_WORDS * 12
SHINGLE_WORDS = 3
HEAD_WORDS = 25
STEM_LETTERS = 6
"""Inflected forms agree in their first letters: Amerikaanse and Amerikanen, gewond and gewonden."""

_TOKEN = re.compile(
    r"(?=\d)(?:(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\d.,])|"
    r"\d{1,15}(?:[.,:]\d{1,6}){0,4}(?![^\W\d_]))|[^\W_]{1,60}(?:[?\ufffd][^\W_]{1,60}){0,4}"
)
MAX_DAMAGED = 20
_DAMAGED = re.compile(r"[^\W_]{1,60}(?:[?\ufffd][^\W_]{1,60}){1,4}")
_TENS = frozenset(map(str, range(20, 100, 10)))
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s]\d{3}){1,4}")
_SENTENCE_END = re.compile(r"[.!?:\n\"“”„‘«]")
_LOOK_BACK = 6
"""Characters before a word in which the end of a sentence is looked for."""


def fold(word: str) -> str:
    """Fold case and accents: what is lost most often on the way."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in normalize("NFKD", word.casefold()) if not "\u0300" <= char <= "\u036f")


def trim(text: str) -> str:
    """Cut off what is not compared, between words."""
    if len(text) <= MAX_CHARS:
        return text
    cut = text[:MAX_CHARS].rsplit(None, 1)
    return cut[0] if cut else ""


def tokenise(text: str) -> tuple[Token, ...]:
    """Read the first words of a text."""
    text = repair(text)
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        raw, start = found[0], found.start()
        gap = text[max(end, start - _LOOK_BACK) : start]
        begins = not tokens or (gap != " " and _SENTENCE_END.search(gap) is not None)
        word = _fold_token(raw)
        if gap == "-" and tokens and _are_tens_and_ones(tokens[-1].word, word):
            tokens[-1] = tokens[-1]._replace(word=str(int(tokens[-1].word) + int(word)))
        else:
            tokens.append(Token(word, raw[0].isupper() and raw.isalnum(), begins, gap))
        end = found.end()
        if len(tokens) == MAX_WORDS:
            break
    return tuple(tokens)


def _are_tens_and_ones(tens: str, ones: str) -> bool:
    """Tell the halves of a hyphenated number word: twenty-three, vingt-trois."""
    return tens in _TENS and len(ones) == 1 and ones.isdecimal()


def _fold_token(raw: str) -> str:
    if raw.isascii() and raw.isalpha():  # most words by far
        word = raw.lower()
        return NUMBER_WORDS.get(word, word)
    if raw[0].isdigit():
        return re.sub(r"[.,\s]", "", raw) if _THOUSANDS.fullmatch(raw) else raw.replace(":", ".")
    if raw.lower() == "één":
        return "1"
    word = fold(raw.replace("?", "").replace("\ufffd", ""))
    return NUMBER_WORDS.get(word, word)


@dataclass(frozen=True)
class Reading:
    """A text as it is compared; everything is worked out once, and when asked for."""

    text: str
    given: tuple[Token, ...] | None = field(default=None, repr=False)

    def cut(self, words: int) -> "Reading":
        """Read only so many words."""
        return self if words >= len(self.tokens) else Reading(self.text, self.tokens[:words])

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words in order, at most `MAX_WORDS`."""
        return tokenise(trim(self.text)) if self.given is None else self.given

    @cached_property
    def words(self) -> list[str]:
        """The folded words in order."""
        return [token.word for token in self.tokens]

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
    def damaged(self) -> tuple[str, ...]:
        """Words that have lost letters on the way, folded, with `?` for each of them."""
        return tuple(fold(word).replace("\ufffd", "?") for word in _DAMAGED.findall(trim(self.text))[:MAX_DAMAGED])

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the text is about: its content words by their first letters, numbers included."""
        return frozenset(map(stem, filter(_says_something, self.words)))

    @cached_property
    def head_stems(self) -> frozenset[str]:
        """What the first 25 words are about."""
        return frozenset(map(stem, filter(_says_something, self.words[:HEAD_WORDS])))

    @cached_property
    def all_stems(self) -> frozenset[str]:
        """All its words by their first letters, little ones too."""
        return frozenset(map(stem, self.vocabulary))

    @cached_property
    def topic(self) -> frozenset[str]:
        """What happened: its content words but for facts."""
        facts = {stem(word) for name in self.names for word in name}
        return frozenset(word for word in self.stems - facts if not word[0].isdigit() and find_day(word) is None)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers as digits, whether written as digits or as words, but for weak ones."""
        return frozenset(word for word in self.words if word[0].isdigit()) - WEAK_NUMBERS

    @cached_property
    def weak_numbers(self) -> frozenset[str]:
        """Ones and twos."""
        return self.vocabulary & WEAK_NUMBERS

    @cached_property
    def days(self) -> frozenset[int]:
        """Weekdays by ISO number."""
        return frozenset(day for word in self.vocabulary if (day := find_day(word)))

    @cached_property
    def months(self) -> frozenset[int]:
        """Months by number."""
        return frozenset(
            MONTHS[token.word]
            for token in self.tokens
            if token.word in MONTHS and (token.capital or token.word not in ENGLISH_VERBS)
        )

    @cached_property
    def ages(self) -> frozenset[str]:
        """How old somebody is said to be."""
        words = self.words
        return frozenset(age for age, unit in pairwise(words) if age[0].isdigit() and unit.startswith(AGE_UNITS))

    @cached_property
    def turns(self) -> frozenset[int]:
        """What has happened since, by the kinds that `TURNS` knows."""
        return frozenset(TURNS[word] for word in self.vocabulary if word in TURNS)

    @cached_property
    def outcomes(self) -> frozenset[int]:
        """How it ended, by the kinds that `OUTCOMES` knows."""
        return frozenset(OUTCOMES[word] for word in self.vocabulary if word in OUTCOMES)

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Runs of capitalised words within sentences, particles left out: people, places, organisations."""
        return find_names(self.tokens)


def stem(word: str) -> str:
    """Give the first letters of a word; numbers whole."""
    return word if word[0].isdigit() else word[:STEM_LETTERS]


def _says_something(word: str) -> bool:
    return word not in LITTLE_WORDS and (len(word) > 1 or word.isdigit())
