"""What the seeded bugs do: each function stands in the place of one of the runtime, and breaks one of its rules.

A function gets the one that it replaces before its arguments (`patches.patch`).
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from uuid import uuid4

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.structs import ConsumerRecord, OffsetAndMetadata, RecordMetadata, TopicPartition

from newsticker.messages.outcomes import Outcome
from newsticker.runtime.clock import read_clock_ms
from newsticker.runtime.offset_note import OffsetNote
from newsticker.runtime.opening import Opener
from newsticker.runtime.outbox import Headers, Outbox
from newsticker.runtime.settings import RuntimeSettings
from newsticker.runtime.state import Change, Store, StoreView
from newsticker.runtime.topology import Topology
from newsticker.runtime.transaction_writer import TransactionWriter, UncommittedError
from newsticker.runtime.transactions import PartitionRunner
from newsticker.runtime.transport import ConsumerThread

Offsets = Mapping[TopicPartition, OffsetAndMetadata]
Write = Callable[[TransactionWriter, Outbox, Offsets], Awaitable[dict[str, int]]]
Answers = list[Awaitable[RecordMetadata]]
Replacement = tuple[object, str, Callable[..., object]]
"""Whose, which, and what instead."""


async def write_offsets_first(write: Write, writer: TransactionWriter, outbox: Outbox, offsets: Offsets) -> object:
    """Commit the offsets in a transaction of their own, and only then the outputs."""
    await write(writer, Outbox(writer._producer, {}), offsets)
    await writer._producer.begin_transaction()
    for answer in await outbox.send():
        await answer
    await writer._producer.commit_transaction()
    return {}


async def write_unasked(_: Write, writer: TransactionWriter, outbox: Outbox, offsets: Offsets) -> object:
    """Commit without asking what became of the outputs: the client commits over those that failed."""
    await writer._producer.begin_transaction()
    await outbox.send()
    await writer._producer.send_offsets_to_transaction(offsets, writer._group)
    await writer._producer.commit_transaction()
    return {}


async def write_one_too_far(write: Write, writer: TransactionWriter, outbox: Outbox, offsets: Offsets) -> object:
    """Commit past the next record."""
    return await write(
        writer, outbox, {tp: OffsetAndMetadata(at.offset + 1, at.metadata) for tp, at in offsets.items()}
    )


async def forget_failure(
    _: object, runner: PartitionRunner, outbox: Outbox, next_offset: int, note: OffsetNote
) -> object:
    """Go on after a transaction that was not committed, as if it were."""
    try:
        return await runner._writer.write(outbox, {runner.tp: OffsetAndMetadata(next_offset, note.render())})
    except UncommittedError:
        return {}


async def commit_however_often(_: object, writer: TransactionWriter) -> None:
    """Take a commit that was asked for twice for one, whose first request may still be under way."""
    await writer._producer.commit_transaction()


def send_outside(topic_end: str) -> Replacement:
    """Send what is for some topics by a producer without transactions."""
    outside: list[AIOKafkaProducer] = []

    async def send(send: Callable[[Outbox], Awaitable[Answers]], outbox: Outbox) -> Answers:
        if not outside:
            outside.append(AIOKafkaProducer(**RuntimeSettings().kafka.client_options()))
            await outside[0].start()
        without, within = Outbox(outside[0], {}), Outbox(outbox._producer, {})
        for to, records in outbox._records.items():
            (without if to[0].endswith(topic_end) else within)._records[to] = records
        return [*await send(without), *await send(within)]

    return (Outbox, "send", send)


def build_anonymous_producer(build: Callable[..., AIOKafkaProducer], **options: object) -> AIOKafkaProducer:
    """Give the next owner another transactional id, so that it fences nobody."""
    return build(**(options | {"transactional_id": str(uuid4())}))


def build_greedy_reader(build: Callable[..., AIOKafkaConsumer], **options: object) -> AIOKafkaConsumer:
    """Restore from a changelog with all that was aborted in it."""
    return build(**(options | {"isolation_level": "read_uncommitted"}))


def fetch_uncommitted(
    create: Callable[..., AIOKafkaConsumer], thread: ConsumerThread, transport: object
) -> AIOKafkaConsumer:
    """Fetch input that may yet be aborted."""
    consumer = create(thread, transport)
    consumer._isolation_level = "read_uncommitted"
    return consumer


READ_EARLY: dict[TopicPartition, object] = {}


async def open_unfenced(open_: Callable[..., Awaitable[object]], opener: Opener, tp: TopicPartition) -> object:
    """Read offset and state back while the last owner may still commit."""
    READ_EARLY[tp] = await opener._read_back(tp, Topology.from_settings(opener.kafka))
    return await open_(opener, tp)


async def read_back_once(
    read: Callable[..., Awaitable[object]], opener: Opener, tp: TopicPartition, topology: Topology
) -> object:
    """Give what was read too early."""
    return READ_EARLY.pop(tp) if tp in READ_EARLY else await read(opener, tp, topology)


async def open_at_end(
    read: Callable[..., Awaitable[tuple[int, object, object]]], opener: Opener, tp: TopicPartition, topology: Topology
) -> object:
    """Begin where the log ends, if the group is new."""
    next_offset, note, stores = await read(opener, tp, topology)
    committed, _ = await opener._fetch_committed(tp, topology.group(opener.stage.service))
    if committed is None:
        async with AIOKafkaConsumer(**opener.kafka.client_options()) as reader:
            next_offset = (await reader.end_offsets([tp]))[tp]
    return next_offset, note, stores


def keep_changes_to_oneself(*_: object) -> None:
    """Leave the changelog out: the state is in memory alone."""


def apply_values_only(
    apply: Callable[[Store, Iterable[Change], int | None], None],
    store: Store,
    changes: Iterable[Change],
    position: int | None,
) -> None:
    """Remove nothing from a store."""
    apply(store, (change for change in changes if change[1] is not None), position)


def keep_draft(_: object, view: StoreView) -> None:
    """Keep the state changes of a record that became a dead letter."""
    view.keep_record()


def name_by_the_clock(render: Callable[..., Headers], *message: object, **by: object) -> Headers:
    """Make the id of a fact depend on when it was written, so that a replay tells another one."""
    headers = render(*message, **by)
    return [(name, value + f"@{read_clock_ms()}".encode() if name == "ce_id" else value) for name, value in headers]


def acknowledge_failure(process: Callable[..., Outcome], *record: object, **attempt: int) -> Outcome:
    """Take an error for a result: the record is behind the offset, and nothing came of it."""
    try:
        return process(*record, **attempt)
    except Exception:  # noqa: BLE001 - the bug
        return Outcome.EMITTED


def keep_everything(*_: object) -> None:
    """Clear nothing, drop nothing."""


def take_all(_: object, runner: PartitionRunner) -> list[ConsumerRecord]:
    """Handle what was queued, also what another transaction has been over."""
    return runner._queue.take(runner._options.max_records)
