"""Sends records idempotently, outside of any stage: for the producer and the commands that write."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from newsticker.messages.topics import MAX_MESSAGE_BYTES
from newsticker.runtime.admin import reaching
from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.settings import KafkaSettings

IN_FLIGHT = 500
"""So many records wait for the broker's answer at a time, if nobody says otherwise."""

LINGER_MS = 5
STOP_TIMEOUT_S = 3.0


class Sender:
    """Sends without waiting for each answer, but never lets too many wait, nor any of them for ever."""

    def __init__(self, producer: AIOKafkaProducer, timeout_s: float, in_flight: int) -> None:
        self._producer = producer
        self._timeout_s = timeout_s
        self._in_flight = in_flight
        self._waiting: set[asyncio.Future[object]] = set()

    async def send(
        self,
        topic: str,
        value: bytes | None,
        *,
        key: bytes | None,
        timestamp_ms: int,
        headers: Sequence[tuple[str, bytes]],
        partition: int | None = None,
    ) -> None:
        """Hand one record over; raises what the broker said to an earlier one, or `TimeoutError`."""
        answer = await self._producer.send(
            topic, value, key=key, partition=partition, timestamp_ms=timestamp_ms, headers=list(headers)
        )
        self._waiting.add(answer)
        while len(self._waiting) >= self._in_flight:
            await self._settle()

    async def settle_all(self) -> None:
        """Return when the broker has all that was sent."""
        while self._waiting:
            await self._settle()

    async def _settle(self) -> None:
        """Wait for the broker's next answers; the client itself would wait for ever."""
        done, self._waiting = await asyncio.wait(
            self._waiting, timeout=self._timeout_s, return_when=asyncio.FIRST_COMPLETED
        )
        if not done:
            raise TimeoutError(f"no answer within {self._timeout_s:g} s")
        for answer in done:
            answer.result()

    def forget(self) -> None:
        """Wait for nothing any more."""
        for answer in self._waiting:
            answer.cancel()


@asynccontextmanager
async def open_sender(kafka: KafkaSettings, client_id: str, *, in_flight: int = IN_FLIGHT) -> AsyncIterator[Sender]:
    """Connect; at the end the broker has everything.

    `WorkerStopError` names the address when there is no answer, or the broker goes away.
    """
    producer = AIOKafkaProducer(
        **kafka.client_options(),
        client_id=client_id,
        enable_idempotence=True,
        acks="all",
        compression_type=kafka.compression,
        max_request_size=MAX_MESSAGE_BYTES,
        linger_ms=LINGER_MS,
    )
    sender = Sender(producer, kafka.request_timeout_s, in_flight)
    try:
        async with reaching(kafka):
            await producer.start()
        yield sender
        await sender.settle_all()
    except (KafkaError, TimeoutError) as error:
        detail = f"lost Kafka at {kafka.bootstrap_servers} while sending ({error or type(error).__name__})"
        raise WorkerStopError(ExitReason.BROKER_UNREACHABLE, detail) from error
    finally:
        sender.forget()
        with suppress(TimeoutError, KafkaError):
            async with asyncio.timeout(STOP_TIMEOUT_S):  # the client would wait for a lost broker for ever
                await producer.stop()
