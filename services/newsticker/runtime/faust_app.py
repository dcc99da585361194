"""The Faust app of a service: its group, its agents, and nothing of Faust's own state, commits or web server."""

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import faust

from newsticker.runtime.assignment import Assignment
from newsticker.runtime.settings import RuntimeSettings
from newsticker.runtime.stage import Stage
from newsticker.runtime.topology import Topology
from newsticker.runtime.transport import SCHEME, BatchSchema

MAX_POLL_RECORDS = 2000
REBALANCE_TIMEOUT_S = 60.0
REQUEST_SLACK_S = 5.0
"""Faust refuses a session that is longer than a request may take."""


def build_faust_app(settings: RuntimeSettings, service: str, stages: tuple[Stage, ...]) -> faust.App:
    """Build the app with one agent a stage; `app.positions` must be set before it starts."""
    topology = Topology.from_settings(settings.kafka)
    group = topology.group(service)
    worker = settings.worker
    app = faust.App(
        group,
        broker=[f"{SCHEME}://{server.strip()}" for server in settings.kafka.bootstrap_servers.split(",")],
        broker_credentials=build_credentials(settings),
        broker_session_timeout=worker.session_timeout_s,
        broker_heartbeat_interval=worker.heartbeat_interval_s,
        broker_rebalance_timeout=REBALANCE_TIMEOUT_S,
        broker_request_timeout=max(settings.kafka.request_timeout_s, worker.session_timeout_s + REQUEST_SLACK_S),
        broker_max_poll_records=MAX_POLL_RECORDS,
        consumer_auto_offset_reset="none",  # a position that the log no longer holds must stop the worker
        consumer_group_instance_id=worker.group_instance_id,
        datadir=Path(tempfile.gettempdir()) / f"{group}-faust",  # Faust makes it; nothing is ever in it
        store="memory://",
        stream_wait_empty=False,
        table_standby_replicas=0,
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
    )
    for stage in stages:
        add_agent(app, topology.name(stage.input), stage.name)
    return app


def add_agent(app: faust.App, topic: str, name: str) -> None:
    """Add the agent of one stage: it hands every batch to the assignment."""

    async def hand_over(stream: Any) -> AsyncIterator[None]:  # noqa: ANN401 - Faust's stream
        positions: Assignment = app.positions
        async for event in stream.noack().events():
            positions.submit(event.value)
            yield

    app.agent(app.topic(topic, schema=BatchSchema()), name=f"{app.conf.id}.{name}")(hand_over)


def build_credentials(settings: RuntimeSettings) -> faust.types.auth.CredentialsT | None:
    """Translate the security settings for Faust."""
    kafka = settings.kafka
    if kafka.security_protocol == "SASL_SSL":
        return faust.SASLCredentials(
            username=kafka.sasl_username,
            password=kafka.password(),
            ssl_context=kafka.ssl_context(),
            mechanism=kafka.sasl_mechanism,
        )
    if kafka.security_protocol == "SSL":
        return faust.SSLCredentials(context=kafka.ssl_context())
    return None
