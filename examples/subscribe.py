"""Subscribes to news events: `python examples/subscribe.py`, with NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS set."""

import asyncio
import os

from aiokafka import AIOKafkaConsumer

from newsticker.messages.news_event import NewsEvent


async def subscribe(address: str) -> None:
    """Print every revision of every item, from the oldest on."""
    reading = {"isolation_level": "read_committed", "auto_offset_reset": "earliest"}
    async with AIOKafkaConsumer("news-events", bootstrap_servers=address, **reading) as consumer:
        async for record in consumer:
            event = NewsEvent.model_validate_json(record.value)
            print(event.revision, event.pub_status or "", event.located, event.nt_time.published.status)


if __name__ == "__main__":
    asyncio.run(subscribe(os.environ["NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS"]))
