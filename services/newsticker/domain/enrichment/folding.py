"""Folding that keeps offsets: one character for one character."""

from unicodedata import decomposition, normalize

_LETTERS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ı": "i",
    "ħ": "h",
    "ß": "s",
    "æ": "a",
    "œ": "o",
    "þ": "t",
    "ŧ": "t",
}
"""Letters that Unicode takes for letters of their own."""


class _Folding(dict[int, str]):
    """Folds a character: no case, no diacritics, a blank for all that is neither letter nor digit."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = normalize("NFD", char)[0] if decomposition(char) else char
        folded = base.lower() if base.isalnum() else " "
        self[code] = _LETTERS.get(folded, folded) if len(folded) == 1 else base
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Fold a text character by character: the result has the same length."""
    return text.translate(_FOLDING)
