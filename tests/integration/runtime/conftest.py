"""A cluster with the copier's topics, and copiers that never outlive their test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import TOPICS
from harness.processes import Processes
from support.brokers import TestBroker


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    """Start processes that end with the test."""
    started = Processes(tmp_path)
    yield started
    started.end_all()


@pytest.fixture
def bare_cluster(kafka: TestBroker, topic_prefix: str) -> Cluster:
    """Two partitions, no topics yet."""
    return Cluster(kafka.bootstrap_servers, topic_prefix, partitions=2)


@pytest.fixture
async def cluster(bare_cluster: Cluster) -> Cluster:
    """Two partitions and the copier's topics."""
    await bare_cluster.create(TOPICS)
    return bare_cluster


@pytest.fixture
def copiers(bare_cluster: Cluster, processes: Processes) -> Copiers:
    """Start copiers."""
    return Copiers(bare_cluster, processes)
