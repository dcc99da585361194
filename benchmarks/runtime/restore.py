"""How long state takes to come back: one changelog partition read into a store, in memory and on disk.

    python benchmarks/runtime/restore.py --entries 1000000 --bytes 400

Starts an embedded broker, fills one changelog partition, and restores it as a worker does when it opens a partition.
Memory is the growth of this process: entries, keys and bookkeeping included.
"""

import asyncio
import logging
import resource
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.structs import TopicPartition

from newsticker.runtime.clock import read_clock_ms
from newsticker.runtime.embedded import EmbeddedKafka
from newsticker.runtime.opening import restore_stores
from newsticker.runtime.rocks import RocksStore
from newsticker.runtime.state import CommittedStore, Store, StoreSpec

CHANGELOG = TopicPartition("restore-changelog", 0)
SPEC = StoreSpec("entries", 30)
KEY_BYTES = 16
CHUNK = 5000

logging.getLogger("aiokafka").setLevel(logging.CRITICAL)


async def fill(bootstrap: str, entries: int, size: int) -> None:
    """Write so many entries with keys of their own."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic(CHANGELOG.topic, 1, 1, topic_configs={"cleanup.policy": "compact"})])
    await admin.close()
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=20, max_batch_size=500_000) as producer:
        for start in range(0, entries, CHUNK):
            sent = [
                await producer.send(
                    CHANGELOG.topic,
                    key=number.to_bytes(KEY_BYTES, "big"),
                    value=(b"%d " % number).ljust(size, b"."),
                    partition=0,
                )
                for number in range(start, min(start + CHUNK, entries))
            ]
            await asyncio.gather(*sent)


async def restore(bootstrap: str, store: CommittedStore) -> tuple[float, float]:
    """Restore into a store; give the seconds, and the longest time in which nothing else could run."""
    async with AIOKafkaConsumer(bootstrap_servers=bootstrap, isolation_level="read_committed") as reader:
        pauses: list[float] = []
        beating = asyncio.create_task(beat(pauses))
        started = time.perf_counter()
        await restore_stores(reader, {CHANGELOG: store})
        seconds = time.perf_counter() - started
        beating.cancel()
    return seconds, max(pauses, default=0.0)


async def beat(pauses: list[float]) -> None:
    """Note how long the event loop was busy at a stretch."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.01)
        pauses.append(time.perf_counter() - before - 0.01)


def read_memory_kib() -> int:
    """Read the peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


async def compare(entries: int, size: int) -> None:
    """Fill once, restore into both kinds."""
    with EmbeddedKafka() as broker, tempfile.TemporaryDirectory() as folder:
        await fill(broker.bootstrap_servers, entries, size)
        stores: dict[str, CommittedStore] = {
            "rocks": RocksStore(SPEC, Path(folder) / "entries-0", read_clock_ms()),
            "memory": Store(SPEC),
        }
        for kind, store in stores.items():
            before = read_memory_kib()
            seconds, pause = await restore(broker.bootstrap_servers, store)
            grown = (read_memory_kib() - before) * 1024 / entries
            print(
                f"{kind:>6}  {len(store)} entries in {seconds:.1f} s = {len(store) / seconds:.0f}/s;"
                f" longest pause of others {pause * 1000:.0f} ms; {grown - size - KEY_BYTES:.0f} bytes an entry"
                " beyond key and value"
            )
            store.close()


def main(
    entries: Annotated[int, typer.Option(help="Entries of the changelog.")] = 1_000_000,
    size: Annotated[int, typer.Option("--bytes", help="Bytes of a value.")] = 400,
) -> None:
    """Measure how long a restore takes.

    Example: python benchmarks/runtime/restore.py --entries 100000
    """
    asyncio.run(compare(entries, size))


if __name__ == "__main__":
    typer.run(main)
