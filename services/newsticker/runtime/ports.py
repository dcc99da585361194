"""Ports of the loopback: which are free, which are taken, and whether a broker answers at one."""

import socket
import struct
from errno import EADDRINUSE

from newsticker.runtime.jars import EmbeddedKafkaError

LOOPBACK = "127.0.0.1"

API_VERSIONS_REQUEST = struct.pack(">hhih", 18, 0, 1, -1)
"""ApiVersions, version 0, correlation id 1, no client id: answered once the broker takes requests."""


def require_free_port(port: int) -> None:
    """Refuse a port that is taken: what answers there, perhaps another broker, would pass for ours."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a connection that ended just now takes no port
        try:
            probe.bind((LOOPBACK, port))
            probe.listen()
        except OSError as error:
            why = f"port {port} is in use" if error.errno == EADDRINUSE else f"port {port}: {error.strerror}"
            raise EmbeddedKafkaError(f"the embedded broker did not start on {LOOPBACK}:{port}: {why}") from error


def find_free_port() -> int:
    """Find a free port of the loopback interface."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Ask for the broker's API versions: the socket is open long before requests are taken."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1) as connection:
            connection.sendall(struct.pack(">i", len(API_VERSIONS_REQUEST)) + API_VERSIONS_REQUEST)
            return len(connection.recv(4)) == struct.calcsize(">i")
    except OSError:
        return False
