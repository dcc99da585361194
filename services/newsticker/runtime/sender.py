"""Sends records idempotently, outside of any stage: for the producer and the commands that write."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from newsticker.messages.topics import MAX_MESSAGE_BYTES
from newsticker.runtime.admin import reaching
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.settings import KafkaSettings

LINGER_MS = 5
STOP_TIMEOUT_S = 3.0


@asynccontextmanager
async def open_sender(kafka: KafkaSettings, client_id: str) -> AsyncIterator[AIOKafkaProducer]:
    """Connect; `WorkerStopError` names the address when there is no answer, or the broker goes away."""
    producer = AIOKafkaProducer(
        **kafka.client_options(),
        client_id=client_id,
        enable_idempotence=True,
        acks="all",
        compression_type=kafka.compression,
        max_request_size=MAX_MESSAGE_BYTES,
        linger_ms=LINGER_MS,
    )
    try:
        async with reaching(kafka):
            await producer.start()
        yield producer
    except (KafkaError, TimeoutError) as error:
        detail = f"lost Kafka at {kafka.bootstrap_servers} while sending ({error or type(error).__name__})"
        raise WorkerStopError(ExitReason.BROKER_UNREACHABLE, detail) from error
    finally:
        with suppress(TimeoutError, KafkaError):
            async with asyncio.timeout(STOP_TIMEOUT_S):  # the client would wait for a lost broker for ever
                await producer.stop()
