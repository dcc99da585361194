"""Cuts a text into words as they are compared: folded, numbers read, of a known beginning only."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from newsticker.domain.duplicates.numerals import join_parts, read_doubtful, read_figure, read_word
from newsticker.domain.duplicates.vocabulary import DOUBTFUL_NUMBERS
from newsticker.domain.text import repair

MAX_WORDS = 240
"""What is compared of a text: an agency's lead is far shorter, and a longer article is known by its beginning."""

MAX_CHARS = MAX_WORDS * 12
DOUBTFUL_WORDS = frozenset(DOUBTFUL_NUMBERS)

_FIRM_BLANK = "\u00a0"
_BETWEEN_DIGITS = re.compile(r" (?<=\d )(?=\d)")
"""Where a blank may stand within a number: it is made firm, so that a text can be cut at the others."""

_TOKEN = re.compile(
    r"((?=\d)(?:(?<![\d.,])\d{1,3}(?:[\u00a0\u202f]\d{3}){1,4}(?![\d.,])|"
    r"\d{1,15}(?:[.,:]\d{1,6}){0,4}(?![^\W\d_]))|[^\W_]{1,60}(?:[?\ufffd]{1,3}[^\W_]{1,60}){0,4})"
)
_MOST_KEPT = 30
"""Longer stretches without blanks come once."""

MAX_DAMAGED = 60
_DAMAGED = re.compile(r"[?\ufffd]{0,3}[^\W_]{1,60}(?:[?\ufffd]{1,3}[^\W_]{1,60}){0,4}[?\ufffd]{0,3}")
_MARK = re.compile(r"[?\ufffd]")
_DATELINE = re.compile(
    r"\s{0,4}(?=[A-ZÀ-Þ(])(?:[A-ZÀ-Þ]['’A-ZÀ-Þ ,./-]{1,40}|[A-ZÀ-Þ][\w'’ -]{1,40} (?=\())?"
    r"(?:\([A-Za-z][A-Za-z/ ,.]{1,24}\)\s?)?[-–—] "
)
"""Where and by whom it was sent, if the splitter left that standing: it says nothing of what happened."""

_MARKS = re.compile(r"\?{2,}")
_SENTENCE_END = re.compile(r"[.!?:\n\"“”„‘«]")
_LOOK_BACK = 6
"""Characters before a word in which the end of a sentence is looked for."""


class _Token(NamedTuple):
    """One word, folded for comparison, and whether it is capitalised.

    What stands between two words is what stands after the first and before the second: so a word can be known by
    itself, whatever text it stands in.
    """

    word: str
    capital: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in order, folded, and column by column what is known of each."""

    words: list[str]
    capitals: list[bool]
    before: list[str]
    after: list[str]

    def cut(self, words: int) -> "Tokens":
        """Take only so many."""
        return Tokens(self.words[:words], self.capitals[:words], self.before[:words], self.after[:words])

    def find_gap(self, at: int) -> str:
        """Give the last characters that stand between a word and the one before it."""
        return (self.after[at - 1] + self.before[at])[-_LOOK_BACK:]

    def begins_sentence(self, at: int) -> bool:
        """Tell whether a word begins a sentence."""
        return at == 0 or ((gap := self.find_gap(at)) != " " and _SENTENCE_END.search(gap) is not None)


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


def tokenise(text: str) -> Tokens:
    """Read the first words of a text."""
    if not text:
        return Tokens([], [], [], [])
    text = repair(text)
    dateline = _DATELINE.match(text)
    if dateline:
        text = text[dateline.end() :]
    if _BETWEEN_DIGITS.search(text):
        text = _BETWEEN_DIGITS.sub(_FIRM_BLANK, text)
    tokens: list[_Token] = []
    for chunk in text.split(" "):
        found = _read_chunk(chunk) if len(chunk) <= _MOST_KEPT else _find_tokens(chunk)
        if found:
            tokens += found
        elif tokens:
            tokens[-1] = tokens[-1]._replace(after=f"{tokens[-1].after}{chunk} ")
    if not tokens:
        return Tokens([], [], [], [])
    words, capitals, before, after = map(list, zip(*tokens[:MAX_WORDS], strict=True))
    _read_doubtful(words)
    return Tokens(words, capitals, before, after)


@lru_cache(maxsize=16384)
def _read_chunk(chunk: str) -> tuple[_Token, ...]:
    """Read what stands between two blanks; most of it has been read before."""
    if chunk.isalpha():
        return (_Token(_fold_token(chunk), chunk[0].isupper(), "", " "),)
    return _find_tokens(chunk)


def _find_tokens(chunk: str) -> tuple[_Token, ...]:
    """Find the words in a stretch without blanks; number words with a hyphen between them are one."""
    head, *pieces = _TOKEN.split(f"{chunk} ")
    tokens: list[_Token] = []
    for raw, after in zip(pieces[::2], pieces[1::2], strict=True):
        word = _fold_token(raw)
        if tokens and tokens[-1].after == "-" and (joined := join_parts(tokens[-1].word, word)):
            tokens[-1] = tokens[-1]._replace(word=joined, after=after)
        else:
            tokens.append(_Token(word, raw[0].isupper() and raw.isalnum(), "" if tokens else head, after))
    return tuple(tokens)


def _read_doubtful(words: list[str]) -> None:
    """Read the words that are numbers beside some words only."""
    if DOUBTFUL_WORDS.isdisjoint(words):
        return
    others = frozenset(words)
    for at, word in enumerate(words):
        if word in DOUBTFUL_WORDS:
            following = words[at + 1] if at + 1 < len(words) else ""
            words[at] = read_doubtful(word, following, others)


def _fold_token(raw: str) -> str:
    if raw.isascii() and raw.isalpha():  # most words by far
        word = raw.lower()
        return read_word(word) or word
    if raw[0].isdigit() and not raw[-1].isalpha():
        return read_figure(raw)
    if raw.lower() == "één":
        return "1"
    word = fold(raw.replace("?", "").replace("\ufffd", ""))
    return read_word(word) or word


def find_damaged(text: str) -> dict[str, str]:
    """Find words that have lost letters on the way, as patterns: `?` for one of them, `*` where more marks stand."""
    if "?" not in text and "\ufffd" not in text:
        return {}
    found = [word for word in _DAMAGED.findall(repair(text)) if not word.isalnum()][:MAX_DAMAGED]
    return {fold(_MARK.sub("", word)): _MARKS.sub("*", fold(word).replace("\ufffd", "?")) for word in found}
