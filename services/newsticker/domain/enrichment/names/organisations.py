"""Organisations: ministries, long forms with their letters in brackets, clubs and companies by their cues."""

import re
from collections.abc import Iterator, Sequence

from newsticker.domain.enrichment.names.cues import OrganisationSpan, kind_of, read_cues
from newsticker.domain.enrichment.names.long_forms import ARTICLES, find_long_forms
from newsticker.domain.enrichment.names.runs import BLANKS, Words
from newsticker.domain.enrichment.tables import read_words

NATIONAL_BODIES = tuple(read_words("national_bodies"))
PORTFOLIOS_TOO = frozenset({"Defensie"})
"""Organisations that ministers are for."""

MIN_BEFORE = 2
MINISTRIES = frozenset({"ministerie", "ministeries", "departement"})
MINISTRY_STEMS = ("inisterie", "epartement")

BEFORE_PLACES = read_words("locatives") | {"en", "of", "tussen", "tot"}
SPATIAL_NOUNS = read_words("spatial_nouns")
PUBLIC = frozenset({"Kamerlid", "Kamerleden", "Rijk", "Koninkrijk", "Oranje", "WK", "EK", "NK", "Koningshuis", "Hof"})
"""What has a people's adjective before it and is no firm."""

_TITLE = re.compile(
    r"-(?:(topman|topvrouw|ceo|bestuursvoorzitter)"
    r"|(?:leider|lijsttrekker|Kamerlid|fractievoorzitter|raadslid|senator|parlementariër))\b"
)
"""Titles that name a company or, behind letters, a party: Dassault-topman, GERB-leider."""


def find_organisations(words: Words, text: str, runs: Sequence[tuple[int, int]]) -> list[OrganisationSpan]:
    """Find the organisations of a text; `runs` are the runs of capitals that are no people."""
    spans = [*find_long_forms(words, text), *_find_ministries(words, text), *_find_national(words, text, runs)]
    spans += _find_titled(text)
    for first, last in runs:
        if (span := _read_run(words, text, first, last)) is not None:
            spans.append(span)
    return spans


def _find_titled(text: str) -> Iterator[OrganisationSpan]:
    """Find a company or a party that only its leader's title names."""
    for found in _TITLE.finditer(text):
        end = found.start()
        start = text.rfind(" ", 0, end) + 1
        head = text[start:end]
        if head.isalnum() and (head.isupper() if found[1] is None else head[0].isupper()):
            yield OrganisationSpan(start, end, head, "company" if found[1] else "party", "compound", 0.85)


def _find_ministries(words: Words, text: str) -> Iterator[OrganisationSpan]:
    """Find "ministerie van Buitenlandse Zaken"."""
    if not any(noun in text for noun in MINISTRY_STEMS):  # as in most copy
        return
    for at, mark in words.marks.items():
        is_portfolio = mark.kind == "portfolio" or mark.hit.entry.form in PORTFOLIOS_TOO
        if not is_portfolio or at != mark.first or at < MIN_BEFORE:
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


def _read_run(words: Words, text: str, first: int, last: int) -> OrganisationSpan | None:
    tokens = words.tokens
    soft = words.marks.get(first)
    only_place = soft is not None and soft.last >= last
    before = tokens[first - 1] if first and tokens[first].gap in BLANKS else None
    if tokens[first].opens and first < last and kind_of(tokens[first].text.lower()) is not None:
        before, first = tokens[first], first + 1
    cued = _read_cued(words, text, first, last) or _read_heart(words, text, first)
    if cued is not None or before is None:
        return cued
    noun = before.text.lower()
    if noun in {"de", "het"} and first > 1 and kind_of(tokens[first - 2].text.lower()) == "media":
        return OrganisationSpan(
            before.start, tokens[last].end, text[before.start : tokens[last].end], "media", "noun", 0.85
        )
    own = read_cues("own").get(noun)
    if own is not None:
        start, end = before.start, tokens[_past_en(words, last)].end
        return OrganisationSpan(start, end, text[start:end], own, "pattern", 0.85)
    kind = None if only_place else kind_of(noun)
    if kind is None and (only_place or not _is_of_a_people(words, first)):
        return None
    start, end = tokens[first].start, tokens[last].end
    return OrganisationSpan(start, end, text[start:end], kind or "", "noun", 0.85 if kind else 0.8)


def _read_heart(words: Words, text: str, first: int) -> OrganisationSpan | None:
    """Read a local party's name: Hart voor Den Haag."""
    tokens = words.tokens
    if tokens[first].text != "Hart" or first + 2 >= len(tokens):
        return None
    town = tokens[first + 2]
    if tokens[first + 1].text != "voor" or not town.capital or town.gap not in BLANKS:
        return None
    mark = words.marks.get(first + 2)
    return _make(words, text, first, first + 2 if mark is None else mark.last, "party")


def _is_of_a_people(words: Words, first: int) -> bool:
    """Say whether a name is that of a firm or a club by its country: het Deense Lundbeck, but in het Deense Hobro."""
    tokens = words.tokens
    mark = words.marks.get(first - 1)
    if mark is None or mark.kind != "nationality" or mark.hit.entry.via != "adjective" or first in words.marks:
        return False
    at = mark.first - 1
    if at < 1 or tokens[at].text != "het" or tokens[first].text in PUBLIC:
        return False
    before, lead = tokens[at - 1].text.lower(), tokens[at - 2].text.lower() if at > 1 else ""
    return before not in BEFORE_PLACES and not (before == "van" and lead in SPATIAL_NOUNS)


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
