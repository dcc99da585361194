"""State in files instead of memory: the same promise, also when the worker is killed and the files move on alone."""

import asyncio
from pathlib import Path

import pytest

from harness.cluster import Cluster
from harness.copiers import Copiers
from harness.copying import COPIES, TOKENS
from harness.tokens import Ledger

INPUTS = 3
KILLS = 3


@pytest.mark.timeout(120)
async def test_counts_go_on_across_kills_and_lost_files(cluster: Cluster, copiers: Copiers, tmp_path: Path) -> None:
    ledger = Ledger("disk")
    settings = {"worker__state_store": "rocks", "worker__state_dir": tmp_path / "state"}
    worker = await copiers.start_open(INPUTS, **settings)
    for number in range(KILLS):
        await cluster.send(TOKENS, ledger.make(600))
        if number == 1:
            await cluster.read(COPIES, at_least=ledger.count)  # one kill at rest, the others mid-stream
        worker.kill()
        if number == KILLS - 1:
            for file in (tmp_path / "state").rglob("*.sst"):
                file.unlink()
            for folder in (tmp_path / "state").rglob("counts-0"):
                folder.rename(folder.with_name("lost"))
        worker = await copiers.start_open(INPUTS, **settings)
    await cluster.send(TOKENS, ledger.make(600))
    await cluster.read(COPIES, at_least=ledger.count)
    assert await asyncio.to_thread(worker.stop) < 10
    copies = await cluster.read(COPIES)
    assert len(copies) == ledger.count
    ledger.check(copies)
    assert any((tmp_path / "state").rglob("CURRENT"))
