"""Lines of menus that only their neighbours tell, before it is asked what the news is."""

from newsticker.domain.pages.draft import Sheet
from newsticker.domain.pages.tokens import BOILERPLATE, BULLET, LABEL, MENU, STAMP, TEXT, Token, has_stop, is_title

_NUMBER_LENGTH = 4
_MIN_ROW = 3
"""So many lines that are but numbers lead to other pages; so many lines that stand twice are a menu."""
_MIN_DATELINES = 2
_TOP = 40
"""Menus stand among the first lines."""
_WORD_LENGTH, _WORDS = 40, 3
"""A word of a menu is no longer than that."""
_TITLE_WORDS = 4
_NOTICE_LENGTH = 300


def find_menus(sheet: Sheet, tokens: list[Token]) -> None:
    """Correct what was taken for news or a label, and is a part of a menu or a notice."""
    text = sheet.text
    numbers = [token for token in sheet.odd if token.end - token.start <= _NUMBER_LENGTH]
    if len(numbers) >= _MIN_ROW and ("\n2\n" in text or "\n2\r" in text or "\n2 \n" in text):
        _find_pages(sheet, tokens)
    _find_notices(sheet, tokens[:_TOP])
    top = 0
    for token in tokens:
        if token.dateline is not None or top == _TOP or (token.kind is TEXT and has_stop(text, token)):
            break  # copy, or no menu any more
        if token.kind is LABEL and _is_of_menu(sheet, tokens, top):
            token.kind, token.section = MENU, None
        top += 1
    if top >= 2 * _MIN_ROW:
        _find_repeated(sheet, tokens[:top])


def _find_pages(sheet: Sheet, tokens: list[Token]) -> None:
    """Name the numbers of pages that stand on lines of their own: "1", "2", "3", "…", "48"."""
    row: list[Token] = []
    for token in [*tokens, None]:
        line = sheet.line(token) if token and token.end - token.start <= _NUMBER_LENGTH else ""
        if token and (line.isdigit() or (row and line in ("…", "..", "..."))):
            row.append(token)
            continue
        numbers = [int(line) for line in map(sheet.line, row) if line.isdigit()]
        if len(numbers) >= _MIN_ROW and numbers == sorted(set(numbers)) and numbers[1] == numbers[0] + 1:
            for number in row:
                number.kind, number.stamp = BOILERPLATE, None
        row = []


def _find_repeated(sheet: Sheet, tokens: list[Token]) -> None:
    """Name the words of a menu that is printed twice: lines in the same order; a title that is has one line."""
    words = [sheet.line(token) if _may_be_of_menu(sheet, token) else "" for token in tokens]
    index = 0
    while index < len(words):
        start = words.index(words[index])
        row = _count_alike(words, start, index) if words[index] and start < index else 0
        if row >= _MIN_ROW:
            for place in (*range(start, start + row), *range(index, index + row)):
                tokens[place].kind = BOILERPLATE
        index += max(row, 1)


def _count_alike(words: list[str], start: int, again: int) -> int:
    """Count the words from one place on that stand in the same order from another place on."""
    row = 0
    while again + row < len(words) and words[start + row] == words[again + row] != "":
        row += 1
    return row


def _may_be_of_menu(sheet: Sheet, token: Token) -> bool:
    if token.kind is not TEXT and token.kind is not MENU:
        return False
    short = token.end - token.start <= _WORD_LENGTH and token.dateline is None
    return short and len(sheet.line(token).split()) <= _WORDS and not has_stop(sheet.text, token)


def _is_of_menu(sheet: Sheet, tokens: list[Token], index: int) -> bool:
    """Say whether a label without a section is a word of a menu: others beside it, and no ticker below it.

    One item below may be the article; without other words of menus it is a label even so.
    """
    label = tokens[index]
    if label.section is None or label.section[0] != label.section[1]:
        return False
    beside = [tokens[place].kind is MENU for place in (index - 1, index + 1) if 0 <= place < len(tokens)]
    row = tokens[index + 1 : index + 1 + _MIN_ROW]
    if not any(beside) and not (len(row) == _MIN_ROW and all(_may_be_of_menu(sheet, token) for token in row)):
        return False
    datelines = 0
    for token in tokens[index + 1 :]:
        if token.kind is LABEL:
            break
        if token.kind is BULLET or (token.kind is STAMP and _is_ticking(token)):
            return False
        datelines += token.dateline is not None
    return datelines < _MIN_DATELINES


def _is_ticking(token: Token) -> bool:
    return token.stamp is not None and token.stamp.strong and token.stamp.year is None


def _find_notices(sheet: Sheet, tokens: list[Token]) -> None:
    """Name a sentence about cookies that stands above the title; below one it may be the news."""
    for token in tokens:
        if token.kind is not TEXT:
            continue
        line = sheet.line(token)
        if token.length <= _NOTICE_LENGTH and "ookie" in line and has_stop(sheet.text, token):
            if _is_above_title(sheet, tokens, token):
                token.kind = BOILERPLATE
        elif token.dateline is not None or len(line.split()) >= _TITLE_WORDS:
            return


def _is_above_title(sheet: Sheet, tokens: list[Token], notice: Token) -> bool:
    """Say whether the next line of text is a title, or another sentence about cookies."""
    below = (token for token in tokens if token.start >= notice.end and token.kind is TEXT)
    following = next(below, None)
    if following is None:
        return False
    return is_title(sheet.text, following) or "ookie" in sheet.line(following)
