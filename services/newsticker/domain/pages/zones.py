"""Where on a page the ticker begins."""

from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.headed import CLOCK_RULE, begins_with_article, find_groups
from newsticker.domain.pages.tokens import (
    BULLET,
    BYLINE,
    EDITION,
    LABEL,
    STAMP,
    TEXT,
    Token,
    has_stop,
    is_paragraph,
    is_title,
)

_MARKS = (LABEL, BULLET)
_MIN_TEASERS, _TEASER_WORDS = 2, 4
"""So many titles of so many words, with copy below each, are a list of news below its label."""


def find_ticker(sheet: Sheet, tokens: list[Token]) -> int:
    """Find the first token of the ticker: a label, a list of headlines, or the first item that a stamp follows."""
    marks = (i for i, token in enumerate(tokens) if token.kind in _MARKS and _announces(sheet, tokens, i))
    mark = next(marks, len(tokens))
    if (headed := _find_headed(sheet, tokens[:mark])) is not None:
        return headed
    stamps = [i for i, token in enumerate(tokens[:mark]) if token.stamp and token.kind is STAMP and _is_ticking(token)]
    if len(stamps) == 1 and _is_below_title(sheet, tokens, stamps[0]):
        return mark
    glued = [i for i in stamps if i + 1 < mark and tokens[i + 1].dateline is not None]
    if len(stamps) > 1 or glued or (stamps and mark == len(tokens) and stamps[-1] == mark - 1):
        return _find_unlabelled(sheet, tokens, stamps[0])
    if mark < len(tokens):
        return mark
    return _find_second_dateline(sheet, tokens) if not stamps else len(tokens)


def _find_headed(sheet: Sheet, tokens: list[Token]) -> int | None:
    """Find the first of several items without a label whose time stands below their title, or opens its line."""
    if groups := find_groups(sheet, tokens, 2):
        return groups[begins_with_article(sheet, tokens, groups)].title
    stamps = [(i, token.stamp) for i, token in enumerate(tokens) if token.stamp and token.kind is STAMP]
    if not stamps:
        return None
    if (opening := next((i for i, stamp in stamps if stamp.rule is CLOCK_RULE), None)) is not None:
        return opening
    dates = [i for i, stamp in stamps if stamp.year is not None]
    return _find_dated(sheet, tokens, dates) if dates[1:] and len(dates) == len(stamps) else None


def _find_dated(sheet: Sheet, tokens: list[Token], dates: list[int]) -> int | None:
    """Find the first of several items that all have a whole date, above the title or below the copy.

    Dates that stand otherwise may be the headings of one story.
    """
    stops = [token.kind is TEXT and has_stop(sheet.text, token) for token in tokens]
    titles = [is_title(sheet.text, token) for token in tokens]
    above = all(titles[i + 1 : i + 2] == stops[i + 2 : i + 3] == [True] for i in dates)
    if above and not any(stops[: dates[0]]):
        return dates[0]
    below = dates[0] > 0 and all(stops[i - 1] and titles[i + 1] for i in dates[:-1]) and stops[dates[-1] - 1]
    return _find_unlabelled(sheet, tokens, dates[0]) if below and not any(stops[dates[-1] :]) else None


def divide(sheet: Sheet, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Divide a page into the lines of its article and those of its ticker.

    An article below a list of headlines is still the article: copy without a stamp, and a label below it. So is one
    in the middle of which such a list stands.
    """
    border = find_ticker(sheet, tokens)
    head, rest = tokens[:border], tokens[border:]
    bullets = [i for i, token in enumerate(rest) if token.kind is BULLET] if sheet.has(BULLET) else []
    if not bullets:
        return head, rest
    first = bullets[-1] + 1
    label = next((i for i, token in enumerate(rest[first:], first) if token.kind is LABEL), len(rest))
    between = rest[first:label]
    if any(_is_copy(sheet, token) for token in head):
        own = _goes_on(sheet, between)
    else:
        own = _is_article(sheet, between, labelled=label < len(rest))
    return ([*head, *between], [*rest[:first], *rest[label:]]) if own else (head, rest)


def _goes_on(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether the copy of an article goes on below a list of headlines: with a sentence, or a crosshead."""
    if any(token.kind is STAMP or token.dateline is not None for token in tokens):
        return False
    first, second = ([token for token in tokens if token.kind is TEXT] + [None, None])[:2]
    if first is None or _is_sentence(sheet, first):
        return first is not None
    short = len(sheet.line(first).split()) < _TEASER_WORDS
    return short and second is not None and _is_sentence(sheet, second)


def _is_article(sheet: Sheet, tokens: list[Token], *, labelled: bool) -> bool:
    """Say whether lines below a list of headlines are an article: no stamps but its own; without a label its byline."""
    stamps = [i for i, token in enumerate(tokens) if token.kind is STAMP]
    own = len(stamps) == 1 and _is_below_title(sheet, tokens, stamps[0])
    if (stamps and not own) or not any(_is_sentence(sheet, token) for token in tokens):
        return False
    return labelled or own or _has_byline(sheet, tokens)


def _has_byline(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether author or date stand above the first copy, as they do in an article."""
    lead = next((i for i, token in enumerate(tokens) if token.kind is TEXT and has_stop(sheet.text, token)), 0)
    above = tokens[:lead]
    return any(token.kind is BYLINE or (token.stamp is not None and token.stamp.year is not None) for token in above)


def _announces(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a label has a ticker below it: stamps, headlines or datelines before the next label, or nothing.

    Titles with a sentence below each are one too.
    """
    if tokens[index].kind is BULLET:
        return True
    for token in tokens[index + 1 :]:
        if token.kind is LABEL:
            break
        if token.kind in (STAMP, BULLET) or token.dateline is not None:
            return True
    else:
        if index + 1 == len(tokens):
            return True
    return _has_teasers(sheet, tokens[index + 1 : index + 1 + 2 * _MIN_TEASERS])


def _has_teasers(sheet: Sheet, tokens: list[Token]) -> bool:
    """Say whether lines are titles with copy below each; a crosshead has fewer words."""
    if len(tokens) < 2 * _MIN_TEASERS:
        return False
    titles, copies = tokens[::2], tokens[1::2]
    return all(
        is_title(sheet.text, title) and len(sheet.line(title).split()) >= _TEASER_WORDS and _is_sentence(sheet, copy)
        for title, copy in zip(titles, copies, strict=True)
    )


def _is_sentence(sheet: Sheet, token: Token) -> bool:
    return token.kind is TEXT and has_stop(sheet.text, token)


def _is_ticking(token: Token) -> bool:
    return token.stamp is not None and token.stamp.strong and token.stamp.year is None


def _is_below_title(sheet: Sheet, tokens: list[Token], stamp: int) -> bool:
    """Say whether the only stamp stands between the title of an article and its copy."""
    texts = [token for token in tokens[:stamp] if token.kind is TEXT]
    if any(_is_copy(sheet, token) for token in texts):
        return False
    above = (token for token in reversed(texts) if is_title(sheet.text, token) or has_stop(sheet.text, token))
    return (nearest := next(above, None)) is not None and is_title(sheet.text, nearest)


def _find_unlabelled(sheet: Sheet, tokens: list[Token], stamp: int) -> int:
    """Find the first item of a ticker without a label; what stands before its lead is an article."""
    datelines = [i for i, token in enumerate(tokens[:stamp]) if token.dateline is not None]
    paragraphs = [i for i, token in enumerate(tokens[:stamp]) if _is_copy(sheet, token)]
    if not paragraphs:
        return next((i for i, token in enumerate(tokens[:stamp]) if token.kind is TEXT), stamp)
    listed = any(token.kind is EDITION for token in tokens[:stamp])
    lead = paragraphs[0] if listed else paragraphs[-1]
    if datelines and not listed:
        lead = datelines[-1]
    return lead - 1 if lead and is_title(sheet.text, tokens[lead - 1]) else lead


def _is_copy(sheet: Sheet, token: Token) -> bool:
    return token.kind is TEXT and is_paragraph(sheet.text, token)


def _find_second_dateline(sheet: Sheet, tokens: list[Token]) -> int:
    """Find where items follow an article without label and stamp: at the second dateline with agencies."""
    strong = [i for i, token in enumerate(tokens) if token.dateline is not None and token.dateline.strong]
    if not strong[1:]:
        return len(tokens)
    second = strong[1]
    return second - 1 if is_title(sheet.text, tokens[second - 1]) else second
