"""A container of the official `apache/kafka` image; the containers library knows other Kafka images only."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Self

import docker
import yaml
from docker.errors import DockerException
from testcontainers.core.config import testcontainers_config
from testcontainers.core.container import DockerContainer

from newsticker.runtime.embedded import DEFAULT_PROPERTIES
from newsticker.runtime.ports import answers, find_free_port

COMPOSE_FILE = Path(__file__).parents[2] / "docker-compose.yml"
START_TIMEOUT_S = 50.0

KEPT_FROM_EMBEDDED = (
    "auto.create.topics.enable",
    "group.initial.rebalance.delay.ms",
    "group.min.session.timeout.ms",
    "offsets.topic.num.partitions",
    "offsets.topic.replication.factor",
    "transaction.state.log.num.partitions",
    "transaction.state.log.replication.factor",
    "transaction.state.log.min.isr",
)
"""So that tests see the same broker, whichever they get."""


def read_image() -> str:
    """Read which image the compose file runs."""
    services = yaml.safe_load(COMPOSE_FILE.read_text(encoding="utf-8"))["services"]
    return str(services["kafka"]["image"])


def engine_answers() -> bool:
    """Tell whether a Docker engine answers."""
    with suppress(DockerException, OSError):
        client = docker.from_env(timeout=5)
        try:
            return bool(client.ping())
        finally:
            client.close()
    return False


def find_engine() -> bool:
    """Tell whether a Docker engine answers and has, or can pull, the broker's image."""
    if not engine_answers():
        return False
    with suppress(DockerException, OSError):
        client = docker.from_env(timeout=60)
        try:
            if not client.images.list(read_image()):
                client.images.pull(read_image())
        finally:
            client.close()
        return True
    return False


def _can_reap() -> bool:
    """Tell whether the library's clean-up container is at hand; without it each container is removed by its test."""
    client = docker.from_env(timeout=10)
    try:
        return bool(client.images.list(testcontainers_config.ryuk_image))
    finally:
        client.close()


class KafkaContainer:
    """One broker in KRaft mode that advertises a port of the host."""

    def __init__(self) -> None:
        testcontainers_config.ryuk_disabled = not _can_reap()
        self.port = find_free_port()
        listeners = f"PLAINTEXT://:{self.port},CONTROLLER://:9093"
        environment = {name.upper().replace(".", "_"): DEFAULT_PROPERTIES[name] for name in KEPT_FROM_EMBEDDED} | {
            "PROCESS_ROLES": "broker,controller",
            "NODE_ID": "1",
            "CONTROLLER_QUORUM_VOTERS": "1@localhost:9093",
            "CONTROLLER_LISTENER_NAMES": "CONTROLLER",
            "INTER_BROKER_LISTENER_NAME": "PLAINTEXT",
            "LISTENER_SECURITY_PROTOCOL_MAP": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
            "LISTENERS": listeners,
            "ADVERTISED_LISTENERS": f"PLAINTEXT://127.0.0.1:{self.port}",
            "HEAP_OPTS": "-Xmx384m -Xms128m",
        }
        self._container = DockerContainer(read_image()).with_env("CLUSTER_ID", "bmV3c3RpY2tlci1jb250YQ")
        for name, value in environment.items():
            self._container.with_env(f"KAFKA_{name}", value)
        self._container.ports[str(self.port)] = ("127.0.0.1", self.port)  # type: ignore[assignment] # the engine takes it

    @property
    def bootstrap_servers(self) -> str:
        """The address for clients."""
        return f"127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        """Start and wait until the broker takes requests."""
        self._container.start()
        deadline = time.monotonic() + START_TIMEOUT_S
        while not answers(self.port):
            if time.monotonic() > deadline or self._has_ended():
                logs = b"".join(self._container.get_logs()).decode(errors="replace")
                self._container.stop()
                raise TimeoutError(f"the broker in a container did not answer; it said: {logs[-2000:]}")
            time.sleep(0.2)
        return self

    def _has_ended(self) -> bool:
        self._container.reload()
        return bool(self._container.status == "exited")

    def __exit__(self, *_: object) -> None:
        """Remove the container and its volumes."""
        self._container.stop()
