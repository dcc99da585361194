"""What two prints of the same words have in common."""

import re
from importlib import import_module
from unicodedata import normalize

_ODDITIES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛`´′‹›", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
_MARKS = tuple(map(chr, _ODDITIES))
_PLAIN_ODDITY = "`"
"""The only one that is ASCII."""
_MOJIBAKE = re.compile(r"[ÃÂâ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|\ufffd|Ä[\u0080-\u00bf]")
"""What UTF-8 looks like when it was read as Windows-1252."""

_BYTES = re.compile(r"[Â-ô][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]")
"""What a letter of two bytes or more looks like when each was read as one."""

_WRONG_LETTER = re.compile(r"[a-z]ƫ|ƫ[a-z]")
"""One letter turned into another (ë to ƫ), which no decoder undoes."""


def unify(text: str) -> str:
    """Fold what printing varies: width, case, quotes, dashes, blanks."""
    if text.isascii():
        plain = text.replace(_PLAIN_ODDITY, "'")
    else:
        plain = normalize("NFKC", text)
        for mark in _MARKS:  # a loop costs half of what any() does, and most texts have none
            if mark in plain:
                plain = plain.translate(_ODDITIES)
                break
    return " ".join(plain.casefold().split())


def has_mojibake(text: str) -> bool:
    """Say whether an encoding was broken on the way."""
    if text.isascii():
        return False
    if not ("Ã" in text or "Â" in text or "â" in text or "Ä" in text or "\ufffd" in text or "ƫ" in text):
        return False  # finding one letter is cheaper by far than any pattern
    return _MOJIBAKE.search(text) is not None or _WRONG_LETTER.search(text) is not None


def repair(text: str) -> str:
    """Undo broken encodings as far as that can be done; never used for what is shown."""
    if not has_mojibake(text):
        return text
    ftfy = import_module("ftfy")  # not at the top: it takes long to import, and few texts need it
    return str(ftfy.fix_encoding(text)).replace("ƫ", "ë")


def repair_name(text: str) -> str:
    """Undo a broken encoding in a few words, which tell `repair` too little: where every letter fits, it was broken."""
    if text.isascii():
        return text
    if _BYTES.search(text) is None:
        return repair(text)
    try:
        whole = b"".join(char.encode(_latin(char)) for char in text).decode()
    except UnicodeError:
        return repair(text)
    return repair_name(whole)  # which may have happened twice


def _latin(char: str) -> str:
    """Name the encoding in which a byte was read as this character: what Windows-1252 lacks, its readers keep."""
    return "latin-1" if "\x80" <= char < "\xa0" else "cp1252"
