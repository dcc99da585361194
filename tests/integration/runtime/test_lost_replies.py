"""Requests that the broker carried out and nobody heard of: a worker never guesses, its heir settles it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, TOKENS, TOPICS
from harness.processes import Processes
from harness.proxy import Api, LossyProxy
from harness.tokens import Ledger
from newsticker.runtime.embedded import EmbeddedKafka
from newsticker.runtime.exits import ExitReason
from newsticker.runtime.ports import find_free_port

EXPECTED = {
    Api.END_TRANSACTION: ExitReason.COMMIT_AMBIGUOUS,
    Api.COMMIT_OFFSETS_IN_TRANSACTION: ExitReason.TRANSACTION_FAILED,
    Api.PRODUCE: ExitReason.TRANSACTION_FAILED,
}


@pytest.fixture(name="proxy")
async def _proxy() -> AsyncIterator[LossyProxy]:
    port = find_free_port()
    proxy = LossyProxy(find_free_port(), port)
    advertised = {"advertised.listeners": f"PLAINTEXT://127.0.0.1:{proxy.port}"}
    await proxy.start()
    broker = EmbeddedKafka(port=port, properties=advertised)
    await asyncio.to_thread(broker.start)
    yield proxy
    await proxy.stop()
    await asyncio.to_thread(broker.stop)


@pytest.mark.timeout(180)
async def test_a_lost_reply_ends_the_worker_and_its_heir_settles_what_it_meant(
    proxy: LossyProxy, processes: Processes
) -> None:
    cluster = Cluster(f"127.0.0.1:{proxy.port}", "lossy-", partitions=1)
    await cluster.create(TOPICS)
    copiers, ledger = Copiers(cluster, processes), Ledger()

    async def lose_one_after_the_other() -> None:
        for number, api in enumerate(EXPECTED, 1):
            await cluster.send(TOKENS, ledger.make(50))
            await cluster.read(COPIES, at_least=ledger.count)
            proxy.lose_replies(api)
            await cluster.send(TOKENS, ledger.make(50))
            await cluster.read(COPIES, at_least=ledger.count)
            while len(copiers.exit_codes) < number:  # noqa: ASYNC110 - a process can only be asked
                await asyncio.sleep(0.05)

    await copiers.supervise(lose_one_after_the_other(), worker__transaction_timeout_s=4)
    assert proxy.lost == dict.fromkeys(EXPECTED, 1)
    ledger.check(await cluster.read(COPIES))
    assert copiers.exit_codes == list(EXPECTED.values())
