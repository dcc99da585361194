"""Ends: every reason has a number of its own and a remedy, and one line says it."""

import json
import subprocess
import sys

import pytest

from newsticker.runtime.exits import REMEDIES, ExitReason

ENDING = """
from newsticker.runtime.exits import ExitReason, end_process
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.settings import LogSettings
set_up_logs(LogSettings(format="json"), service="sink")
try:
    end_process(ExitReason.{name}, "why", topic="t", partition=3)
finally:
    print("nothing runs after it")
"""


def test_every_reason_has_a_remedy() -> None:
    assert set(REMEDIES) == set(ExitReason)
    assert len({int(reason) for reason in ExitReason}) == len(ExitReason)


@pytest.mark.parametrize("reason", [ExitReason.BROKER_UNREACHABLE, ExitReason.FENCED])
def test_ends_at_once_with_its_code_and_one_line(reason: ExitReason) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDING.format(name=reason.name)], capture_output=True, text=True, check=False
    )
    assert done.returncode == reason
    assert done.stdout == ""
    line = json.loads(done.stderr)
    assert (line["event"], line["reason"], line["exit_code"]) == ("worker.ended", reason.name.lower(), int(reason))
    assert (line["detail"], line["remedy"]) == ("why", REMEDIES[reason])
    assert (line["service"], line["topic"], line["partition"]) == ("sink", "t", 3)
