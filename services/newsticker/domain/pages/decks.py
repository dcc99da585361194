"""Decks: the line below a title that tells more of the story, and is no title."""

import re

from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.tokens import ASIDE, Token

_COPY_LENGTH = 1000
_SHARED_TOPICS = 2
_STEM = 5
_LONG_WORD = re.compile(rf"\w{{{_STEM},}}")
"""So much copy is asked for so many of a title's words, of which these letters count."""
_SMALL_WORDS = 2
"""Fewer words without a capital have rows of rubrics or of towns."""


def pass_deck(sheet: Sheet, tokens: list[Token], title: int, lead: int) -> int:
    """Take a line for the deck of the title above it, and name it, where the copy speaks as much of that one.

    A slogan or a rubric above a title has fewer words of the copy, and a menu hardly any.
    """
    line = sheet.line(tokens[title - 1])
    if sum(word[0].islower() for word in line.split()) < _SMALL_WORDS:
        return title
    above, below = _find_topics(line), _find_topics(sheet.line(tokens[title]))
    start = tokens[lead].start if lead < len(tokens) else len(sheet.text)
    copy = _find_topics(sheet.text[start : start + _COPY_LENGTH])
    shared = len(above & copy)
    if shared < _SHARED_TOPICS or shared < len(below & copy):
        return title
    tokens[title].kind = ASIDE
    return title - 1


def _find_topics(text: str) -> set[str]:
    """Find the beginnings of longer words."""
    return {word[:_STEM].casefold() for word in _LONG_WORD.findall(text)}
