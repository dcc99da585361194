"""Topics on the broker: made from the catalogue, compared with it, never altered behind anybody's back."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAlreadyExistsError, TopicAuthorizationFailedError, for_code

from newsticker.messages.topics import ALL_TOPICS, MAX_MESSAGE_BYTES, Cleanup, Topic
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.settings import KafkaSettings
from newsticker.runtime.topology import Topology

COMPACTED_SEGMENT_BYTES = 64 * 1024 * 1024
"""Only closed segments are compacted: Kafka's default of 1 GiB would make a restore read for minutes."""

SAFE_REPLICATION = 3
"""From so many copies on, two of them must have a record before it counts as written."""

SETTLE_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class TopicPlan:
    """A physical topic as the catalogue and the settings want it."""

    name: str
    partitions: int
    replication_factor: int
    configs: dict[str, str]


@dataclass(frozen=True, slots=True)
class TopicState:
    """A physical topic as it is; `partitions` is `None` where there is none."""

    plan: TopicPlan
    partitions: int | None
    differences: tuple[str, ...] = field(default=())

    @property
    def is_missing(self) -> bool:
        """Tell whether the topic has to be created."""
        return self.partitions is None

    @property
    def is_unfit(self) -> bool:
        """Tell whether workers refuse it: keys would land on other partitions than their state."""
        return self.partitions not in (None, self.plan.partitions)


def plan_topic(topic: Topic, kafka: KafkaSettings) -> TopicPlan:
    """Say how one topic of the catalogue is made in this deployment."""
    topology = Topology.from_settings(kafka)
    configs = {
        "cleanup.policy": topic.cleanup.value,
        "retention.ms": str(topic.retention_ms),
        "max.message.bytes": str(MAX_MESSAGE_BYTES),
    }
    if topic.cleanup is Cleanup.COMPACT:
        configs["segment.bytes"] = str(COMPACTED_SEGMENT_BYTES)
    if kafka.replication_factor >= SAFE_REPLICATION:
        configs["min.insync.replicas"] = "2"
    return TopicPlan(topology.name(topic), topology.count_partitions(topic), kafka.replication_factor, configs)


def plan_topics(kafka: KafkaSettings, topics: Iterable[Topic] = ALL_TOPICS) -> tuple[TopicPlan, ...]:
    """Say how every topic of the catalogue is made in this deployment."""
    return tuple(plan_topic(topic, kafka) for topic in topics)


@asynccontextmanager
async def open_admin(kafka: KafkaSettings) -> AsyncIterator[AIOKafkaAdminClient]:
    """Connect, or raise `WorkerStopError` that names the address tried."""
    admin = AIOKafkaAdminClient(**kafka.client_options())
    try:
        async with reaching(kafka):
            await admin.start()
        yield admin
    finally:
        await admin.close()


@asynccontextmanager
async def reaching(kafka: KafkaSettings) -> AsyncIterator[None]:
    """Bound the first contact with the broker in time, and name address and cause when there is no answer."""
    with _listening() as heard:
        try:
            async with asyncio.timeout(kafka.connect_timeout_s):
                yield
        except TimeoutError as error:
            raise _unreachable(kafka, f"no answer within {kafka.connect_timeout_s:g} s") from error
        except (KafkaError, OSError, ValueError) as error:
            raise _unreachable(kafka, " ".join((heard or [str(error)])[-1].split())) from error


class _Listener(logging.Handler):
    """Keeps what the client says: it logs the cause of a failed connection, and raises only that there was one."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.heard.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger, listener = logging.getLogger("aiokafka"), _Listener()
    level, propagate = logger.level, logger.propagate
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    logger.addHandler(listener)
    try:
        yield listener.heard
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
        logger.propagate = propagate


def _unreachable(kafka: KafkaSettings, why: str) -> WorkerStopError:
    detail = f"can't reach Kafka at {kafka.bootstrap_servers} ({kafka.security_protocol}): {why[:300]}"
    return WorkerStopError(ExitReason.BROKER_UNREACHABLE, detail)


async def find_topics(admin: AIOKafkaAdminClient, names: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Give the partitions of the topics that exist; needs no right but to describe them."""
    described = await admin.describe_topics(sorted(names))
    hidden = [topic["topic"] for topic in described if topic["error_code"] == TopicAuthorizationFailedError.errno]
    if hidden:
        raise WorkerStopError(ExitReason.TOPICS_UNFIT, f"this user may not read or write topic {', '.join(hidden)}")
    return {topic["topic"]: topic["partitions"] for topic in described if not topic["error_code"]}


async def require_topics(admin: AIOKafkaAdminClient, names: Iterable[str]) -> dict[str, int]:
    """Give the partition count of each topic; a missing one is an error that says so."""
    wanted = list(names)
    found = await find_topics(admin, wanted)
    if missing := [name for name in wanted if name not in found]:
        raise WorkerStopError(ExitReason.TOPICS_UNFIT, f"topic {', '.join(missing)} does not exist")
    return {name: len(found[name]) for name in wanted}


async def inspect_topics(admin: AIOKafkaAdminClient, plans: Iterable[TopicPlan]) -> tuple[TopicState, ...]:
    """Compare what is there with what is wanted."""
    wanted = {plan.name: plan for plan in plans}
    found = await find_topics(admin, wanted)
    configs = await _read_configs(admin, sorted(found))
    states = []
    for name, plan in wanted.items():
        if name not in found:
            states.append(TopicState(plan, None, ("does not exist",)))
            continue
        replicas = len(found[name][0]["replicas"])
        differences = _compare(plan, len(found[name]), replicas, configs.get(name, {}))
        states.append(TopicState(plan, len(found[name]), differences))
    return tuple(states)


def _compare(plan: TopicPlan, partitions: int, replicas: int, configs: dict[str, str]) -> tuple[str, ...]:
    pairs = {
        "partitions": (str(partitions), str(plan.partitions)),
        "replication factor": (str(replicas), str(plan.replication_factor)),
        **{name: (configs.get(name, "unset"), value) for name, value in plan.configs.items()},
    }
    return tuple(f"{name} is {actual}, not {wanted}" for name, (actual, wanted) in pairs.items() if actual != wanted)


async def _read_configs(admin: AIOKafkaAdminClient, names: list[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name) for name in names])
    return {
        resource[3]: {entry[0]: entry[1] for entry in resource[4]}
        for answer in answers
        for resource in answer.resources
    }


async def create_topics(admin: AIOKafkaAdminClient, plans: Iterable[TopicPlan]) -> tuple[str, ...]:
    """Create what is missing and wait until it can be used; topics that exist are left as they are."""
    missing = [state.plan for state in await inspect_topics(admin, plans) if state.is_missing]
    if not missing:
        return ()
    answer = await admin.create_topics(
        [NewTopic(plan.name, plan.partitions, plan.replication_factor, topic_configs=plan.configs) for plan in missing]
    )
    for name, code, *message in answer.topic_errors:
        if code not in (0, TopicAlreadyExistsError.errno):
            reason = (message or [None])[0] or for_code(code).__name__
            raise WorkerStopError(ExitReason.TOPICS_UNFIT, f"the broker refuses to create {name}: {reason}")
    await _wait_until_usable(admin, missing)
    return tuple(plan.name for plan in missing)


async def _wait_until_usable(admin: AIOKafkaAdminClient, plans: list[TopicPlan]) -> None:
    wanted = {plan.name: plan.partitions for plan in plans}
    try:
        async with asyncio.timeout(SETTLE_TIMEOUT_S):
            while True:
                described = await admin.describe_topics(sorted(wanted))
                led = {
                    topic["topic"]: sum(partition["leader"] >= 0 for partition in topic["partitions"])
                    for topic in described
                }
                if all(led.get(name) == count for name, count in wanted.items()):
                    return
                await asyncio.sleep(0.1)
    except TimeoutError as error:
        raise WorkerStopError(ExitReason.TOPICS_UNFIT, "the new topics have no leaders yet; try again") from error
