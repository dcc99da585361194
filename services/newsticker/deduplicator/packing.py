"""How messages are packed in the deduplicator's state: JSON, deflated with a dictionary of what all of them share."""

import zlib

from pydantic import BaseModel

_PRESET = (
    b'"encoding_broken","truncated","stamp_missing","bijgewerkt","crossheads":[{"value":","start":'
    b'{"status":"unknown"}{"status":"month","edtf":"2022-01","basis":[{"kind":"crawler_prefix","role":"unknown","text":'
    b'{"kind":"byline","role":"published"{"kind":"clock","role":"published"{"kind":"page_date","role":"fetched",'
    b'"status":"conflict","status":"day","status":"exact","edtf":"2026-01-01T00:00","declaredDate":"2026-01-01",'
    b'"declaredSpan":{"start":6,"end":13},"url":"https://www.","quality":[""],"withdrawn":true,"kind":"article",'
    b'"headline":{"value":"","language":"en","rules":["shape.titled"]rules":["shape.section-list"]"shape.net-binnen"'
    b',"unit":"minute","unit":"day","unit":"week","unit":"month","dagen geleden","minuten geleden","een uur geleden"'
    b" van de in het een met voor dat zijn niet die heeft wordt door worden werd naar ook meer dan politie gemeente"
    b',"kind":"ticker","dateline":{"raw":"(ANP) - ","places":[""],"agencies":["ANP","AFP","RTR"],"start":0,"end":20}'
    b',"body":"'
    b'","language":"nl","time":{"published":{"status":"relative","basis":[{"kind":"stamp","role":"published","text":"'
    b'{"published":{"status":"interval","earliest":"2026-01-01T00:00:00Z","latest":"2026-01-01T00:30:00Z","basis":['
    b'{"kind":"fetched","role":"fetched","earliest":"2026-01-01T20:00:00Z","latest":"2026-01-01T20:00:00Z","sightingId":"'
    b'"},{"kind":"stamp","role":"published","text":"2 uur geleden","earliest":"2026-01-01T00:00:00Z","latest":"'
    b'2026-01-01T00:30:00Z","sightingId":"","start":2,"end":2}]},"stamp":{"text":"2 uur geleden","amount":2.0,'
    b'"unit":"hour"'
    b',"ageMin":"PT1H30M","ageMax":"PT3H","start":2,"end":2}},"source":{"documentId":"","source":"default","name":"'
    b'.txt","fetchedAt":"2026-01-01T20:00:00Z","position":1,"section":"Buitenland","sectionSpan":{"start":2,"end":2'
    b'},"start":2,"end":2,"sha256":"","segments":[{"bodyStart":0,"bodyEnd":2,"start":2}]},"provenance":{"version":"1",'
    b'"rules":["shape.flat"]}}{"itemId":"'
)
"""What items look like, the commonest last. It never changes: state is read with what it was written with."""

_LEVEL = 6
_RAW = -15
"""Deflate without header and checksum: the changelog's records have their own."""


def dump(part: BaseModel) -> bytes:
    """Write as JSON without what is default: it is read back by the same models."""
    return part.model_dump_json(exclude_none=True, exclude_defaults=True).encode()


def pack(json: bytes, like: bytes = b"") -> bytes:
    """Deflate with the dictionary, followed by a text that it resembles."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=_PRESET + like)
    return packer.compress(json) + packer.flush()


def unpack(packed: bytes, like: bytes = b"") -> bytes:
    """Inflate what `pack` made with the same text."""
    return zlib.decompressobj(_RAW, zdict=_PRESET + like).decompress(packed)
