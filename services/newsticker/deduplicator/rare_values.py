"""Takes values out of JSON that nothing can deflate: ids, hashes, times and numbers; and puts them back.

Marks stand in their place, so that the JSON of all items looks alike; the values follow as bytes.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

_TAKEN_OUT = re.compile(
    rb':("(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"'
    rb"|(?:0|[1-9]\d{0,8})(?=[,}]))"
)
"""Ids, hashes and times, and numbers: places in the text, mostly."""

_AGAIN, _NUMBER, _ID, _HASH, _TIME = 1, 2, 3, 4, 5
"""What stands in the JSON instead: a value that was there before, by its place, or the kind of what follows the JSON
next; JSON has no such characters."""

_MARK = re.compile(rb"(\x01.|[\x02-\x05])", re.DOTALL)
_FIRST_PLACE = 32
_MOST_PLACES = 200
_NUMBER_MARK = b":%c" % _NUMBER
_MARKS = {38: b":%c" % _ID, 66: b":%c" % _HASH, 22: b":%c" % _TIME}
"""Of ids, hashes and times, by length, in quotes."""

_MARKS_AGAIN = [b":%c%c" % (_AGAIN, place) for place in range(_FIRST_PLACE + _MOST_PLACES)]
"""By place."""

_TIME_LENGTH = 22
_SIZES = {_ID: 16, _HASH: 32, _TIME: 4}
"""As bytes; of times, the seconds since 1970."""

_QUOTE = ord('"')
_MORE = 0x80
_SEVEN_BITS = 0x7F
_SMALL_NUMBERS = [b"%d" % number for number in range(_MORE)]
"""Those that are written as one byte, which most are."""


class TakenOut(NamedTuple):
    """JSON with marks, the values that follow as bytes, and all that have a place in order: known and new ones."""

    text: bytes
    taken: bytes
    values: tuple[bytes, ...]


def take_out(json: bytes, known: Iterable[bytes]) -> TakenOut:
    """Put marks in the place of values; those that are known, in quotes, need not follow."""
    places = {value: place for place, value in enumerate(known, _FIRST_PLACE)}
    pieces = _TAKEN_OUT.split(json)
    marks: list[bytes] = []
    taken: list[bytes] = []
    for found in pieces[1::2]:
        if found[0] != _QUOTE:
            marks.append(_NUMBER_MARK)
            taken.append(_write_digits(found))
        elif found in places:
            marks.append(_MARKS_AGAIN[places[found]])
        elif len(places) < _MOST_PLACES and (written := _write_value(found)):
            places[found] = _FIRST_PLACE + len(places)
            marks.append(_MARKS[len(found)])
            taken.append(written)
        else:
            marks.append(b":" + found)
    pieces[1::2] = marks
    return TakenOut(b"".join(pieces), b"".join(taken), tuple(places))


def put_back(text: bytes, taken: bytes, known: Iterable[bytes]) -> tuple[bytes, tuple[bytes, ...]]:
    """Give the JSON as it was, and all values that have a place."""
    pieces = _MARK.split(text)
    values = list(known)
    found: list[bytes] = []
    at = 0
    for mark in pieces[1::2]:
        kind = mark[0]
        if kind == _AGAIN:
            found.append(values[mark[1] - _FIRST_PLACE])
        elif kind != _NUMBER:
            end = at + _SIZES[kind]
            values.append(_read_value(taken[at:end]))
            found.append(values[-1])
            at = end
        elif taken[at] < _MORE:
            found.append(_SMALL_NUMBERS[taken[at]])
            at += 1
        else:
            number, at = _read_number(taken, at)
            found.append(b"%d" % number)
    pieces[1::2] = found
    return b"".join(pieces), tuple(values)


def _write_value(value: bytes) -> bytes:
    """Write a value as bytes; none if it would not come back as it was."""
    if len(value) == _TIME_LENGTH:
        return _write_time(value)
    return bytes.fromhex(value[1:-1].replace(b"-", b"").decode())


@lru_cache(maxsize=1024)
def _write_time(value: bytes) -> bytes:
    """Write a time: most of those of one page, and of its neighbours, are the same."""
    try:
        written = int(datetime.fromisoformat(value[1:-1].decode()).timestamp()).to_bytes(_SIZES[_TIME], "big")
    except (ValueError, OverflowError):
        return b""
    return written if _read_time(written) == value else b""


def _read_value(raw: bytes) -> bytes:
    if len(raw) == _SIZES[_TIME]:
        return _read_time(raw)
    digits = raw.hex()
    if len(raw) == _SIZES[_ID]:
        digits = f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
    return b'"%s"' % digits.encode()


@lru_cache(maxsize=1024)
def _read_time(raw: bytes) -> bytes:
    moment = datetime.fromtimestamp(int.from_bytes(raw, "big"), UTC)
    return f'"{moment:%Y-%m-%dT%H:%M:%SZ}"'.encode()


@lru_cache(maxsize=4096)
def _write_digits(digits: bytes) -> bytes:
    return _write_number(int(digits))


def _write_number(number: int) -> bytes:
    """Write seven bits a byte, the lowest first, all but the last marked; most numbers are small ones."""
    if number <= _SEVEN_BITS:
        return bytes((number,))
    return bytes((number & _SEVEN_BITS | _MORE,)) + _write_number(number >> 7)


def _read_number(written: bytes, at: int) -> tuple[int, int]:
    """Read a number; give it and the place after it."""
    number = shift = 0
    while written[at] & _MORE:
        number |= (written[at] & _SEVEN_BITS) << shift
        shift += 7
        at += 1
    return number | written[at] << shift, at + 1
