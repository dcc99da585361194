"""The outbox: partitions as the Java client chooses them, whole batches, no record too large."""

import asyncio

import pytest
from aiokafka.partitioner import murmur2
from aiokafka.record.default_records import DefaultRecordBatchBuilder  # the real format, so that sizes are real
from aiokafka.record.memory_records import MemoryRecords

from newsticker.runtime.outbox import MAX_RECORD_BYTES, Headers, Outbox, OversizedRecordError, choose_partition

JAVA_MURMUR2 = {
    b"21": -973932308,
    b"foobar": -790332482,
    b"a-little-bit-long-string": -985981536,
    b"a-little-bit-longer-string": -1486304829,
    b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8": -58897971,
    b"abc": 479470107,
}
"""Apache Kafka's own test of its hash (UtilsTest.testMurmur2), signed as Java has it."""


class FakeBatch:
    """A batch of one partition, in Kafka's real format."""

    def __init__(self, limit: int) -> None:
        self.closed = False
        self.count = 0
        self._builder = DefaultRecordBatchBuilder(
            2, 0, is_transactional=1, producer_id=1, producer_epoch=1, base_sequence=0, batch_size=limit
        )

    def append(self, *, key: bytes, value: bytes | None, timestamp: int, headers: Headers) -> object:
        assert not self.closed
        added = self._builder.append(self.count, timestamp, key, value, headers)
        self.count += added is not None
        return added

    def close(self) -> None:
        self.closed = True

    def read(self) -> list[tuple[bytes | None, bytes | None]]:
        batch = MemoryRecords(bytes(self._builder.build())).next_batch()
        assert batch is not None
        return [(record.key, record.value) for record in batch]


class FakeProducer:
    """Takes batches and remembers them."""

    def __init__(self, limit: int = 2000) -> None:
        self.limit = limit
        self.sent: list[tuple[str, int, FakeBatch]] = []

    def create_batch(self) -> FakeBatch:
        return FakeBatch(self.limit)

    async def send_batch(self, batch: FakeBatch, topic: str, *, partition: int) -> "asyncio.Future[object]":
        assert batch.closed, "an open batch lingers"
        self.sent.append((topic, partition, batch))
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        answer.set_result(None)
        return answer


@pytest.mark.parametrize(("key", "signed"), JAVA_MURMUR2.items())
def test_hashes_as_the_java_client_does(key: bytes, signed: int) -> None:
    assert murmur2(key) & 0xFFFFFFFF == signed & 0xFFFFFFFF


@pytest.mark.parametrize("partitions", [1, 4, 7])
@pytest.mark.parametrize(("key", "signed"), JAVA_MURMUR2.items())
def test_chooses_the_partition_of_the_java_default_partitioner(key: bytes, signed: int, partitions: int) -> None:
    assert choose_partition(key, partitions) == (signed & 0x7FFFFFFF) % partitions


async def test_sends_one_batch_a_partition_in_order() -> None:
    producer = FakeProducer()
    outbox = Outbox(producer, {"four": 4, "one": 1})
    for number in range(20):
        outbox.add("four", b"k%d" % number, b"v%d" % number, timestamp_ms=1, headers=[])
    outbox.add("one", b"k", None, timestamp_ms=1, headers=[("a", b"b")])
    outbox.add("four", b"k", b"fixed", timestamp_ms=1, headers=[], partition=2)
    answers = await outbox.send()
    assert len(answers) == len(producer.sent) == len({(topic, partition) for topic, partition, _ in producer.sent})
    for topic, partition, batch in producer.sent:
        records = batch.read()
        numbers = [int(key[1:]) for key, _ in records if key and key != b"k"]
        assert numbers == sorted(numbers)
        if topic == "four":
            assert all(choose_partition(key or b"", 4) == partition for key, _ in records if key != b"k")
        else:
            assert records == [(b"k", None)]
    assert sum(batch.count for _, _, batch in producer.sent) == 22
    assert (b"k", b"fixed") in next(batch for t, p, batch in producer.sent if (t, p) == ("four", 2)).read()


async def test_goes_on_in_a_new_batch_when_one_is_full() -> None:
    producer = FakeProducer(limit=500)
    outbox = Outbox(producer, {"one": 1})
    for number in range(10):
        outbox.add("one", b"k%d" % number, b"x" * 150, timestamp_ms=1, headers=[])
    answers = await outbox.send()
    assert len(answers) == len(producer.sent) > 3
    assert [key for _, _, batch in producer.sent for key, _ in batch.read()] == [b"k%d" % n for n in range(10)]


async def test_a_record_that_fits_no_batch_is_an_error_and_not_left_out() -> None:
    class Full(FakeBatch):
        def append(self, **_: object) -> object:
            return None

    producer = FakeProducer()
    producer.create_batch = lambda: Full(10)  # type: ignore[method-assign] # nothing fits
    outbox = Outbox(producer, {"one": 1})
    outbox.add("one", b"k", b"v", timestamp_ms=1, headers=[])
    with pytest.raises(OversizedRecordError):
        await outbox.send()


def test_the_largest_record_leaves_room_for_its_frame() -> None:
    size = DefaultRecordBatchBuilder.estimate_size_in_bytes(b"k" * 40, b"v" * (MAX_RECORD_BYTES - 40), [])
    assert size <= 1_048_576
