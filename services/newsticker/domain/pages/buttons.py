"""What sites print beside an article to be clicked or to boast: share buttons, counters."""

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


def is_button(line: str) -> bool:
    """Say whether a line, case folded, is a share button or a counter."""
    if len(line) > MAX_BUTTON:
        return False
    if _is_share(line):
        return True
    first = line.split(" ", 1)[0].rstrip(":,|")  # most lines are neither by their first word
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
