"""Bylines: lines that say by whom and when, and lines that hold nothing but a name."""

import re
from itertools import pairwise

from newsticker.domain.pages.datelines import AGENCIES, split_agencies
from newsticker.domain.pages.page import Byline
from newsticker.domain.pages.pictures import skip_pictures
from newsticker.domain.pages.words import Phrases, fold
from newsticker.domain.stamps import Stamp, patterns
from newsticker.domain.stamps.dated import search_dated
from newsticker.domain.stamps.tables import LANGUAGES

MAX_BYLINE = 200
_MAX_BARE = 100
"""A byline that begins with none of its words is no longer than that."""
_MAX_WORDS = 12
_MAX_NAME_WORDS = 5
_NEAR_START, _NEAR_END = 14, 3
"""A date with a clock time is a line of its own when no more than so many characters stand around it."""

_APART = 7
"""Between clock time and date: ", ", " op ", " GMT, "."""

_BYLINES = Phrases(fold("bylines"))
_AUTHORS = Phrases(fold("authors"))
_UPDATES = fold("updates")
_ROLES = fold("roles")
_BYLINE_WORDS = frozenset(
    word for field in ("byline_words", "bylines", "updates", "counted") for part in fold(field) for word in part.split()
)
_DAYS = frozenset(
    word
    for language in LANGUAGES
    for name in (*language.days, *patterns.weekday_words(language))
    for word in name.casefold().split()
)
_CLOCKED = re.compile(r"\d(?:[:.hHu]|[ \u00a0\u202f]h[ \u00a0\u202f])\d\d|\|")
"""What stands in every line that tells a day and a clock time, or divides them from names."""
_SMALL_WORDS = _BYLINE_WORDS | _DAYS
_COUNTED = frozenset(fold("counted"))
_CODES = re.compile(r"(?<!\w)[A-Z][A-Za-z-]{1,12}(?:[ ]?/[ ]?[A-Za-z][A-Za-z-]{1,12}){0,3}")
_HANDLE = re.compile(r"@\w{1,30}")
_NAME = re.compile(r"[^\W\d_][\w'’-]{0,30}")


def parse_byline(text: str, start: int, end: int) -> Byline | None:
    """Read a line that says by whom and when: `Door ANP - 18-10-2016, 16:25 (Update 17:02)`."""
    if end - start > MAX_BYLINE:
        return None
    line = text[start:end].casefold()
    if _BYLINES.find(line) is None:
        return _parse_bare(text, start, end)
    times = _find_times(text, start, end)
    if not _only_names(text, start, end, times):
        return None
    codes = _CODES.search(text, start + max(line.find(" "), 0), end)
    agencies = split_agencies(codes[0]) if codes else ()
    agencies = agencies if agencies and agencies[0] in AGENCIES else ()
    if not (times or agencies or _AUTHORS.find(line) or any(word.endswith(_ROLES) for word in line.split())):
        return None
    return Byline(start, end, agencies, *_tell_times(line, start, times))


def _parse_bare(text: str, start: int, end: int) -> Byline | None:
    """Read a byline that begins with none of the words; it takes a whole date and its clock time, or an update."""
    if end - start > _MAX_BARE:
        return None
    line = text[start:end].casefold()
    counts = not _COUNTED.isdisjoint(line.split())  # "12 mei 2024 Leestijd 3 minuten"
    if not counts and _CLOCKED.search(text, start, end) is None:
        return None
    times = _find_times(text, start, end)
    if times and _names_update(line) and _only_names(text, start, end, times):
        return Byline(start, end, (), *_tell_times(line, start, times))
    full = [time for time in times if time.year is not None and (time.clock is not None or counts or "|" in line)]
    if len(full) != 1 or full[0] is not times[0]:
        return None
    near = len(times) == 1 and full[0].start - start < _NEAR_START and end - full[0].end < _NEAR_END
    if not (near or _only_names(text, start, end, times)):
        return None
    return Byline(start, end, (), *_tell_times(line, start, times))


def _find_times(text: str, start: int, end: int) -> list[Stamp]:
    """Find the times of a line; a clock time just before a date is the time of that day: "14:05, 12 maart 2024"."""
    times = search_dated(text, start, end)
    for clock, date in pairwise(times):
        if clock.day is None and date.day is not None and date.clock is None and date.start - clock.end <= _APART:
            joined = date._replace(start=clock.start, clock=clock.clock)
            return [joined if time is date else time for time in times if time is not clock]
    return times


def _names_update(line: str) -> bool:
    return any(word in line for word in _UPDATES)


def _tell_times(line: str, start: int, times: list[Stamp]) -> tuple[Stamp | None, Stamp | None]:
    """Tell the time of publication from that of the update."""
    update = min((at for word in _UPDATES if (at := line.find(word)) >= 0), default=len(line)) + start
    published = next((time for time in times if time.start < update), None)
    return published, next((time for time in times if time.start > update), None)


def _only_names(text: str, start: int, end: int, times: list[Stamp], most: int = _MAX_WORDS) -> bool:
    """Say whether nothing but names, times and the words of bylines stands in a line."""
    line = text[start:end]
    for time in reversed(times):
        line = line[: time.start - start] + " " + line[time.end - start :]
    return is_attribution(line, most)


def is_attribution(line: str, most: int = _MAX_WORDS) -> bool:
    """Say whether nothing but names and the words of bylines stands in a line."""
    words = _NAME.findall(_HANDLE.sub("", line) if "@" in line else line)
    return len(words) <= most and all(
        word[0].isupper() or word in _SMALL_WORDS or word.endswith(_ROLES) for word in words
    )


def is_author(line: str) -> bool:
    """Say whether a line is but the words before a name, which stands on the next: "Geschreven door"."""
    words = line.casefold().rstrip(" :")
    return _AUTHORS.find(words) == words


def parse_name(text: str, start: int, end: int) -> Byline | None:
    """Read a line that may be but a name, or a name and a time: "Jan de Vries"; a title of names looks the same."""
    start = skip_pictures(text, start, end)
    if start == end or end - start > _MAX_BARE or not (text[start].isalpha() and text[start].isupper()):
        return None
    times = _find_times(text, start, end)
    if not _only_names(text, start, end, times, most=_MAX_NAME_WORDS):
        return None
    return Byline(start, end, (), *_tell_times(text[start:end].casefold(), start, times))
