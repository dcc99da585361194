"""The checker: committed output, state and offsets against the pure handler, replayed over the committed input."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from aiokafka.structs import ConsumerRecord, OffsetAndMetadata

from harness.replay import observe, read_state, replay_stage
from newsticker.runtime.stage import Stage
from newsticker.runtime.topology import Topology

Logs = Mapping[str, list[ConsumerRecord]]
"""Whole topics, committed records only, by logical name."""


class Finding(StrEnum):
    """What can be wrong with a run."""

    LOST = "lost"
    """An output is missing."""
    REPEATED = "repeated"
    """An output is there more often than its inputs account for."""
    INVENTED = "invented"
    """An output is there that no input accounts for."""
    WRONG_STATE = "wrong state"
    """The changelog adds up to another state."""
    WRONG_OFFSET = "wrong offset"
    """A partition is not committed exactly past its last record."""


Findings = dict[Finding, str]
"""What is wrong, each with an example."""


def find_wrong(stage: Stage, logs: Logs, topology: Topology) -> Findings:
    """Compare outputs and state of a stage, record for record, with a replay of its input."""
    records = logs[stage.input.name]
    replay = replay_stage(stage, records, topology)
    assert sum(replay.outcomes.values()) == len(records)
    written = Counter(observe(record) for topic in (*stage.outputs, stage.dead_letters) for record in logs[topic.name])
    expected = Counter(replay.outputs)
    findings: Findings = {}
    for output in written - expected:
        findings[Finding.REPEATED if output in expected else Finding.INVENTED] = f"{stage.name}: {output}"
    for output in expected - written:
        findings[Finding.LOST] = f"{stage.name}: {output}"
    for name, state in replay.state.items():
        if read_state(logs[stage.changelog(name).name]) != state:
            findings[Finding.WRONG_STATE] = f"{stage.name}: state of {name}"
    return findings


def find_wrong_offsets(records: Iterable[ConsumerRecord], committed: Mapping[int, OffsetAndMetadata]) -> Findings:
    """See that every partition of an input is committed past its last record."""
    ends: dict[int, int] = {}
    for record in records:
        ends[record.partition] = max(ends.get(record.partition, 0), record.offset + 1)
    offsets = {partition: committed[partition].offset if partition in committed else None for partition in ends}
    return {} if offsets == ends else {Finding.WRONG_OFFSET: f"{offsets}, not {ends}"}
