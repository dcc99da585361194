"""How messages are packed in the deduplicator's state: JSON, deflated with a dictionary of what all of them share."""

import re
import zlib
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

_PRESET = _WORDS + (
    b'"encoding_broken","truncated","stamp_missing","bijgewerkt","crossheads":[{"value":","start":'
    b'{"status":"unknown"}{"status":"month","edtf":"2022-01","basis":[{"kind":"crawler_prefix","role":"unknown","text":'
    b'{"kind":"byline","role":"published"{"kind":"clock","role":"published"{"kind":"page_date","role":"fetched",'
    b'"status":"conflict","status":"day","status":"exact","edtf":"2026-01-01T00:00","declaredDate":"2026-01-01",'
    b'"declaredSpan":{"start":6,"end":13},"url":"https://www.","quality":[""],"withdrawn":true,"kind":"article",'
    b'"headline":{"value":"","language":"en","rules":["shape.titled"]rules":["shape.section-list"]"shape.net-binnen"'
    b',"unit":"minute","unit":"day","unit":"week","unit":"month","dagen geleden","minuten geleden","een uur geleden"'
    b',"kind":"ticker","dateline":{"raw":"(ANP) - ","places":[""],"agencies":["ANP","AFP","RTR"],"start":0,"end":20}'
    b',"body":"'
    b'","language":"nl","time":{"published":{"status":"relative","basis":[{"kind":"stamp","role":"published","text":"'
    b'{"published":{"status":"interval","earliest":"2026-01-01T00:00:00Z","latest":"2026-01-01T00:30:00Z","basis":['
    b'{"kind":"fetched","role":"fetched","earliest":"2026-01-01T20:00:00Z","latest":"2026-01-01T20:00:00Z","sightingId":"\x01!'
    b'"},{"kind":"stamp","role":"published","text":"2 uur geleden","earliest":"2026-01-01T00:00:00Z","latest":"'
    b'2026-01-01T00:30:00Z","sightingId":"\x01!","start":2,"end":2}]},"stamp":{"text":"2 uur geleden","amount":2.0,'
    b'"unit":"hour"'
    b',"ageMin":"PT1H30M","ageMax":"PT3H","start":2,"end":2}},"source":{"documentId":"\x01\x22","source":"default","name":"'
    b'.txt","fetchedAt":"2026-01-01T20:00:00Z","position":1,"section":"Buitenland","sectionSpan":{"start":2,"end":2'
    b'},"start":2,"end":2,"sha256":"\x01#","segments":[{"bodyStart":0,"bodyEnd":2,"start":2}]},"provenance":{"version":"1",'
    b'"rules":["shape.flat"]}}{"itemId":"\x01 ","sightingId":"\x01!"'
)
"""What items look like, the commonest last. It never changes: state is read with what it was written with."""

_LEVEL = 6
_RAW = -15
"""Deflate without header and checksum: the changelog's records have their own."""

_ID = re.compile(rb'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})"')
_SHORT = re.compile(rb"\x01(.)", re.DOTALL)
"""Stands for an id: JSON has no such character, so nothing else can be meant. What follows is its place in a table."""

_FIRST_PLACE = 32
_MOST_IDS = 200
_UUID_BYTES, _HASH_BYTES = 16, 32
_HASH_DIGITS = 64


def dump(part: BaseModel) -> bytes:
    """Write as JSON without what is default: it is read back by the same models."""
    return part.model_dump_json(exclude_none=True, exclude_defaults=True).encode()


def pack(json: bytes, like: bytes = b"") -> bytes:
    """Deflate with the dictionary and a text that it resembles; ids, which nothing can deflate, are kept as bytes."""
    known = _find_ids(like)
    fresh = [found for found in _find_ids(json) if found not in known][: _MOST_IDS - len(known)]
    fresh.sort(key=len)
    hashes = sum(len(found) == _HASH_DIGITS for found in fresh)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=_PRESET + _shorten(like, known))
    packed = packer.compress(_shorten(json, [*known, *fresh])) + packer.flush()
    raw = b"".join(bytes.fromhex(found.replace(b"-", b"").decode()) for found in fresh)
    return bytes((len(fresh) - hashes, hashes)) + raw + packed


def unpack(packed: bytes, like: bytes = b"") -> bytes:
    """Inflate what `pack` made with the same text."""
    known = _find_ids(like)
    uuids, hashes = packed[:2]
    middle = 2 + uuids * _UUID_BYTES
    end = middle + hashes * _HASH_BYTES
    ids = [*known]
    ids += (str(UUID(bytes=packed[at : at + _UUID_BYTES])).encode() for at in range(2, middle, _UUID_BYTES))
    ids += (packed[at : at + _HASH_BYTES].hex().encode() for at in range(middle, end, _HASH_BYTES))
    short = zlib.decompressobj(_RAW, zdict=_PRESET + _shorten(like, known)).decompress(packed[end:])
    return _SHORT.sub(lambda found: ids[found[1][0] - _FIRST_PLACE], short)


def _find_ids(json: bytes) -> list[bytes]:
    return list(dict.fromkeys(_ID.findall(json)))[:_MOST_IDS]


def _shorten(json: bytes, ids: list[bytes]) -> bytes:
    places = {found: b'"\x01%c"' % (_FIRST_PLACE + place) for place, found in enumerate(ids)}
    return _ID.sub(lambda found: places.get(found[1], found[0]), json)
