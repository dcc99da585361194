"""The command line: every command has help with an example, and what goes wrong is one line and an exit code."""

import subprocess
import sys
from importlib import import_module

import pytest

from newsticker import __main__ as command_line
from newsticker import __version__
from newsticker.__main__ import COMMANDS, main
from newsticker.commands.services import SERVICES
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.jars import EmbeddedKafkaError

SINGLE = [name for name in COMMANDS if not hasattr(import_module(f"newsticker.commands.{name}"), "cli")]
GROUPED = [
    (name, command.name or command.callback.__name__)
    for name in COMMANDS
    if name not in SINGLE
    for command in import_module(f"newsticker.commands.{name}").cli.registered_commands
]


def run_main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["newsticker", *arguments])
    with pytest.raises(SystemExit) as raised:
        main()
    return int(raised.value.code or 0)


@pytest.mark.parametrize("words", [*((name,) for name in SINGLE), *GROUPED], ids=" ".join)
def test_every_command_has_help_with_an_example(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, *words, "--help") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"Example: newsticker {' '.join(words)}" in shown


def test_the_list_of_commands_is_whole(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_main(monkeypatch, "--help") == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name}" in shown for name in COMMANDS)


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_main(monkeypatch, "--version") == 0
    assert capsys.readouterr().out == f"newsticker {__version__}\n"


def test_asking_for_one_command_imports_no_other() -> None:
    code = "import sys; sys.argv[1:] = ['health', '--help']\nfrom newsticker.__main__ import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "print([name for name in ('aiokafka.producer', 'faust', 'ftfy', 'py3langid') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1]
    assert "faust" not in loaded
    assert "py3langid" not in loaded


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (
            WorkerStopError(ExitReason.BROKER_UNREACHABLE, "can't reach x:1"),
            10,
            "newsticker: can't reach x:1; start the broker, or set NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS\n",
        ),
        (EmbeddedKafkaError("no jars"), 10, "newsticker: no jars\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_goes_wrong_is_one_line_and_an_exit_code(
    error: BaseException,
    code: int,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_: tuple[str, ...]) -> None:
        raise error

    monkeypatch.setattr(command_line, "build_cli", fail)
    assert run_main(monkeypatch, "tail") == code
    assert capsys.readouterr().err == line


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("NEWSTICKER_KAFKA__PARTITIONS", "many", "NEWSTICKER_KAFKA__PARTITIONS: "),
        ("NEWSTICKER_KAFKA__SASL_PASSWORDS", "canary", "NEWSTICKER_KAFKA__SASL_PASSWORDS: "),
        ("NEWSTICKER_LOG__LEVEL", "canary", "NEWSTICKER_LOG__LEVEL: "),
    ],
)
def test_a_wrong_setting_is_named_without_its_value(
    name: str, value: str, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert run_main(monkeypatch, "topics", "check") == 2
    said = capsys.readouterr().err
    assert word in said
    assert "canary" not in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "archiver"), ", ".join(SERVICES)),
        (("tail", "no-such-topic"), "no such topic"),
        (("parse", "x", "--fetched-at", "yesterday"), "2026-01-22T20:00:00Z"),
        (("publish",), "paths"),
    ],
)
def test_wrong_usage_says_what_there_is(
    arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(monkeypatch, *arguments) == 2
    assert said in " ".join(capsys.readouterr().err.replace("│", " ").split())
