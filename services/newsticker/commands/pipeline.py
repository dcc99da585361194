"""All stages in memory, one after the other, with dicts for state: what pages give, without a broker."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from newsticker.deduplicator.handler import handle_distinct, handle_sighting
from newsticker.domain.sources import Sources
from newsticker.enricher.handler import handle as handle_unique
from newsticker.messages.base import Message
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.outcomes import Emit, Handled, Handler, InvalidMessageError, Outcome, Store
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import (
    DISTINCT_NEWS_ITEMS,
    ENRICHED_NEWS_ITEMS,
    NEWS_EVENTS_LATEST,
    NEWS_ITEMS,
    RAW_DOCUMENTS,
    UNIQUE_NEWS_ITEMS,
    Topic,
)
from newsticker.sink.handler import handle as handle_enriched
from newsticker.splitter.handler import build_handler


@dataclass
class _Stage:
    handle: Handler
    stores: defaultdict[str, Store] = field(default_factory=lambda: defaultdict(dict))


class Pipeline:
    """The stages and their state; what one writes the next reads as it is: JSON gives every message back unchanged."""

    def __init__(self, sources: Sources) -> None:
        self._stages = {
            RAW_DOCUMENTS.name: _Stage(build_handler(sources)),
            NEWS_ITEMS.name: _Stage(handle_sighting),
            DISTINCT_NEWS_ITEMS.name: _Stage(handle_distinct),
            UNIQUE_NEWS_ITEMS.name: _Stage(handle_unique),
            ENRICHED_NEWS_ITEMS.name: _Stage(handle_enriched),
        }
        self.latest: dict[str, NewsEvent] = {}
        """The newest revision of every item, as `news-events-latest` has it, in order of first appearance."""
        self.on_message: Callable[[Message], None] = lambda _: None
        """Is told every message, the document included."""

    def feed(self, document: RawDocument, timestamp_ms: int) -> Outcome:
        """Take one document through all stages; its own outcome is the answer."""
        return self.put(RAW_DOCUMENTS, document, timestamp_ms)

    def put(self, topic: Topic, message: Message, timestamp_ms: int) -> Outcome:
        """Take one message of any topic through all stages that follow; its own outcome is the answer."""
        outcomes = []
        waiting: deque[tuple[str, Message]] = deque([(topic.name, message)])
        while waiting:
            name, next_message = waiting.popleft()
            handled = self._handle(self._stages[name], next_message, timestamp_ms)
            outcomes.append(handled.outcome)
            for emit in handled.emits:
                if emit.topic.name in self._stages and emit.message is not None:
                    waiting.append((emit.topic.name, emit.message))
                else:
                    self._keep(emit)
        return outcomes[0]

    def _handle(self, stage: _Stage, message: Message, timestamp_ms: int) -> Handled:
        self.on_message(message)
        try:
            return stage.handle(message, timestamp_ms, stage.stores)
        except InvalidMessageError:
            return Handled(Outcome.DEAD_LETTERED)

    def _keep(self, emit: Emit) -> None:
        """Take note of what no stage reads."""
        if emit.message is not None:
            self.on_message(emit.message)
        if emit.topic is not NEWS_EVENTS_LATEST:
            return
        if isinstance(emit.message, NewsEvent):
            self.latest[emit.message.key] = emit.message
        elif emit.key is not None:
            self.latest.pop(emit.key, None)


def sort_events(events: list[NewsEvent]) -> list[NewsEvent]:
    """Put events into the order of their pages: by name, then by place on the page."""
    return sorted(events, key=lambda event: (event.nt_source.name or "", event.nt_source.position, event.uri))
