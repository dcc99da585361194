"""The embedded broker: a real one, that never outlives its owner."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from newsticker.runtime.embedded import EmbeddedKafka, EmbeddedKafkaError
from newsticker.runtime.ports import answers
from support.brokers import TestBroker

OWNER = """
import sys, time
from newsticker.runtime.embedded import EmbeddedKafka
broker = EmbeddedKafka().start()
print(broker.pid, broker.port, broker.log_file.parent, flush=True)
time.sleep(600)
"""


async def send_and_read(address: str, text: bytes) -> bytes:
    admin = AIOKafkaAdminClient(bootstrap_servers=address)
    await admin.start()
    if "pages" not in await admin.list_topics():
        await admin.create_topics([NewTopic("pages", 1, 1)])
    await admin.close()
    async with AIOKafkaProducer(bootstrap_servers=address, enable_idempotence=True) as producer:
        sent = await producer.send_and_wait("pages", text)
    async with AIOKafkaConsumer("pages", bootstrap_servers=address, auto_offset_reset="earliest") as consumer:
        consumer.seek(next(iter(consumer.assignment())), sent.offset)
        record = await consumer.getone()
    assert record.value is not None
    return bytes(record.value)


def wait_until_gone(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


async def test_takes_records_and_gives_them_back_after_a_kill_and_a_restart() -> None:
    with EmbeddedKafka() as broker:
        assert await send_and_read(broker.bootstrap_servers, b"first") == b"first"
        broker.kill()
        assert not broker.is_running
        broker.restart()
        assert await send_and_read(broker.bootstrap_servers, b"second") == b"second"
        folder, pid = broker.log_file.parent, broker.pid
    assert wait_until_gone(pid, 5)
    assert not folder.exists()


async def test_keeps_its_data_in_a_given_folder(tmp_path: Path) -> None:
    with EmbeddedKafka(tmp_path / "data", properties={"message.max.bytes": "2000000"}) as broker:
        port = broker.port
        assert await send_and_read(broker.bootstrap_servers, b"kept") == b"kept"
    with EmbeddedKafka(tmp_path / "data", port=port) as broker:
        consumer = AIOKafkaConsumer("pages", bootstrap_servers=broker.bootstrap_servers, auto_offset_reset="earliest")
        async with consumer:
            assert (await consumer.getone()).value == b"kept"


@pytest.mark.parametrize("signal_number", [signal.SIGKILL, signal.SIGINT])
def test_ends_with_its_owner_however_the_owner_ends(signal_number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OWNER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as owner:
        assert owner.stdout is not None
        pid, port, folder = owner.stdout.readline().split()
        assert answers(int(port))
        owner.send_signal(signal_number)
    assert wait_until_gone(int(pid), 10)
    deadline = time.monotonic() + 5
    while Path(folder).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(folder).exists()


def test_says_in_one_line_that_a_property_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedKafkaError, match=r"can't use .*: .*num\.partitions") as raised:
        EmbeddedKafka(tmp_path, properties={"num.partitions": "many"}).start()
    assert "\n" not in str(raised.value)


def test_says_in_one_line_that_its_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(EmbeddedKafkaError, match=f"did not start on 127.0.0.1:{port}: .*in use") as raised:
            EmbeddedKafka(tmp_path, port=port).start()
    assert "\n" not in str(raised.value)


def test_another_broker_at_its_port_is_not_taken_for_ours(kafka: TestBroker, tmp_path: Path) -> None:
    port = int(kafka.bootstrap_servers.rsplit(":", 1)[1])
    with pytest.raises(EmbeddedKafkaError, match=f"port {port} is in use"):
        EmbeddedKafka(tmp_path / "data", port=port).start()
    assert not (tmp_path / "data").exists()


def test_tells_its_last_words_before_they_go_with_its_data() -> None:
    with EmbeddedKafka() as broker:
        with broker.log_file.open("a", encoding="utf-8") as log:
            log.write("".join(f"line {number}\n" for number in range(50)))
        assert broker.read_last_words().splitlines()[-2:] == ["line 48", "line 49"]
        assert len(broker.read_last_words().splitlines()) == 10
