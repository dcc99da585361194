"""Organisations: ministries, long forms with their letters in brackets, clubs and companies by their cues."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsticker.domain.enrichment.names.roles import REMEMBERED
from newsticker.domain.enrichment.names.runs import BLANKS, Words
from newsticker.domain.enrichment.tables import read_table, read_words, split_list

CONNECTORS = read_words("connectors")
NATIONAL_BODIES = tuple(read_words("national_bodies"))
MAX_LONG_FORM = 9
MIN_UNIT = 7
"""A small word of so many letters may belong to a Dutch long form."""

ARTICLES = frozenset({"De", "Het", "Een"})
PORTFOLIOS_TOO = frozenset({"Defensie"})
"""Organisations that ministers are for."""

COURTS = ("rechtbank", "zandbank")
MIN_BEFORE = 2
MINISTRIES = frozenset({"ministerie", "ministeries", "departement"})


class OrganisationSpan(NamedTuple):
    """An organisation at `[start, end)` of the text; `name` is the usual one where the tables know it."""

    start: int
    end: int
    name: str
    kind: str
    via: str
    confidence: float


def find_organisations(words: Words, text: str, runs: Sequence[tuple[int, int]]) -> list[OrganisationSpan]:
    """Find the organisations of a text; `runs` are the runs of capitals that are no people."""
    spans = [*_find_long_forms(words, text), *_find_ministries(words), *_find_national(words, text, runs)]
    for first, last in runs:
        if (span := _read_run(words, text, first, last)) is not None:
            spans.append(span)
    return spans


def _find_ministries(words: Words) -> Iterator[OrganisationSpan]:
    """Find "ministerie van Buitenlandse Zaken"."""
    for at, mark in words.marks.items():
        if (
            not (mark.kind == "portfolio" or mark.hit.entry.form in PORTFOLIOS_TOO)
            or at != mark.first
            or at < MIN_BEFORE
        ):
            continue
        noun = words.tokens[at - 2].text.lower()
        if noun in MINISTRIES and words.tokens[at - 1].text in {"van", "voor"}:
            start, end = words.tokens[at - 2].start, words.tokens[mark.last].end
            yield OrganisationSpan(start, end, f"ministerie van {mark.hit.entry.ref}", "ministry", "pattern", 0.95)


def _find_national(words: Words, text: str, runs: Sequence[tuple[int, int]]) -> Iterator[OrganisationSpan]:
    """Find "Nederlandse Vissersbond": a people's adjective before a capital that ends as bodies do."""
    for first, _last in runs:
        mark = words.marks.get(first - 1)
        token = words.tokens[first]
        if mark is None or mark.kind != "nationality" or mark.hit.entry.via != "adjective" or token.gap not in BLANKS:
            continue
        if token.text.lower().endswith(NATIONAL_BODIES):
            start = words.tokens[first - 1].start
            yield OrganisationSpan(start, token.end, text[start : token.end], "", "pattern", 0.85)


def _find_long_forms(words: Words, text: str) -> Iterator[OrganisationSpan]:
    """Find a long form that is followed by its letters in brackets: World Ash Office (WAO)."""
    tokens = words.tokens
    if " (" not in text:
        return
    for at in [at for at, token in enumerate(tokens) if at and token.gap == " (" and token.text.isalpha()]:
        token = tokens[at]
        if text[token.end : token.end + 1] != ")" or sum(map(str.isupper, token.text)) <= 1:
            continue
        first = _find_long_form(words, at)
        if first is None:
            continue
        if tokens[first].text in ARTICLES:
            first += 1
        name = text[tokens[first].start : tokens[at - 1].end]
        yield OrganisationSpan(tokens[first].start, tokens[at - 1].end, name, "", "long_form", 0.9)
        yield OrganisationSpan(token.start, token.end, name, "", "acronym", 0.9)


def _find_long_form(words: Words, acronym: int) -> int | None:
    """Give the first word of the long form: its capitals must spell the acronym's."""
    letters = [char.lower() for char in words.tokens[acronym].text if char.isupper()]
    at = acronym - 1
    best = None
    for first in range(at, max(-1, at - MAX_LONG_FORM), -1):
        token = words.tokens[first]
        if not (token.capital or token.text in CONNECTORS or _is_unit(token.text)):
            break
        if token.capital and token.text[0].lower() == letters[0] and _spells(words, first, acronym, letters):
            best = first
        if first > 0 and token.gap not in BLANKS:
            break
    return best if best is not None and acronym - best > 1 else None


def _is_unit(word: str) -> bool:
    return len(word) >= MIN_UNIT and word.islower()


def _spells(words: Words, first: int, acronym: int, letters: Sequence[str]) -> bool:
    """Say whether the letters are the beginnings of words, in order; capitals may not be left over at the end."""
    rest = list(letters)
    for at in range(first, acronym):
        for part in words.tokens[at].text.lower().split("-"):
            if rest and part[:1] == rest[0]:
                rest.pop(0)
    return not rest


def _read_run(words: Words, text: str, first: int, last: int) -> OrganisationSpan | None:
    tokens = words.tokens
    soft = words.marks.get(first)
    only_place = soft is not None and soft.last >= last
    before = tokens[first - 1] if first and tokens[first].gap in BLANKS else None
    if tokens[first].opens and first < last and kind_of(tokens[first].text.lower()) is not None:
        before, first = tokens[first], first + 1
    if (cued := _read_cued(words, text, first, last)) is not None:
        return cued
    if before is None:
        return None
    noun = before.text.lower()
    own = read_cues("own").get(noun)
    if own is not None:
        start, end = before.start, tokens[_past_en(words, last)].end
        return OrganisationSpan(start, end, text[start:end], own, "pattern", 0.85)
    if only_place:
        return None
    kind = kind_of(noun)
    if kind is None:
        return None
    start, end = tokens[first].start, tokens[last].end
    return OrganisationSpan(start, end, text[start:end], kind, "noun", 0.85)


def _past_en(words: Words, last: int) -> int:
    """Follow "en" to another capital: waterschap Aa en Maas."""
    tokens = words.tokens
    if (
        last + 2 < len(tokens)
        and tokens[last + 1].text == "en"
        and tokens[last + 2].capital
        and tokens[last + 2].gap in BLANKS
    ):
        return last + 2
    return last


@lru_cache(maxsize=REMEMBERED)
def kind_of(noun: str) -> str | None:
    """Give the kind of organisation that a noun says: vakbond, nieuwszender."""
    if noun.endswith(COURTS):
        return None
    return next((kind for kind, nouns in _nouns().items() if noun.endswith(nouns)), None)


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    """Give by kind the nouns after which a name is that of an organisation; the last part of a compound will do."""
    return {kind: split_list(nouns) for position, kind, nouns in read_table("cues.tsv") if position == "noun"}


@cache
def read_cues(position: str) -> dict[str, str]:
    """Give the kind of organisation by a word that its name has in that position."""
    return {
        word: kind for found, kind, words in read_table("cues.tsv") if found == position for word in split_list(words)
    }


def _read_cued(words: Words, text: str, first: int, last: int) -> OrganisationSpan | None:
    """Read a run that holds a cue: FC Utrecht, Stichting Veldzicht, Norse Airlines."""
    tokens = words.tokens
    if last == first:
        return None
    for at in range(first, last):
        kind = read_cues("before").get(tokens[at].text)
        if kind is not None:
            return _make(words, text, at, last, kind)
    for at in range(last, first, -1):
        kind = read_cues("after").get(tokens[at].text)
        if kind is not None and not (tokens[first].opens and at == first + 1 and tokens[first].text in ARTICLES):
            start = first + 1 if tokens[first].opens and tokens[first].text in ARTICLES else first
            return _make(words, text, start, at, kind)
    return None


def _make(words: Words, text: str, first: int, last: int, kind: str) -> OrganisationSpan:
    start, end = words.tokens[first].start, words.tokens[last].end
    return OrganisationSpan(start, end, text[start:end], kind, "cue", 0.85)
