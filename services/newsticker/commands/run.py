"""`newsticker run`: one service as this process."""

from typing import Annotated

import typer

from newsticker.commands.services import SERVICES

HELP = """Run one service until it is stopped.

Settings come from the environment (NEWSTICKER_…, see .env.example). A worker that gives up ends with an exit code that
names the reason; start it again and it goes on where the last transaction ended.

Example: newsticker run splitter
"""


def run(service: Annotated[str, typer.Argument(help=f"One of {', '.join(SERVICES)}.")]) -> None:
    """Run one service until it is stopped."""
    if service not in SERVICES:
        raise typer.BadParameter(f"there is no service {service!r}; there are {', '.join(SERVICES)}")
    settings_class, run_service = SERVICES[service].load()
    raise typer.Exit(run_service(settings_class()) or 0)
