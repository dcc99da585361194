"""Lines that are not news: labels, menus, notices, bullets. The words come from the tables."""

import re
from typing import NamedTuple

from newsticker.domain.pages.asides import CREDIT_WINDOW
from newsticker.domain.pages.buttons import is_button
from newsticker.domain.pages.datelines import AGENCIES, split_agencies
from newsticker.domain.pages.offers import is_report
from newsticker.domain.pages.words import LANGUAGES, NETWORKS, Phrases, fold, gather

MAX_LABEL = 70
MAX_FURNITURE = 200
_MIN_SECTION, _MAX_SECTION = 2, 60
_ELIDED = ("'", "’")
"""What ends the words of a label to which the section is glued: "Plus d'Alsace"."""
_SUFFIX_WINDOW = 45
_AGENCY_TAIL = 3


_LABEL_WORDS = gather("labels")
_LABELS = Phrases((*_LABEL_WORDS, *gather("names_only")))
_LOUD_LABELS = Phrases(words.upper() for words in _LABEL_WORDS)
_LOUD_WORDS = 2
"""Words in capitals behind "MEER UIT" that may name a section, small ones not counted: "HOEK VAN HOLLAND"."""
_NAMES_ONLY = gather("names_only")
_GLUING = tuple(f"{language.labels[0]} " for language in LANGUAGES)
"""The label of each language that is also found behind a sentence, glued to it."""
MAX_GLUED = 50
_BARE_LABELS = frozenset(fold("bare_labels"))
_SECTIONS = frozenset(gather("sections"))
_MORE = Phrases(fold("more"))
_SMALL = frozenset(gather("small"))
_EDITIONS = Phrases(gather("editions"))
_INTERRUPTIONS = frozenset(fold("interruptions"))
_MENUS = frozenset((*fold("menus"), *(network.casefold() for network in NETWORKS)))
_ENDS = frozenset(fold("ends"))
_NOTICES = Phrases(fold("notices"))
_RIGHTS = fold("rights")
_PUBLISHERS = fold("publishers")
_AROUND = " -–—()[]*•·:.»›>→↑↓^▶►\u00a0\ufe0f"
"""What may stand around a word of the site: "- Advertentie -"."""
_ARROWS = " ‹›«»<>→←↑↓▲▼\u00a0"
_BARS = re.compile(r" *[|·•] *|  +|\t+")
_MENU_WORDS = 3

_BULLET_CLOCK = re.compile(r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-3])[:.hHu](?P<minute>[0-5]\d)[ \u00a0]{1,3}(?=\S)")
_BULLET_WINDOW = 50
_MARKS = "-–—•*·"
_PATH_MARKS = (" / ", " › ", " → ")
_SUFFIX = re.compile(r"\((?P<codes>[A-Za-z][A-Za-z /.,+-]{1,40})\)\.?$")
_FIELDS = (
    *("labels", "names_only", "bare_labels", "editions", "asides", "pointers", "interruptions", "menus", "notices"),
    *("bylines", "sharing", "ends", "calls", "promises", "more", "paging"),
    *("comments", "comment_forms"),
)
_WORD = re.compile(r"[^\W\d_]{1,30}")
_FIRST_WORDS = frozenset(
    found[0].lower()
    for phrase in (*NETWORKS, *(phrase for field in _FIELDS for phrase in gather(field)))
    if (found := _WORD.match(phrase)) is not None
)
_HINT = re.compile(r"[|©(\[/»>:?0-9\u0660-\u1fff\ua620-\U0010ffff]")
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
    if _HINT.search(text, end - CREDIT_WINDOW if end - start > CREDIT_WINDOW else start, end) is not None:
        return True
    return text[end - _AGENCY_TAIL if end - start > _AGENCY_TAIL else start : end].isupper()


def find_label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find a label that announces a ticker; gives the range of its section, an empty one when it names none."""
    if end - start > MAX_LABEL:
        return None
    line = text[start:end]
    if (words := _LABELS.find(line)) is not None:
        section = line[len(words) :].lstrip()
        if _names_section(section, words, glued=len(section) == len(line) - len(words)):
            return end - len(section), end
    if line.isupper() and (words := _LOUD_LABELS.find(line)) is not None:
        section = line[len(words) :].strip()
        if 0 < sum(word.casefold() not in _SMALL for word in section.split()) <= _LOUD_WORDS and section[-1].isalnum():
            return end - len(section), end
    folded = line.rstrip(": ").casefold()
    if folded in _BARE_LABELS:
        return end, end
    words = _MORE.find(folded)
    return (
        (end - len(line[len(words) :].lstrip()), end) if words and folded[len(words) :].strip() in _SECTIONS else None
    )


def _names_section(section: str, words: str, *, glued: bool) -> bool:
    """Say whether what stands behind the words of a label is a section."""
    if not _MIN_SECTION <= len(section) <= _MAX_SECTION or glued != words.endswith(_ELIDED):
        return False
    if section[0].islower() or any(mark in section for mark in ".!?"):
        return False
    return words not in _NAMES_ONLY or all(not word[0].islower() or word in _SMALL for word in section.split())


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
    word = _EDITIONS.find(line)
    return word is not None and line[len(word) :].lstrip().startswith(":")


def is_boilerplate(text: str, start: int, end: int) -> bool:
    """Say whether a line is part of the site, not of the news."""
    if end - start > MAX_FURNITURE:
        return False
    line = text[start:end].casefold()
    if line.strip(_AROUND) in _INTERRUPTIONS or _is_notice(line) or is_button(line):
        return True
    if "|" in line or "·" in line or "•" in line or "  " in line:
        return line.count("|") > 1 or _is_bar(line)
    return " > " in line or (" » " in line and "«" not in line) or _is_path(line)


def _is_notice(line: str) -> bool:
    """Say whether a line is a notice; one word of them may also begin a sentence: "Copyright speelt een rol."."""
    for right in _RIGHTS:
        if right in line:
            return True
    words = _NOTICES.find(line)
    if words is None:
        return line[-1] not in ".!?" and any(words in line for words in _PUBLISHERS)
    if " " in words or line[-1] not in ".!?":
        return not is_report(line)
    return not line[len(words) :].strip(_AROUND)


def _is_bar(line: str) -> bool:
    """Say whether a line is a bar of menus: parts of a few words, of which two are known, or one of three."""
    parts = [part for part in _BARS.split(line) if part]
    if line[-1] in ".!?" or any(len(part.split()) > _MENU_WORDS for part in parts):
        return False
    known = sum(part in _MENUS or part in _INTERRUPTIONS or _NOTICES.find(part) is not None for part in parts)
    return known > 1 or (known > 0 and len(parts) > 2)  # noqa: PLR2004 - "Nieuws | Vandaag" may be a title


def _is_path(line: str) -> bool:
    """Say whether a line says where in the site the page is: "Home / Nieuws / Goes"."""
    for mark in _PATH_MARKS:
        if mark in line:
            return line.split(mark, 1)[0] in _MENUS
    return False


def is_menu(text: str, start: int, end: int) -> bool:
    """Say whether a line is a word of a menu; in the middle of copy it may be a crosshead."""
    return end - start < MAX_LABEL and text[start:end].casefold().strip(_ARROWS) in _MENUS


def is_end(text: str, start: int, end: int) -> bool:
    """Say whether a line is a heading after which no news follows."""
    return end - start < MAX_LABEL and text[start:end].rstrip(":").casefold() in _ENDS


def find_suffix(text: str, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Find agencies in brackets that end a line: where they begin, and which they are."""
    length = end - start
    if text.find(")", end - 2, end) < 0:
        short = length < _SUFFIX_WINDOW and text[start:end].isupper()
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
