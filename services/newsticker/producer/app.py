"""Wiring of the producer: documents to `raw-documents`, idempotently; never read back, never repeated by a retry."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import structlog

from newsticker.messages.cloudevents import render_headers
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import RAW_DOCUMENTS
from newsticker.producer.handler import Description, Refusal
from newsticker.producer.reading import find_candidates, read_candidate
from newsticker.producer.settings import ProducerSettings
from newsticker.runtime.admin import open_admin, require_topics
from newsticker.runtime.clock import read_clock_ms
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.sender import IN_FLIGHT, Sender, open_sender
from newsticker.runtime.settings import KafkaSettings
from newsticker.runtime.topology import Topology

log = structlog.get_logger()

SERVICE = "producer"
EXIT_REFUSED = 3
"""Exit code when something could not be sent."""

Found = RawDocument | Refusal


@dataclass(slots=True)
class Published:
    """What came of a run."""

    sent: int = 0
    refused: int = 0


async def publish(
    kafka: KafkaSettings, found: Iterable[Found], on_found: Callable[[Found], None], *, in_flight: int = IN_FLIGHT
) -> Published:
    """Send every document; return when the broker has them all.

    Raises `WorkerStopError` when the broker can't be reached or goes away; sending the same again is harmless.
    """
    await _check_topic(kafka)
    report = Published()
    pages = iter(found)
    async with open_sender(kafka, "newsticker-producer", in_flight=in_flight) as sender:
        while (page := await asyncio.to_thread(next, pages, None)) is not None:  # a slow pipe holds nothing up
            if isinstance(page, Refusal):
                report.refused += 1
            else:
                await _send(sender, kafka, page)
                report.sent += 1
            on_found(page)
    return report


async def _send(sender: Sender, kafka: KafkaSettings, document: RawDocument) -> None:
    now = read_clock_ms()
    await sender.send(
        Topology.from_settings(kafka).name(RAW_DOCUMENTS),
        document.to_json(),
        key=document.key.encode(),
        timestamp_ms=now,
        headers=render_headers(document, service=SERVICE, timestamp_ms=now),
    )


async def _check_topic(kafka: KafkaSettings) -> None:
    async with open_admin(kafka) as admin:
        await require_topics(admin, [Topology.from_settings(kafka).name(RAW_DOCUMENTS)])


def find_documents(settings: ProducerSettings) -> Iterator[Found]:
    """Read what the settings name."""
    options = settings.producer
    defaults = Description(source=options.source, fetched_at=options.fetched_at)
    for candidate in find_candidates(options.paths):
        if isinstance(candidate, Refusal):
            yield candidate
        else:
            yield from read_candidate(candidate, defaults)


def log_found(found: Found) -> None:
    """Log what became of one document."""
    if isinstance(found, Refusal):
        log.warning("producer.page_refused", name=found.name, reason=found.reason)
    else:
        log.info("producer.page_sent", name=found.name, document_id=str(found.document_id))


def run(settings: ProducerSettings) -> int:
    """Publish what the settings name, then end; the answer is the exit code."""
    set_up_logs(settings.log, service=SERVICE)
    options = settings.producer
    report = asyncio.run(publish(settings.kafka, find_documents(settings), log_found, in_flight=options.in_flight))
    log.info("producer.ended", sent=report.sent, refused=report.refused)
    return EXIT_REFUSED if report.refused else 0
