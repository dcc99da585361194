"""`newsticker withdraw`: take back all that a document was evidence for."""

import asyncio
from typing import Annotated
from uuid import UUID

import typer

from newsticker.commands.mentions import find_id, parse_id, read_mentions
from newsticker.commands.output import err, say
from newsticker.domain.duplicates.withdrawing import make_withdrawals
from newsticker.messages.cloudevents import render_headers
from newsticker.messages.news_item import NewsItem
from newsticker.messages.sighting import Sighting
from newsticker.messages.topics import NEWS_ITEMS, NEWS_SIGHTINGS
from newsticker.runtime.clock import read_clock_ms
from newsticker.runtime.reader import open_reader
from newsticker.runtime.sender import open_sender
from newsticker.runtime.settings import KafkaSettings, RuntimeSettings
from newsticker.runtime.topology import Topology

HELP = """Withdraw a document: a wrong fetch time, a broken page. Its items are revised as if it had never been sent.

What no other page vouches for gets a last event with pubStatus canceled, and leaves news-events-latest. Withdrawing
twice is harmless. Reaches as far back as sightings are kept, which is 30 days. The page itself stays known: sending
the very same again changes nothing, with another fetch time or text it is another document.

The id of a document is what `publish --verbose` prints for its page, `why` for each sighting of an item, and events
have as ntSource.documentId.

Example: newsticker withdraw 290753cf
"""

SERVICE = "withdraw"


def withdraw(
    document: Annotated[str, typer.Argument(help="The document's id, or how it begins.")],
) -> None:
    """Withdraw a document."""
    given = parse_id(document, "DOCUMENT")
    kafka = RuntimeSettings().kafka
    with err.status("looking for its sightings"):
        withdrawn = asyncio.run(_withdraw(kafka, given))
    if not withdrawn:
        say(f"nothing stands of {given}: it never was, was withdrawn, or was seen too long ago", "red")
        raise typer.Exit(1)
    say(f"{withdrawn} sightings withdrawn")


async def _withdraw(kafka: KafkaSettings, given: UUID | str) -> int:
    async with open_reader(kafka) as reader:
        document_id = await find_id(reader, given, "documentId")
        if document_id is None:
            return 0
        sightings = await read_mentions(reader, NEWS_SIGHTINGS, Sighting, document_id)
    withdrawals = make_withdrawals(sightings, document_id)
    if withdrawals:
        await _send(kafka, withdrawals)
    return len(withdrawals)


async def _send(kafka: KafkaSettings, withdrawals: tuple[NewsItem, ...]) -> None:
    topic = Topology.from_settings(kafka).name(NEWS_ITEMS)
    async with open_sender(kafka, "newsticker-withdraw") as sender:
        for item in withdrawals:
            now = read_clock_ms()
            headers = render_headers(item, service=SERVICE, timestamp_ms=now)
            await sender.send(topic, item.to_json(), key=item.key.encode(), timestamp_ms=now, headers=headers)
