"""Tokens to copy, and the check that each was copied exactly once, in order, with a state that agrees."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable

from aiokafka import AIOKafkaProducer
from aiokafka.structs import ConsumerRecord

from harness.cluster import Cluster
from harness.copying import TOKENS, Token
from newsticker.runtime.outbox import choose_partition


class Ledger:
    """What one sender sent, by key and in order; each sender has keys of its own."""

    def __init__(self, sender: str = "a", keys: int = 40) -> None:
        self.sender = sender
        self.sent: dict[str, list[str]] = defaultdict(list)
        self.count = 0
        self._keys = keys

    def make(self, count: int, size: int = 0) -> list[tuple[str, bytes]]:
        """Make the next tokens and note them; `size` pads their texts."""
        made = []
        for _ in range(count):
            name, text = f"{self.sender}-{self.count % self._keys}", f"token {self.count} ".ljust(size, ".")
            self.count += 1
            self.sent[name].append(text)
            made.append((name, Token(name=name, text=text).to_json()))
        return made

    def check(self, copies: Iterable[ConsumerRecord]) -> None:
        """Assert that each of its tokens was copied once, in order, and counted once by the state of its key."""
        seen: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for record in copies:
            token = Token.model_validate_json(record.value or b"")
            if token.name.startswith(f"{self.sender}-"):
                seen[token.name].append((token.count, token.text))
        wanted = {name: list(enumerate(texts, 1)) for name, texts in self.sent.items()}
        wrong = sorted(name for name in wanted.keys() | seen.keys() if seen.get(name) != wanted.get(name))
        assert not wrong, [(name, seen.get(name), wanted.get(name)) for name in wrong[:1]]


async def trickle(cluster: Cluster, ledger: Ledger, stop: asyncio.Event, pause_s: float = 0.005) -> None:
    """Send tokens one after the other until told to stop."""
    partitions = cluster.topology.count_partitions(TOKENS)
    async with AIOKafkaProducer(bootstrap_servers=cluster.bootstrap, enable_idempotence=True) as producer:
        while not stop.is_set():
            ((name, value),) = ledger.make(1)
            await producer.send_and_wait(
                cluster.topology.name(TOKENS),
                value,
                key=name.encode(),
                partition=choose_partition(name.encode(), partitions),
            )
            await asyncio.sleep(pause_s)
