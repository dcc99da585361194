"""The enricher's handler: a revision in, the same revision with its enrichment out."""

from newsticker.domain.enrichment import enrich
from newsticker.messages.base import Message
from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.outcomes import Emit, Handled, InvalidMessageError, Outcome, Stores
from newsticker.messages.topics import ENRICHED_NEWS_ITEMS
from newsticker.messages.unique_item import UniqueNewsItem


def handle(message: Message, timestamp_ms: int, stores: Stores) -> Handled:  # noqa: ARG001 - the shape of every handler
    """Enrich one revision; a withdrawn item goes on as it is."""
    if not isinstance(message, UniqueNewsItem):
        reason = f"expected a unique-news-item, not a {message.schema_name}"
        raise InvalidMessageError(reason)
    fields = {name: getattr(message, name) for name in UniqueNewsItem.model_fields}
    enriched = EnrichedNewsItem.model_validate({**fields, "enrichment": enrich(message)})
    return Handled(Outcome.EMITTED, (Emit(ENRICHED_NEWS_ITEMS, enriched),))
