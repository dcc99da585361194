"""How messages are packed in the deduplicator's state: JSON, deflated with a dictionary of what all of them share.

Ids, hashes, times and numbers are taken out of the JSON first, and follow it as bytes: nothing can deflate them, and
without them all items look alike (`rare_values`).
"""

import zlib
from typing import NamedTuple
from uuid import UUID

from pydantic import BaseModel

from newsticker.deduplicator.rare_values import put_back, take_out

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
    return Likeness(tuple(dict.fromkeys([f'"{one}"'.encode() for one in ids])))


def pack(json: bytes, like: Likeness = NOTHING, *, level: int = _SMALL) -> bytes:
    """Deflate JSON by its likeness to other JSON; what can't be deflated follows."""
    return pack_pattern(json, like, level=level)[0]


def pack_pattern(json: bytes, like: Likeness = NOTHING, *, level: int = _SMALL) -> tuple[bytes, Likeness]:
    """Pack JSON that others will be packed by their likeness to."""
    text, taken, values = take_out(json, like.values)
    packer = _make_packer(level, like.text) if like.text else _PACKERS[level].copy()
    return packer.compress(text) + packer.flush() + taken, Likeness(values, text)


def _make_packer(level: int, like: bytes) -> "zlib._Compress":
    return zlib.compressobj(level, zlib.DEFLATED, _RAW, _MEMORY, zdict=like)


def unpack(packed: bytes, like: Likeness = NOTHING) -> bytes:
    """Inflate what `pack` made with the same likeness."""
    return unpack_pattern(packed, like)[0]


def unpack_pattern(packed: bytes, like: Likeness = NOTHING) -> tuple[bytes, Likeness]:
    """Unpack JSON that others were packed by their likeness to."""
    inflater = zlib.decompressobj(_RAW, zdict=like.text or _PRESET)
    text = inflater.decompress(packed)
    json, values = put_back(text, inflater.unused_data, like.values)
    return json, Likeness(values, text)


_IDS = know(*(UUID(str(digit) * 32) for digit in range(3))).values
_PRESET = _WORDS + take_out(_SAMPLE, _IDS).text
"""It never changes: state is read with what it was written with."""

_PACKERS = {level: _make_packer(level, _PRESET) for level in (_SMALL, QUICK)}
"""Copied for each message: to learn the dictionary anew takes longer."""
