"""The deduplicator's handlers: sightings of the same text become one item, and items get their duplicate group."""

from datetime import UTC, datetime

from newsticker.deduplicator.evidence import Memory
from newsticker.deduplicator.grouping import Grouping
from newsticker.domain.duplicates.knowledge import Knowledge
from newsticker.messages.base import Message
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Emit, Handled, InvalidMessageError, Outcome, Stores
from newsticker.messages.sighting import Sighting
from newsticker.messages.topics import DISTINCT_NEWS_ITEMS, NEWS_SIGHTINGS
from newsticker.messages.unique_item import DistinctNewsItem, SightingCount


def handle_sighting(message: Message, timestamp_ms: int, stores: Stores) -> Handled:
    """Step 1: every sighting goes on; the item goes on when it is new, or when its published view changes.

    A sighting that is there already is a repetition: nothing is counted twice. One that says something else than
    before (other splitting rules) takes the place of what it said. A withdrawn one is taken back.
    """
    if not isinstance(message, NewsItem):
        raise InvalidMessageError(f"expected a news-item, not a {message.schema_name}")
    memory = Memory(stores, message.item_id, timestamp_ms)
    known = memory.load()
    found = memory.find(known, message.sighting_id) if known else None
    if message == found or (message.withdrawn and found is None):
        return Handled(Outcome.REPEATED)
    before = known.knowledge if known else None
    if known is not None and found is not None:
        known = memory.take_back(known, message.sighting_id)
    if not message.withdrawn:
        known = memory.add(known, message, timestamp_ms)
    now = known.knowledge if known else None
    sighting = Emit(NEWS_SIGHTINGS, render_sighting(message, timestamp_ms))
    if now is None or not now.shows_the_same_as(before):
        view = now or before or Knowledge.of(message, timestamp_ms)
        distinct = render_distinct(view, memory.next_revision(), withdrawn=now is None)
        return Handled(Outcome.EMITTED, (sighting, Emit(DISTINCT_NEWS_ITEMS, distinct)))
    if revision := memory.refresh_revision():
        return Handled(Outcome.REPEATED, (sighting, Emit(DISTINCT_NEWS_ITEMS, render_distinct(now, revision))))
    return Handled(Outcome.REPEATED, (sighting,))


def handle_distinct(message: Message, timestamp_ms: int, stores: Stores) -> Handled:
    """Step 2: every revision goes on with its item's group; what decided on the group goes to `news-groups`.

    A revision that was told before only says that its item is still seen.
    """
    if not isinstance(message, DistinctNewsItem):
        raise InvalidMessageError(f"expected a distinct-news-item, not a {message.schema_name}")
    grouping = Grouping(stores, timestamp_ms)
    if message.withdrawn:
        grouping.withdraw(message)
    else:
        grouping.take(message)
    return Handled(Outcome.EMITTED if grouping.emits else Outcome.REPEATED, tuple(grouping.emits))


def render_sighting(item: NewsItem, timestamp_ms: int) -> Sighting:
    """Render the evidence of one observation, without the text."""
    return Sighting(
        sighting_id=item.sighting_id,
        item_id=item.item_id,
        kind=item.kind,
        headline=item.headline,
        dateline=item.dateline,
        language=item.language,
        time=item.time,
        source=item.source,
        quality=item.quality,
        rules_version=item.provenance.version,
        seen_at=to_time(timestamp_ms),
        withdrawn=item.withdrawn,
    )


def render_distinct(knowledge: Knowledge, revision: int, *, withdrawn: bool = False) -> DistinctNewsItem:
    """Render what is known as one revision."""
    return DistinctNewsItem(
        item_id=knowledge.best.item_id,
        revision=revision,
        best=knowledge.best,
        published=knowledge.published,
        sightings=SightingCount(
            count=0 if withdrawn else knowledge.count,
            first_seen=to_time(knowledge.first_seen),
            last_seen=to_time(knowledge.last_seen),
        ),
        quality=knowledge.best.quality,
        withdrawn=withdrawn,
    )


def to_time(timestamp_ms: int) -> datetime:
    """Read a record timestamp."""
    return datetime.fromtimestamp(timestamp_ms / 1000, UTC)
