"""Quotes that are pulled out of an article's copy, and printed once more among it."""

import re

from newsticker.domain.pages.bylines import parse_name
from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.tokens import ASIDE, TEXT, Token, has_stop, is_title

QUOTED = {'"': '"', "“": "”", "”": "”", "„": "”“", "«": "»", "»": "«", "‘": "’", "'": "'", ",": "’'"}
_MIN_QUOTE = 50
"""A shorter quote whose words stand in the copy too is its crosshead, unless a name stands below it."""
_MIN_NAMED_QUOTE = 20
MAX_QUOTE = 300
_MAX_PULLED = 20
"""No article has more of them: each is looked for in all of its copy."""
_LONG_SENTENCE, _OTHER_WORDS = 8, 2
_SENTENCES = re.compile(r"[.!?…]+")
_LETTERS = re.compile(r"[^\W_]+")
_MAX_WHO = 80
_NAME_WORDS = (2, 4)


def find_pulled(sheet: Sheet, tokens: list[Token], quotes: list[int]) -> None:
    """Name quotes that are pulled out of the copy, and who said them: their words stand there too."""
    pulled = [(index, found) for index in quotes if (found := _read_pulled(sheet, tokens, index)) is not None]
    if not pulled:
        return
    words = [" ".join(_LETTERS.findall(sheet.line(token).casefold())) for token in tokens]
    for index, (parts, who) in pulled[:_MAX_PULLED]:
        token = tokens[index]
        longer = (at for at, other in enumerate(tokens) if other.kind is TEXT and other.length > token.length)
        copy = f" {' '.join(words[at] for at in longer)} "
        if all(f" {part} " in copy for part in parts):
            token.kind = ASIDE
            if who is not None:
                who.kind = ASIDE


def _read_pulled(sheet: Sheet, tokens: list[Token], index: int) -> tuple[list[str], Token | None] | None:
    """Read a line that is a quote as one is pulled out: its sentences, bare, and the line below that says who."""
    token = tokens[index]
    line = sheet.line(token)
    if len(line) < _MIN_NAMED_QUOTE:
        return None
    quote = line[1:-1] if line[-1] in QUOTED[line[0]] else ""
    if not quote or any(mark in quote for mark in '"“”„«»'):
        return None
    below = tokens[index + 1] if index + 1 < len(tokens) else None
    who = below if below is not None and below.kind is TEXT and _says_who(sheet, below) else None
    if len(quote) < (_MIN_QUOTE if who is None else _MIN_NAMED_QUOTE) or (has_stop(sheet.text, token) and who is None):
        return None
    return [bare for part in _SENTENCES.split(quote) if (bare := _bare(part))], who


def _bare(sentence: str) -> str:
    """Give the words of a sentence; a long one may begin otherwise: "Ze" for a name."""
    words = _LETTERS.findall(sentence.casefold())
    return " ".join(words[_OTHER_WORDS:] if len(words) >= _LONG_SENTENCE else words)


def _says_who(sheet: Sheet, token: Token) -> bool:
    """Say whether a line is a name, with who that is: "Wiebe Talsma, lijnrechter"."""
    if not is_title(sheet.text, token) or token.length > _MAX_WHO:
        return False
    name = sheet.line(token).lstrip("—–- ").partition(",")[0]
    least, most = _NAME_WORDS
    return least <= len(name.split()) <= most and parse_name(name, 0, len(name)) is not None
