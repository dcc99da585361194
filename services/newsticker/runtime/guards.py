"""What is refused at start: settings of Faust under which an exactly-once hop would not be one."""

import faust
from packaging.version import Version

from newsticker.runtime.exits import ExitReason, WorkerStopError

OLDEST_FAUST = Version("0.15.3")


def check_faust(app: faust.App) -> None:
    """Raise `WorkerStopError` where the app would commit past work in flight, or keep state outside transactions."""
    refused = {
        "processing_guarantee=exactly_once: its outputs are outside the transaction": (
            app.conf.processing_guarantee.value != "at_least_once"
        ),
        "agents with concurrency > 1: they commit past work in flight": any(
            agent.concurrency > 1 for agent in app.agents.values()
        ),
        "Faust tables: they lose writes when a worker is killed": bool(app.tables),
        "producer_threaded: it sends outside the transaction": app.conf.producer_threaded,
        "table_standby_replicas: there are no tables": app.conf.table_standby_replicas > 0,
        "stream_wait_empty: it waits for acknowledgements that never come": app.conf.stream_wait_empty,
        "topic_allow_declare: topics come from the catalogue": app.conf.topic_allow_declare,
        "a leader topic": not app.conf.topic_disable_leader,
        f"Faust {faust.__version__}: {OLDEST_FAUST} is the oldest tried": Version(faust.__version__) < OLDEST_FAUST,
    }
    reasons = [reason for reason, is_set in refused.items() if is_set]
    if reasons:
        raise WorkerStopError(ExitReason.REFUSED_SETTING, "; ".join(reasons))
