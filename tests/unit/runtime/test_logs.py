"""Logs: one fact a line, whatever the fact says."""

import codecs
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from newsticker.runtime.logs import MAX_FIELD_CHARS, set_up_logs
from newsticker.runtime.settings import LogSettings

FORGED = 'x\n{"event": "worker.ended", "level": "error"}\r\x1b[2J\u202e\u2028\x00'


@pytest.fixture(autouse=True)
def restore_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def test_a_line_is_one_json_object_with_service_time_and_level(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(LogSettings(format="json"), service="sink")
    structlog.get_logger().info("partition.opened", topic="t", partition=1, offset=5)
    line = json.loads(capsys.readouterr().err)
    timestamp = line.pop("timestamp")
    assert timestamp.endswith("Z")
    assert line == {
        "event": "partition.opened", "level": "info", "service": "sink", "topic": "t", "partition": 1, "offset": 5,
    }  # fmt: skip


@pytest.mark.parametrize("form", ["json", "console"])
@pytest.mark.parametrize("library", [True, False])
def test_a_forged_line_stays_one_line(capsys: pytest.CaptureFixture[str], form: str, *, library: bool) -> None:
    set_up_logs(LogSettings.model_validate({"format": form}))
    if library:
        logging.getLogger("some.library").error("it says %s", FORGED)
    else:
        structlog.get_logger().warning("record.dead_lettered", reason=FORGED)
    written = capsys.readouterr().err
    assert written.count("\n") == 1
    assert "\x1b[2J" not in written
    assert "\u202e" not in written
    assert "\x00" not in written
    assert "\r" not in written


def test_a_long_field_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(LogSettings(format="json"))
    structlog.get_logger().info("x.noted", text="é" * 1_000_000)
    assert json.loads(capsys.readouterr().err)["text"] == "é" * MAX_FIELD_CHARS + "…"


def test_an_exception_stays_on_its_line_and_is_cut_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(LogSettings(format="json"))
    try:
        codecs.lookup("y" * 100_000)
    except LookupError:
        structlog.get_logger().exception("x.failed")
    written = capsys.readouterr().err
    assert written.count("\n") == 1
    assert len(json.loads(written)["exception"]) == MAX_FIELD_CHARS + 1


@pytest.mark.parametrize(("level", "seen"), [("debug", 4), ("info", 3), ("warning", 2), ("error", 1)])
def test_the_level_is_a_setting(capsys: pytest.CaptureFixture[str], level: str, seen: int) -> None:
    set_up_logs(LogSettings.model_validate({"level": level, "format": "json"}))
    log = structlog.get_logger()
    log.debug("a.b")
    log.info("a.b")
    log.warning("a.b")
    log.error("a.b")
    assert capsys.readouterr().err.count("\n") == seen


def test_nothing_is_ever_logged_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(LogSettings(format="auto"))
    structlog.get_logger().error("a.b")
    logging.getLogger("some.library").error("c")
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.count("\n") == 2


def test_a_library_that_warns_at_every_reconnect_is_kept_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(LogSettings(format="json"))
    for name in ("aiokafka.conn", "faust", "mode.supervisors", "asyncio"):
        logging.getLogger(name).warning("noise")
    assert capsys.readouterr().err == ""
