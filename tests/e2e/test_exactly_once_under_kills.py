"""The promise, proved by breaking: every service is killed at random moments, and nothing is lost or there twice."""

import asyncio
import os
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from aiokafka.structs import ConsumerRecord

from harness.chaos import Chaos
from harness.checking import Logs, find_wrong, find_wrong_offsets
from harness.cluster import Cluster
from harness.news import GeneratedPages, generate_pages
from harness.processes import Processes
from newsticker.commands.services import SERVICES, WORKERS
from newsticker.deduplicator.app import build_stages as build_deduplicator
from newsticker.deduplicator.settings import DeduplicatorSettings
from newsticker.domain.duplicates.knowledge import Knowledge
from newsticker.domain.sources import Sources
from newsticker.enricher.app import build_stages as build_enricher
from newsticker.enricher.settings import EnricherSettings
from newsticker.messages.news_event import NewsEvent
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import ALL_TOPICS, NEWS_EVENTS, NEWS_EVENTS_LATEST, RAW_DOCUMENTS, Topic
from newsticker.runtime.admin import create_topics, open_admin, plan_topics
from newsticker.runtime.settings import KafkaSettings
from newsticker.runtime.stage import Stage
from newsticker.sink.app import build_stages as build_sink
from newsticker.sink.settings import SinkSettings
from newsticker.splitter.app import build_stages as build_splitter
from newsticker.splitter.handler import split_document
from newsticker.splitter.settings import SplitterSettings
from support.brokers import TestBroker

PAGES = 2000
BRIEFS = 1500
FILES = 8
ROUNDS = 3
COPIES = 2
DRAIN_S = 150.0


def build_all_stages() -> tuple[Stage, ...]:
    return (
        *build_splitter(SplitterSettings()),
        *build_deduplicator(DeduplicatorSettings()),
        *build_enricher(EnricherSettings()),
        *build_sink(SinkSettings()),
    )


@pytest.fixture
def seed() -> int:
    """Give the seed of this run: printed, and set by NEWSTICKER_TEST_SEED to see a run again."""
    given = os.environ.get("NEWSTICKER_TEST_SEED")
    return int(given) if given else random.randrange(2**32)  # noqa: S311 - a seed, not a secret


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Processes]:
    processes = Processes(tmp_path)
    yield processes
    processes.end_all()


@pytest.mark.timeout(420)
async def test_kills_lose_nothing_and_repeat_nothing(
    kafka: TestBroker, topic_prefix: str, tmp_path: Path, processes: Processes, seed: int
) -> None:
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    cluster = Cluster(kafka.bootstrap_servers, topic_prefix)
    settings = KafkaSettings(bootstrap_servers=kafka.bootstrap_servers, topic_prefix=topic_prefix)
    async with open_admin(settings) as admin:
        await create_topics(admin, plan_topics(settings))
    pages = generate_pages(seed, pages=PAGES, briefs=BRIEFS)
    files = pages.write(tmp_path, files=FILES)

    chaos = Chaos(processes, cluster.environment(), WORKERS, COPIES)
    chaos.start()
    publishing = asyncio.create_task(asyncio.to_thread(publish_all, files, cluster, random.Random(seed)))  # noqa: S311
    await asyncio.to_thread(
        chaos.kill_all_services,
        random.Random(seed + 1),  # noqa: S311 - a schedule, not a secret
        rounds=ROUNDS,
        mean_gap_s=1.5,
    )
    producer_kills = await publishing
    await drain(cluster)
    exit_codes = chaos.stop()

    print(f"kills {dict(chaos.kills)}, producer {producer_kills}, ends {dict(chaos.ends)}")  # noqa: T201
    assert set(exit_codes.values()) == {0}
    assert all(chaos.kills[service] >= ROUNDS for service in WORKERS)
    assert producer_kills >= ROUNDS
    logs = {topic.name: await cluster.read(topic) for topic in ALL_TOPICS}
    for stage in build_all_stages():
        assert find_wrong(stage, logs, cluster.topology) == {}
    await check_offsets(cluster, logs)
    check_events(logs, pages)


def publish_all(files: list[Path], cluster: Cluster, random_source: random.Random) -> int:
    """Publish every file; the first ones are published by a process that is killed on the way, and then again."""
    kills = 0
    for number, path in enumerate(files):
        command = [sys.executable, "-m", "newsticker", "publish", str(path)]
        environment = os.environ | cluster.environment()
        if number < ROUNDS:
            process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with suppress(subprocess.TimeoutExpired):
                process.wait(random_source.uniform(1.0, 2.5))
            process.kill()
            process.wait()
            kills += 1
        subprocess.run(command, env=environment, check=True, capture_output=True)
    return kills


async def drain(cluster: Cluster) -> None:
    """Wait until two looks in a row find every stage at the end of its input."""
    for _ in range(2):
        for service in WORKERS:
            for topic in SERVICES[service].reads:
                await cluster.wait_until_read(service, topic, timeout_s=DRAIN_S)


async def check_offsets(cluster: Cluster, logs: Logs) -> None:
    for service in WORKERS:
        for topic in SERVICES[service].reads:
            assert find_wrong_offsets(logs[topic.name], await cluster.committed(service, topic)) == {}


def check_events(logs: dict[str, list[ConsumerRecord]], pages: GeneratedPages) -> None:
    """See that the public topics hold every item once a revision, with the knowledge of all its sightings."""
    known = know_everything(logs[RAW_DOCUMENTS.name])
    for topic in (NEWS_EVENTS, NEWS_EVENTS_LATEST):
        ids = Counter(dict(record.headers)["ce_id"] for record in logs[topic.name])
        assert [one for one, count in ids.items() if count > 1] == [], f"{topic.name} has a fact twice"
    check_revisions(logs[NEWS_EVENTS.name], NEWS_EVENTS)
    latest = {
        record.key.decode(): NewsEvent.model_validate_json(record.value) for record in logs[NEWS_EVENTS_LATEST.name]
    }
    assert set(latest) == {str(item_id) for item_id in known}
    for item_id, knowledge in known.items():
        event = latest[str(item_id)]
        assert event.nt_source == knowledge.best.source
        assert event.nt_time.published == knowledge.published
    bodies = "\n".join(event.bodies[0].value for event in latest.values())
    assert {token for token in pages.briefs if f"dossier {token}" not in bodies} == set()
    assert len(latest) == len(pages.briefs)


def check_revisions(records: list[ConsumerRecord], topic: Topic) -> None:
    revisions: dict[bytes, list[int]] = defaultdict(list)
    for record in records:
        revisions[record.key].append(int(NewsEvent.model_validate_json(record.value).version))
    wrong = {key: seen for key, seen in revisions.items() if seen != list(range(1, len(seen) + 1))}
    assert wrong == {}, f"{topic.name}: revisions out of order"


def know_everything(records: list[ConsumerRecord]) -> dict[UUID, Knowledge]:
    """Join all sightings of all distinct documents, in memory and in one go."""
    documents = {record.key: RawDocument.model_validate_json(record.value) for record in records}
    known: dict[UUID, Knowledge] = {}
    for document in documents.values():
        for item in split_document(document, Sources()):
            one, before = Knowledge.of(item, 0), known.get(item.item_id)
            known[item.item_id] = before.join(one) if before else one
    return known
