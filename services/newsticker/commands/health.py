"""`newsticker health`: ask a running worker how it is."""

import json
from http import HTTPStatus
from typing import Annotated
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import typer

from newsticker.commands.output import print_line, say
from newsticker.runtime.settings import RuntimeSettings

TIMEOUT_S = 4.0

HELP = """Ask the worker on this machine whether it is ready, or alive: exit code 0 if so, 1 if not.

The address is that of NEWSTICKER_WORKER__HEALTH_HOST and NEWSTICKER_WORKER__HEALTH_PORT.

Example: newsticker health --live
"""


def health(
    *,
    live: Annotated[
        bool, typer.Option("--live", help="Ask whether it is alive instead of ready: records wait, offsets move.")
    ] = False,
    port: Annotated[int | None, typer.Option(help="Another port than that of the settings.")] = None,
) -> None:
    """Ask a running worker how it is."""
    worker = RuntimeSettings().worker
    number = port or worker.health_port
    if not number:
        say("the health endpoint is off: set NEWSTICKER_WORKER__HEALTH_PORT", "red")
        raise typer.Exit(1)
    host = "127.0.0.1" if worker.health_host in ("0.0.0.0", "::") else worker.health_host  # noqa: S104 - asked, not bound
    url = f"http://{host}:{number}/{'live' if live else 'ready'}"
    status, seen = fetch(url)
    if status is None:
        say(f"nothing answers at {url}: {seen}", "red")
    else:
        print_line(json.dumps(seen, sort_keys=True).encode())
    raise typer.Exit(0 if status == HTTPStatus.OK else 1)


def fetch(url: str) -> tuple[int | None, object]:
    """Give status and answer, or why there is none."""
    try:
        with urlopen(url, timeout=TIMEOUT_S) as answer:  # noqa: S310 - always http
            return answer.status, json.load(answer)
    except HTTPError as error:
        return error.code, json.load(error)
    except (URLError, OSError, ValueError) as error:
        return None, getattr(error, "reason", error)
