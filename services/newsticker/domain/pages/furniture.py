"""Lines that are not news: labels, menus, notices, captions, bylines. The words come from the tables."""

import re
from typing import NamedTuple

from newsticker.domain.pages.datelines import AGENCIES, split_agencies
from newsticker.domain.pages.page import Byline
from newsticker.domain.pages.words import LANGUAGES, gather
from newsticker.domain.stamps.dated import search_dated

MAX_LABEL = 70
MAX_FURNITURE = 200
MAX_ASIDE = 400
_MIN_SECTION, _MAX_SECTION = 2, 60
_SUFFIX_WINDOW = 45
_CREDIT_WINDOW = 60
_AGENCY_TAIL = 3
_NEAR_START, _NEAR_END = 14, 3
"""A date with a clock time is a line of its own when no more than so many characters stand around it."""


def _folded(field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.casefold() for word in gather(field)))


_LABELS = gather("labels")
_GLUING = tuple(f"{language.labels[0]} " for language in LANGUAGES)
"""The label of each language that is also found behind a sentence, glued to it."""
MAX_GLUED = 50
_BARE_LABELS = frozenset(_folded("bare_labels"))
_EDITIONS = gather("editions")
_ASIDES = gather("asides")
_INTERRUPTIONS = frozenset(_folded("interruptions"))
_MENUS = frozenset(_folded("menus"))
_ENDS = frozenset(_folded("ends"))
_NOTICES = _folded("notices")
_BYLINES = _folded("bylines")
_AUTHORS = _folded("authors")
_UPDATES = _folded("updates")
_BYLINE_WORDS = frozenset(
    word for field in ("byline_words", "bylines", "updates") for part in _folded(field) for word in part.split()
)
_MAX_BYLINE_WORDS = 12

_BULLET_CLOCK = re.compile(r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)[ \u00a0]{1,3}(?=\S)")
_BULLET_WINDOW = 50
_MARKS = "-–—•*·"
_CREDIT_WORDS = gather("credits")
_CREDIT_MARKS = (
    "©",
    *(word for word in _CREDIT_WORDS if not any(other in word for other in _CREDIT_WORDS if other != word)),
)
"""One of these stands in every credit: the words that contain no other, longer ones contain one of them."""
_NAMED_CREDITS = tuple(word for word in _CREDIT_WORDS if word.endswith(":"))
_CREDIT = re.compile(
    rf"(?:©[ \u00a0]?[^\n.]{{2,40}}|[(|/][ ]?(?:{'|'.join(map(re.escape, _CREDIT_WORDS))})[^\n()]{{1,40}}\)?|"
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _CREDIT_WORDS))})[ \u00a0]"
    r"(?:ANP|AFP|EPA|AP|DPA|Reuters|Getty|Belga)[^\n.]{0,30}|"
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _NAMED_CREDITS))})[ ]?[A-Z][^\n.]{{2,40}})\.?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODES = re.compile(r"(?<!\w)[A-Z][A-Za-z-]{1,12}(?:[ ]?/[ ]?[A-Za-z][A-Za-z-]{1,12}){0,3}")
_SUFFIX = re.compile(r"\((?P<codes>[A-Za-z][A-Za-z /.,+-]{1,40})\)\.?$")
_FIELDS = ("labels", "bare_labels", "editions", "asides", "interruptions", "menus", "notices", "bylines", "ends")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_FIRST_WORDS = frozenset(
    found[0].lower() for field in _FIELDS for phrase in gather(field) if (found := _WORD.match(phrase)) is not None
)
_HINT = re.compile(r"[|©(/»>:0-9\u0660-\u1fff\ua620-\U0010ffff]")
"""Marks of furniture, and the blocks in which digits stand: a range is searched faster than what is a digit."""


class Bullet(NamedTuple):
    """A line of a list of headlines: `- Rubriek HH:MM Title`."""

    mark: int
    section_start: int
    section_end: int
    clock: tuple[int, int]
    clock_start: int
    clock_end: int
    title: int


def may_be_furniture(text: str, start: int, end: int) -> bool:
    """Say whether it is worth a closer look: most lines begin with no word of the tables, and have no odd mark."""
    word = _WORD.match(text, start, end)
    if word is None or word[0].lower() in _FIRST_WORDS:
        return True
    if _HINT.search(text, end - _CREDIT_WINDOW if end - start > _CREDIT_WINDOW else start, end) is not None:
        return True
    return text[end - _AGENCY_TAIL if end - start > _AGENCY_TAIL else start : end].isupper()


def find_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find a label that announces a ticker; gives the range of its section, an empty one when it names none."""
    if end - start > MAX_LABEL:
        return None
    line = text[start:end]
    for words in _LABELS if line.startswith(_LABELS) else ():
        if line.startswith(words):
            section = line[len(words) :].lstrip()
            fits = _MIN_SECTION <= len(section) <= _MAX_SECTION and len(section) < len(line) - len(words)
            if fits and not section[0].islower() and not any(mark in section for mark in ".!?"):
                return end - len(section), end
    return (end, end) if line.rstrip(":").casefold() in _BARE_LABELS else None


def find_glued_labels(text: str) -> list[int]:
    """Find labels that are glued to the sentence before them: "….Meer uit Buitenland" at the end of a line."""
    words, place = "", -1
    for words in _GLUING:  # one language a page
        if (place := text.find(words)) >= 0:
            break
    found: list[int] = []
    while place >= 0 and len(found) < MAX_GLUED:
        glued = place > 0 and text[place - 1] in ".!?\"'”’)"
        if glued and find_label(text, place, _line_end(text, place)) is not None:
            found.append(place)
        place = text.find(words, place + 1)
    return found


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start, start + MAX_LABEL + 1)
    return end if end >= 0 else min(len(text), start + MAX_LABEL + 1)


def find_bullet(text: str, start: int, end: int) -> Bullet | None:
    """Read a line of a list of headlines."""
    if text[start : start + 1] not in _MARKS:
        return None
    match = _BULLET_CLOCK.search(text, start + 1, min(end, start + _BULLET_WINDOW))
    if match is None or match.end() >= end:
        return None
    before = text[start + 1 : match.start()]
    section = before.strip()
    section_start = start + 1 + len(before) - len(before.lstrip()) if section else match.start()
    clock = (int(match["hour"]), int(match["minute"]))
    clock_end = match.end("minute")
    return Bullet(start, section_start, section_start + len(section), clock, match.start(), clock_end, match.end())


def is_edition(text: str, start: int, end: int) -> bool:
    """Say whether a line is the choice of edition of a section list."""
    line = text[start:end]
    if not line.startswith(_EDITIONS):
        return False
    return any(line.startswith(word) and line[len(word) :].lstrip().startswith(":") for word in _EDITIONS)


def is_aside(text: str, start: int, end: int) -> bool:
    """Say whether a line is a caption, a credit or a pointer to another page."""
    if end - start > MAX_ASIDE:
        return False
    if _begins(text[start:end].lstrip("([ "), _ASIDES):
        return True
    if end - start > MAX_FURNITURE:
        return False
    tail = max(start, end - _CREDIT_WINDOW)
    marked = text[tail:end]
    return any(mark in marked for mark in _CREDIT_MARKS) and _CREDIT.search(text, tail, end) is not None


def _begins(line: str, words: tuple[str, ...]) -> bool:
    """Say whether a line begins with one of the words, whole."""
    if not line.startswith(words):
        return False
    return any(line.startswith(word) and not line[len(word) : len(word) + 1].isalnum() for word in words)


def is_boilerplate(text: str, start: int, end: int) -> bool:
    """Say whether a line is part of the site, not of the news."""
    if end - start > MAX_FURNITURE:
        return False
    line = text[start:end].casefold()
    if line in _INTERRUPTIONS or _begins(line, _NOTICES):
        return True
    return line.count("|") > 1 or " > " in line or " » " in line


def is_menu(text: str, start: int, end: int) -> bool:
    """Say whether a line is a word of a menu; in the middle of copy it may be a crosshead."""
    return end - start < MAX_LABEL and text[start:end].casefold() in _MENUS


def is_end(text: str, start: int, end: int) -> bool:
    """Say whether a line is a heading after which no news follows."""
    return end - start < MAX_LABEL and text[start:end].rstrip(":").casefold() in _ENDS


def find_suffix(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Find agencies in brackets that end a line: where they begin, and which they are."""
    length = end - start
    if ")" not in text[end - 2 if length > 1 else start : end]:
        short = 0 < length < _SUFFIX_WINDOW and text[start:end].isupper()
        bare = split_agencies(text[start:end]) if short else ()
        return (start, bare) if bare and all(code in AGENCIES for code in bare) else None
    match = _SUFFIX.search(text, max(start, end - _SUFFIX_WINDOW), end)
    if match is None:
        return None
    agencies = split_agencies(match["codes"])
    if not agencies or agencies[0] not in AGENCIES:
        return None
    alone = match.start() == start
    return (match.start(), agencies) if alone or all(code in AGENCIES for code in agencies) else None


def parse_byline(text: str, start: int, end: int) -> Byline | None:
    """Read a line that says by whom and when: `Door ANP - 18-10-2016, 16:25 (Update 17:02)`."""
    if end - start > MAX_FURNITURE:
        return None
    line = text[start:end].casefold()
    begins = _begins(line, _BYLINES)
    if not begins and (end - start > MAX_LABEL or _YEAR.search(text, start, end) is None):
        return None  # without a word of bylines it takes a whole date
    times = search_dated(text, start, end)
    if not begins:
        whole = len(times) == 1 and times[0].year is not None and times[0].clock is not None
        near = whole and times[0].start - start < _NEAR_START and end - times[0].end < _NEAR_END
        return Byline(start, end, (), times[0]) if near else None
    if not _is_attribution(text[start:end], [(time.start - start, time.end - start) for time in times]):
        return None
    update = min((at for word in _UPDATES if (at := line.find(word)) >= 0), default=len(line)) + start
    published = next((time for time in times if time.start < update), None)
    updated = next((time for time in times if time.start > update), None)
    codes = _CODES.search(text, start + max(line.find(" "), 0), end)
    agencies = split_agencies(codes[0]) if codes else ()
    agencies = agencies if agencies and agencies[0] in AGENCIES else ()
    if not (times or agencies or _begins(line, _AUTHORS)):
        return None
    return Byline(start, end, agencies, published, updated)


def _is_attribution(line: str, times: list[tuple[int, int]]) -> bool:
    """Say whether nothing but names, times and the words of bylines stands in a line."""
    for start, end in reversed(times):
        line = line[:start] + " " + line[end:]
    words = re.findall(r"[^\W\d_][\w'’-]{0,30}", line)
    return len(words) <= _MAX_BYLINE_WORDS and all(word[0].isupper() or word in _BYLINE_WORDS for word in words)
