"""How places are written, whole and broken: names at the head of an item, before it is known what follows them."""

import re
from html import unescape
from unicodedata import normalize

from newsticker.domain.pages.words import gather
from newsticker.domain.text import repair_name

_APOSTROPHES = "'’‘`´"
_APOSTROPHE_WORDS = ("s-", "t-")
"""How "'s-Gravenhage" begins without its apostrophe."""
_SHORT_WORDS = ("s", "t")
"""The same where a blank follows: "'t Hemveld"."""
_MIN_SMALL = 3
_WORD = re.compile(r"[^\W\d_]{1,30}")
_SMALL = frozenset(gather("small"))
_DASHES = ("-", "–", "—")
_MARKERS = frozenset(gather("not_places"))


def mend_head(head: str) -> str:
    """Undo what encodings and markup did to the head of an item, and leave out the marker before it: "UPDATE - "."""
    head = repair_name(head)
    if "&" in head:
        head = unescape(head)
    first, _, rest = head.partition(" ")
    if rest and first.rstrip(":").upper() in _MARKERS:
        place = rest.lstrip("0123456789 ")  # "UPDATE 2 - GOES"
        if first[-1] == ":" or place[:1] in _DASHES:
            return place.lstrip(" -–—")
    return head


def looks_named(words: list[str]) -> bool:
    """Say whether words of mixed case may be a place: capitals but for small joining words."""
    first = normalize("NFC", words[0]).lstrip(_APOSTROPHES)
    if first in _SHORT_WORDS and first != words[0]:
        return words[1:2] != [] and words[1][0].isupper() and looks_named(words[1:])
    if not (first[:1].isupper() or first.startswith(_APOSTROPHE_WORDS)):
        return False
    return all(word[:1].isupper() or word in _SMALL for word in words[1:])


def is_named_elsewhere(text: str, head: str) -> bool:
    """Say whether places in small letters are names elsewhere: "lammerdam", on a page that says "uit Lammerdam"."""
    return all(_is_name(text, _capitalise(place.strip())) for place in head.split("/"))


def _is_name(text: str, name: str) -> bool:
    """Say whether a name stands in the middle of a sentence or label, where only names have capitals."""
    place = text.find(f" {name}", 1) if len(name) >= _MIN_SMALL else -1
    while place >= 0:
        after = text[place + 1 + len(name) : place + 2 + len(name)]
        if text[place - 1].islower() and not after.isalnum():
            return True
        place = text.find(f" {name}", place + 1)
    return False


def _capitalise(place: str) -> str:
    """Write a place with its capitals: "den haag", "sint-annaland"."""
    return place[:1].upper() + _WORD.sub(lambda word: word[0] if word[0] in _SMALL else word[0].capitalize(), place)[1:]
