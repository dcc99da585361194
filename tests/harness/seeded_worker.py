"""The copier as a test can meet it: at moments, behind a proxy, and with a bug on purpose, as the environment says."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiokafka.conn import AIOKafkaConnection

from harness import copying
from harness.moments import Encounters, Moments
from harness.patches import patch
from harness.seeded_bugs import seed

MOMENTS = "COPIER_MOMENTS"
"""Environment: the folder of the moments."""

SEEDED_BUG = "COPIER_SEEDED_BUG"
"""Environment: the name of a bug."""

PROXY_PORT = "COPIER_PROXY_PORT"
"""Environment: a port of this machine, where a proxy stands before the broker."""


def connect_through(port: int) -> None:
    """Make every connection of this process one to a proxy, whatever address the broker gives."""

    async def connect(connect: Callable[..., Awaitable[None]], connection: AIOKafkaConnection) -> None:
        connection._host, connection._port = "127.0.0.1", port
        await connect(connection)

    patch(AIOKafkaConnection, "connect", connect)


def main() -> None:
    """Run the copier until it is stopped."""
    Encounters(Moments(Path(os.environ[MOMENTS]))).place()
    if bug := os.environ.get(SEEDED_BUG):
        seed(bug)
    if port := os.environ.get(PROXY_PORT):
        connect_through(int(port))
    copying.main()
