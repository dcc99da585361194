"""The lines of a page, whatever they end with and whatever blanks stand around them."""

from itertools import pairwise

from newsticker.domain.pages.furniture import find_glued_labels

INVISIBLE = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005"
    "\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff"
)
"""Blanks, and characters that print nothing."""

_BLANKS = frozenset(INVISIBLE)
_ODD_BREAKS = ("\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
"""What ends lines besides the newline."""


def find_lines(text: str, start: int, most: int) -> list[tuple[int, int]]:
    """Find the lines that print something from `start` on, so many at most, without the blanks around them."""
    lines: list[tuple[int, int]] = []
    broken = _break_plainly(text)
    while start < len(text) and len(lines) < most:
        end = broken.find("\n", start)
        if end < 0:
            end = len(text)
        if start == end:
            pass
        elif text[start] not in _BLANKS and text[end - 1] not in _BLANKS:
            lines.append((start, end))
        elif bare := text[start:end].strip(INVISIBLE):
            left = text.index(bare[0], start)
            lines.append((left, left + len(bare)))
        start = end + 1
    glued = find_glued_labels(text)
    return _cut(lines, glued) if glued else lines


def _break_plainly(text: str) -> str:
    """Write a newline for every character that ends a line; each stays where it was."""
    for mark in _ODD_BREAKS:
        if mark in text:
            text = text.replace(mark, "\n")
    return text


def _cut(lines: list[tuple[int, int]], places: list[int]) -> list[tuple[int, int]]:
    """Cut lines where a label is glued to the sentence before it."""
    cut: list[tuple[int, int]] = []
    for start, end in lines:
        inside = [place for place in places if start < place < end]
        cut += pairwise((start, *inside, end))
    return cut


def skip_blanks(text: str, start: int, end: int) -> int:
    """Give the first place from `start` on where something is printed, or the end."""
    while start < end and text[start] in _BLANKS:
        start += 1
    return start
