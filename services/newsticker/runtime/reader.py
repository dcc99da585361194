"""Reads topics as a subscriber does, committed records only, without a group: for the commands that show things."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import TypeAlias

from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import (
    GroupCoordinatorNotAvailableError,
    GroupLoadInProgressError,
    KafkaError,
    NotCoordinatorForGroupError,
)
from aiokafka.structs import ConsumerRecord, TopicPartition

from newsticker.messages.topics import Topic
from newsticker.runtime.admin import open_admin, reaching, require_topics
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.settings import KafkaSettings
from newsticker.runtime.topology import Topology

Record: TypeAlias = ConsumerRecord
"""What reading gives: topic, partition, offset, timestamp in milliseconds, key, value and headers."""

POLL_MS = 300
SILENCE_MS = 5000


class Reader:
    """A consumer of whole topics."""

    def __init__(self, kafka: KafkaSettings, consumer: AIOKafkaConsumer) -> None:
        self._kafka = kafka
        self._consumer = consumer
        self._silent_polls = 0

    async def find_partitions(self, topics: Iterable[Topic]) -> list[TopicPartition]:
        """List the partitions of topics, as they are on the broker; a missing topic is an error that says so."""
        topology = Topology.from_settings(self._kafka)
        async with open_admin(self._kafka) as admin:
            counts = await require_topics(admin, map(topology.name, topics))
        return [TopicPartition(name, number) for name, count in counts.items() for number in range(count)]

    async def read(
        self, topics: Iterable[Topic], *, from_beginning: bool = True, follow: bool = False
    ) -> AsyncIterator[Record]:
        """Give the records of topics: up to where they end now, or on and on."""
        tps = await self.find_partitions(topics)
        self._consumer.assign(tps)
        await (self._consumer.seek_to_beginning(*tps) if from_beginning else self._consumer.seek_to_end(*tps))
        ends = await self._consumer.end_offsets(tps)
        while True:
            for record in await self._poll(tps):
                yield record
            if not follow and all([await self._consumer.position(tp) >= ends[tp] for tp in tps]):
                return

    async def _poll(self, tps: list[TopicPartition]) -> list[Record]:
        """Give what has come; after a silence ask whether the broker is still there, since the client does not say."""
        batches = await self._consumer.getmany(timeout_ms=POLL_MS)
        self._silent_polls = 0 if batches else self._silent_polls + 1
        if self._silent_polls * POLL_MS > SILENCE_MS:
            self._silent_polls = 0
            async with reaching(self._kafka):
                await self._consumer.end_offsets(tps)
        return [record for records in batches.values() for record in records]

    async def has_unread(self, starts: Mapping[TopicPartition, int]) -> bool:
        """Tell whether any record lies at or after the given offsets; markers of transactions don't count.

        Waits for open transactions: a transaction's offsets can be seen a moment before its outputs.
        """
        self._consumer.assign(list(starts))
        for tp, offset in starts.items():
            self._consumer.seek(tp, offset)
        while True:
            if await self._poll(list(starts)):
                return True
            if all([await self._is_at_end(tp) for tp in starts]):
                return False

    async def _is_at_end(self, tp: TopicPartition) -> bool:
        end = self._consumer.highwater(tp)
        return end is not None and bool(await self._consumer.position(tp) >= end)


@asynccontextmanager
async def open_reader(kafka: KafkaSettings) -> AsyncIterator[Reader]:
    """Connect, or raise `WorkerStopError` that names the address tried; the same when the broker goes away."""
    consumer = AIOKafkaConsumer(
        **kafka.client_options(),
        client_id="newsticker-reader",
        isolation_level="read_committed",
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    try:
        async with reaching(kafka):
            await consumer.start()
        yield Reader(kafka, consumer)
    except KafkaError as error:
        detail = f"lost Kafka at {kafka.bootstrap_servers} while reading ({error or type(error).__name__})"
        raise WorkerStopError(ExitReason.BROKER_UNREACHABLE, detail) from error
    finally:
        with suppress(asyncio.CancelledError, KafkaError):  # a fetch in flight to a lost broker is cancelled
            await consumer.stop()


async def find_committed(
    admin: AIOKafkaAdminClient, kafka: KafkaSettings, service: str, topic: Topic
) -> dict[TopicPartition, int]:
    """Give the next offset of every partition that a service reads; 0 where it has not committed yet."""
    topology = Topology.from_settings(kafka)
    try:
        offsets = await admin.list_consumer_group_offsets(topology.group(service))
    except (GroupCoordinatorNotAvailableError, GroupLoadInProgressError, NotCoordinatorForGroupError):
        offsets = {}  # the broker is only just making or loading its own topic of offsets
    tps = [TopicPartition(topology.name(topic), number) for number in range(topology.count_partitions(topic))]
    return {tp: max(offsets[tp].offset, 0) if tp in offsets else 0 for tp in tps}
