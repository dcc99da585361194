"""Talks to a broker for the tests: topics, sends, full reads, offsets."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic, RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.structs import ConsumerRecord, OffsetAndMetadata, TopicPartition

from harness.proxy import SPARED_CLIENT
from newsticker.messages.topics import Topic
from newsticker.runtime.outbox import choose_partition
from newsticker.runtime.topology import Topology


@dataclass
class Cluster:
    """One broker and one topic prefix."""

    bootstrap: str
    prefix: str
    partitions: int = 4
    topology: Topology = field(init=False)

    def __post_init__(self) -> None:
        self.topology = Topology(self.prefix, self.partitions)

    def environment(self) -> dict[str, str]:
        """Give the settings of a worker on this cluster."""
        return {
            "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": self.bootstrap,
            "NEWSTICKER_KAFKA__TOPIC_PREFIX": self.prefix,
            "NEWSTICKER_KAFKA__PARTITIONS": str(self.partitions),
            "NEWSTICKER_WORKER__SESSION_TIMEOUT_S": "3",
            "NEWSTICKER_WORKER__HEARTBEAT_INTERVAL_S": "1",
            "NEWSTICKER_LOG__FORMAT": "json",
        }

    async def create(self, topics: Iterable[Topic], configs: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """Create topics; `configs` by logical name."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            await admin.create_topics(
                [
                    NewTopic(
                        self.topology.name(topic),
                        self.topology.count_partitions(topic),
                        1,
                        topic_configs={
                            "cleanup.policy": topic.cleanup.value,
                            "retention.ms": "-1",  # tests write old timestamps
                            **(configs or {}).get(topic.name, {}),
                        },
                    )
                    for topic in topics
                ]
            )
        finally:
            await admin.close()

    async def send(
        self,
        topic: Topic,
        records: Iterable[tuple[str, bytes | None]],
        *,
        partition: int | None = None,
        headers: Sequence[tuple[str, bytes]] = (),
    ) -> None:
        """Send records by key."""
        producer = AIOKafkaProducer(
            bootstrap_servers=self.bootstrap, client_id=SPARED_CLIENT, linger_ms=5, enable_idempotence=True
        )
        await producer.start()
        try:
            count = self.topology.count_partitions(topic)
            sent = [
                await producer.send(
                    self.topology.name(topic),
                    key=key.encode(),
                    value=value,
                    headers=list(headers),
                    partition=choose_partition(key.encode(), count) if partition is None else partition,
                )
                for key, value in records
            ]
            await asyncio.gather(*sent)
        finally:
            await producer.stop()

    async def read(
        self, topic: Topic, *, at_least: int = 0, timeout_s: float = 60, committed: bool = True
    ) -> list[ConsumerRecord]:
        """Read a whole topic as far as it stands, waiting until it has `at_least` records."""
        reader = AIOKafkaConsumer(
            bootstrap_servers=self.bootstrap,
            isolation_level="read_committed" if committed else "read_uncommitted",
            auto_offset_reset="earliest",
            enable_auto_commit=False,
        )
        await reader.start()
        try:
            name = self.topology.name(topic)
            tps = [TopicPartition(name, number) for number in range(self.topology.count_partitions(topic))]
            reader.assign(tps)
            await reader.seek_to_beginning(*tps)
            return await self._read_until(reader, tps, at_least, timeout_s)
        finally:
            await reader.stop()

    async def _read_until(
        self, reader: AIOKafkaConsumer, tps: list[TopicPartition], at_least: int, timeout_s: float
    ) -> list[ConsumerRecord]:
        records: list[ConsumerRecord] = []
        deadline = asyncio.get_running_loop().time() + timeout_s
        while True:
            for batch in (await reader.getmany(timeout_ms=200)).values():
                records.extend(batch)
            ends = await reader.end_offsets(tps)
            at_end = all([await reader.position(tp) >= ends[tp] for tp in tps])
            if at_end and len(records) >= at_least:
                return records
            if asyncio.get_running_loop().time() > deadline:
                raise TimeoutError(f"{len(records)} of {at_least} records after {timeout_s} s")

    async def committed(self, service: str, topic: Topic) -> dict[int, OffsetAndMetadata]:
        """Give the committed offsets of a service by partition."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            offsets = await admin.list_consumer_group_offsets(self.topology.group(service))
        finally:
            await admin.close()
        name = self.topology.name(topic)
        return {tp.partition: found for tp, found in offsets.items() if tp.topic == name and found.offset >= 0}

    async def wait_until_read(self, service: str, topic: Topic, *, timeout_s: float = 60) -> None:
        """Wait until a service has committed past the last record of its input."""
        name = self.topology.name(topic)
        tps = [TopicPartition(name, number) for number in range(self.topology.count_partitions(topic))]
        reader = AIOKafkaConsumer(
            bootstrap_servers=self.bootstrap, isolation_level="read_committed", auto_offset_reset="earliest"
        )
        await reader.start()
        deadline = asyncio.get_running_loop().time() + timeout_s
        try:
            while unread := await self._find_unread(reader, tps, await self.committed(service, topic)):
                if asyncio.get_running_loop().time() > deadline:
                    raise TimeoutError(f"{service} has not read {unread} after {timeout_s} s")
                await asyncio.sleep(0.3)
        finally:
            await reader.stop()

    async def wait_until_settled(self, topics: Iterable[Topic], *, timeout_s: float = 60) -> None:
        """Wait until no transaction is open on any of the topics: the last markers come after the commit's answer."""
        names = [(self.topology.name(topic), self.topology.count_partitions(topic)) for topic in topics]
        tps = [TopicPartition(name, number) for name, count in names for number in range(count)]
        stable = AIOKafkaConsumer(bootstrap_servers=self.bootstrap, isolation_level="read_committed")
        written = AIOKafkaConsumer(bootstrap_servers=self.bootstrap, isolation_level="read_uncommitted")
        async with stable, written, asyncio.timeout(timeout_s):
            for reader in (stable, written):
                reader.assign(tps)
            while await stable.end_offsets(tps) != await written.end_offsets(tps):  # noqa: ASYNC110 - ask again
                await asyncio.sleep(0.05)

    async def _find_unread(
        self, reader: AIOKafkaConsumer, tps: list[TopicPartition], offsets: Mapping[int, OffsetAndMetadata]
    ) -> list[ConsumerRecord]:
        """Look for records past the committed offsets; transaction markers there are no records."""
        ends = await reader.end_offsets(tps)
        starts = {tp: offsets[tp.partition].offset if tp.partition in offsets else 0 for tp in tps}
        behind = [tp for tp in tps if starts[tp] < ends[tp]]
        reader.assign(behind)
        for tp in behind:
            reader.seek(tp, starts[tp])
        while behind:
            found = await reader.getmany(*behind, timeout_ms=100, max_records=1)
            if found:
                return [record for records in found.values() for record in records]
            behind = [tp for tp in behind if await reader.position(tp) < ends[tp]]
        return []

    async def delete_until(self, topic: Topic, partition: int, offset: int) -> None:
        """Move the log start."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            tp = TopicPartition(self.topology.name(topic), partition)
            await admin.delete_records({tp: RecordsToDelete(offset)})
        finally:
            await admin.close()

    async def configure(self, topic: Topic, configs: Mapping[str, str]) -> None:
        """Change a topic's settings."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            resource = ConfigResource(ConfigResourceType.TOPIC, self.topology.name(topic), dict(configs))
            await admin.alter_configs([resource])
        finally:
            await admin.close()

    async def delete(self, topic: Topic) -> None:
        """Delete a topic."""
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await admin.start()
        try:
            await admin.delete_topics([self.topology.name(topic)])
        finally:
            await admin.close()
