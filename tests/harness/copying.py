"""A stage for testing the runtime: copies tokens, counts them per key, and misbehaves on demand.

Run as `python -m harness.copying` it is a worker of its own, set up by the usual environment.
"""

import asyncio
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from aiokafka import AIOKafkaConsumer
from aiokafka.structs import TopicPartition

from newsticker.messages.base import Message
from newsticker.messages.outcomes import Emit, Handled, InvalidMessageError, Outcome, Stores
from newsticker.messages.topics import Changelog, Topic
from newsticker.runtime import opening
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.settings import RuntimeSettings
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import CommittedStore, StoreSpec
from newsticker.runtime.worker import Worker

SERVICE = "copier"


class Token(Message):
    """One thing to copy; `count` is how often its key was seen before."""

    schema_name: ClassVar[str] = "token"

    name: str
    text: str = ""
    count: int = 0

    @property
    def key(self) -> str:
        """Its name."""
        return self.name

    @property
    def fact_id(self) -> str:
        """Name and count."""
        return f"{self.name}/{self.count}"


TOKENS = Topic("tokens", "token", "name", "What is copied.")
MORE_TOKENS = Topic("more-tokens", "token", "name", "A second input.", partitions=1)
COPIES = Topic("copies", "token", "name", "The copies.")
COUNTS = Changelog(SERVICE, "counts", TOKENS)


def handle(message: Message, timestamp_ms: int, stores: Stores) -> Handled:
    """Copy a token with its count; some texts misbehave."""
    del timestamp_ms
    if not isinstance(message, Token):
        raise TypeError(message)
    misbehave(message.text)
    counts = stores["counts"]
    key = message.name.encode()
    count = int(counts.get(key, b"0")) + 1
    if message.text == "forget":
        counts.pop(key, None)
    else:
        counts[key] = str(count).encode()
    if message.text == "repeated":
        return Handled(Outcome.REPEATED)
    text = "x" * 1_100_000 if message.text == "huge" else message.text
    return Handled(Outcome.EMITTED, (Emit(COPIES, Token(name=message.name, text=text, count=count)),))


def handle_more(message: Message, timestamp_ms: int, stores: Stores) -> Handled:
    """Copy without state."""
    del timestamp_ms, stores
    return Handled(Outcome.EMITTED, (Emit(COPIES, message),))


def misbehave(text: str) -> None:
    """Refuse, fail, hang or die, as the text says."""
    if text == "refuse":
        raise InvalidMessageError("it asked to be refused")
    if text == "fail":
        raise RuntimeError("it asked for a bug")
    if text == "die":
        os._exit(99)
    if text == "hang":
        time.sleep(600)
    if text.startswith("slow "):
        time.sleep(float(text.removeprefix("slow ")))


STAGE = Stage(
    service=SERVICE,
    name="copier",
    input=TOKENS,
    outputs=(COPIES,),
    message=Token,
    handle=handle,
    stores=(StoreSpec("counts"),),
)
SECOND_STAGE = Stage(
    service=SERVICE, name="copier-more", input=MORE_TOKENS, outputs=(COPIES,), message=Token, handle=handle_more
)
TOPICS = (TOKENS, MORE_TOKENS, COPIES, COUNTS.topic, TOKENS.dead_letters(), MORE_TOKENS.dead_letters())


HOLD_RESTORE = "COPIER_HOLD_RESTORE"
"""Environment: the restore of partition 0 waits until there is a file at this path."""


def hold_restore(until: Path) -> None:
    """Make the restore of partition 0 of the first input wait for a file."""
    restore = opening.restore_stores

    async def restore_when_told(reader: AIOKafkaConsumer, changelogs: Mapping[TopicPartition, CommittedStore]) -> None:
        while any(tp.partition == 0 for tp in changelogs) and not until.exists():  # noqa: ASYNC110, ASYNC240 - a test
            await asyncio.sleep(0.05)
        await restore(reader, changelogs)

    opening.restore_stores = restore_when_told


def main() -> None:
    """Run the copier until it is stopped."""
    settings = RuntimeSettings()
    set_up_logs(settings.log, service=SERVICE)
    if until := os.environ.get(HOLD_RESTORE):
        hold_restore(Path(until))
    Worker(settings, SERVICE, (STAGE, SECOND_STAGE)).run()


if __name__ == "__main__":
    main()
