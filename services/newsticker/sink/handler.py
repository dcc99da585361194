"""The sink's handler: an enriched revision in, the public event out, once."""

from newsticker.messages.base import Message
from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.outcomes import Emit, Handled, InvalidMessageError, Outcome, Stores
from newsticker.messages.topics import NEWS_EVENTS, NEWS_EVENTS_LATEST
from newsticker.sink.event import render_event

REVISIONS = "revisions"


def handle(message: Message, timestamp_ms: int, stores: Stores) -> Handled:  # noqa: ARG001 - the shape of every handler
    """Publish a revision unless it, or a newer one, was published before; a withdrawn item leaves a tombstone."""
    if not isinstance(message, EnrichedNewsItem):
        raise InvalidMessageError(f"expected an enriched-news-item, not a {message.schema_name}")
    revisions = stores[REVISIONS]
    key = message.item_id.bytes
    if int(revisions.get(key, b"0")) >= message.revision:
        return Handled(Outcome.REPEATED)
    revisions[key] = str(message.revision).encode()
    event = render_event(message)
    latest = Emit(NEWS_EVENTS_LATEST, None, key=message.key) if message.withdrawn else Emit(NEWS_EVENTS_LATEST, event)
    return Handled(Outcome.EMITTED, (Emit(NEWS_EVENTS, event), latest))
