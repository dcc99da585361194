"""`newsticker kafka`: the embedded broker alone."""

import signal
import threading
from pathlib import Path
from typing import Annotated

import typer

from newsticker.commands.output import say
from newsticker.runtime.embedded import KAFKA_VERSION, EmbeddedKafka

HELP = """Run a real Kafka broker of one node, on the loopback, until Ctrl-C. Needs the extra `embedded`.

Example: newsticker kafka --data-dir ~/newsticker-data
"""

WATCH_S = 0.5
DEFAULT_PORT = 9092


def kafka(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = DEFAULT_PORT,
    data_dir: Annotated[
        Path | None, typer.Option(help="Where data stays; without it, it goes with the broker.")
    ] = None,
) -> None:
    """Run the embedded broker."""
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    with EmbeddedKafka(data_dir, port or None) as broker:
        say(f"Kafka {KAFKA_VERSION} at {broker.bootstrap_servers}, process {broker.pid}; Ctrl-C stops it")
        say(f"export NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS={broker.bootstrap_servers}")
        say("newsticker topics create")
        while not stopping.wait(WATCH_S):
            if not broker.is_running:
                say("newsticker: the broker has ended; it last said:", "red")
                for line in broker.read_last_words().splitlines():
                    say(line)
                raise typer.Exit(1)
