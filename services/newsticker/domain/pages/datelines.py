"""Datelines: `KYIV (ANP/RTR) - `, and where the page has none with agencies `TERHOVE - `."""

import re
from functools import lru_cache

from newsticker.domain.pages.page import Dateline
from newsticker.domain.pages.places import is_named_elsewhere, looks_named, mend_head
from newsticker.domain.pages.words import gather
from newsticker.domain.stamps.reading import build
from newsticker.domain.stamps.tables import LANGUAGES
from newsticker.domain.text import repair_name

MAX_HEAD = 100
"""Places of a dateline take no more than so many characters."""
MAX_WORDS = 5
"""Words of one place: "St. Anton am Arlberg" has four."""
MIN_PLACE = 2
MAX_STATE = 12
_MIN_NAME = 5
_ENDINGS = ".!?…\"'”’»)"
"""What ends a sentence, which copy is and a title is not."""

AGENCIES = frozenset(
    {
        "AA", "AAP", "AD", "ADN", "AFP", "AGI", "AGERPRES", "AHA", "ANA", "ANP", "ANSA", "AP", "APA", "ATS", "BELGA",
        "BLOOMBERG", "BNR", "BTA", "CNA", "CNN", "CTK", "DDP", "DJ", "DPA", "EFE", "EPA", "FP", "GPD", "HINA", "IANS",
        "IPS", "IRNA", "ITAR-TASS", "JTA", "KNA", "KYODO", "LETA", "LUSA", "MENA", "MTI", "NOVUM", "NTB", "NP", "PA",
        "PAP", "PTI", "REUTERS", "RIA", "RITZAU", "RTR", "SANA", "SDA", "SID", "STA", "STT", "TANJUG", "TASS", "TT",
        "UKRINFORM", "UNIAN", "UPDAY", "UPI", "VWD", "XINHUA", "YONHAP", "DPA-AFX", "NOS", "BBC", "VRT", "RTL",
    }
)  # fmt: skip
"""Codes that are agencies also where the place before them is not in capitals."""

_BROKEN_DASH = "(?:â(?:€[“”]|\u0080[\u0093\u0094])|&(?:[mn]dash|#821[12]);)"
"""A dash that was read in the wrong encoding, or stayed as it stood in the markup."""
_match_agency = re.compile(rf"\([^()\n]{{2,60}}\)(?:[^\S\r\n]{{0,3}}(?:[-–—:]|{_BROKEN_DASH})[^\S\r\n]{{0,3}})?").match
_CODE = re.compile(r"[^\W\d_][\w.&-]{1,19}(?: [A-Z][\w.-]{1,14})?")
_NOT_PLACE = re.compile(r"[\d_(){}\[\];:!?\"“”„«»…*|=<>@#%&+]")
_DAY = re.compile(
    r"(?:\w{2,10} )?[0-3]?\d\.? [^\W\d_]{3,10}+\.?(?: (?:19|20)\d\d)?|[^\W\d_]{3,10}+\.? [0-3]?\d(?:, (?:19|20)\d\d)?"
)
_WEEKDAYS = frozenset(name.casefold() for language in LANGUAGES for name in language.weekdays)
_DASH = re.compile(rf"[^\S\r\n]{{1,3}}(?:[-–—]|{_BROKEN_DASH})[^\S\r\n]{{1,3}}")
_BROKEN_MARKS = ("â€", "â\u0080")
_LOST_LETTER = re.compile(r"(?<=[A-Z])\?(?=[A-Z])")
"""What is left of a letter that an encoding did not have: "S?O PAULO"."""
_NOT_PLACES = AGENCIES.union(gather("not_places"))


def parse_dateline(text: str, start: int, limit: int, *, mixed: bool = False) -> Dateline | None:
    """Read the dateline at `start`; `mixed` also takes places without agency that are not in capitals."""
    head_end = start + MAX_HEAD if limit - start > MAX_HEAD else limit
    opening = text.find("(", start, head_end)
    while opening >= 0:
        match = _match_agency(text, opening, limit)
        if match is not None and (found := _with_agency(text, start, match.end(), limit)) is not None:
            return found
        opening = text.find("(", opening + 1, head_end)
    head = text[start:head_end]
    if " -" not in head and (head.isascii() or not _has_rare_dash(head)):
        return None
    dash = _DASH.search(text, start, head_end)
    if dash is None or dash.end() >= limit:
        return None
    return _with_bare_agencies(text, start, dash, limit) or _without_agency(text, start, dash, mixed=mixed)


def _has_rare_dash(head: str) -> bool:
    if "–" in head or "—" in head or "\u00a0-" in head or "\u2009-" in head or "\u202f-" in head:
        return True
    return "â" in head and any(mark in head for mark in _BROKEN_MARKS)


def _with_agency(text: str, start: int, end: int, limit: int) -> Dateline | None:
    """Read the dateline whose agencies, and the dash behind them, end at `end`."""
    if text[end - 1] == ")" and not text[end : end + 1].isspace():
        return None
    read = _read_attribution(text[start:end])
    if read is None:
        return None
    while end < limit and text[end].isspace():
        end += 1
    return build(Dateline, (start, end, *read))


@lru_cache(maxsize=4096)
def _read_attribution(printed: str) -> tuple[tuple[str, ...], tuple[str, ...], bool] | None:
    """Read places and agencies; without a dash only capitals and known codes make a dateline."""
    head, _, attribution = printed.rpartition("(")
    codes, _, dash = attribution.partition(")")
    head = mend_head(head.strip())
    agencies = split_agencies(codes)
    if not agencies or not (head or dash):
        return None
    known = all(code in AGENCIES for code in agencies)
    if not dash and not (known and head.isupper()):
        return None
    places = _split_head(head)
    if places is None or not _fits(head, places, agencies, known=known):
        return None
    return places, agencies, True


def _fits(head: str, places: tuple[str, ...], agencies: tuple[str, ...], *, known: bool) -> bool:
    """Say whether it is a dateline: capitals vouch for unknown codes, known codes for small letters."""
    if _shout(head):
        return True
    short = all(len(place.split()) <= MAX_WORDS for place in places)
    return short and (known or (agencies[0] in AGENCIES and not head[:1].islower()))


@lru_cache(maxsize=4096)
def _shout(head: str) -> bool:
    """Say whether a head is in capitals; the "'s-" of "'s-HERTOGENBOSCH" may be small."""
    bare = re.sub(r"['’‘`´][st]-? ?", "", head)
    return not bare or bare.isupper() or bare.split(",")[0].isupper()


@lru_cache(maxsize=4096)
def split_agencies(codes: str) -> tuple[str, ...]:
    """Split "ANP/RTR" or "ANP /upday" into codes in capitals; empty when it cannot be agencies."""
    parts = [part.strip() for part in re.split(r"[/,+]| en | and | und ", codes)]
    parts = [code for part in parts for code in _split_hyphens(part)]
    if not all(_CODE.fullmatch(part) for part in parts):
        return ()
    return tuple(part.upper() for part in parts)


def _split_hyphens(code: str) -> list[str]:
    """Split "ANP-AFP", but not "ITAR-TASS"."""
    halves = code.split("-")
    return halves if code.upper() not in AGENCIES and all(half.upper() in AGENCIES for half in halves) else [code]


def _name_places(head: str) -> tuple[str, ...]:
    """Name the places of a dateline, with plain blanks."""
    return tuple(" ".join(part.split()) for part in head.split("/") if part.strip())


def _split_head(head: str) -> tuple[str, ...] | None:
    """Split the part before the agencies into places, and leave a day out."""
    place, comma, rest = head.partition(",")
    if comma and not _DAY.fullmatch(rest.strip()) and rest.strip().casefold() not in _WEEKDAYS:
        if not (rest.isupper() and len(rest) <= MAX_STATE):
            return None
        place = head  # "WASHINGTON, D.C."
    name, *day = head.rsplit(None, 2) or [""]
    if not comma and _DAY.fullmatch(" ".join(day)):
        place = name
    if _NOT_PLACE.search(_LOST_LETTER.sub("", re.sub(r"\([^()]{2,30}\)", "", place))):
        return None
    return _name_places(place)


def _without_agency(text: str, start: int, dash: re.Match[str], *, mixed: bool) -> Dateline | None:
    head = _leave_day(repair_name(text[start : dash.start()].strip()))
    words = head.replace("/", " ").split()
    if not words or len(words) > MAX_WORDS or _NOT_PLACE.search(head) or "," in head:
        return None
    following = text[dash.end() : dash.end() + 30]
    if head.upper() in _NOT_PLACES or _goes_on(following):
        return None
    if _shout(head):
        if following.isupper() or len(head) < MIN_PLACE:
            return None
    elif not (mixed and (looks_named(words) or (head.islower() and is_named_elsewhere(text, head)))):
        return None
    return Dateline(start, dash.end(), _name_places(head), (), strong=False)


def _leave_day(head: str) -> str:
    """Leave the day out: "GOES, maandag"."""
    place, _, rest = head.partition(", ")
    return place if rest and (rest.casefold() in _WEEKDAYS or _DAY.fullmatch(rest)) else head


def _goes_on(following: str) -> bool:
    """Say whether what follows a dash goes on with a sentence; "â€" is a quote that was read in the wrong encoding."""
    return following[:1].islower() and not following.startswith(_BROKEN_MARKS)


def _with_bare_agencies(text: str, start: int, dash: re.Match[str], limit: int) -> Dateline | None:
    """Read agencies without place and brackets: "ANP/AFP - "; what follows is a sentence, not the rest of a title."""
    agencies = _read_bare_agencies(text[start : dash.start()].strip())
    following = text[dash.end() : dash.end() + 30]
    if not agencies or text[limit - 1] not in _ENDINGS or _goes_on(following) or following.isupper():
        return None
    return Dateline(start, dash.end(), (), agencies, strong=True)


@lru_cache(maxsize=4096)
def _read_bare_agencies(head: str) -> tuple[str, ...]:
    """Read agencies that stand without place and brackets: "ANP/AFP"; a short name ("Ana") is none."""
    agencies = split_agencies(head)
    known = bool(agencies) and all(code in AGENCIES for code in agencies)
    return agencies if known and (head.isupper() or len(head) >= _MIN_NAME) else ()
