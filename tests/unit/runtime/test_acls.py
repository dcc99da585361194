"""Each service has the rights that its stages need, and no more."""

import pytest

from newsticker.commands.services import WORKERS, find_stages
from newsticker.messages.topics import ALL_TOPICS
from newsticker.runtime.acls import Acl, Operation, Pattern, Resource, plan_acls
from newsticker.runtime.topology import Topology

ACLS = plan_acls(Topology("blue-"), find_stages())


def names_of(principal: str, resource: Resource, operation: Operation) -> set[str]:
    return {
        acl.name.removeprefix("blue-")
        for acl in ACLS
        if (acl.principal, acl.resource, acl.operation) == (principal, resource, operation)
    }


def test_the_splitter_reads_pages_and_writes_items() -> None:
    assert names_of("splitter", Resource.TOPIC, Operation.READ) == {"raw-documents", "newsticker-splitter-documents"}
    assert names_of("splitter", Resource.TOPIC, Operation.WRITE) == {
        "news-items",
        "raw-documents-dlq",
        "newsticker-splitter-documents",
    }
    assert names_of("splitter", Resource.GROUP, Operation.READ) == {"newsticker-splitter"}
    assert names_of("splitter", Resource.TRANSACTIONAL_ID, Operation.WRITE) == {"newsticker-splitter-"}


def test_the_producer_only_writes_pages_and_a_subscriber_only_reads_what_is_public() -> None:
    assert [acl for acl in ACLS if acl.principal == "producer"] == [
        Acl("producer", Resource.TOPIC, "blue-raw-documents", Operation.WRITE)
    ]
    assert names_of("subscriber", Resource.TOPIC, Operation.READ) == {
        "news-events",
        "news-events-latest",
        "news-sightings",
        "news-groups",
    }
    assert names_of("subscriber", Resource.TOPIC, Operation.WRITE) == set()


def test_every_topic_has_one_writer() -> None:
    for topic in ALL_TOPICS:
        writers = {
            acl.principal for acl in ACLS if acl.name == "blue-" + topic.name and acl.operation is Operation.WRITE
        }
        assert len(writers) == 1, topic.name


@pytest.mark.parametrize("service", WORKERS)
def test_state_is_read_by_its_owner_alone(service: str) -> None:
    readers = {acl.principal for acl in ACLS if f"-{service}-" in acl.name and acl.resource is Resource.TOPIC}
    assert readers <= {service}


def test_nothing_is_granted_by_a_wildcard_and_only_own_names_by_a_prefix() -> None:
    assert not [acl for acl in ACLS if "*" in acl.name]
    prefixed = {acl.name for acl in ACLS if acl.pattern is Pattern.PREFIXED}
    assert prefixed == {f"blue-newsticker-{service}-" for service in WORKERS} | {"blue-subscriber-"}


def test_a_right_is_written_as_kafkas_own_tool_takes_it() -> None:
    assert ACLS[-1].render() == (
        "--add --allow-principal User:subscriber --operation Read --group blue-subscriber- "
        "--resource-pattern-type prefixed"
    )
