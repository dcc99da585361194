"""How messages are packed in the deduplicator's state: JSON, deflated with a dictionary of what all of them share.

Ids, hashes, times and numbers are taken out of the JSON first, and follow it as bytes: nothing can deflate them, and
without them all items look alike.
"""

import re
import zlib
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from pydantic import BaseModel

_WORDS = """
 januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
 donderdag vrijdag zaterdag zondag ochtend middag avond nacht vandaag gisteren morgen afgelopen komende volgende
 vorige twee drie vier vijf zes zeven acht negen tien honderd duizend miljoen miljard procent euro dollar kilometer
 meter jaar Amsterdam Rotterdam Den Haag Utrecht Brussel Londen Parijs Berlijn Moskou Washington New York Nederland
 Nederlandse Duitse Duitsland Franse Frankrijk Britse Amerikaanse Amerikanen Verenigde Staten Europese Unie Rusland
 Russische Oekraïne Oekraïense China Chinese Israël Israëlische Gaza Syrië Zeeland Zeeuwse Tweede Kamer kabinet
 premier president minister ministerie burgemeester wethouder gemeente gemeenteraad provincie regering parlement
 oppositie coalitie verkiezingen partij rechtbank rechter officier van justitie Openbaar Ministerie advocaat
 verdachte veroordeeld celstraf jaar cel geëist politie brandweer ambulance ziekenhuis gewond geraakt om het leven
 gekomen dood gevonden aangehouden slachtoffers slachtoffer woordvoerder onderzoek oorzaak ongeluk brand explosie
 aanval aanvallen raketten drones leger militairen oorlog wapens wapenstilstand vrede onderhandelingen overleg
 akkoord afspraken plannen bedrijf bedrijven beurs koers winst omzet verlies economie inflatie rente prijzen
 werknemers vakbond staking onderwijs school scholen leerlingen kinderen ouders vrouw vrouwen mannen inwoners
 bewoners mensen wedstrijd seizoen doelpunt trainer speler spelers club gewonnen verloren eerste tweede derde
 laatste nieuwe grote kleine eigen andere verschillende volgens tegen tussen tijdens vanwege nadat omdat zodat
 terwijl hoewel waardoor waarbij daarbij daarna daarvoor voordat werden worden wordt waren hebben heeft kunnen
 moeten zullen zouden willen komen gaan staan zeggen zegt meldt melden laat weten maakte bekend bekendgemaakt
 blijkt uit cijfers aldus onder meer ook nog niet geen meer dan voor het eerst sinds zo'n ongeveer bijna zeker
 minstens vooral opnieuw inmiddels uiteindelijk naar verwachting op dit moment in de loop van Dat heeft het Dat
 meldt de Dat zegt Het gaat om De politie Een woordvoerder van de Volgens de Er zijn geen Niemand raakte in de van
 de op de met de aan de bij de voor de door de over de uit de naar de en de dat de van het in het op het een
""".encode()
"""What Dutch news is made of: a short text says little by itself of how it is best packed."""

_SAMPLE = (
    b'"encoding_broken","truncated","stamp_missing","bijgewerkt","crossheads":[{"value":","start":'
    b'{"status":"unknown"}{"status":"month","edtf":"2022-01","basis":[{"kind":"crawler_prefix","role":"unknown","text":'
    b'{"kind":"byline","role":"published"{"kind":"clock","role":"published"{"kind":"page_date","role":"fetched",'
    b'"status":"conflict","status":"day","status":"exact","edtf":"2026-01-01T00:00","declaredDate":"2026-01-01",'
    b'"declaredSpan":{"start":6,"end":13},"url":"https://www.","quality":[""],"withdrawn":true,"kind":"article",'
    b'"headline":{"value":"","language":"en","rules":["shape.titled"]rules":["shape.section-list"]"shape.net-binnen"'
    b',"unit":"minute","unit":"day","unit":"week","unit":"month","dagen geleden","minuten geleden","een uur geleden"'
    b',"kind":"ticker","dateline":{"raw":"(ANP) - ","places":[""],"agencies":["ANP","AFP","RTR"],"start":0,"end":20}'
    b'","language":"nl","time":{"published":{"status":"relative","basis":[{"kind":"stamp","role":"published","text":"'
    b'een uur geleden","sightingId":"11111111-1111-1111-1111-111111111111","start":2,"end":2}]},"stamp":{"text":"'
    b'een uur geleden","amount":1.0,"unit":"hour","ageMin":"PT30M","ageMax":"PT2H","start":2,"end":2}},"source":'
    b'{"documentId":","language":"nl","time":{"published":{"status":"interval","earliest":"2026-01-01T17:00:00Z","latest":"'
    b'2026-01-01T18:30:00Z","basis":[{"kind":"fetched","role":"fetched","earliest":"2026-01-01T20:00:00Z","latest":"'
    b'2026-01-01T20:00:00Z","sightingId":"11111111-1111-1111-1111-111111111111"},{"kind":"stamp","role":"published",'
    b'"text":"2 uur geleden","earliest":"2026-01-01T17:00:00Z","latest":"2026-01-01T18:30:00Z","sightingId":"'
    b'11111111-1111-1111-1111-111111111111","start":2,"end":2}]},"stamp":{"text":"2 uur geleden","amount":2.0,"unit":'
    b'"hour","ageMin":"PT1H30M","ageMax":"PT3H","start":2,"end":2}},"source":{"documentId":"'
    b'22222222-2222-2222-2222-222222222222","source":"default","name":".txt","fetchedAt":"2026-01-01T20:00:00Z",'
    b'"position":1,"section":"Buitenland","sectionSpan":{"start":2,"end":2},"start":2,"end":2,"sha256":"'
    b'3333333333333333333333333333333333333333333333333333333333333333","segments":[{"bodyStart":0,"bodyEnd":2,"start":2}'
    b']},"provenance":{"version":"1","rules":["shape.flat"]}}{"itemId":"00000000-0000-0000-0000-000000000000",'
    b'"sightingId":"11111111-1111-1111-1111-111111111111","kind":"ticker","dateline":{"raw":" (ANP) - ","places":["'
    b'"],"agencies":["ANP"],"start":2,"end":2},"body":"De '
    b'"'
)
"""What items look like, the commonest last."""

_SMALL = 6
QUICK = 3
"""Levels of effort: the one packs better by a twentieth, the other sooner by a third."""

_RAW = -13
"""Deflate without header and checksum, as the changelog's records have their own, and with a window of 8 kB: texts are
short, and most of the time would go into setting up a large one."""

_MEMORY = 5
"""Likewise: of nine."""

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
_KINDS = {38: _ID, 66: _HASH, 22: _TIME}
"""By length, in quotes."""

_TIME_LENGTH = 22
_SIZES = {_ID: 16, _HASH: 32, _TIME: 4}
"""As bytes; of times, the seconds since 1970."""

_QUOTE = ord('"')
_MORE = 0x80
_SEVEN_BITS = 0x7F


class Likeness(NamedTuple):
    """What the reader knows before: values that a message may have, in quotes, and a text that it resembles."""

    values: tuple[bytes, ...] = ()
    text: bytes = b""
    """Empty for what all messages look like."""


NOTHING = Likeness()


def dump(part: BaseModel) -> bytes:
    """Write as JSON without what is default: it is read back by the same models."""
    return part.__pydantic_serializer__.to_json(part, exclude_none=True, exclude_defaults=True)


def know(*ids: UUID) -> Likeness:
    """Know some ids."""
    return Likeness(tuple(dict.fromkeys(b'"%s"' % str(one).encode() for one in ids)))


def pack(json: bytes, like: Likeness = NOTHING, *, level: int = _SMALL) -> bytes:
    """Deflate JSON by its likeness to other JSON; what can't be deflated follows."""
    return pack_pattern(json, like, level=level)[0]


def pack_pattern(json: bytes, like: Likeness = NOTHING, *, level: int = _SMALL) -> tuple[bytes, Likeness]:
    """Pack JSON that others will be packed by their likeness to."""
    places = {value: place for place, value in enumerate(like.values, _FIRST_PLACE)}
    text, taken = _take_out(json, places)
    packer = _make_packer(level, like.text) if like.text else _PACKERS[level].copy()
    return packer.compress(text) + packer.flush() + taken, Likeness(tuple(places), text)


def _make_packer(level: int, like: bytes) -> "zlib._Compress":
    return zlib.compressobj(level, zlib.DEFLATED, _RAW, _MEMORY, zdict=like)


def unpack(packed: bytes, like: Likeness = NOTHING) -> bytes:
    """Inflate what `pack` made with the same likeness."""
    return unpack_pattern(packed, like)[0]


def unpack_pattern(packed: bytes, like: Likeness = NOTHING) -> tuple[bytes, Likeness]:
    """Unpack JSON that others were packed by their likeness to."""
    inflater = zlib.decompressobj(_RAW, zdict=like.text or _PRESET)
    text = inflater.decompress(packed)
    values = list(like.values)
    pieces = _MARK.split(text)
    pieces[1::2] = _put_back(pieces[1::2], inflater.unused_data, values)
    return b"".join(pieces), Likeness(tuple(values), text)


def _take_out(json: bytes, places: dict[bytes, int]) -> tuple[bytes, bytes]:
    """Put marks in the place of values, and give these apart; `places` learns those that are new."""
    pieces = _TAKEN_OUT.split(json)
    taken = bytearray()
    for at in range(1, len(pieces), 2):
        found = pieces[at]
        if found[0] != _QUOTE:
            pieces[at] = b":\x02"
            taken += _write_digits(found)
        elif found in places:
            pieces[at] = b":\x01%c" % places[found]
        elif len(places) < _MOST_PLACES and (written := _write_value(found)):
            places[found] = _FIRST_PLACE + len(places)
            pieces[at] = b":%c" % _KINDS[len(found)]
            taken += written
        else:
            pieces[at] = b":" + found
    return b"".join(pieces), bytes(taken)


def _put_back(marks: list[bytes], taken: bytes, values: list[bytes]) -> list[bytes]:
    """Give what stood in the place of marks; `values` learns those that are new."""
    found = []
    at = 0
    for mark in marks:
        kind = mark[0]
        if kind == _AGAIN:
            found.append(values[mark[1] - _FIRST_PLACE])
        elif kind == _NUMBER:
            number, at = _read_number(taken, at)
            found.append(b"%d" % number)
        else:
            value = _read_value(taken[at : at + _SIZES[kind]])
            at += _SIZES[kind]
            values.append(value)
            found.append(value)
    return found


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


_IDS = know(*(UUID(str(digit) * 32) for digit in range(3))).values
_PRESET = _WORDS + _take_out(_SAMPLE, {value: _FIRST_PLACE + place for place, value in enumerate(_IDS)})[0]
"""It never changes: state is read with what it was written with."""

_PACKERS = {level: _make_packer(level, _PRESET) for level in (_SMALL, QUICK)}
"""Copied for each message: to learn the dictionary anew takes longer."""
