"""A proxy before a broker that loses replies: it knows of Kafka's protocol only the frame and the request's name."""

import asyncio
import struct
from collections import Counter
from contextlib import suppress
from enum import IntEnum

HEADER_BYTES = 10
"""Before the client's name: api key, api version, correlation id, and the name's length."""

SPARED_CLIENT = "spared"
"""A client of this name loses nothing."""


class Api(IntEnum):
    """Requests by their key in the protocol."""

    PRODUCE = 0
    END_TRANSACTION = 26
    COMMIT_OFFSETS_IN_TRANSACTION = 28


class LossyProxy:
    """Forwards every connection to one port, and swallows as many replies as it was told to."""

    def __init__(self, port: int, target_port: int) -> None:
        self.port = port
        self.lost: Counter[int] = Counter()
        self._target_port = target_port
        self._to_lose: Counter[int] = Counter()
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)

    async def stop(self) -> None:
        """Stop listening and end every connection."""
        if self._server is not None:
            self._server.close()
        for task in self._connections:
            task.cancel()
        if self._connections:
            await asyncio.wait(self._connections)

    def lose_replies(self, api: Api, count: int = 1) -> None:
        """Swallow the next replies to one kind of request: it is done, and nobody hears of it."""
        self._to_lose[api] += count

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            broker_reader, broker_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
            asked: dict[int, int] = {}
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._forward_requests(reader, broker_writer, asked))
                    group.create_task(self._forward_replies(broker_reader, writer, asked))
            except* (OSError, asyncio.IncompleteReadError):
                pass  # one side is gone, so the other goes too
            finally:
                broker_writer.close()
        writer.close()

    async def _forward_requests(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: dict[int, int]
    ) -> None:
        while True:
            frame = await _read_frame(reader)
            api, _, correlation, length = struct.unpack_from(">hhih", frame)
            if frame[HEADER_BYTES : HEADER_BYTES + max(length, 0)] != SPARED_CLIENT.encode():
                asked[correlation] = api
            await _write_frame(writer, frame)

    async def _forward_replies(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: dict[int, int]
    ) -> None:
        while True:
            frame = await _read_frame(reader)
            (correlation,) = struct.unpack_from(">i", frame)
            api = asked.pop(correlation, -1)
            if self._to_lose[api] > 0:
                self._to_lose[api] -= 1
                self.lost[api] += 1
                continue
            await _write_frame(writer, frame)


async def _read_frame(reader: asyncio.StreamReader) -> bytes:
    (length,) = struct.unpack(">i", await reader.readexactly(4))
    return await reader.readexactly(length)


async def _write_frame(writer: asyncio.StreamWriter, frame: bytes) -> None:
    writer.write(struct.pack(">i", len(frame)) + frame)
    await writer.drain()
