"""Captions, credits, offers and pointers to other pages: what may stand anywhere among copy."""

import re

from newsticker.domain.pages.offers import MAX_OFFER, is_offer, is_report
from newsticker.domain.pages.pictures import PICTURES
from newsticker.domain.pages.words import Phrases, fold, gather

MAX_ASIDE = 400
MAX_CREDIT = 200
"""A longer line with a credit at its end is copy."""
CREDIT_WINDOW = 60

_POINTER_WORDS = (*gather("pointers"), *(words.upper() for words in gather("pointers")))
_POINTERS = Phrases(_POINTER_WORDS)
_ASIDE_WORDS = gather("asides")
_ASIDES = Phrases({*_ASIDE_WORDS, *(words.upper() for words in _ASIDE_WORDS), *_POINTER_WORDS})
LEADING = "([ >»›→•·▶►▸▪■●◆➡⬇↓⏩👉📹🎥🎬🎧📖📰🔴🔵*–—-\ufe0f\u00a0" + PICTURES
"""Marks that stand before pointers and captions."""
_CAPTION_WORDS = frozenset(fold("captions"))
_CAPTIONS = Phrases(fold("captions"))
_CAPTION_LENGTH = 45
_ONWARD = frozenset(fold("onward"))
_MAX_ONWARD = 40
_POINTING = " :…>»›→\u00a0"
_BARE_POINTER = 16
"""A shorter pointer says on the next line what it points to."""
_CREDIT_WORDS = gather("credits")
_CREDITS = Phrases(("©", *_CREDIT_WORDS))
_CREDIT_MARKS = (
    "©",
    "(foto ",
    *(word for word in _CREDIT_WORDS if not any(other in word for other in _CREDIT_WORDS if other != word)),
)
"""One of these stands in every credit: the words that contain no other, longer ones contain one of them."""
_NAMED_CREDITS = tuple(word for word in _CREDIT_WORDS if word.endswith(":"))
_CREDIT_ALTERNATIVES = "|".join(map(re.escape, _CREDIT_WORDS))
_CREDIT = re.compile(
    rf"(?:(?<![Ã-ß€])©[ \u00a0]?(?:[^\n.]|(?<=\b[A-Z])\.){{2,40}}|"
    rf"[(|/][ ]?(?:{_CREDIT_ALTERNATIVES}|foto )[^\n()]{{1,40}}\)?|"
    rf"(?<!\w)(?:{_CREDIT_ALTERNATIVES})[ \u00a0]"
    r"(?:ANP|AFP|EPA|AP|DPA|Reuters|Getty|Belga)[^\n.]{0,30}|"
    rf"(?<!\w)(?:{'|'.join(map(re.escape, _NAMED_CREDITS))})[ ]?[A-Z][^\n.]{{2,40}})\.?$"
)
"""The sign of copyright behind "Ã" and its like is half a letter that was read in the wrong encoding: "cafÃ©"."""


def is_aside(text: str, start: int, end: int) -> bool:
    """Say whether a line is a caption, a credit, an offer or a pointer to another page."""
    if end - start > MAX_ASIDE:
        return False
    line = text[start:end]
    words = _ASIDES.find(line.lstrip(LEADING))
    if words is not None:
        return words[-1] == ":" or not is_report(line.casefold())
    if end - start <= MAX_CREDIT and (_ends_in_credit(text, start, end) or _ends_in_caption(text, start, end)):
        return True
    return end - start <= MAX_OFFER and is_offer(line.casefold())


def is_credit(text: str, start: int, end: int) -> bool:
    """Say whether an aside is about a picture, and no pointer or offer."""
    return _CREDITS.find(text[start:end].lstrip(LEADING)) is not None or _ends_in_credit(text, start, end)


def _ends_in_credit(text: str, start: int, end: int) -> bool:
    tail = max(start, end - CREDIT_WINDOW)
    marked = text[tail:end]
    for mark in _CREDIT_MARKS:  # a loop costs half of what any() does, and most lines have none
        if mark in marked:
            return _CREDIT.search(text, tail, end) is not None
    return False


def _ends_in_caption(text: str, start: int, end: int) -> bool:
    """Say whether a line ends in brackets, or a sentence, that speak of its picture: "(archieffoto)"."""
    if text[end - 1] not in ")].":
        return False
    close = end - 1 if text[end - 1] != "." else end - 2
    if close <= start or text[close] not in ")]":
        tail = text[max(start, end - _CAPTION_LENGTH) : end].rpartition(". ")[2]
        return tail.rstrip(".").casefold() in _CAPTION_WORDS
    opening = max(text.rfind(mark, start, close) for mark in "([")
    return 0 <= close - opening <= _CAPTION_LENGTH and _CAPTIONS.find(text[opening + 1 : close].casefold()) is not None


def points_below(text: str, start: int, end: int) -> bool:
    """Say whether an aside says on the next line what it points to: "Lees ook"; a credit does not."""
    if text[end - 1] == ":":
        return True
    line = text[start:end].lstrip(LEADING)
    words = _POINTERS.find(line)
    return words is not None and (end - start < _BARE_POINTER or line.rstrip(_POINTING) == words.rstrip(_POINTING))


def leads_on(text: str, start: int, end: int) -> bool:
    """Say whether an aside may point to the rest of what stands above it: "Lees meer »"."""
    return end - start <= _MAX_ONWARD and text[start:end].strip(_POINTING + LEADING).casefold() in _ONWARD
