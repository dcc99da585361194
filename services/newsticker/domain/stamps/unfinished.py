"""What looks like a stamp and cannot be read: unknown ages, and stamps that a page's end cut off."""

import re
from bisect import bisect_left
from functools import cache

from newsticker.domain.stamps.grammar import ends_stamp
from newsticker.domain.stamps.patterns import BLANK, spell
from newsticker.domain.stamps.reading import Stamp
from newsticker.domain.stamps.tables import LANGUAGES

MAX_CUT = 40
"""A longer last line is no beginning of a stamp."""
MAX_UNKNOWN = 48
"""A longer stretch before "geleden" is prose."""

_NOT_AGE = frozenset('.!?:;"“”\n\r()')
_TAILS = tuple(tail for language in LANGUAGES if (tail := language.ago[0].split("{count}")[1].strip()))
_HEADS = tuple(
    re.compile(
        rf"{BLANK.join(map(re.escape, head.split(' ')))}{BLANK}[^\n.!?:;\"“”]{{2,30}}?\.?"
        r"(?=$|[\r\n]|(?<=[a-zß-öø-ÿ.])[^\W\d_a-zß-öø-ÿ]|[\"'“‘])"
    )
    for language in LANGUAGES
    if (head := language.ago[0].split("{count}")[0].strip())
)

_VAGUE_WORDS = tuple(word for language in LANGUAGES for word in language.vague)
_VAGUE_OPENINGS = "".join(sorted({opening for word in _VAGUE_WORDS for opening in (word[0], word[0].upper())}))
_VAGUE = re.compile(rf"(?<!\w)(?=[{_VAGUE_OPENINGS}])(?:{spell(_VAGUE_WORDS)})")
_GENITIVE = re.compile(r"['’]s\s")
"""An apostrophe that begins no item: "last week's storm"."""


def find_vague_stamp(text: str, start: int) -> Stamp | None:
    """Find what stands where stamps do and gives neither an age nor a day: "vorige week"."""
    if text[start] not in _VAGUE_OPENINGS:
        return None
    match = _VAGUE.match(text, start)
    if match is None or _GENITIVE.match(text, match.end()) or not ends_stamp(text, match.end()):
        return None
    return Stamp(start, match.end(), "stamp.unknown", strong=False)


def find_unknown_stamp(text: str, start: int) -> Stamp | None:
    """Find what is printed like a stamp but says an age that no table knows: "een poosje geleden", "vorige week"."""
    if (vague := find_vague_stamp(text, start)) is not None:
        return vague
    if text[start].isupper():
        return None
    for tail in _TAILS:
        found = text.find(tail, start + 2, start + MAX_UNKNOWN)
        said = text[start : max(found, start)]
        if said[-1:].isspace() and _NOT_AGE.isdisjoint(said.rstrip().removesuffix(".")):  # "3 kwrt."
            end = found + len(tail)
            return Stamp(start, end, "stamp.unknown", strong=False) if ends_stamp(text, end) else None
    for pattern in _HEADS:
        match = pattern.match(text, start)
        if match is not None and ends_stamp(text, match.end()):
            return Stamp(start, match.end(), "stamp.unknown", strong=False)
    return None


@cache
def _printed() -> tuple[str, ...]:
    """List every age as it may be printed, digits as "0", in order."""
    found: set[str] = set()
    for language in LANGUAGES:
        short = [word for words in language.short_units.values() for word in words]
        units = [
            *(word for words in language.units.values() for word in words),
            *short,
            *(f"{word}." for word in short),
        ]
        counts = [f"{number} {unit}" for number in ("0", *language.numbers) for unit in units]
        for template in language.ago:
            found.update(template.format(count=count) for count in (*counts, *language.whole))
        found.update(language.now)
    return tuple(sorted(found))


def is_cut_stamp(line: str) -> bool:
    """Say whether the last line of a page is the beginning of a stamp that the page's end cut off."""
    if len(line) > MAX_CUT or not line or line[0].isupper():
        return False
    plain = re.sub(r"\d{1,3}", "0", " ".join(line.split()))
    for language in LANGUAGES:
        for word in language.about:
            plain = plain.removeprefix(word + " ")
    printed = _printed()
    place = bisect_left(printed, plain)
    return place < len(printed) and printed[place].startswith(plain)
