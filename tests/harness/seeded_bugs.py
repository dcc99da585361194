"""Bugs on purpose: each breaks one rule of the exactly-once runtime, in a test's own worker process and nowhere else.

A checker that has never found anything may be blind. So each of these is put into a worker, a fault is aimed at what
it breaks, and the checker must find the damage. The product knows nothing of them.
"""

from dataclasses import dataclass
from enum import StrEnum

from harness import broken_rules as rules
from harness.broken_rules import Replacement
from harness.checking import Finding
from harness.patches import patch
from newsticker.runtime import opening, stage
from newsticker.runtime.batch_queue import BatchQueue
from newsticker.runtime.opening import Opener
from newsticker.runtime.stage import StageProcessor
from newsticker.runtime.state import Store, StoreView
from newsticker.runtime.transaction_writer import TransactionWriter
from newsticker.runtime.transactions import PartitionRunner
from newsticker.runtime.transport import ConsumerThread


class Kind(StrEnum):
    """The faults that a bug needs to show itself."""

    KILL = "a worker killed between produce and commit"
    ZOMBIE = "a worker stopped before its commit, that wakes while its heir opens the partition"
    ERROR = "an error of a handler, and one of a transaction"
    REFUSED = "an output that the broker refuses"
    UPSTREAM = "an upstream that aborts, and input that waits for the first worker"
    REBALANCE = "a rebalance with full queues"
    DELAYED_COMMIT = "a commit that arrives a transaction late"


@dataclass(frozen=True, slots=True)
class Bug:
    """One bug: what it is, what shows it, and what the checker must find at least."""

    name: str
    kind: Kind
    finds: frozenset[Finding]
    replacements: tuple[Replacement, ...]


LOST, REPEATED, INVENTED = Finding.LOST, Finding.REPEATED, Finding.INVENTED
WRONG_STATE, WRONG_OFFSET = Finding.WRONG_STATE, Finding.WRONG_OFFSET

BUGS: tuple[Bug, ...] = (
    Bug(
        "offsets are committed before the outputs",
        Kind.KILL,
        frozenset({LOST}),
        ((TransactionWriter, "write", rules.write_offsets_first),),
    ),
    Bug("outputs are outside the transaction", Kind.KILL, frozenset({REPEATED}), (rules.send_outside("copies"),)),
    Bug("dead letters are outside the transaction", Kind.KILL, frozenset({REPEATED}), (rules.send_outside("-dlq"),)),
    Bug(
        "an offset is committed one too far",
        Kind.KILL,
        frozenset({LOST, WRONG_OFFSET}),
        ((TransactionWriter, "write", rules.write_one_too_far),),
    ),
    Bug(
        "state is not in the changelog",
        Kind.KILL,
        frozenset({WRONG_STATE, INVENTED, LOST}),
        ((PartitionRunner, "_add_changes", rules.keep_changes_to_oneself),),
    ),
    Bug(
        "a restore reads what was never committed",
        Kind.KILL,
        frozenset({WRONG_STATE, INVENTED, LOST}),
        ((opening, "AIOKafkaConsumer", rules.build_greedy_reader),),
    ),
    Bug(
        "a tombstone removes nothing",
        Kind.KILL,
        frozenset({WRONG_STATE, INVENTED, LOST}),
        ((Store, "apply", rules.apply_values_only),),
    ),
    Bug(
        "a dead letter changes the state",
        Kind.KILL,
        frozenset({INVENTED, LOST}),
        ((StoreView, "drop_record", rules.keep_draft),),
    ),
    Bug(
        "a fact is named by the clock",
        Kind.KILL,
        frozenset({INVENTED, LOST}),
        ((stage, "render_headers", rules.name_by_the_clock),),
    ),
    Bug(
        "a transactional id is made up anew",
        Kind.ZOMBIE,
        frozenset({REPEATED}),
        ((opening, "AIOKafkaProducer", rules.build_anonymous_producer),),
    ),
    Bug(
        "offset and state are read before the last owner is fenced",
        Kind.ZOMBIE,
        frozenset({REPEATED}),
        ((Opener, "open", rules.open_unfenced), (Opener, "_read_back", rules.read_back_once)),
    ),
    Bug(
        "an error of the handler counts as handled",
        Kind.ERROR,
        frozenset({LOST}),
        ((StageProcessor, "process", rules.acknowledge_failure),),
    ),
    Bug(
        "a failed transaction is forgotten",
        Kind.ERROR,
        frozenset({LOST}),
        ((PartitionRunner, "_write", rules.forget_failure),),
    ),
    Bug(
        "no answer is awaited before the commit",
        Kind.REFUSED,
        frozenset({LOST}),
        ((TransactionWriter, "write", rules.write_unasked),),
    ),
    Bug(
        "input is read that was never committed",
        Kind.UPSTREAM,
        frozenset({INVENTED}),
        ((ConsumerThread, "_create_worker_consumer", rules.fetch_uncommitted),),
    ),
    Bug(
        "a new group begins at the end of the log",
        Kind.UPSTREAM,
        frozenset({LOST}),
        ((Opener, "_read_back", rules.open_at_end),),
    ),
    Bug(
        "a rebalance keeps what was queued before it",
        Kind.REBALANCE,
        frozenset({INVENTED, WRONG_STATE}),
        ((BatchQueue, "clear", rules.keep_everything), (PartitionRunner, "_take", rules.take_all)),
    ),
    Bug(
        "a producer is used on after a commit of unknown outcome",
        Kind.DELAYED_COMMIT,
        frozenset({INVENTED, WRONG_STATE}),
        ((TransactionWriter, "_commit", rules.commit_however_often),),
    ),
)
"""All of them.

Not among them: what only costs progress, such as a swallowed error of a rebalance callback or a restore that blocks
heartbeats. Nothing wrong is written then, so there is nothing for the checker; other tests see workers end or go on.
Guards that stand behind another are broken together with it: what a rebalance queued twice is still dropped by offset.
"""


def seed(name: str) -> None:
    """Put one bug into this process."""
    (bug,) = [bug for bug in BUGS if bug.name == name]
    for owner, attribute, replacement in bug.replacements:
        patch(owner, attribute, replacement)
