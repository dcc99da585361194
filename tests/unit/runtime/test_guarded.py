"""A guarded child ends with its owner, and says how it ended."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsticker.runtime.guarded import GuardedProcess

PYTHON = [sys.executable, "-I", "-S", "-c"]
SLEEP = [*PYTHON, "import time; print('awake', flush=True); time.sleep(600)"]
STUBBORN_CODE = """
import signal, time
signal.signal(signal.SIGTERM, lambda *_: print("no", flush=True))
print("up", flush=True)
while True: time.sleep(1)
"""
POLITE_CODE = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
try:
    print("up", flush=True)
    time.sleep(600)
finally:
    print("bye", flush=True)
"""
STUBBORN = [*PYTHON, STUBBORN_CODE]
POLITE = [*PYTHON, POLITE_CODE]
OWNER = """
import sys, time
from pathlib import Path
from newsticker.runtime.guarded import GuardedProcess
folder = Path(sys.argv[1])
child = GuardedProcess([sys.executable, "-c", "import time; time.sleep(600)"], folder.parent / "log", remove=folder)
print(child.pid, flush=True)
time.sleep(600)
"""


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(log: Path, word: str) -> None:
    deadline = time.monotonic() + 20
    while word not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize("code", [0, 3])
def test_tells_the_exit_code_of_a_child_that_ends_by_itself(tmp_path: Path, code: int) -> None:
    child = GuardedProcess([*PYTHON, f"raise SystemExit({code})"], tmp_path / "log")
    assert child.wait(20)
    assert child.exit_code == code
    child.stop()
    assert child.exit_code == code


def test_a_killed_child_tells_the_signal(tmp_path: Path) -> None:
    child = GuardedProcess(SLEEP, tmp_path / "log")
    assert child.exit_code is None
    child.kill()
    child.kill()
    assert child.exit_code == -signal.SIGKILL
    child.stop()


def test_a_child_without_grace_is_gone_at_once(tmp_path: Path) -> None:
    child = GuardedProcess(STUBBORN, tmp_path / "log")
    wait_for(tmp_path / "log", "up")
    child.stop()
    assert not is_alive(child.pid)
    assert "no" not in (tmp_path / "log").read_text(encoding="utf-8").split()


def test_a_child_with_grace_may_clean_up(tmp_path: Path) -> None:
    child = GuardedProcess(POLITE, tmp_path / "log", grace_s=20)
    wait_for(tmp_path / "log", "up")
    child.stop()
    assert not is_alive(child.pid)
    assert "bye" in (tmp_path / "log").read_text(encoding="utf-8")


def test_a_child_that_takes_no_hint_is_killed_after_its_grace(tmp_path: Path) -> None:
    child = GuardedProcess(STUBBORN, tmp_path / "log", grace_s=0.3)
    wait_for(tmp_path / "log", "up")
    child.stop()
    assert not is_alive(child.pid)


def test_its_environment_is_the_one_given(tmp_path: Path) -> None:
    show = [*PYTHON, "import os; print(os.environ['ONLY'], 'HOME' in os.environ, flush=True)"]
    child = GuardedProcess(show, tmp_path / "log", environment={"ONLY": "this"})
    child.wait(20)
    child.stop()
    assert (tmp_path / "log").read_text(encoding="utf-8") == "this False\n"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_child_and_folder_go_with_an_owner_that_is_killed(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "scratch"
    folder.mkdir()
    with subprocess.Popen([sys.executable, "-c", OWNER, str(folder)], stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        assert is_alive(pid)
        owner.send_signal(number)
    deadline = time.monotonic() + 20
    while is_alive(pid) or folder.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)
