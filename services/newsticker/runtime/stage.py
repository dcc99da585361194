"""One stage of the flow: decode a record, hand it to a pure handler, encode what it answers.

Every record ends in exactly one outcome. What a handler refuses becomes a dead letter; any other error stops the
service, because it says that the code is wrong and not the record.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

import structlog
from aiokafka.structs import ConsumerRecord
from pydantic import ValidationError

from newsticker.messages.base import Message
from newsticker.messages.cloudevents import render_headers
from newsticker.messages.dead_letter import DeadLetterClass
from newsticker.messages.outcomes import Emit, Handler, InvalidMessageError, Outcome
from newsticker.messages.topics import Changelog, Topic
from newsticker.runtime.dead_letters import classify_error, render_dead_letter
from newsticker.runtime.metrics import DEAD_LETTERS
from newsticker.runtime.outbox import MAX_RECORD_BYTES, Headers, Outbox, OversizedRecordError, measure_record
from newsticker.runtime.state import StoreSpec, StoreView
from newsticker.runtime.suspects import find_cause_of_end

log = structlog.get_logger()

Views = Mapping[str, StoreView]


class KilledError(Exception):
    """A record ended every process that handled it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a stage is: its input, what it writes, its stores, and its pure handler."""

    service: str
    name: str
    input: Topic
    outputs: tuple[Topic, ...]
    message: type[Message]
    handle: Handler
    stores: tuple[StoreSpec, ...] = ()

    @property
    def dead_letters(self) -> Topic:
        """Where records go that this stage can never handle."""
        return self.input.dead_letters()

    def changelog(self, store: str) -> Topic:
        """Describe the changelog topic of one store."""
        return Changelog(self.service, store, self.input).topic


@dataclass(frozen=True, slots=True)
class Rendered:
    """One output record, ready for the outbox."""

    topic: str
    key: bytes
    value: bytes | None
    headers: Headers


class StageProcessor:
    """Applies a stage to one record at a time within a transaction."""

    def __init__(self, stage: Stage, topic_prefix: str, *, trial_s: float = 10.0) -> None:
        self.stage = stage
        self._prefix = topic_prefix
        self._trial_s = trial_s

    def process(self, record: ConsumerRecord, views: Views, outbox: Outbox, *, attempt: int = 1) -> Outcome:
        """Handle one record: its outputs go to the outbox, its state changes to the views, or it is dead-lettered."""
        for view in views.values():
            view.begin_record(record.timestamp)
        try:
            outcome, outputs = self._apply(record, views)
        except (ValidationError, InvalidMessageError) as error:
            return self.bury(record, views, outbox, classify_error(error), error, attempt=attempt)
        except OversizedRecordError as error:
            return self.bury(record, views, outbox, DeadLetterClass.OVERSIZED, error, attempt=attempt)
        for view in views.values():
            view.keep_record()
        for output in outputs:
            outbox.add(output.topic, output.key, output.value, timestamp_ms=record.timestamp, headers=output.headers)
        return outcome

    async def find_cause_of_end(self, record: ConsumerRecord, views: Views) -> str | None:
        """Try a record that may have ended several processes in a child first; `None` when the child survives."""
        return await find_cause_of_end(lambda: self._try(record, views), seconds=self._trial_s)

    def bury_killed(self, record: ConsumerRecord, views: Views, outbox: Outbox, *, attempt: int, cause: str) -> Outcome:
        """Write the dead letter of a record that did not survive its trial."""
        error = KilledError(f"it ended the process {attempt - 1} times, and a child in a trial: {cause}")
        return self.bury(record, views, outbox, DeadLetterClass.KILLED, error, attempt=attempt)

    def _try(self, record: ConsumerRecord, views: Views) -> None:
        for view in views.values():
            view.begin_record(record.timestamp)
        with suppress(ValidationError, InvalidMessageError, OversizedRecordError):
            self._apply(record, views)

    def bury(
        self,
        record: ConsumerRecord,
        views: Views,
        outbox: Outbox,
        error_class: DeadLetterClass,
        error: Exception,
        *,
        attempt: int,
    ) -> Outcome:
        """Write a dead letter instead of outputs; the record's state changes are dropped."""
        for view in views.values():
            view.drop_record()
        key, value, headers = render_dead_letter(record, self.stage.name, error_class, error, attempt)
        topic = self._prefix + self.stage.dead_letters.name
        outbox.add(topic, key, value, timestamp_ms=record.timestamp, headers=headers, partition=0)
        DEAD_LETTERS.labels(self.stage.service, self.stage.name, error_class.value).inc()
        log.warning(
            "record.dead_lettered",
            stage=self.stage.name,
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            error_class=error_class.value,
            reason=dict(headers)["dlq.reason"].decode(),
        )
        return Outcome.DEAD_LETTERED

    def _apply(self, record: ConsumerRecord, views: Views) -> tuple[Outcome, list[Rendered]]:
        if record.value is None:
            raise InvalidMessageError("the value is null; this topic has no tombstones")
        message = self.stage.message.model_validate_json(record.value)
        handled = self.stage.handle(message, record.timestamp, views)
        return handled.outcome, list(self._render_all(handled.emits, record.timestamp))

    def _render_all(self, emits: tuple[Emit, ...], timestamp_ms: int) -> Iterator[Rendered]:
        """Render outputs; one that goes to several topics in a row is rendered once."""
        before: tuple[Message, Rendered] | None = None
        for emit in emits:
            topic = self._prefix + emit.topic.name
            if emit.message is None:
                yield Rendered(topic, (emit.key or "").encode(), None, [])
            elif before is not None and emit.message is before[0]:
                yield replace(before[1], topic=topic)
            else:
                before = (emit.message, self._render(topic, emit.message, timestamp_ms))
                yield before[1]

    def _render(self, topic: str, message: Message, timestamp_ms: int) -> Rendered:
        headers = render_headers(message, service=self.stage.service, timestamp_ms=timestamp_ms)
        rendered = Rendered(topic, message.key.encode(), message.to_json(), headers)
        size = measure_record(rendered.key, rendered.value, headers)
        if size > MAX_RECORD_BYTES:
            raise OversizedRecordError(
                f"its output for {topic.removeprefix(self._prefix)} has {size} bytes; {MAX_RECORD_BYTES} fit"
            )
        return rendered
