"""How messages are packed in the deduplicator's state: JSON, deflated with a dictionary of what all of them share."""

import re
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache
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

_LEVEL = 6
_RAW = -15
"""Deflate without header and checksum: the changelog's records have their own."""

_VALUE = re.compile(
    rb'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"'
)
"""Ids, hashes and times: nothing can deflate them, so they are kept as bytes, once each."""

_NUMBER = re.compile(rb":(0|[1-9]\d{0,8})(?=[,}])")
"""Places in the text, mostly; without them all items look alike."""

_SHORT = re.compile(rb'"\x01(.)"|:\x02', re.DOTALL)
"""Stands for a value by its place in a table, or for the next number: JSON has no such characters."""

_FIRST_PLACE = 32
_MARK = 0x80
_MOST_VALUES = 200
_HASH, _ID, _TIME = 64, 36, 20
_BYTES = {_HASH: 32, _ID: 16, _TIME: 4}
"""Lengths of values in JSON and as bytes; of times, the seconds since 1970."""


def dump(part: BaseModel) -> bytes:
    """Write as JSON without what is default: it is read back by the same models."""
    return part.model_dump_json(exclude_none=True, exclude_defaults=True).encode()


def pack(json: bytes, like: bytes = b"") -> bytes:
    """Deflate with the dictionary and a text that it resembles; what can't be deflated is kept apart."""
    known, dictionary = _learn(like)
    fresh = _find_fresh(json, known)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=dictionary)
    packed = packer.compress(_shorten(json, [*known, *fresh])) + packer.flush()
    numbers = b"".join(map(_write_number, _NUMBER.findall(json)))
    counts = bytes(sum(len(found) == length for found in fresh) for length in _BYTES)
    return b"".join((counts, *map(_write_value, fresh), _write_number(len(numbers)), numbers, packed))


def unpack(packed: bytes, like: bytes = b"") -> bytes:
    """Inflate what `pack` made with the same text."""
    known, dictionary = _learn(like)
    values = [*known]
    at = len(_BYTES)
    for size, count in zip(_BYTES.values(), packed[:at], strict=True):
        values += (_read_value(packed[start : start + size]) for start in range(at, at + count * size, size))
        at += count * size
    length, at = _read_number(packed, at)
    short = zlib.decompressobj(_RAW, zdict=dictionary).decompress(packed[at + length :])
    numbers = _read_numbers(packed[at : at + length])

    def restore(found: re.Match[bytes]) -> bytes:
        return b'"%s"' % values[found[1][0] - _FIRST_PLACE] if found[1] else b":%d" % next(numbers)

    return _SHORT.sub(restore, short)


@lru_cache(maxsize=64)
def _learn(like: bytes) -> tuple[tuple[bytes, ...], bytes]:
    """Give the values and the dictionary that a text is known by; one item's sightings ask for the same again."""
    known = _find_values(like)
    return tuple(known), _PRESET + _shorten(like, known)


def _find_values(json: bytes) -> list[bytes]:
    found = dict.fromkeys(_VALUE.findall(json))
    return [value for value in found if value[-1:] != b"Z" or _is_moment(value)][:_MOST_VALUES]


def _find_fresh(json: bytes, known: Sequence[bytes]) -> list[bytes]:
    """Find values that are not known yet, by kind: so the same things have the same places in most items."""
    fresh = [found for found in _find_values(json) if found not in known]
    return sorted(fresh, key=len, reverse=True)[: _MOST_VALUES - len(known)]


def _shorten(json: bytes, values: list[bytes]) -> bytes:
    places = {value: b'"\x01%c"' % (_FIRST_PLACE + place) for place, value in enumerate(values)}
    return _NUMBER.sub(b":\x02", _VALUE.sub(lambda found: places.get(found[1], found[0]), json))


@lru_cache(maxsize=1024)
def _is_moment(value: bytes) -> bool:
    """Tell whether a time comes back as it was."""
    try:
        return _read_value(_write_value(value)) == value
    except (ValueError, OverflowError):
        return False


@lru_cache(maxsize=1024)
def _write_value(value: bytes) -> bytes:
    if value[-1:] == b"Z":
        return int(datetime.fromisoformat(value.decode()).timestamp()).to_bytes(_BYTES[_TIME], "big")
    return bytes.fromhex(value.replace(b"-", b"").decode())


@lru_cache(maxsize=1024)
def _read_value(raw: bytes) -> bytes:
    if len(raw) == _BYTES[_TIME]:
        moment = datetime.fromtimestamp(int.from_bytes(raw, "big"), UTC)
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
    return (str(UUID(bytes=raw)) if len(raw) == _BYTES[_ID] else raw.hex()).encode()


def _write_number(number: bytes | int) -> bytes:
    """Write seven bits a byte, all but the last marked."""
    rest = int(number)
    written = [rest & 0x7F]
    while rest := rest >> 7:
        written.append(rest & 0x7F | _MARK)
    return bytes(reversed(written))


def _read_number(written: bytes, at: int) -> tuple[int, int]:
    """Read a number; give it and the place after it."""
    number = 0
    while True:
        byte = written[at]
        at += 1
        number = number << 7 | byte & 0x7F
        if byte < _MARK:
            return number, at


def _read_numbers(written: bytes) -> Iterator[int]:
    at = 0
    while at < len(written):
        number, at = _read_number(written, at)
        yield number


_KNOWN = [b"00000000-0000-0000-0000-000000000000"]
_PRESET = _WORDS + _shorten(_SAMPLE, [*_KNOWN, *_find_fresh(_SAMPLE, _KNOWN)])
"""It never changes: state is read with what it was written with."""
