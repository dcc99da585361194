"""The oracle: a stage's pure handler, replayed over the stage's committed input log, without a broker."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from aiokafka.structs import ConsumerRecord

from newsticker.messages.outcomes import Outcome
from newsticker.runtime.outbox import Headers, Outbox, choose_partition
from newsticker.runtime.stage import Stage, StageProcessor
from newsticker.runtime.state import Store, StoreView
from newsticker.runtime.topology import Topology

Output = tuple[str, int, bytes, bytes | None, int, tuple[tuple[str, bytes], ...]]
"""Topic, partition, key, value, timestamp, headers."""


class RecordingOutbox(Outbox):
    """Keeps what would be sent."""

    def __init__(self, topology: Topology, stage: Stage) -> None:
        self._cut = {topology.name(topic): topology.count_partitions(topic) for topic in stage.outputs}
        self.outputs: list[Output] = []

    def add(
        self,
        topic: str,
        key: bytes,
        value: bytes | None,
        *,
        timestamp_ms: int,
        headers: Headers,
        partition: int | None = None,
    ) -> None:
        """Keep one record, with the partition that its key chooses."""
        if partition is None:
            partition = choose_partition(key, self._cut[topic])
        self.outputs.append((topic, partition, key, value, timestamp_ms, tuple(headers)))


State = dict[tuple[int, bytes], bytes]
"""What a store holds, by partition and key: a store belongs to one input partition, and keys may be short."""


@dataclass
class Replay:
    """What a stage must have written, and how its input records ended."""

    outputs: list[Output] = field(default_factory=list)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    state: dict[str, State] = field(default_factory=dict)


def replay_stage(stage: Stage, records: list[ConsumerRecord], topology: Topology) -> Replay:
    """Replay every input partition from its start, in order of offsets."""
    replay = Replay(state={spec.name: {} for spec in stage.stores})
    processor = StageProcessor(stage, topology.prefix)
    for partition in sorted({record.partition for record in records}):
        stores = {spec.name: Store(spec) for spec in stage.stores}
        outbox = RecordingOutbox(topology, stage)
        for record in sorted(
            (record for record in records if record.partition == partition), key=lambda record: record.offset
        ):
            views = {name: StoreView(store) for name, store in stores.items()}
            replay.outcomes[processor.process(record, views, outbox)] += 1
            for name, view in views.items():
                for key, (value, _) in view.pending.items():
                    write_state(replay.state[name], partition, key, value)
                view.commit()
        replay.outputs.extend(outbox.outputs)
    return replay


def write_state(state: State, partition: int, key: bytes, value: bytes | None) -> None:
    """Apply one change; `None` removes."""
    state.pop((partition, key), None)
    if value is not None:
        state[partition, key] = value


def read_state(changelog: Iterable[ConsumerRecord]) -> State:
    """Read a changelog to its end, partition by partition."""
    state: State = {}
    for record in changelog:
        write_state(state, record.partition, record.key, record.value)
    return state


def observe(record: ConsumerRecord) -> Output:
    """Bring a record that was read into the form of an expected one."""
    return (record.topic, record.partition, record.key, record.value, record.timestamp, tuple(record.headers))
