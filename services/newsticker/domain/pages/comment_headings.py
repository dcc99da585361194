"""Lines below which the comments of readers may stand: their heading, that of the form, or the first author."""

import re

from newsticker.domain.pages.words import Phrases, fold

_HEADINGS = Phrases(fold("comments"))
_ABOUT = fold("comments_about")
_FORMS = Phrases(fold("comment_forms"))
_OPENING = 3
_OPENINGS = frozenset(phrase[:_OPENING] for phrase in (*fold("comments"), *fold("comment_forms")))
"""The first characters of all of them: most lines begin with others."""
_SIGNS = tuple(f" {sign}" for sign in fold("comment_signs"))
AROUND = " :›»>→↓▼▾•|-–—()[]\u00a0"
_NUMBERED = re.compile(r"\(?\d[\d.,]{0,6}\)? ")
_MAX_HEADING, _MAX_SIGN = 160, 40


def is_comments(text: str, start: int, end: int) -> bool:
    """Say whether comments may stand below a line; what stands there tells whether they do."""
    opening = text[start : start + _OPENING].lower()
    if opening in _OPENINGS or not opening[0].isalpha():
        line = text[start:end].casefold().strip(AROUND)
        return end - start <= _MAX_HEADING and (_names_comments(line) or is_form(line))
    return text[end - 1] == ":" and is_signed(text[start:end].casefold())


def is_signed(line: str) -> bool:
    """Say whether a line, case folded, says who wrote a comment: "Joost zegt:"."""
    return line[-1] == ":" and len(line) <= _MAX_SIGN and line.rstrip(AROUND).endswith(_SIGNS)


def is_form(line: str) -> bool:
    """Say whether a line, case folded, is the heading of a form for comments."""
    return _FORMS.find(line) is not None


def is_counted(line: str) -> bool:
    """Say whether a line, case folded, begins with a number, or ends with one: "Reacties (3)"."""
    return _NUMBERED.match(line) is not None or _is_number(line.rpartition(" ")[2])


def _names_comments(line: str) -> bool:
    """Say whether a line is the heading of comments, with their number or the title of what they are about."""
    numbered = _NUMBERED.match(line)
    rest = line[numbered.end() :] if numbered else line
    words = _HEADINGS.find(rest)
    if words is None:
        return False
    rest = rest[len(words) :]
    return not rest.strip(AROUND) or _is_number(rest) or rest.startswith(_ABOUT)


def _is_number(line: str) -> bool:
    return line.strip(AROUND).replace(".", "").isdigit()
