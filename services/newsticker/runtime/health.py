"""Readiness, liveness and metrics over HTTP: `/ready`, `/live`, `/metrics`.

Ready: every assigned partition is open and restored. Alive: wherever records wait, the committed offset moves.
"""

from collections.abc import Callable

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

Probe = Callable[[], tuple[bool, dict[str, object]]]


def build_health_app(is_ready: Probe, is_alive: Probe) -> web.Application:
    """Build the HTTP application; a probe answers 200 or 503 with what it saw."""

    def answer(probe: Probe) -> web.Response:
        good, seen = probe()
        return web.json_response(seen, status=200 if good else 503)

    async def ready(_: web.Request) -> web.Response:
        return answer(is_ready)

    async def live(_: web.Request) -> web.Response:
        return answer(is_alive)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/ready", ready), web.get("/live", live), web.get("/metrics", metrics)])
    return app


class HealthServer:
    """Serves the health application until it is stopped; port 0 serves nothing."""

    def __init__(self, app: web.Application, host: str, port: int) -> None:
        self._runner = web.AppRunner(app, access_log=None)
        self._host = host
        self._port = port

    async def start(self) -> None:
        """Listen."""
        if self._port:
            await self._runner.setup()
            await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()
