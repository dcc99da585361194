"""`newsticker <command>`: the table of commands; a command is imported when it is asked for."""

import logging
import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from pydantic_settings import SettingsError

from newsticker import __version__
from newsticker.commands.environment import check_names, explain
from newsticker.runtime.exits import EXIT_USAGE, REMEDIES, ExitReason, WorkerStopError
from newsticker.runtime.jars import EmbeddedKafkaError
from newsticker.runtime.settings import SettingError

COMMANDS = (
    "demo",
    "parse",
    "publish",
    "tail",
    "why",
    "withdraw",
    "run",
    "topics",
    "kafka",
    "dlq",
    "schemas",
    "health",
)
"""Each is a module of `newsticker.commands` with a function of its name, or a `cli` of several."""

HELP = """Scraped news pages in, normalised news events out, over Kafka, each exactly once.

Exit codes: 0 done; 1 not so; 2 wrong usage or setting; 3 done, but something was refused; 10 the broker can't be
reached; 11 topics are missing or unfit; 13 the broker refuses rights; 12, 20 and above: a worker gave up, its last
log line says why.
"""


def build_cli(names: tuple[str, ...]) -> typer.Typer:
    """Build the command line of the named commands."""
    cli = typer.Typer(
        help=HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    cli.callback()(_take_options)
    for name in names:
        module = import_module(f"newsticker.commands.{name}")
        if hasattr(module, "cli"):
            cli.add_typer(module.cli, name=name)
        else:
            cli.command(name, help=module.HELP)(getattr(module, name))
    return cli


def _show_version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"newsticker {__version__}")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option(
        "--version", is_eager=True, callback=lambda asked: _show_version(asked=asked), help="Show the version."
    ),
]


def _take_options(*, version: VersionOption = False) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the command line; whatever can be expected to go wrong is one line and an exit code."""
    asked = tuple(name for name in sys.argv[1:2] if name in COMMANDS)
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # its warnings would come before our one line
    try:
        if asked and "--help" not in sys.argv:
            check_names(os.environ)
        build_cli(asked or COMMANDS)()
    except WorkerStopError as error:
        _fail([f"{error.detail.rstrip('. ')}; {REMEDIES[error.reason]}"], error.reason)
    except EmbeddedKafkaError as error:
        _fail([str(error)], ExitReason.BROKER_UNREACHABLE)
    except (SettingError, SettingsError, ValidationError) as error:
        _fail(explain(error, os.environ), EXIT_USAGE)
    except BrokenPipeError:
        sys.stderr.close()  # who read our output has left
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _fail(lines: Iterable[str], code: int) -> NoReturn:
    for line in lines:
        print(f"newsticker: {' '.join(line.split())}", file=sys.stderr)  # noqa: T201 - the place
    sys.exit(code)


if __name__ == "__main__":
    main()
