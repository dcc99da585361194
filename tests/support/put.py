"""Put one record on a topic, as it is: `python -m support.put TOPIC VALUE`; an empty value is null."""

import asyncio
import sys

from aiokafka import AIOKafkaProducer

from newsticker.runtime.settings import RuntimeSettings


async def put(topic: str, value: str) -> None:
    """Put one record."""
    async with AIOKafkaProducer(**RuntimeSettings().kafka.client_options()) as producer:
        await producer.send_and_wait(topic, value.encode() or None, key=b"key")


if __name__ == "__main__":
    asyncio.run(put(sys.argv[1], sys.argv[2]))
