"""All stages in memory, one after the other, with dicts for state: what pages give, without a broker."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from newsticker.deduplicator.handler import handle_distinct, handle_sighting
from newsticker.domain.sources import Sources
from newsticker.enricher.handler import handle as handle_unique
from newsticker.messages.base import Message
from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Handler, InvalidMessageError, Outcome, Store
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import (
    DISTINCT_NEWS_ITEMS,
    ENRICHED_NEWS_ITEMS,
    NEWS_ITEMS,
    RAW_DOCUMENTS,
    UNIQUE_NEWS_ITEMS,
)
from newsticker.messages.unique_item import DistinctNewsItem, UniqueNewsItem
from newsticker.sink.handler import handle as handle_enriched
from newsticker.splitter.handler import build_handler


@dataclass
class _Stage:
    message: type[Message]
    handle: Handler
    stores: defaultdict[str, Store] = field(default_factory=lambda: defaultdict(dict))


class Pipeline:
    """The stages and their state; what one writes the next reads, as bytes, as it would be on the broker."""

    def __init__(self, sources: Sources) -> None:
        self._stages = {
            RAW_DOCUMENTS.name: _Stage(RawDocument, build_handler(sources)),
            NEWS_ITEMS.name: _Stage(NewsItem, handle_sighting),
            DISTINCT_NEWS_ITEMS.name: _Stage(DistinctNewsItem, handle_distinct),
            UNIQUE_NEWS_ITEMS.name: _Stage(UniqueNewsItem, handle_unique),
            ENRICHED_NEWS_ITEMS.name: _Stage(EnrichedNewsItem, handle_enriched),
        }
        self.latest: dict[str, NewsEvent] = {}
        """The newest revision of every item, as `news-events-latest` has it, in order of first appearance."""
        self.on_message: Callable[[Message], None] = lambda _: None
        """Is told every message, the document included."""

    def feed(self, document: RawDocument, timestamp_ms: int) -> Outcome:
        """Take one document through all stages; its own outcome is the answer."""
        outcomes = []
        waiting: deque[tuple[str, bytes]] = deque([(RAW_DOCUMENTS.name, document.to_json())])
        while waiting:
            topic, value = waiting.popleft()
            stage = self._stages[topic]
            try:
                message = stage.message.model_validate_json(value)
                self.on_message(message)
                handled = stage.handle(message, timestamp_ms, stage.stores)
            except InvalidMessageError:
                outcomes.append(Outcome.DEAD_LETTERED)
                continue
            outcomes.append(handled.outcome)
            for emit in handled.emits:
                if emit.topic.name in self._stages and emit.message is not None:
                    waiting.append((emit.topic.name, emit.message.to_json()))
                elif emit.message is not None:
                    self._keep(emit.message)
        return outcomes[0]

    def _keep(self, message: Message) -> None:
        """Take note of a message that no stage reads."""
        self.on_message(message)
        if isinstance(message, NewsEvent):
            self.latest[message.key] = message


def sort_events(events: list[NewsEvent]) -> list[NewsEvent]:
    """Put events into the order of their pages: by name, then by place on the page."""
    return sorted(events, key=lambda event: (event.nt_source.name or "", event.nt_source.position, event.uri))
