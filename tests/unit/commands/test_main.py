"""The command line: every command has help with an example, and what goes wrong is one line and an exit code."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from newsticker import __main__ as command_line
from newsticker import __version__
from newsticker.__main__ import COMMANDS, main
from newsticker.commands.services import SERVICES
from newsticker.runtime.exits import REMEDIES, ExitReason, WorkerStopError
from newsticker.runtime.jars import EmbeddedKafkaError
from newsticker.runtime.settings import KafkaSettings, SettingError

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
            f"newsticker: can't reach x:1; {REMEDIES[ExitReason.BROKER_UNREACHABLE]}\n",
        ),
        (
            WorkerStopError(ExitReason.RIGHTS_REFUSED, "the broker says no."),
            13,
            f"newsticker: the broker says no; {REMEDIES[ExitReason.RIGHTS_REFUSED]}\n",
        ),
        (
            SettingError("s.toml: [x] country: no", "setting A: no"),
            2,
            "newsticker: s.toml: [x] country: no\nnewsticker: setting A: no\n",
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


UNREAD = "there is no such setting"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("NEWSTICKER_KAFKA_BOOTSTRAP_SERVERS", f"{UNREAD}; did you mean NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS?"),
        ("NEWSTICKER_SPLITER__SOURCES", f"{UNREAD}; did you mean NEWSTICKER_SPLITTER__SOURCES?"),
        ("NEWSTICKER_LOG_LEVEL", f"{UNREAD}; did you mean NEWSTICKER_LOG__LEVEL?"),
        ("NEWSTICKER_KAFKA__SASL_PASSWORDS", f"{UNREAD}; did you mean NEWSTICKER_KAFKA__SASL_PASSWORD?"),
        ("NEWSTICKER_LOG__LEVEL__DEEP", f"{UNREAD}; did you mean NEWSTICKER_LOG__LEVEL?"),
        ("newsticker_log_level", f"{UNREAD}; did you mean NEWSTICKER_LOG__LEVEL?"),
        ("NEWSTICKER_X", UNREAD),
    ],
)
@pytest.mark.parametrize("command", [("parse", "seeds"), ("run", "sink"), ("topics", "check"), ("schemas", "check")])
def test_a_variable_that_no_setting_reads_is_refused_and_the_nearest_is_named(
    name: str,
    said: str,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, "canary")
    assert run_main(monkeypatch, *command) == 2
    assert capsys.readouterr().err == f"newsticker: setting {name}: {said}\n"


def test_help_is_given_in_any_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSTICKER_LOG_LEVEL", "debug")
    for arguments in (("--help",), ("run", "--help"), ("--version",)):
        assert run_main(monkeypatch, *arguments) == 0


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("PRODUCER__PATHS", "seeds", 'setting NEWSTICKER_PRODUCER__PATHS: must be JSON, such as ["seeds"]'),
        ("PRODUCER__PATHS", "[5]", "setting NEWSTICKER_PRODUCER__PATHS: is not a valid path"),
        ("PRODUCER", "seeds", "setting NEWSTICKER_PRODUCER: must be JSON, such as {}"),
        (
            "PRODUCER",
            '{"path": []}',
            f"setting NEWSTICKER_PRODUCER__PATH: {UNREAD}; did you mean NEWSTICKER_PRODUCER__PATHS?",
        ),
        (
            "WORKER__HEARTBEAT_INTERVAL_S",
            "9",
            "setting NEWSTICKER_WORKER: heartbeat_interval_s must be at most half of session_timeout_s",
        ),
        ("LOG__LEVEL", "loud", "setting NEWSTICKER_LOG__LEVEL: must be 'debug', 'info', 'warning' or 'error'"),
    ],
)
def test_a_wrong_value_is_told_in_our_words(
    name: str, value: str, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(f"NEWSTICKER_{name}", value)
    assert run_main(monkeypatch, "run", "producer") == 2
    assert capsys.readouterr().err == f"newsticker: {line}\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [("KAFKA__SASL_PASSWORD_FILE", None), ("KAFKA__SSL_CAFILE", None), ("KAFKA__SSL_CAFILE", "no certificate")],
)
def test_a_file_that_a_setting_names_must_be_readable(
    name: str,
    content: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    if content:
        (tmp_path / "file").write_text(content, encoding="utf-8")
    monkeypatch.setenv("NEWSTICKER_KAFKA__SECURITY_PROTOCOL", "SASL_SSL")
    monkeypatch.setenv(f"NEWSTICKER_{name}", str(tmp_path / "file"))
    assert run_main(monkeypatch, "topics", "check") == 2
    said = capsys.readouterr().err
    assert said.startswith(f"newsticker: setting NEWSTICKER_{name}: can't read")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("command", [("parse", "seeds"), ("run", "splitter")])
def test_a_mistake_in_the_file_of_sources_is_one_line(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('[default]\nrounding = "dwon"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSTICKER_SPLITTER__SOURCES", str(path))
    monkeypatch.setattr("newsticker.splitter.app.set_up_logs", lambda *_, **__: None)
    assert run_main(monkeypatch, *command) == 2
    assert (
        capsys.readouterr().err == f"newsticker: {path}: [default] rounding: must be one of down, up, half, unknown\n"
    )


def test_what_is_no_setting_is_not_called_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command_line, "build_cli", lambda _: KafkaSettings(partitions="many"))
    assert run_main(monkeypatch, "tail") == 2
    assert capsys.readouterr().err.startswith("newsticker: KafkaSettings partitions: ")


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
