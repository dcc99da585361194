"""Stores that age by record time as the runtime's do, for tests that let months pass."""

from collections.abc import Iterable

from newsticker.messages.base import Message
from newsticker.messages.outcomes import Handled, Outcome
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import Store, StoreView


class AgingStage:
    """One stage with its own stores, one transaction a record."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.views = {spec.name: StoreView(Store(spec)) for spec in stage.stores}
        self.outcomes: list[Outcome] = []

    def feed(self, message: Message, timestamp_ms: int) -> Handled:
        """Handle one record, commit it, and sweep what has expired."""
        for view in self.views.values():
            view.begin_record(timestamp_ms)
        read = self._stage.message.model_validate_json(message.to_json())
        handled = self._stage.handle(read, timestamp_ms, self.views)
        for view in self.views.values():
            view.keep_record()
            view.sweep(timestamp_ms)
            view.commit()
        self.outcomes.append(handled.outcome)
        return handled

    def sizes(self) -> dict[str, int]:
        """Count the entries of each store."""
        return {name: len(view.store) for name, view in self.views.items()}


class AgingFlow:
    """Stages one after the other: what one writes the next reads."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self.stages = {stage.input.name: AgingStage(stage) for stage in stages}
        self.told: list[tuple[str, str, Message | None]] = []
        """Topic, key and message of everything written."""

    def feed(self, topic: str, message: Message, timestamp_ms: int) -> None:
        """Feed one record, and all that follows from it."""
        for emit in self.stages[topic].feed(message, timestamp_ms).emits:
            key = emit.key if emit.message is None else emit.message.key
            self.told.append((emit.topic.name, key or "", emit.message))
            if emit.topic.name in self.stages and emit.message is not None:
                self.feed(emit.topic.name, emit.message, timestamp_ms)
