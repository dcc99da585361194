"""Fixtures for every test: markers come from folders, brokers are shared, topic names are not."""

import signal
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from newsticker.runtime.settings import KafkaSettings
from support.brokers import TestBroker, provide_broker

TESTS = Path(__file__).parent
FOLDERS = ("unit", "contract", "integration", "e2e")
WITHOUT_SOCKETS = ("unit", "contract")

settings.register_profile("newsticker", deadline=None)  # machines are shared: no test may depend on the clock
settings.load_profile("newsticker")
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it, and so would children


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test by its folder; close the sockets where none is needed."""
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0]
        if folder in FOLDERS:
            item.add_marker(folder)
        if folder in WITHOUT_SOCKETS:
            item.add_marker("disable_socket")


@pytest.fixture(scope="session")
def kafka() -> Iterator[TestBroker]:
    """Share one real broker; there always is one, so nothing is ever skipped."""
    with provide_broker() as broker:
        yield broker


@pytest.fixture
def topic_prefix() -> str:
    """Give a test topics and groups of its own."""
    return f"t{uuid4().hex[:10]}-"


@pytest.fixture
def kafka_settings(kafka: TestBroker, topic_prefix: str) -> KafkaSettings:
    """Point a test at the shared broker, under its own prefix."""
    return KafkaSettings(bootstrap_servers=kafka.bootstrap_servers, topic_prefix=topic_prefix)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which broker the tests had, and which of the seeded bugs their checker found."""
    for broker in TestBroker.used:
        terminalreporter.write_line(f"broker: {broker.kind} at {broker.bootstrap_servers}")
    reports = [report for ended in ("passed", "failed") for report in terminalreporter.stats.get(ended, [])]
    notes = [dict(report.user_properties) for report in reports if report.when == "call"]
    bugs = {note["seeded bug"]: note.get("found") for note in notes if "seeded bug" in note}
    if bugs:
        terminalreporter.write_line(f"seeded bugs: {sum(map(bool, bugs.values()))} of {len(bugs)} found")
    for bug, found in bugs.items():
        terminalreporter.write_line(f"  {bug}: {found or 'NOT FOUND'}")
