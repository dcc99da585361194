"""Cuts a text into words as they are compared: folded, numbers read, of a known beginning only."""

import re
from unicodedata import normalize

from newsticker.domain.duplicates.naming import Token
from newsticker.domain.duplicates.numerals import join_parts, read_doubtful, read_figure, read_word
from newsticker.domain.duplicates.vocabulary import DOUBTFUL_NUMBERS
from newsticker.domain.text import repair

MAX_WORDS = 240
"""What is compared of a text: an agency's lead is far shorter, and a longer article is known by its beginning."""

MAX_CHARS = MAX_WORDS * 12
DOUBTFUL_WORDS = frozenset(DOUBTFUL_NUMBERS)

_TOKEN = re.compile(
    r"(?=\d)(?:(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\d.,])|"
    r"\d{1,15}(?:[.,:]\d{1,6}){0,4}(?![^\W\d_]))|[^\W_]{1,60}(?:[?\ufffd]{1,3}[^\W_]{1,60}){0,4}"
)
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
    dateline = _DATELINE.match(text)
    for found in _TOKEN.finditer(text, dateline.end() if dateline else 0):
        raw, start = found[0], found.start()
        gap = text[max(end, start - _LOOK_BACK) : start]
        begins = not tokens or (gap != " " and _SENTENCE_END.search(gap) is not None)
        word = _fold_token(raw)
        if gap == "-" and tokens and (joined := join_parts(tokens[-1].word, word)):
            tokens[-1] = tokens[-1]._replace(word=joined)
        else:
            tokens.append(Token(word, raw[0].isupper() and raw.isalnum(), begins, gap))
        end = found.end()
        if len(tokens) == MAX_WORDS:
            break
    _read_doubtful(tokens)
    return tuple(tokens)


def _read_doubtful(tokens: list[Token]) -> None:
    """Read the words that are numbers beside some words only."""
    words = frozenset(token.word for token in tokens)
    if DOUBTFUL_WORDS.isdisjoint(words):
        return
    for at, token in enumerate(tokens):
        if token.word in DOUBTFUL_WORDS:
            following = tokens[at + 1].word if at + 1 < len(tokens) else ""
            tokens[at] = token._replace(word=read_doubtful(token.word, following, words))


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
