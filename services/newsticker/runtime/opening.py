"""Opening a partition, in the only safe order: fence, then read the committed offset, then restore the state.

Starting the producer with the partition's transactional id ends its last owner's transaction; only after that is the
committed offset final, and only after that does the changelog hold everything that was committed.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

import structlog
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.structs import OffsetAndMetadata, TopicPartition

from newsticker.runtime.clock import read_clock_ms
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.metrics import RESTORE_SECONDS
from newsticker.runtime.offset_note import OffsetNote
from newsticker.runtime.outbox import MAX_RECORD_BYTES
from newsticker.runtime.settings import KafkaSettings, WorkerSettings
from newsticker.runtime.stage import Stage, StageProcessor
from newsticker.runtime.state import CommittedStore, Store, StoreSpec
from newsticker.runtime.topology import Topology
from newsticker.runtime.transactions import PartitionRunner, Processor, RunnerOptions

log = structlog.get_logger()

BATCH_BYTES = 262_144
"""A record batch for one destination partition; a larger single record gets a batch of its own."""

RESTORE_POLL_MS = 100
RETRY_S = 0.3


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens the partitions of one stage."""

    stage: Stage
    kafka: KafkaSettings
    worker: WorkerSettings
    on_room: Callable[[], None]
    processor: Processor | None = None
    """Instead of the stage's own, for measuring."""

    async def open(self, tp: TopicPartition) -> PartitionRunner:
        """Fence, read, restore; raises `WorkerStopError` where going on would lose records."""
        started = perf_counter()
        topology = Topology.from_settings(self.kafka)
        producer = self._build_producer(topology.group(self.stage.service), tp)
        try:
            await producer.start()
            counts = await self._count_partitions(producer, topology)
            next_offset, note, stores = await self._read_back(tp, topology)
        except BaseException:
            await producer.stop()
            raise
        seconds = perf_counter() - started
        RESTORE_SECONDS.labels(self.stage.service, self.stage.name).observe(seconds)
        log.info(
            "partition.opened",
            stage=self.stage.name,
            topic=tp.topic,
            partition=tp.partition,
            offset=next_offset,
            attempts=note.attempts,
            entries={name: len(store) for name, store in stores.items()},
            seconds=round(seconds, 3),
        )
        options = self._render_options(topology, counts)
        processor = self.processor or StageProcessor(self.stage, topology.prefix, trial_s=self.worker.stuck_after_s)
        return PartitionRunner(
            tp,
            producer,
            stores=stores,
            next_offset=next_offset,
            note=note,
            processor=processor,
            options=options,
            on_room=self.on_room,
        )

    def _build_producer(self, group: str, tp: TopicPartition) -> AIOKafkaProducer:
        return AIOKafkaProducer(
            **self.kafka.client_options(),
            transactional_id=f"{group}-{tp.topic}-{tp.partition}",  # the next owner fences this one
            acks="all",
            enable_idempotence=True,
            linger_ms=0,
            max_batch_size=BATCH_BYTES,
            max_request_size=MAX_RECORD_BYTES,
            compression_type=self.kafka.compression,
            transaction_timeout_ms=int(self.worker.transaction_timeout_s * 1000),
        )

    async def _count_partitions(self, producer: AIOKafkaProducer, topology: Topology) -> dict[str, int]:
        """Load the metadata of every topic that the stage writes, and refuse other counts than the catalogue's."""
        counts = {}
        changelogs = [self.stage.changelog(spec.name) for spec in self.stage.stores]
        for topic in (*self.stage.outputs, self.stage.dead_letters, *changelogs):
            name, wanted = topology.name(topic), topology.count_partitions(topic)
            found = len(await producer.partitions_for(name))
            if found != wanted:
                raise WorkerStopError(ExitReason.TOPICS_UNFIT, f"{name} has {found} partitions, not {wanted}")
            counts[name] = found
        return counts

    async def _read_back(
        self, tp: TopicPartition, topology: Topology
    ) -> tuple[int, OffsetNote, dict[str, CommittedStore]]:
        reader = AIOKafkaConsumer(
            **self.kafka.client_options(), isolation_level="read_committed", enable_auto_commit=False
        )
        await reader.start()
        try:
            log_start = (await reader.beginning_offsets([tp]))[tp]
            committed, note = await self._fetch_committed(tp, topology.group(self.stage.service))
            if committed is not None and committed < log_start:
                raise WorkerStopError(
                    ExitReason.RETENTION_PASSED,
                    f"records {committed} to {log_start - 1} were deleted before they were read",
                )
            stores = await self._restore_stores(reader, tp, topology)
        finally:
            await reader.stop()
        return (log_start if committed is None else committed), note, stores

    async def _restore_stores(
        self, reader: AIOKafkaConsumer, tp: TopicPartition, topology: Topology
    ) -> dict[str, CommittedStore]:
        stores: dict[str, CommittedStore] = {}
        try:
            for spec in self.stage.stores:
                stores[spec.name] = await asyncio.to_thread(self._build_store, spec, tp)
            changelogs = {
                TopicPartition(topology.name(self.stage.changelog(name)), tp.partition): store
                for name, store in stores.items()
            }
            await restore_stores(reader, changelogs)
        except BaseException:
            for store in stores.values():
                store.close()
            raise
        return stores

    def _build_store(self, spec: StoreSpec, tp: TopicPartition) -> CommittedStore:
        if self.worker.state_store == "memory":
            return Store(spec)
        from newsticker.runtime.rocks import RocksStore  # noqa: PLC0415 - an optional extra

        group = Topology.from_settings(self.kafka).group(self.stage.service)
        folder = self.worker.state_dir / group / f"{spec.name}-{tp.partition}"
        return RocksStore(spec, folder, read_clock_ms())

    async def _fetch_committed(self, tp: TopicPartition, group: str) -> tuple[int | None, OffsetNote]:
        admin = AIOKafkaAdminClient(**self.kafka.client_options())
        await admin.start()
        try:
            offsets = await self._list_offsets(admin, tp, group)
        finally:
            await admin.close()
        found = offsets.get(tp)
        if found is None or found.offset < 0:
            return None, OffsetNote()
        return found.offset, OffsetNote.parse(found.metadata)

    async def _list_offsets(
        self, admin: AIOKafkaAdminClient, tp: TopicPartition, group: str
    ) -> dict[TopicPartition, OffsetAndMetadata]:
        deadline = perf_counter() + self.worker.transaction_timeout_s * 2
        while True:
            try:
                offsets: dict[TopicPartition, OffsetAndMetadata] = await admin.list_consumer_group_offsets(
                    group, partitions=[tp]
                )
            except (KafkaError, AttributeError) as error:  # aiokafka 0.14 looks for the error code in the wrong place
                if perf_counter() > deadline:
                    raise
                log.info("offsets.retried", topic=tp.topic, partition=tp.partition, error=repr(error))
                await asyncio.sleep(RETRY_S)
            else:
                return offsets

    def _render_options(self, topology: Topology, counts: dict[str, int]) -> RunnerOptions:
        worker = self.worker
        return RunnerOptions(
            service=self.stage.service,
            stage=self.stage.name,
            group=topology.group(self.stage.service),
            partition_counts=counts,
            changelogs={spec.name: topology.name(self.stage.changelog(spec.name)) for spec in self.stage.stores},
            max_records=worker.max_transaction_records,
            gather_wait_s=worker.gather_wait_ms / 1000,
            transaction_timeout_s=worker.transaction_timeout_s,
            brake_consecutive=worker.brake_consecutive,
            brake_window=worker.brake_window,
        )


async def restore_stores(reader: AIOKafkaConsumer, changelogs: Mapping[TopicPartition, CommittedStore]) -> None:
    """Read changelog partitions up to their last stable offset into their stores; tombstones remove."""
    if not changelogs:
        return
    starts = await reader.beginning_offsets(changelogs)
    ends = await reader.end_offsets(changelogs)
    positions = {tp: store.find_position(starts[tp], ends[tp]) for tp, store in changelogs.items()}
    unread = {tp for tp in changelogs if ends[tp] > positions[tp]}
    reader.assign(list(unread))
    for tp in unread:
        reader.seek(tp, positions[tp])
    while unread:
        for tp, records in (await reader.getmany(*unread, timeout_ms=RESTORE_POLL_MS)).items():
            changes = ((record.key, record.value, record.timestamp) for record in records)
            changelogs[tp].apply(changes, records[-1].offset + 1)
        unread = {tp for tp in unread if await reader.position(tp) < ends[tp]}
        await asyncio.sleep(0)
