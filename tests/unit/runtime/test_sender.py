"""The sender waits for few answers at a time, for none of them for ever, and hides none."""

import asyncio
from typing import cast

import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.errors import MessageSizeTooLargeError

from newsticker.runtime.sender import Sender


class Broker:
    """Stands in for the client: keeps what it is handed, answers when told to."""

    def __init__(self) -> None:
        self.answers: list[asyncio.Future[object]] = []

    async def send(self, *_: object, **__: object) -> "asyncio.Future[object]":
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.answers.append(answer)
        return answer


def make_sender(broker: Broker, *, timeout_s: float = 20, in_flight: int = 2) -> Sender:
    return Sender(cast("AIOKafkaProducer", broker), timeout_s, in_flight)


async def send(sender: Sender) -> None:
    await sender.send("topic", b"value", key=b"key", timestamp_ms=0, headers=[])


async def test_hands_on_at_once_until_too_many_wait() -> None:
    broker = Broker()
    sender = make_sender(broker, in_flight=3)
    await send(sender)
    await send(sender)
    third = asyncio.create_task(send(sender))
    await asyncio.sleep(0.01)
    assert not third.done()
    broker.answers[1].set_result(None)
    await third
    assert len(broker.answers) == 3


async def test_is_settled_only_when_every_record_has_its_answer() -> None:
    broker = Broker()
    sender = make_sender(broker, in_flight=10)
    for _ in range(3):
        await send(sender)
    settling = asyncio.create_task(sender.settle_all())
    for answer in broker.answers:
        await asyncio.sleep(0.01)
        assert not settling.done()
        answer.set_result(None)
    await settling


async def test_gives_up_when_nothing_is_answered() -> None:
    sender = make_sender(Broker(), timeout_s=0.01)
    await send(sender)
    with pytest.raises(TimeoutError, match=r"no answer within 0\.01 s"):
        await send(sender)


async def test_a_refused_record_is_not_passed_over() -> None:
    broker = Broker()
    sender = make_sender(broker)
    await send(sender)
    broker.answers[0].set_exception(MessageSizeTooLargeError("too large"))
    with pytest.raises(MessageSizeTooLargeError):
        await sender.settle_all()


async def test_what_is_forgotten_waits_no_more() -> None:
    broker = Broker()
    sender = make_sender(broker)
    await send(sender)
    sender.forget()
    assert broker.answers[0].cancelled()
