"""Small pictures that sites print before a date, a name or a number."""

PICTURES = "👍💬📅❤🕒🕐⏱🗓✍👁📷📸📍"
"""These stand before pointers and captions too."""
_PICTURES = frozenset(PICTURES + "👤🖊📝✏")
_BEHIND = _PICTURES.union(" \u00a0\ufe0f")
"""Blanks, and the mark that asks for the coloured kind."""


def skip_pictures(text: str, start: int, end: int) -> int:
    """Give the place behind the small pictures that stand at `start`, and the blanks behind them, or the end."""
    if text[start] in _PICTURES:
        while start < end and text[start] in _BEHIND:
            start += 1
    return start
