"""What all sightings of one item say together: a join that does not depend on the order of arrival.

The best sighting (the one that knows most; ties by smallest sighting id) gives headline, dateline, section and text;
the times of publication are joined; first and last seen are the outermost.
"""

from typing import Self

from newsticker.domain.time import join_published
from newsticker.messages.base import Part
from newsticker.messages.news_item import NewsItem
from newsticker.messages.time import Published, TimeStatus

_STATUS_RANK = {
    TimeStatus.EXACT: 7,
    TimeStatus.INTERVAL: 6,
    TimeStatus.DAY: 5,
    TimeStatus.MONTH: 4,
    TimeStatus.RELATIVE: 3,
    TimeStatus.CLOCK: 2,
    TimeStatus.CONFLICT: 1,
    TimeStatus.UNKNOWN: 0,
}


_DAMAGES = frozenset({"encoding_broken", "truncated"})
"""Flags of a text that stands in better shape on another page."""


class Knowledge(Part):
    """The join of an item's sightings. `first_seen` and `last_seen` are record timestamps in milliseconds.

    `published` joins the times of all sightings; `best.time.published` is still the best one's own.
    """

    best: NewsItem
    published: Published
    count: int
    first_seen: int
    last_seen: int

    @classmethod
    def of(cls, item: NewsItem, seen_ms: int) -> Self:
        """Know one sighting."""
        published = join_published([item.time.published])
        return cls(best=item, published=published, count=1, first_seen=seen_ms, last_seen=seen_ms)

    def add(self, item: NewsItem, seen_ms: int) -> Self:
        """Know one sighting more: the same as to join what is known of it."""
        return type(self)(
            best=min(self.best, item, key=rank_sighting),
            published=join_published([self.published, item.time.published]),
            count=self.count + 1,
            first_seen=min(self.first_seen, seen_ms),
            last_seen=max(self.last_seen, seen_ms),
        )

    def join(self, other: Self) -> Self:
        """Know both; the caller sees to it that no sighting is counted twice."""
        return type(self)(
            best=min(self.best, other.best, key=rank_sighting),
            published=join_published([self.published, other.published]),
            count=self.count + other.count,
            first_seen=min(self.first_seen, other.first_seen),
            last_seen=max(self.last_seen, other.last_seen),
        )

    def shows_the_same_as(self, other: "Knowledge | None") -> bool:
        """Tell whether a subscriber would see no difference but counts and times of sight."""
        if other is None:
            return False
        return (self.best is other.best or self.best == other.best) and self.published == other.published


def rank_sighting(item: NewsItem) -> tuple[int, ...]:
    """Order sightings, the one that knows most first; ties by smallest sighting id, so the order is total."""
    dateline = item.dateline
    known = (
        not _DAMAGES.intersection(item.quality),
        item.headline is not None,
        len(dateline.agencies) if dateline else 0,
        len(dateline.places) if dateline else 0,
        _STATUS_RANK[item.time.published.status],
        item.source.section is not None,
        item.source.fetched_at is not None,
        item.source.url is not None,
        -len(item.quality),
        len(item.body),
    )
    return (*(-int(part) for part in known), item.sighting_id.int)
