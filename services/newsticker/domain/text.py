"""What two prints of the same words have in common."""

import re
from unicodedata import normalize

from ftfy import fix_encoding

_ODDITIES = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("‘’‚‛`´′‹›", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
_MOJIBAKE = re.compile(r"[ÃÂâ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|\ufffd|Ä[\u0080-\u00bf]")
"""What UTF-8 looks like when it was read as Windows-1252."""

_WRONG_LETTER = re.compile(r"[a-z]ƫ|ƫ[a-z]")
"""One letter turned into another (ë to ƫ), which no decoder undoes."""


def unify(text: str) -> str:
    """Fold what printing varies: width, case, quotes, dashes, blanks."""
    return " ".join(normalize("NFKC", text).translate(_ODDITIES).casefold().split())


def has_mojibake(text: str) -> bool:
    """Say whether an encoding was broken on the way."""
    return not text.isascii() and (_MOJIBAKE.search(text) is not None or _WRONG_LETTER.search(text) is not None)


def repair(text: str) -> str:
    """Undo broken encodings as far as that can be done; never used for what is shown."""
    if not has_mojibake(text):
        return text
    return fix_encoding(text).replace("ƫ", "ë")
