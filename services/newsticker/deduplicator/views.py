"""How step 2 stores an item's newest view: its best sighting is packed, and what else there is mostly says the same.

The time of publication is that of the best sighting, unless there were several; then the whole view is packed.
"""

from datetime import UTC, datetime, timedelta
from struct import Struct
from uuid import UUID

from newsticker.deduplicator.packing import QUICK, dump, pack, unpack
from newsticker.messages.base import Part
from newsticker.messages.news_item import NewsItem
from newsticker.messages.unique_item import DistinctNewsItem, SightingCount

_HEAD = Struct(">IIqq")
"""Revision, number of sightings (0 where the whole view follows), when the first and the last were seen, in
microseconds since 1970."""

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class _Headline(Part):
    value: str


class Printed(Part):
    """What is compared of an item, read without the rest."""

    item_id: UUID
    body: str = ""
    headline: _Headline | None = None


class _View(Part):
    best: Printed


def pack_view(view: DistinctNewsItem) -> bytes:
    """Pack a view."""
    best, seen = view.best, view.sightings
    if (view.published, view.quality) != (best.time.published, best.quality) or view.withdrawn or not seen.count:
        return _HEAD.pack(view.revision, 0, 0, 0) + pack(dump(view), level=QUICK)
    first, last = ((moment - _START) // _MICROSECOND for moment in (seen.first_seen, seen.last_seen))
    return _HEAD.pack(view.revision, seen.count, first, last) + pack(dump(best), level=QUICK)


def unpack_view(stored: bytes) -> DistinctNewsItem:
    """Unpack a view."""
    revision, count, first, last = _HEAD.unpack_from(stored)
    json = unpack(stored[_HEAD.size :])
    if not count:
        return DistinctNewsItem.model_validate_json(json)
    best = NewsItem.model_validate_json(json)
    return DistinctNewsItem(
        item_id=best.item_id,
        revision=revision,
        best=best,
        published=best.time.published,
        sightings=SightingCount(
            count=count, first_seen=_START + first * _MICROSECOND, last_seen=_START + last * _MICROSECOND
        ),
        quality=best.quality,
    )


def unpack_printed(stored: bytes) -> Printed:
    """Unpack what is compared of a view."""
    _, count, *_ = _HEAD.unpack_from(stored)
    json = unpack(stored[_HEAD.size :])
    return Printed.model_validate_json(json) if count else _View.model_validate_json(json).best
