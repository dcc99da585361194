"""Writes one Kafka transaction: outputs, state changes and input offsets, or nothing.

The order: begin, produce, await every produce answer (aiokafka commits over failed batches), send the offsets, commit.
The outcome must be definite: a failure before the commit is followed by an abort; an error, a time-out or a second
request during the commit leaves it open what the broker did, which only the next owner can settle.
"""

import asyncio
from collections.abc import Mapping

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import ProducerFenced
from aiokafka.structs import OffsetAndMetadata, TopicPartition

from newsticker.runtime.exits import ExitReason
from newsticker.runtime.outbox import Outbox

log = structlog.get_logger()

ABORT_TIMEOUT_S = 2.0


class UncommittedError(Exception):
    """A transaction is not known to be committed; the process must end for this reason."""

    def __init__(self, reason: ExitReason, error: BaseException | str) -> None:
        self.reason = reason
        self.detail = error if isinstance(error, str) else repr(error)
        super().__init__(self.detail)


class TransactionWriter:
    """The transactions of one producer, one after the other; no step may take longer than `limit_s` seconds."""

    def __init__(self, producer: AIOKafkaProducer, group: str, *, limit_s: float) -> None:
        self._producer = producer
        self._group = group
        self._limit_s = limit_s

    async def write(self, outbox: Outbox, offsets: Mapping[TopicPartition, OffsetAndMetadata]) -> dict[str, int]:
        """Write one transaction; returns only when it is certainly committed: the newest offset by topic.

        Raises `UncommittedError` otherwise.
        """
        newest: dict[str, int] = {}
        try:
            async with asyncio.timeout(self._limit_s):
                await self._producer.begin_transaction()
                for answer in await outbox.send():
                    written = await answer
                    newest[written.topic] = max(written.offset, newest.get(written.topic, 0))
                await self._producer.send_offsets_to_transaction(offsets, self._group)
        except ProducerFenced as error:
            raise UncommittedError(ExitReason.FENCED, error) from error
        except BaseException as error:  # definite: nothing was committed
            await self._abort()
            raise UncommittedError(ExitReason.TRANSACTION_FAILED, error) from error
        await self._commit()
        return newest

    async def _commit(self) -> None:
        """Commit, and accept nothing but one clear answer to one request."""
        sender = self._producer._sender  # noqa: SLF001 - aiokafka hides that it asked twice
        attempts = 0
        once = sender._do_txn_commit  # noqa: SLF001 - see above

        async def counted(result: object) -> None:
            nonlocal attempts
            attempts += 1
            await once(result)

        sender._do_txn_commit = counted  # noqa: SLF001 - see above
        try:
            async with asyncio.timeout(self._limit_s):
                await self._producer.commit_transaction()
        except ProducerFenced as error:
            raise UncommittedError(ExitReason.FENCED, error) from error
        except BaseException as error:  # the next owner settles it
            raise UncommittedError(ExitReason.COMMIT_AMBIGUOUS, error) from error
        finally:
            sender._do_txn_commit = once  # noqa: SLF001 - see above
        if attempts > 1:
            raise UncommittedError(ExitReason.COMMIT_AMBIGUOUS, f"the commit was asked for {attempts} times")

    async def _abort(self) -> None:
        try:
            async with asyncio.timeout(ABORT_TIMEOUT_S):
                await self._producer.abort_transaction()
        except BaseException as error:  # noqa: BLE001 - the process ends anyway; the next owner aborts by fencing
            log.info("transaction.abort_failed", error=repr(error))
