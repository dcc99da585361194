"""Outputs that the broker refuses: nothing is committed over them, and the worker ends with its reason."""

import asyncio
from random import Random

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, SERVICE, TOKENS, TOPICS, Token
from harness.processes import WorkerProcess
from harness.tokens import Ledger
from newsticker.messages.dead_letter import DeadLetter, DeadLetterClass
from newsticker.runtime.exits import ExitReason

LIMIT = 5000


def end_of(worker: WorkerProcess) -> dict[str, object]:
    (end,) = [event for event in worker.events() if event["event"] == "worker.ended"]
    return end


@pytest.mark.timeout(90)
async def test_nothing_is_committed_over_a_failed_produce(bare_cluster: Cluster, copiers: Copiers) -> None:
    cluster = bare_cluster
    await cluster.create(TOPICS, {COPIES.name: {"max.message.bytes": str(LIMIT)}})
    ledger = Ledger(keys=1)
    incompressible = Random(1).randbytes(LIMIT * 2).hex()  # noqa: S311 - the same bytes each time
    await cluster.send(TOKENS, ledger.make(20), partition=0)
    await cluster.send(TOKENS, [("big", Token(name="big", text=incompressible).to_json())], partition=0)
    await cluster.send(TOKENS, ledger.make(20), partition=0)
    for _ in range(2):
        worker = copiers.start(worker__group_instance_id="copier-0")
        assert await asyncio.to_thread(worker.wait) == ExitReason.TRANSACTION_FAILED
        assert "MessageSizeTooLarge" in str(end_of(worker)["detail"])
        assert end_of(worker)["topic"] == cluster.topology.name(TOKENS)
    offsets = await cluster.committed(SERVICE, TOKENS)
    assert offsets[0].offset == 20, "the records before it went one by one, and nothing went past it"
    copies = await cluster.read(COPIES)
    assert len(copies) == 20
    await cluster.configure(COPIES, {"max.message.bytes": "1048576"})
    await copiers.supervise(cluster.read(COPIES, at_least=41))
    copies = await cluster.read(COPIES)
    ledger.check(copies)
    assert len(copies) == 41


@pytest.mark.timeout(60)
async def test_an_output_over_our_own_limit_is_a_dead_letter_and_the_stream_goes_on(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger = Ledger()
    huge = [("huge", Token(name="huge", text="huge").to_json())]
    await cluster.send(TOKENS, [*ledger.make(50), *huge, *ledger.make(50)])
    copies = await copiers.supervise(cluster.read(COPIES, at_least=100))
    ledger.check(copies)
    (letter,) = await cluster.read(TOKENS.dead_letters())
    assert DeadLetter.from_headers(list(letter.headers)).error_class is DeadLetterClass.OVERSIZED
    assert copiers.exit_codes == []
