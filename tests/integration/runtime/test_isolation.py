"""What upstream has not committed does not exist; what is written here comes whole or not at all."""

import asyncio
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, COUNTS, MORE_TOKENS, TOKENS, Token
from harness.tokens import Ledger
from newsticker.messages.dead_letter import DeadLetter


def read_peak_mib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


async def test_aborted_input_is_never_seen_and_open_input_only_once_it_is_committed(
    cluster: Cluster, copiers: Copiers
) -> None:
    topic = cluster.topology.name(TOKENS)
    worker = await copiers.start_open(3)
    async with AIOKafkaProducer(
        bootstrap_servers=cluster.bootstrap, transactional_id=f"{cluster.prefix}up"
    ) as upstream:
        await upstream.begin_transaction()
        await upstream.send_and_wait(topic, Token(name="ghost").to_json(), key=b"ghost", partition=0)
        await upstream.abort_transaction()
        await upstream.begin_transaction()
        await upstream.send_and_wait(topic, Token(name="late").to_json(), key=b"late", partition=0)
        await cluster.send(TOKENS, [("behind", Token(name="behind").to_json())], partition=0)
        await cluster.send(TOKENS, [("beside", Token(name="beside").to_json())], partition=1)
        copies = await cluster.read(COPIES, at_least=1)
        assert [record.key for record in copies] == [b"beside"]
        await upstream.commit_transaction()
    copies = await cluster.read(COPIES, at_least=3)
    worker.stop()
    assert {record.key for record in copies} == {b"beside", b"late", b"behind"}
    assert len(copies) == 3


@pytest.mark.timeout(90)
async def test_an_input_that_ends_the_process_leaves_nothing_of_its_transaction(
    cluster: Cluster, copiers: Copiers
) -> None:
    ledger = Ledger(keys=5)
    poison = [("a-0", Token(name="a-0", text="die").to_json())]
    refused = [("bad", Token(name="bad", text="refuse").to_json())]
    await cluster.send(TOKENS, [*ledger.make(20), *refused, *poison], partition=0)
    worker = copiers.start()
    assert await asyncio.to_thread(worker.wait) == 99
    for topic in (COPIES, COUNTS.topic, TOKENS.dead_letters()):
        assert await cluster.read(topic) == []
    letters = await copiers.supervise(cluster.read(TOKENS.dead_letters(), at_least=2))
    copies = await cluster.read(COPIES)
    ledger.check(copies)
    assert sorted(record.key for record in letters) == [b"a-0", b"bad"]
    fact_ids = [dict(record.headers)["ce_id"] for record in copies]
    assert len(set(fact_ids)) == len(fact_ids) == 20


@pytest.mark.timeout(120)
async def test_a_backlog_of_large_records_stays_within_memory(cluster: Cluster, copiers: Copiers) -> None:
    count, size = 240, 900_000
    await cluster.send(
        TOKENS, [(f"n{n}", Token(name=f"n{n}", text=f"{n} ".ljust(size, "x")).to_json()) for n in range(count)]
    )
    worker = await copiers.start_open(3, worker__gather_wait_ms=1500)  # it fetches meanwhile, as far as it has room
    await cluster.wait_until_read("copier", TOKENS)
    peak = read_peak_mib(worker.pid)
    worker.stop()
    assert peak < 250, f"{peak} MiB for a backlog of {count * size >> 20} MiB"


async def test_two_stages_of_one_process_work_side_by_side(cluster: Cluster, copiers: Copiers) -> None:
    ledger = Ledger()
    more = [(f"m{number}", Token(name=f"m{number}", count=7).to_json()) for number in range(50)]
    await cluster.send(MORE_TOKENS, [*more, ("null", None)])
    await cluster.send(TOKENS, ledger.make(50))
    copies = await copiers.supervise(cluster.read(COPIES, at_least=100))
    ledger.check(copies)
    (letter,) = await cluster.read(MORE_TOKENS.dead_letters(), at_least=1)
    assert DeadLetter.from_headers(list(letter.headers)).stage == "copier-more"
    assert await cluster.read(TOKENS.dead_letters()) == []
    tokens = [Token.model_validate_json(record.value or b"") for record in copies]
    assert sorted((token.name, token.count) for token in tokens if token.name.startswith("m")) == sorted(
        (name, 7) for name, _ in more
    )
    assert len(copies) == 100
