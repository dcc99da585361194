"""What a line is by the lines around it: a title below a pointer, and one that looks as if it had a dateline."""

from newsticker.domain.pages import asides
from newsticker.domain.pages.tokens import ASIDE, TEXT, Token, has_stop, is_title


def look_around(text: str, tokens: list[Token], odd: list[Token]) -> None:
    """Correct what only the neighbours tell, where there is something to correct."""
    pointing = dated = False
    for token in odd:
        pointing = pointing or token.kind is ASIDE
        dated = dated or token.dateline is not None
    if pointing:
        _look_below_asides(text, tokens)
    if dated:
        correct_titles(text, tokens)


def _look_below_asides(text: str, tokens: list[Token]) -> None:
    """Correct what only the last line tells: pointers that go on below."""
    before: Token | None = None
    for index, token in enumerate(tokens):
        if before is not None and before.kind is ASIDE and is_title(text, token):
            token.kind = ASIDE if _points_at(text, tokens, index) else TEXT
        before = token


def _points_at(text: str, tokens: list[Token], index: int) -> bool:
    """Say whether the aside above a title points at it; "Lees meer" below every item, or above one, does not."""
    pointer = tokens[index - 1]
    if not asides.points_below(text, pointer.start, pointer.end):
        return False
    if not asides.leads_on(text, pointer.start, pointer.end):
        return True
    below = tokens[index + 1].dateline if index + 1 < len(tokens) else None
    if below is not None and below.strong:
        return False
    others = (token for token in tokens if token.kind is ASIDE and token is not pointer)
    return not any(asides.leads_on(text, token.start, token.end) for token in others)


def correct_titles(text: str, tokens: list[Token]) -> None:
    """Take the dateline from a title above a real one: "GOES - Trias wint"; the title may stand twice."""
    following: Token | None = None
    for token in reversed(tokens):
        dateline = token.dateline
        if dateline is not None and not dateline.strong and following is not None:
            real = following.dateline is not None and following.dateline.strong
            twice = text[token.start : token.end] == text[following.start : following.end]
            if (real or twice) and not has_stop(text, token):
                token.dateline = None
        following = token
