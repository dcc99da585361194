"""`newsticker demo`: a real broker, the five services and a few pages, from nothing to a table of events."""

import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated, Self

import typer

import newsticker
from newsticker.commands.losses import list_losses
from newsticker.commands.output import count, err, out, print_line, render_events, say
from newsticker.commands.pages import FETCHED_AT_HELP, describe
from newsticker.commands.pipeline import sort_events
from newsticker.commands.services import SERVICES, WORKERS
from newsticker.commands.supervisor import ServiceFailedError, Supervisor
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.topics import NEWS_EVENTS_LATEST
from newsticker.producer.app import EXIT_REFUSED
from newsticker.runtime.admin import create_topics, open_admin, plan_topics
from newsticker.runtime.embedded import KAFKA_VERSION, EmbeddedKafka
from newsticker.runtime.reader import find_committed, open_reader
from newsticker.runtime.settings import KafkaSettings

HELP = """Show the whole product at work: a real Kafka broker, the five services, and the pages of seeds/ or your own.

Needs the extra `embedded`, and nothing installed but Python. With --keep broker and services stay until Ctrl-C.

Example: newsticker demo --json
"""

SEEDS = "seeds"
POLL_S = 0.2
PATIENCE_S = 120.0
"""Nobody watches a demonstration for longer without a word."""


def demo(
    paths: Annotated[list[Path] | None, typer.Argument(help="Pages to show instead of seeds/.", exists=True)] = None,
    fetched_at: Annotated[str | None, typer.Option(help=FETCHED_AT_HELP)] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one event a line, and nothing else.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Leave everything running until Ctrl-C.")] = False,
) -> None:
    """Show the whole product at work."""
    pages = [path.resolve() for path in paths or [find_seeds()]]
    described = describe(fetched_at, None)
    folder = Path(tempfile.mkdtemp(prefix="newsticker-demo-"))
    try:
        with Progress() as progress, _start_broker(progress) as broker:
            kafka = KafkaSettings(bootstrap_servers=broker.bootstrap_servers)
            environment = {
                "NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS": broker.bootstrap_servers,
                "NEWSTICKER_KAFKA__TOPIC_PREFIX": "",
                "NEWSTICKER_LOG__FORMAT": "json",
                "NEWSTICKER_WORKER__HEALTH_PORT": "0",
                "NEWSTICKER_PRODUCER__PATHS": json.dumps([str(page) for page in pages]),
            }
            if described.fetched_at:
                environment["NEWSTICKER_PRODUCER__FETCHED_AT"] = described.fetched_at.isoformat()
            supervisor = Supervisor(folder, environment)
            try:
                events = asyncio.run(_work(kafka, supervisor, progress))
                progress.stop()
                _show(events, as_json=as_json)
                if keep:
                    _keep(broker, supervisor)
            finally:
                supervisor.stop()
    except ServiceFailedError as error:
        kept = shutil.copytree(folder, Path(tempfile.mkdtemp(prefix="newsticker-logs-")), dirs_exist_ok=True)
        say(f"newsticker: {error}; all logs are in {kept}", "red")
        raise typer.Exit(1) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_seeds() -> Path:
    """Find the pages that come with the source."""
    for folder in (Path.cwd(), Path(newsticker.__file__).resolve().parents[2]):
        if (folder / SEEDS).is_dir():
            return folder / SEEDS
    raise typer.BadParameter("there is no seeds/ here; name the pages to show", param_hint="PATHS")


class Progress:
    """Says what goes on: a spinner on a terminal, a line for each change otherwise."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._status = err.status("") if sys.stderr.isatty() else None
        self._last = ""

    def __enter__(self) -> Self:
        """Begin."""
        say(f"Newsticker {newsticker.__version__} on Kafka {KAFKA_VERSION}, on this machine only", "dim")
        if self._status:
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self.stop()

    def stop(self) -> None:
        """Say nothing more."""
        if self._status:
            self._status.stop()

    def update(self, text: str) -> None:
        """Say what goes on now."""
        if self._status:
            self._status.update(text)
        elif text != self._last:
            say(f"{time.monotonic() - self._started:5.1f} s  {text}", "dim")
        self._last = text


def _start_broker(progress: Progress) -> EmbeddedKafka:
    progress.update("starting the broker (the first time its jars are fetched, 45 MB)")
    return EmbeddedKafka()


async def _work(kafka: KafkaSettings, supervisor: Supervisor, progress: Progress) -> list[NewsEvent]:
    """Start the services, publish, and wait until every stage has handled all of its input."""
    progress.update("creating topics, starting the services")
    async with open_admin(kafka) as admin:
        await create_topics(admin, plan_topics(kafka))
    supervisor.start(SERVICES)
    started = time.monotonic()
    while (code := supervisor.exit_code("producer")) is None:
        supervisor.mend(WORKERS)
        await asyncio.sleep(POLL_S)
    if code not in (0, EXIT_REFUSED):
        raise ServiceFailedError(f"the producer gave up: {supervisor.last_words('producer')}")
    if code == EXIT_REFUSED:
        _say_refusals(supervisor.log_file("producer"))
    while (busy := await find_busy(kafka)) is not None:
        progress.update(f"the {busy} is at work")
        supervisor.mend(WORKERS)
        if time.monotonic() - started > PATIENCE_S:
            raise ServiceFailedError(
                f"the {busy} has not finished in {PATIENCE_S:.0f} s: {supervisor.last_words(busy)}"
            )
        await asyncio.sleep(POLL_S)
    return await read_latest(kafka)


async def find_busy(kafka: KafkaSettings) -> str | None:
    """Name the first service of the flow that has input left, if any."""
    async with open_admin(kafka) as admin, open_reader(kafka) as reader:
        for name in WORKERS:
            for topic in SERVICES[name].reads:
                if await reader.has_unread(await find_committed(admin, kafka, name, topic)):
                    return name
    return None


async def read_latest(kafka: KafkaSettings) -> list[NewsEvent]:
    """Read the newest revision of every item."""
    latest: dict[bytes, bytes | None] = {}
    async with open_reader(kafka) as reader:
        async for record in reader.read([NEWS_EVENTS_LATEST]):
            latest[record.key or b""] = record.value
    return sort_events([NewsEvent.model_validate_json(value) for value in latest.values() if value is not None])


def _say_refusals(log: Path) -> None:
    for line in log.read_text(encoding="utf-8").splitlines():
        logged = json.loads(line)
        if logged.get("event") == "producer.page_refused":
            say(f"refused {logged['name']}: {logged['reason']}", "yellow")


def _show(events: list[NewsEvent], *, as_json: bool) -> None:
    for line in list_losses((event.nt_source.name, event.nt_quality) for event in events):
        say(line, "yellow")
    if as_json:
        for event in events:
            print_line(event.to_json())
        return
    if events:
        out.print(render_events(events, out.width))
    say(count(len(events), "event"))


def _keep(broker: EmbeddedKafka, supervisor: Supervisor) -> None:
    command = "newsticker" if shutil.which("newsticker") else f"{os.path.relpath(sys.executable)} -m newsticker"
    say(f"Kafka is at {broker.bootstrap_servers} and the services run until Ctrl-C. In another terminal:")
    say(f"  export NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS={broker.bootstrap_servers}")
    say(f"  {command} tail --follow          # subscribe")
    say(f"  {command} publish PAGE…          # publish")
    say(f"  {command} why ITEM               # explain an item by the id that the table shows")
    try:
        while broker.is_running:
            supervisor.mend(WORKERS)
            time.sleep(POLL_S)
    except KeyboardInterrupt:
        say("stopping")
    else:
        raise ServiceFailedError(f"the broker has ended; it last said: {broker.read_last_words()}")
