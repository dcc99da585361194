"""Who may do what on the broker: one principal a service, the rights that it needs and no more.

Made of the stages' own descriptions, so that a new output or store brings its right along.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import SecurityDisabled, for_code
from aiokafka.protocol.admin import CreateAclsRequest

from newsticker.messages.topics import MAIN_TOPICS, RAW_DOCUMENTS
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.stage import Stage
from newsticker.runtime.topology import Topology

ALLOW = 3
ANY_HOST = "*"


class Resource(IntEnum):
    """Kafka's resource types."""

    TOPIC = 2
    GROUP = 3
    TRANSACTIONAL_ID = 5


class Pattern(IntEnum):
    """How a name is meant."""

    LITERAL = 3
    PREFIXED = 4


class Operation(IntEnum):
    """Kafka's operations; reading and writing include describing."""

    READ = 3
    WRITE = 4


OPTIONS = {Resource.TOPIC: "--topic", Resource.GROUP: "--group", Resource.TRANSACTIONAL_ID: "--transactional-id"}


@dataclass(frozen=True, slots=True, order=True)
class Acl:
    """One right of one principal."""

    principal: str
    resource: Resource
    name: str
    operation: Operation
    pattern: Pattern = Pattern.LITERAL

    def render(self) -> str:
        """Render as the arguments of Kafka's own `kafka-acls.sh`."""
        pattern = " --resource-pattern-type prefixed" if self.pattern is Pattern.PREFIXED else ""
        return (
            f"--add --allow-principal User:{self.principal} --operation {self.operation.name.capitalize()} "
            f"{OPTIONS[self.resource]} {self.name}{pattern}"
        )


def plan_acls(topology: Topology, stages: Iterable[Stage]) -> tuple[Acl, ...]:
    """List every right: of the producer, of each service's stages, and of subscribers to the public topics."""
    acls = {Acl("producer", Resource.TOPIC, topology.name(RAW_DOCUMENTS), Operation.WRITE)}
    for stage in stages:
        acls.update(_plan_stage(topology, stage))
    public = [topology.name(topic) for topic in MAIN_TOPICS if topic.public]
    acls.update(Acl("subscriber", Resource.TOPIC, name, Operation.READ) for name in public)
    groups = topology.prefix + "subscriber-"
    acls.add(Acl("subscriber", Resource.GROUP, groups, Operation.READ, Pattern.PREFIXED))
    return tuple(sorted(acls))


def _plan_stage(topology: Topology, stage: Stage) -> Iterable[Acl]:
    who, group = stage.service, topology.group(stage.service)
    changelogs = [stage.changelog(spec.name) for spec in stage.stores]
    for topic in (stage.input, *changelogs):
        yield Acl(who, Resource.TOPIC, topology.name(topic), Operation.READ)
    for topic in (*stage.outputs, stage.dead_letters, *changelogs):
        yield Acl(who, Resource.TOPIC, topology.name(topic), Operation.WRITE)
    yield Acl(who, Resource.GROUP, group, Operation.READ)
    yield Acl(who, Resource.TRANSACTIONAL_ID, group + "-", Operation.WRITE, Pattern.PREFIXED)


async def create_acls(admin: AIOKafkaAdminClient, acls: Iterable[Acl]) -> None:
    """Create the rights; those that are there already stay."""
    for acl in acls:
        request = CreateAclsRequest(
            acl.resource, acl.name, acl.pattern, f"User:{acl.principal}", ANY_HOST, acl.operation, ALLOW
        )
        answer = await admin._send_request(request)  # noqa: SLF001 - the client has the message, not yet the method
        for code, message in answer.creation_responses:
            if code == SecurityDisabled.errno:
                raise WorkerStopError(ExitReason.RIGHTS_REFUSED, "the broker has no authorizer: it keeps no rights")
            if code:
                reason = message or for_code(code).__name__
                detail = f"the broker refuses the right {acl.render()}: {reason}"
                raise WorkerStopError(ExitReason.RIGHTS_REFUSED, detail)
