"""Organisations: ministries, long forms with their letters in brackets, clubs and companies by their cues."""

import re
from collections.abc import Iterable, Iterator

from newsticker.domain.enrichment.names.cues import OrganisationSpan, kind_of, read_cues
from newsticker.domain.enrichment.names.long_forms import find_long_forms
from newsticker.domain.enrichment.names.runs import BLANKS, Run
from newsticker.domain.enrichment.names.tokens import Words
from newsticker.domain.enrichment.remembering import remember
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


def find_organisations(words: Words, text: str, runs: Iterable[Run]) -> list[OrganisationSpan]:
    """Find the organisations of a text; `runs` are the runs of capitals that are no people."""
    spans: list[OrganisationSpan] = []
    # most copy has none of these, and looking for a few letters is cheap
    if " (" in text:
        spans += find_long_forms(words, text)
    if any(map(text.__contains__, MINISTRY_STEMS)):
        spans += _find_ministries(words)
    if "-" in text:
        spans += _find_titled(text)
    for first, last in runs:
        for span in (_read_national(words, text, first), _read_run(words, text, first, last)):
            if span is not None:
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


def _find_ministries(words: Words) -> Iterator[OrganisationSpan]:
    """Find "ministerie van Buitenlandse Zaken"."""
    for at, mark in words.marks.items():
        is_portfolio = mark.kind == "portfolio" or mark.entry.form in PORTFOLIOS_TOO
        if not is_portfolio or at != mark.first or at < MIN_BEFORE:
            continue
        noun = words.texts[at - 2].lower()
        if noun in MINISTRIES and words.texts[at - 1] in {"van", "voor"}:
            start, end = words.start(at - 2), words.ends[mark.last]
            yield OrganisationSpan(start, end, f"ministerie van {mark.entry.ref}", "ministry", "pattern", 0.95)


def _read_national(words: Words, text: str, first: int) -> OrganisationSpan | None:
    """Read "Nederlandse Vissersbond": a people's adjective before a capital that ends as bodies do."""
    mark = words.marks.get(first - 1)
    if mark is None or mark.kind != "nationality" or mark.entry.via != "adjective":
        return None
    if words.gaps[first] not in BLANKS or not words.texts[first].lower().endswith(NATIONAL_BODIES):
        return None
    start, end = words.start(first - 1), words.ends[first]
    return OrganisationSpan(start, end, text[start:end], "", "pattern", 0.85)


def _read_run(words: Words, text: str, first: int, last: int) -> OrganisationSpan | None:
    before = first - 1 if first and words.gaps[first] in BLANKS else None
    if first < last and words.opens(first) and kind_of(words.texts[first].lower()) is not None:
        before, first = first, first + 1
    soft = words.marks.get(first)
    only_place = soft is not None and soft.last >= last
    cued = _read_cued(words, text, first, last) if first < last and not only_place else None  # Salt Lake City
    if cued is None and words.texts[first] == "Hart":
        cued = _read_heart(words, text, first)
    if cued is not None or before is None:
        return cued
    if (
        words.texts[before].lower() in {"de", "het"}
        and first > 1
        and kind_of(words.texts[first - 2].lower()) == "media"
    ):
        start, end = words.start(before), words.ends[last]
        return OrganisationSpan(start, end, text[start:end], "media", "noun", 0.85)
    own, kind = _read_noun(words.texts[before])
    if own is not None:
        start, end = words.start(before), words.ends[_past_en(words, last)]
        return OrganisationSpan(start, end, text[start:end], own, "pattern", 0.85)
    if only_place or (kind is None and not _is_of_a_people(words, first)):
        return None
    start, end = words.start(first), words.ends[last]
    return OrganisationSpan(start, end, text[start:end], kind or "", "noun", 0.85 if kind else 0.8)


@remember
def _read_noun(word: str) -> tuple[str | None, str | None]:
    """Give the kind of organisation whose name a noun begins, and of one whose name it stands before."""
    noun = word.lower()
    return read_cues("own").get(noun), kind_of(noun)


def _read_heart(words: Words, text: str, first: int) -> OrganisationSpan | None:
    """Read a local party's name: Hart voor Den Haag."""
    town = first + 2
    if town not in words.capitals or words.texts[first + 1] != "voor" or words.gaps[town] not in BLANKS:
        return None
    mark = words.marks.get(town)
    return _make(words, text, first, town if mark is None else mark.last, "party")


def _is_of_a_people(words: Words, first: int) -> bool:
    """Say whether a name is that of a firm or a club by its country: het Deense Lundbeck, but in het Deense Hobro."""
    texts = words.texts
    mark = words.marks.get(first - 1)
    if mark is None or mark.kind != "nationality" or mark.entry.via != "adjective" or first in words.marks:
        return False
    at = mark.first - 1
    if at < 1 or texts[at] != "het" or texts[first] in PUBLIC:
        return False
    before, lead = texts[at - 1].lower(), texts[at - 2].lower() if at > 1 else ""
    return before not in BEFORE_PLACES and not (before == "van" and lead in SPATIAL_NOUNS)


def _past_en(words: Words, last: int) -> int:
    """Follow "en" to another capital: waterschap Aa en Maas."""
    joined = last + 2 in words.capitals and words.texts[last + 1] == "en" and words.gaps[last + 2] in BLANKS
    return last + 2 if joined else last


def _read_cued(words: Words, text: str, first: int, last: int) -> OrganisationSpan | None:
    """Read a run that holds a cue: FC Utrecht, Stichting Veldzicht, Norse Airlines."""
    texts, leading, closing = words.texts, read_cues("before"), read_cues("after")
    for at in range(first, last):
        kind = leading.get(texts[at])
        if kind is not None:
            return _make(words, text, at, last, kind)
    for at in range(last, first, -1):
        kind = closing.get(texts[at])
        if kind is not None:
            return _make(words, text, first, at, kind)
    return None


def _make(words: Words, text: str, first: int, last: int, kind: str) -> OrganisationSpan:
    start, end = words.start(first), words.ends[last]
    return OrganisationSpan(start, end, text[start:end], kind, "cue", 0.85)
