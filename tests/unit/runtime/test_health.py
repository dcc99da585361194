"""The probes' answers; the endpoint itself is tested with a worker on a broker."""

import json

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from newsticker.runtime.health import HealthServer, build_health_app


async def ask(app: web.Application, path: str) -> web.Response:
    request = make_mocked_request("GET", path, app=app)
    match = await app.router.resolve(request)
    answer = await match.handler(request)
    assert isinstance(answer, web.Response)
    return answer


@pytest.mark.parametrize(("good", "status"), [(True, 200), (False, 503)])
@pytest.mark.parametrize(("path", "word"), [("/ready", "ready"), ("/live", "alive")])
async def test_a_probe_answers_with_what_it_saw(path: str, word: str, status: int, *, good: bool) -> None:
    app = build_health_app(lambda: (good, {"ready": good}), lambda: (good, {"alive": good}))
    answer = await ask(app, path)
    assert answer.status == status
    assert json.loads(answer.text or "") == {word: good}


async def test_metrics_are_in_the_text_format_of_prometheus() -> None:
    answer = await ask(build_health_app(lambda: (True, {}), lambda: (True, {})), "/metrics")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert b"# TYPE newsticker_records_total counter" in (answer.body or b"")  # type: ignore[operator] # it is bytes


async def test_port_0_serves_nothing() -> None:
    server = HealthServer(build_health_app(lambda: (True, {}), lambda: (True, {})), "127.0.0.1", 0)
    await server.start()
    await server.stop()
