"""The producer against a real broker: what it sends, how it refuses, what it says when the broker is not there."""

import asyncio
import threading
from collections.abc import Iterator

import pytest
from aiokafka.structs import ConsumerRecord

from newsticker.messages.raw_document import RawDocument, make_raw_document
from newsticker.messages.topics import RAW_DOCUMENTS
from newsticker.producer.app import Found, publish
from newsticker.producer.handler import Refusal
from newsticker.runtime.admin import create_topics, open_admin, plan_topics
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.outbox import choose_partition
from newsticker.runtime.reader import open_reader
from newsticker.runtime.settings import KafkaSettings

PAGES = [make_raw_document(f"Pagina {number}\nTekst.", source="krant") for number in range(300)]


async def make_topic(kafka: KafkaSettings) -> None:
    async with open_admin(kafka) as admin:
        await create_topics(admin, plan_topics(kafka, [RAW_DOCUMENTS]))


async def read_back(kafka: KafkaSettings) -> list[ConsumerRecord]:
    async with open_reader(kafka) as reader:
        return [record async for record in reader.read([RAW_DOCUMENTS])]


async def test_sends_each_page_once_by_its_id_with_cloudevents_headers(kafka_settings: KafkaSettings) -> None:
    await make_topic(kafka_settings)
    noted: list[Found] = []
    found: list[Found] = [*PAGES, Refusal("x", "empty")]
    report = await publish(kafka_settings, found, noted.append, in_flight=50)
    assert (report.sent, report.refused) == (300, 1)
    assert noted == found
    records = await read_back(kafka_settings)
    sent = {RawDocument.model_validate_json(record.value or b"").document_id: record for record in records}
    assert len(records) == len(sent) == 300
    for page in PAGES:
        record = sent[page.document_id]
        assert record.value == page.to_json()
        assert record.key == str(page.document_id).encode()
        assert record.partition == choose_partition(page.key.encode(), 4)
        headers = dict(record.headers)
        assert headers["ce_type"] == b"newsticker.raw-document.v1"
        assert headers["ce_source"] == b"/newsticker/producer"
        assert headers["ce_subject"] == record.key


async def test_a_second_delivery_carries_the_same_ce_id(kafka_settings: KafkaSettings) -> None:
    await make_topic(kafka_settings)
    for _ in range(2):
        await publish(kafka_settings, PAGES[:1], lambda _: None)
    ids = [dict(record.headers)["ce_id"] for record in await read_back(kafka_settings)]
    assert len(ids) == 2
    assert len(set(ids)) == 1


async def test_a_page_goes_out_while_the_next_is_not_there_yet(kafka_settings: KafkaSettings) -> None:
    await make_topic(kafka_settings)
    go_on = threading.Event()

    def slow_source() -> Iterator[Found]:
        yield PAGES[0]
        assert go_on.wait(20)  # a pipe that has nothing to say
        yield PAGES[1]

    publishing = asyncio.create_task(publish(kafka_settings, slow_source(), lambda _: None))
    while not await read_back(kafka_settings):  # noqa: ASYNC110 - the broker knows no event of ours
        await asyncio.sleep(0.05)
    go_on.set()
    assert (await publishing).sent == 2


async def test_says_that_the_topic_is_missing(kafka_settings: KafkaSettings) -> None:
    with pytest.raises(WorkerStopError, match="raw-documents does not exist") as raised:
        await publish(kafka_settings, PAGES, lambda _: None)
    assert raised.value.reason is ExitReason.TOPICS_UNFIT


async def test_names_the_address_when_there_is_no_broker() -> None:
    nowhere = KafkaSettings(bootstrap_servers="127.0.0.1:1")
    with pytest.raises(WorkerStopError, match=r"127\.0\.0\.1:1 ") as raised:
        await publish(nowhere, PAGES, lambda _: None)
    assert raised.value.reason is ExitReason.BROKER_UNREACHABLE
