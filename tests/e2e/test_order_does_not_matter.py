"""Any order of pages, with repeats, in batches, with the deduplicator killed between: the same news comes out."""

import os
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from harness.cluster import Cluster
from harness.processes import Processes, WorkerProcess
from newsticker.commands.services import SERVICES, WORKERS
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_group import NewsGroup
from newsticker.messages.raw_document import RawDocument, make_raw_document
from newsticker.messages.sighting import Sighting
from newsticker.messages.topics import NEWS_EVENTS_LATEST, NEWS_GROUPS, NEWS_SIGHTINGS, RAW_DOCUMENTS
from newsticker.runtime.admin import create_topics, open_admin, plan_topics
from newsticker.runtime.settings import KafkaSettings
from support.brokers import TestBroker

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pages"
EVENING = datetime(2026, 1, 22, 20, tzinfo=UTC)
BATCHES = 3
REPEATS = 20
OPENED = "partition.opened"
BRIDGE = (
    "De Kreekbrug bij Terhove is dinsdagochtend afgesloten na een aanvaring met een binnenschip. Volgens wethouder "
    "Carla Minderhoud duurt het herstel twaalf dagen."
)
BRIDGE_LATER = (
    "Het herstel van de Kreekbrug bij Terhove duurt toch veertig dagen. De brug is dinsdagochtend afgesloten na een "
    "aanvaring met een binnenschip, zegt wethouder Carla Minderhoud."
)
BY_ARRIVAL = {"version", "nt_duplicate", "nt_sightings"}
"""What says how things went: the revision, the group, and the count and times of sight as of a revision."""

Relations = frozenset[tuple[frozenset[str], str]]


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    processes = Processes(tmp_path)
    yield processes
    processes.end_all()


@pytest.mark.timeout(240)
async def test_order_repeats_and_restarts_change_nothing(
    kafka: TestBroker, topic_prefix: str, processes: Processes
) -> None:
    seed = int(os.environ.get("NEWSTICKER_TEST_SEED") or random.randrange(2**32))  # noqa: S311 - a seed, not a secret
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    source = random.Random(seed)  # noqa: S311 - a schedule, not a secret
    pages = make_pages()
    plain = Cluster(kafka.bootstrap_servers, f"{topic_prefix}a-")
    mixed = Cluster(kafka.bootstrap_servers, f"{topic_prefix}b-")
    await process_all(plain, processes, [pages])
    shuffled = [*pages, *source.choices(pages, k=REPEATS)]
    source.shuffle(shuffled)
    await process_all(mixed, processes, [shuffled[number::BATCHES] for number in range(BATCHES)])

    assert await read_events(plain) == await read_events(mixed)
    assert await read_sightings(plain) == await read_sightings(mixed)
    relations = await read_relations(plain)
    assert relations == await read_relations(mixed)
    assert {relation for _, relation in relations} == {"same", "update"}


def make_pages() -> list[RawDocument]:
    """Take some pages of the fixtures as they are, fetched twice, and touched up by another desk; and an update."""
    pages = [make_raw_document(text, name="update") for text in (BRIDGE, BRIDGE_LATER)]
    for number, path in enumerate(sorted(FIXTURES.glob("*.txt"))[::6]):
        text = path.read_text(encoding="utf-8", errors="replace")
        pages += [
            make_raw_document(text, name=path.name),
            make_raw_document(text, name=path.name, fetched_at=EVENING, source="one"),
            make_raw_document(text, name=path.name, fetched_at=EVENING + timedelta(minutes=number), source="two"),
            make_raw_document(text.replace(" heeft ", " had ").replace(" meldt ", " zegt "), name=path.name),
        ]
    return pages


async def process_all(cluster: Cluster, processes: Processes, batches: Sequence[Sequence[RawDocument]]) -> None:
    """Process pages batch by batch; the deduplicator is killed as each batch but the last goes in."""
    settings = KafkaSettings(bootstrap_servers=cluster.bootstrap, topic_prefix=cluster.prefix)
    async with open_admin(settings) as admin:
        await create_topics(admin, plan_topics(settings))
    workers = {service: start(service, cluster, processes) for service in WORKERS}
    for worker in workers.values():
        worker.wait_for(OPENED)
    for number, batch in enumerate(batches, 1):
        await cluster.send(RAW_DOCUMENTS, [(page.key, page.to_json()) for page in batch])
        if number < len(batches):
            workers["deduplicator"].kill()
            workers["deduplicator"] = start("deduplicator", cluster, processes)
    for service in WORKERS:
        for topic in SERVICES[service].reads:
            await cluster.wait_until_read(service, topic)
    for worker in workers.values():
        worker.stop()


def start(service: str, cluster: Cluster, processes: Processes) -> WorkerProcess:
    return processes.start(["-m", "harness.service", service], cluster.environment())


async def read_events(cluster: Cluster) -> dict[str, dict[str, Any]]:
    events = (NewsEvent.model_validate_json(record.value) for record in await cluster.read(NEWS_EVENTS_LATEST))
    return {event.key: event.model_dump(exclude=BY_ARRIVAL) for event in events}


async def read_sightings(cluster: Cluster) -> dict[str, dict[str, Any]]:
    sightings = [Sighting.model_validate_json(record.value) for record in await cluster.read(NEWS_SIGHTINGS)]
    found = {sighting.fact_id: sighting.model_dump(exclude={"seen_at"}) for sighting in sightings}
    assert len(found) == len(sightings)
    return found


async def read_relations(cluster: Cluster) -> Relations:
    groups = [NewsGroup.model_validate_json(record.value) for record in await cluster.read(NEWS_GROUPS)]
    return frozenset(
        (frozenset({str(group.item_id), str(match.item_id)}), match.relation.value)
        for group in groups
        for match in group.matches
    )
