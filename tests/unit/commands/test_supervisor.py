"""Services that give up are started again, up to a point."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from newsticker.commands import supervisor as module
from newsticker.commands.supervisor import MAX_RESTARTS, ServiceFailedError, Supervisor


class FakeProcess:
    """Stands in for a guarded process: runs until the test says otherwise."""

    started: list["FakeProcess"]

    def __init__(self, command: Sequence[str], log: Path, *, grace_s: float, environment: Mapping[str, str]) -> None:
        assert grace_s > 0
        self.service = command[-1]
        self.log = log
        self.environment = environment
        self.exit_code: int | None = None
        self.stopped = False
        self.started.append(self)

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[FakeProcess]:
    FakeProcess.started = []
    monkeypatch.setattr(module, "GuardedProcess", FakeProcess)
    monkeypatch.setattr(module, "RESTART_AFTER_S", 0)
    return FakeProcess.started


def test_starts_each_service_once_with_its_environment_alone(
    started: list[FakeProcess], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSTICKER_KAFKA__TOPIC_PREFIX", "elsewhere-")
    monkeypatch.setenv("NEWSTICKER_SPLITTER__SOURCES", "sources.toml")
    supervisor = Supervisor(tmp_path, {"NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": "here:1"})
    supervisor.start(["splitter", "sink"])
    supervisor.mend(["splitter", "sink"])
    assert [process.service for process in started] == ["splitter", "sink"]
    assert started[0].environment["NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS"] == "here:1"
    assert started[0].environment["NEWSTICKER_SPLITTER__SOURCES"] == "sources.toml"
    assert "NEWSTICKER_KAFKA__TOPIC_PREFIX" not in started[0].environment


def test_starts_again_what_has_ended_and_nothing_else(started: list[FakeProcess], tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path, {})
    supervisor.start(["splitter", "sink"])
    started[0].exit_code = 22
    supervisor.mend(["splitter", "sink"])
    assert [process.service for process in started] == ["splitter", "sink", "splitter"]
    assert started[0].stopped
    assert supervisor.exit_code("splitter") is None


def test_waits_a_moment_before_it_starts_again(
    started: list[FakeProcess], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "RESTART_AFTER_S", 1000)
    supervisor = Supervisor(tmp_path, {})
    supervisor.start(["splitter"])
    started[0].exit_code = 22
    supervisor.mend(["splitter"])
    supervisor.mend(["splitter"])
    assert len(started) == 1


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ("", "it said nothing"),
        ("Traceback\nValueError: no\n", "ValueError: no"),
        ('{"event": "x"}\n{"event": "worker.ended", "detail": "no topics"}\n', "no topics"),
        ('{"event": "x"}\n', '{"event": "x"}'),
        ("[1]\n", "[1]"),
    ],
)
def test_gives_up_on_what_does_not_stay_and_tells_its_last_words(
    started: list[FakeProcess], tmp_path: Path, log: str, words: str
) -> None:
    supervisor = Supervisor(tmp_path, {})
    supervisor.start(["splitter"])
    supervisor.log_file("splitter").write_text(log, encoding="utf-8")

    def fail_for_ever() -> None:
        for _ in range(MAX_RESTARTS + 2):
            started[-1].exit_code = 22
            supervisor.mend(["splitter"])

    with pytest.raises(ServiceFailedError) as raised:
        fail_for_ever()
    assert str(raised.value) == f"the splitter gives up again and again: {words}"
    assert len(started) == MAX_RESTARTS + 1


def test_a_wrong_setting_is_told_at_once(started: list[FakeProcess], tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path, {})
    supervisor.start(["splitter"])
    supervisor.log_file("splitter").write_text("newsticker: s.toml: [x] country: no\n", encoding="utf-8")
    started[0].exit_code = 2
    with pytest.raises(ServiceFailedError, match=r"^the splitter can't start: s.toml: \[x\] country: no$"):
        supervisor.mend(["splitter"])
    assert len(started) == 1


def test_stops_the_last_of_the_flow_first(started: list[FakeProcess], tmp_path: Path) -> None:
    supervisor = Supervisor(tmp_path, {})
    supervisor.start(["splitter", "sink"])
    supervisor.stop()
    assert all(process.stopped for process in started)
