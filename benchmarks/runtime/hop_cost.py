"""What one hop costs: CPU a record of a copy through the runtime, with and without state, beside stock Faust.

    python benchmarks/runtime/hop_cost.py [--records 200000] [--bytes 700]

Starts an embedded broker, fills one input topic of four partitions, and runs one worker after the other over it, each
with a group of its own. CPU (user and system) of the worker's process is read while it works off the middle of its
input, so start and end do not count. Figures of one machine mean little alone: compare them within one run.
"""

import asyncio
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import faust
import typer
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.structs import ConsumerRecord, TopicPartition

from newsticker.messages.outcomes import Handled, Outcome
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import Changelog, Topic
from newsticker.runtime.embedded import EmbeddedKafka
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.outbox import Outbox
from newsticker.runtime.settings import RuntimeSettings
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import StoreSpec, StoreView
from newsticker.runtime.worker import Worker

SERVICE = "copy"
INPUT = Topic("hop-input", "bytes", "number", "What is copied.")
OUTPUT = Topic("hop-output", "bytes", "number", "The copies.")
STATE = Changelog(SERVICE, "seen", INPUT)
TOPICS = (INPUT, OUTPUT, STATE.topic, INPUT.dead_letters())
PARTITIONS = 4
FROM_SHARE, TO_SHARE = 0.2, 0.9
"""CPU is read between these shares of the input."""

cli = typer.Typer(add_completion=False, help=__doc__)


logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # a young broker has no leaders yet; the clients ask again


class Copy:
    """Copies bytes; with state, it also remembers every key's last offset."""

    def __init__(self, *, with_state: bool) -> None:
        self._with_state = with_state

    def process(
        self, record: ConsumerRecord, views: Mapping[str, StoreView], outbox: Outbox, *, attempt: int = 1
    ) -> Outcome:
        """Copy one record."""
        del attempt
        if self._with_state:
            view = views["seen"]
            view.begin_record(record.timestamp)
            view[record.key] = b"%d" % record.offset
            view.keep_record()
        outbox.add(OUTPUT.name, record.key, record.value, timestamp_ms=record.timestamp, headers=list(record.headers))
        return Outcome.EMITTED

    async def find_cause_of_end(self, record: ConsumerRecord, views: Mapping[str, StoreView]) -> None:
        """Trust it: a copy kills nobody."""
        del record, views

    def bury_killed(
        self, record: ConsumerRecord, views: Mapping[str, StoreView], outbox: Outbox, *, attempt: int, cause: str
    ) -> Outcome:
        """Never called: see `find_cause_of_end`."""
        raise NotImplementedError


def build_stage(*, with_state: bool) -> Stage:
    """Describe the copying hop."""
    stores = (StoreSpec("seen"),) if with_state else ()
    return Stage(SERVICE, SERVICE, INPUT, (OUTPUT,), RawDocument, lambda *_: Handled(Outcome.EMITTED), stores)


@cli.command(hidden=True)
def work(kind: str, bootstrap: str) -> None:
    """Be the worker that is measured."""
    if kind == "stock":
        run_stock_faust(bootstrap)
    with_state = kind == "state"
    settings = RuntimeSettings()
    set_up_logs(settings.log)
    Worker(settings, SERVICE, (build_stage(with_state=with_state),), {SERVICE: Copy(with_state=with_state)}).run()


def run_stock_faust(bootstrap: str) -> None:
    """Copy as Faust's documentation does it: at least once."""
    app = faust.App(
        "stock-copy",
        broker=f"kafka://{bootstrap}",
        topic_disable_leader=True,
        topic_allow_declare=False,
        web_enabled=False,
        datadir=Path(tempfile.mkdtemp()),
    )
    source = app.topic(INPUT.name, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")
    target = app.topic(OUTPUT.name, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")

    async def copy(stream: faust.Stream) -> None:
        async for key, value in stream.items():
            await target.send(key=key, value=value)

    app.agent(source)(copy)
    faust.Worker(app, loglevel="ERROR", quiet=True).execute_from_commandline()


@dataclass(frozen=True, slots=True)
class Cost:
    """What one worker took for the middle of its input."""

    kind: str
    records: int
    cpu_s: float
    wall_s: float

    @property
    def microseconds(self) -> float:
        """CPU a record."""
        return self.cpu_s / self.records * 1e6


def read_cpu(pid: int) -> float:
    """Read user and system time of a process, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def fill(bootstrap: str, records: int, size: int) -> None:
    """Create the topics and fill the input."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic(topic.name, topic.partitions, 1) for topic in TOPICS])
    await admin.close()
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=20, max_batch_size=262_144)
    await producer.start()
    text = os.urandom(size // 2).hex().encode()
    for start in range(0, records, 5000):
        sent = [
            await producer.send(INPUT.name, key=b"key-%d" % (number % 20_000), value=text)
            for number in range(start, min(start + 5000, records))
        ]
        await asyncio.gather(*sent)
    await producer.stop()


async def count_outputs(reader: AIOKafkaConsumer) -> int:
    """Count what stands in the output, transaction markers included."""
    ends = await reader.end_offsets([TopicPartition(OUTPUT.name, number) for number in range(PARTITIONS)])
    return sum(ends.values())


def start_worker(kind: str, bootstrap: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start the worker that is measured; what it says goes to standard error."""
    command = [sys.executable, __file__, "work", kind, bootstrap]
    return subprocess.Popen(command, env=environment, stdout=sys.stderr)


async def measure(kind: str, bootstrap: str, records: int) -> Cost:
    """Run one worker over the whole input and read its CPU on the way."""
    reader = AIOKafkaConsumer(bootstrap_servers=bootstrap)
    await reader.start()
    before = await count_outputs(reader)
    environment = os.environ | {
        "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": bootstrap,
        "NEWSTICKER_KAFKA__COMPRESSION": "",
        "NEWSTICKER_LOG__LEVEL": "error",
    }
    process = start_worker(kind, bootstrap, environment)
    try:
        marks = []
        for share in (FROM_SHARE, TO_SHARE):
            while (done := await count_outputs(reader) - before) < records * share:
                if process.poll() is not None:
                    raise SystemExit(f"the {kind} worker ended with {process.returncode}")
                await asyncio.sleep(0.02)
            marks.append((done, read_cpu(process.pid), time.monotonic()))
    finally:
        process.terminate()
        process.wait(30)
        await reader.stop()
    (first, cpu, at), (last, cpu_after, after) = marks
    return Cost(kind, last - first, cpu_after - cpu, after - at)


async def compare(records: int, size: int, rounds: int) -> list[Cost]:
    """Measure every kind, each over a fresh broker's input."""
    costs = []
    for kind in ("copy", "state", "stock") * rounds:
        with EmbeddedKafka() as broker:
            share = records if kind != "stock" else records // 5
            await fill(broker.bootstrap_servers, share, size)
            costs.append(await measure(kind, broker.bootstrap_servers, share))
            show(costs[-1])
    return costs


def show(cost: Cost) -> None:
    """Print one figure."""
    print(f"{cost.kind:>6}  {cost.microseconds:7.1f} µs CPU a record  {cost.records / cost.wall_s:8.0f} records/s")


@cli.command()
def run(
    records: Annotated[int, typer.Option(help="Records in the input.")] = 200_000,
    size: Annotated[int, typer.Option("--bytes", help="Bytes of a value.")] = 700,
    rounds: Annotated[int, typer.Option(help="How often everything is measured; the best counts.")] = 1,
) -> None:
    """Measure, and print the ratios.

    Example: python benchmarks/runtime/hop_cost.py run --records 100000 --rounds 3
    """
    costs = asyncio.run(compare(records, size, rounds))
    best = {kind: min(c.microseconds for c in costs if c.kind == kind) for kind in ("copy", "state", "stock")}
    print(f"copy, exactly once: {best['copy']:.1f} µs; with state: {best['state']:.1f} µs")
    print(f"stock Faust, at least once: {best['stock']:.1f} µs = {best['stock'] / best['copy']:.1f} × the copy")


if __name__ == "__main__":
    cli()
