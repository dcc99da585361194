"""What sites print beside an article to be clicked or to boast: share buttons, counters, numbers of pages."""

import re

from newsticker.domain.pages.words import NETWORKS, Phrases, fold

MAX_BUTTON = 80
_MAX_WORDS = 6

_SHARING = Phrases(fold("sharing"))
_TARGETS = frozenset(
    ("", *(network.casefold() for network in NETWORKS), *fold("interruptions"), *fold("targets"), *fold("sharing"))
)
_COUNTED = frozenset(fold("counted"))
_COUNTING = _COUNTED.union(fold("byline_words"), fold("counting"))
_JOINTS = re.compile(r"[,/|]| of | or | oder | ou ")
_BAR_WORD = re.compile(r"[^\s:|/,·•.–—()-]+(?:-[^\s:|/,·•.–—()-]+)?")
_BAR_NOUNS = frozenset((*(network.casefold() for network in NETWORKS), *fold("targets")))
_BAR_WORDS = _BAR_NOUNS.union(part for phrase in fold("sharing") for part in _BAR_WORD.findall(phrase))
_MIN_NOUNS = 2
_JOINING = frozenset(("en", "and", "und", "et", "of", "or", "oder", "ou"))
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_PAGING = frozenset(fold("paging"))
_BESIDE_PAGES = _PAGING.union(fold("byline_words"), fold("small"))
_NUMBER = re.compile(r"\d{1,5}")
_RESIDUE = re.compile(r"[^\W_]")
_MAX_PAGING = 90
_SCORE = 2
_ARROWS = "‹›«»<>←→"
_BETWEEN_PAGES = frozenset(f" \u00a0.…|/-–()[]:'’{_ARROWS}")


def is_button(line: str) -> bool:
    """Say whether a line, case folded, is a share button, a counter, or the numbers of pages."""
    first = line.split(" ", 1)[0].rstrip(":,|")  # most lines are none by their first word
    paging = (first in _PAGING or not first.isalpha()) and len(line) <= _MAX_PAGING and _is_paging(line)
    if paging or len(line) > MAX_BUTTON:
        return paging
    if _is_share(line):
        return True
    if first in _BAR_WORDS and _is_bar(line):
        return True
    return (first in _COUNTING or not first.isalpha()) and _is_counter(line)


def _is_share(line: str) -> bool:
    """Say whether a line offers to share: "Delen op Facebook"; nothing but a network may stand behind the words."""
    words = _SHARING.find(line)
    if words is None:
        return False
    return all(part.strip(" :.!") in _TARGETS for part in _JOINTS.split(line[len(words) :]))


def _is_bar(line: str) -> bool:
    """Say whether a line is a bar of share buttons: "Facebook X WhatsApp", "Deel via Facebook | Deel via e-mail"."""
    words = _BAR_WORD.findall(line)
    if not all(word in _BAR_WORDS or word in _JOINING for word in words):
        return False
    return sum(word in _BAR_NOUNS for word in words) >= _MIN_NOUNS and line[-1] not in ".!?"


def _is_counter(line: str) -> bool:
    """Say whether a line counts what readers did, or how long they will need: "17 reacties", "3 min leestijd"."""
    if _DIGIT.search(line) is None:
        return False
    words = _WORD.findall(line)
    return (
        0 < len(words) <= _MAX_WORDS
        and all(word in _COUNTING for word in words)
        and any(word in _COUNTED for word in words)
    )


def _is_paging(line: str) -> bool:
    """Say whether a line leads to other pages of a list: "1 2 3 … 48 volgende", "pagina 2 van 5", "volgende »"."""
    arrow = line[:1] in _ARROWS or line[-1:] in _ARROWS
    if not arrow and _DIGIT.search(line) is None:
        return False
    numbers = _NUMBER.findall(line)
    if not (arrow or numbers[1:]):
        return False
    words = _WORD.findall(line)
    if any(word not in _BESIDE_PAGES for word in words) or not _BETWEEN_PAGES.issuperset(_RESIDUE.sub("", line)):
        return False
    if words:
        return any(word in _PAGING for word in words)
    return _is_row(list(map(int, numbers)), gaps="…" in line or ".." in line)


def _is_row(numbers: list[int], *, gaps: bool) -> bool:
    """Say whether numbers count pages: they rise, one by one at first; a score has two."""
    if len(numbers) <= _SCORE or numbers != sorted(set(numbers)):
        return False
    return gaps or numbers[1] == numbers[0] + 1
