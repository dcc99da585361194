"""Where the tests' broker comes from: a given one, a container where a Docker engine answers, or the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from newsticker.runtime.embedded import EmbeddedKafka
from support.kafka_container import KafkaContainer, find_engine

GIVEN_BROKER = "NEWSTICKER_TEST_BOOTSTRAP_SERVERS"


@dataclass(frozen=True, slots=True)
class TestBroker:
    """A real broker, and what kind it is: `given`, `container` or `embedded`."""

    __test__: ClassVar[bool] = False
    used: ClassVar[list["TestBroker"]] = []

    kind: str
    bootstrap_servers: str


@contextmanager
def provide_broker() -> Iterator[TestBroker]:
    """Give a broker, and stop it afterwards unless it was given."""
    if given := os.environ.get(GIVEN_BROKER):
        yield _note(TestBroker("given", given))
    elif find_engine():
        with KafkaContainer() as container:
            yield _note(TestBroker("container", container.bootstrap_servers))
    else:
        with EmbeddedKafka() as embedded:
            yield _note(TestBroker("embedded", embedded.bootstrap_servers))


def _note(broker: TestBroker) -> TestBroker:
    TestBroker.used.append(broker)
    return broker
