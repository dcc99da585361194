"""What a worker refuses to start with."""

from collections.abc import Callable

import faust
import pytest

from newsticker.runtime.exits import ExitReason, WorkerStopError
from newsticker.runtime.faust_app import build_faust_app
from newsticker.runtime.guards import check_faust
from newsticker.runtime.settings import RuntimeSettings


def build() -> faust.App:
    return build_faust_app(RuntimeSettings(), "tester", ())


def add_concurrent_agent(app: faust.App) -> None:
    async def read(stream: object) -> None:
        del stream

    app.agent(app.topic("t"), concurrency=2)(read)


def add_table(app: faust.App) -> None:
    app.Table("counts", default=int)


def setting(name: str, value: object) -> Callable[[faust.App], None]:
    return lambda app: setattr(app.conf, name, value)


REFUSED = {
    "processing_guarantee": setting("processing_guarantee", "exactly_once"),
    "concurrency": add_concurrent_agent,
    "tables": add_table,
    "producer_threaded": setting("producer_threaded", value=True),
    "table_standby_replicas": setting("table_standby_replicas", 1),
    "stream_wait_empty": setting("stream_wait_empty", value=True),
    "topic_allow_declare": setting("topic_allow_declare", value=True),
    "leader": setting("topic_disable_leader", value=False),
}


def test_our_own_app_is_accepted() -> None:
    check_faust(build())


@pytest.mark.parametrize("name", REFUSED)
def test_a_setting_that_breaks_the_promise_is_refused_by_name(name: str) -> None:
    app = build()
    REFUSED[name](app)
    with pytest.raises(WorkerStopError, match=name) as raised:
        check_faust(app)
    assert raised.value.reason is ExitReason.REFUSED_SETTING
    assert ";" not in raised.value.detail


@pytest.mark.parametrize("version", ["0.15.2", "0.11.3", "0.15.3rc1"])
def test_an_untried_faust_is_refused(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    monkeypatch.setattr(faust, "__version__", version)
    with pytest.raises(WorkerStopError, match=f"Faust {version}"):
        check_faust(build())


def test_the_consumer_never_resets_a_position_by_itself_and_commits_nothing() -> None:
    conf = build().conf
    assert conf.consumer_auto_offset_reset == "none"
    assert not conf.web_enabled
    assert not conf.stream_wait_empty
