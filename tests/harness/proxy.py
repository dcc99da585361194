"""A proxy before a broker that loses replies and delays requests; of the protocol it knows only the head of a frame."""

import asyncio
import struct
from collections import Counter, defaultdict
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
    """Forwards every connection to one port, but for the replies it was told to lose and the requests to hold."""

    def __init__(self, port: int, target_port: int, target_host: str = "127.0.0.1") -> None:
        self.port = port
        self.lost: Counter[int] = Counter()
        self._target = target_host, target_port
        self._to_lose: Counter[int] = Counter()
        self._to_hold: Counter[int] = Counter()
        self._held: dict[int, asyncio.Queue[bytes]] = defaultdict(asyncio.Queue)
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

    def hold_request(self, api: Api) -> None:
        """Keep the next request of one kind: whoever sent it waits for an answer."""
        self._to_hold[api] += 1

    async def take_held(self, api: Api) -> bytes:
        """Wait until a request of one kind is held, and take it."""
        return await self._held[api].get()

    async def deliver(self, frame: bytes) -> None:
        """Deliver a request that was held, whatever became of its sender; return when the broker has answered."""
        reader, writer = await asyncio.open_connection(*self._target)
        try:
            await _write_frame(writer, frame)
            await _read_frame(reader)
        finally:
            await _close(writer)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            broker_reader, broker_writer = await asyncio.open_connection(*self._target)
            asked: dict[int, int] = {}
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._forward_requests(reader, broker_writer, asked))
                    group.create_task(self._forward_replies(broker_reader, writer, asked))
            except* (OSError, asyncio.IncompleteReadError):
                pass  # one side is gone, so the other goes too
            finally:
                await _close(broker_writer)
        await _close(writer)

    async def _forward_requests(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: dict[int, int]
    ) -> None:
        while True:
            frame = await _read_frame(reader)
            api, _, correlation, length = struct.unpack_from(">hhih", frame)
            if frame[HEADER_BYTES : HEADER_BYTES + max(length, 0)] != SPARED_CLIENT.encode():
                asked[correlation] = api
                if self._to_hold[api] > 0:
                    self._to_hold[api] -= 1
                    self._held[api].put_nowait(frame)
                    continue
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


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
