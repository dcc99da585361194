"""Crash-only ends: every reason for which a worker gives up has a name and an exit code.

An unknown outcome of a transaction can only be settled by the next owner of the partition, so the process ends at
once, without clean-up; whoever supervises it starts it again.
"""

import os
import sys
from enum import IntEnum
from typing import NoReturn

import structlog

log = structlog.get_logger()

EXIT_USAGE = 2
"""The exit code of a command that was told something wrong: by an argument, a setting, or a file that one names."""


class ExitReason(IntEnum):
    """Why a worker ended; the number is the exit code."""

    BROKER_UNREACHABLE = 10
    TOPICS_UNFIT = 11
    REFUSED_SETTING = 12
    RIGHTS_REFUSED = 13
    FENCED = 20
    TRANSACTION_FAILED = 21
    COMMIT_AMBIGUOUS = 22
    OPENING_FAILED = 23
    CALLBACK_FAILED = 24
    HANDLER_FAILED = 25
    RETENTION_PASSED = 26
    BRAKE = 27
    STUCK = 28
    FETCH_FAILED = 29


REMEDIES: dict[ExitReason, str] = {
    ExitReason.BROKER_UNREACHABLE: (
        "start the broker (`newsticker kafka` starts one here), or set NEWSTICKER_KAFKA__BOOTSTRAP_SERVERS"
    ),
    ExitReason.TOPICS_UNFIT: "run `newsticker topics create`, then `newsticker topics check`",
    ExitReason.REFUSED_SETTING: "change or remove the setting that the message names",
    ExitReason.RIGHTS_REFUSED: "set authorizer.class.name on the broker, and be a user who may alter rights there",
    ExitReason.FENCED: "nothing to do: another worker owns the partition; a restart joins the group again",
    ExitReason.TRANSACTION_FAILED: "restart; the transaction was not committed, its records come again",
    ExitReason.COMMIT_AMBIGUOUS: "restart; the next owner settles the transaction",
    ExitReason.OPENING_FAILED: "restart; if it repeats, check the broker and the state changelogs",
    ExitReason.CALLBACK_FAILED: "restart; if it repeats, report the error",
    ExitReason.HANDLER_FAILED: "restart; a record that fails three times becomes a dead letter",
    ExitReason.RETENTION_PASSED: "records were deleted before they were read: see the run book, resetting offsets",
    ExitReason.BRAKE: "too many dead letters: look at `newsticker dlq list`; mend the release, or raise the brake",
    ExitReason.STUCK: "restart; a record that hangs three times becomes a dead letter",
    ExitReason.FETCH_FAILED: "restart; if it repeats, check access rights and the broker",
}


class WorkerStopError(Exception):
    """A condition under which the worker must end, with its reason."""

    def __init__(self, reason: ExitReason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def end_process(reason: ExitReason, detail: str, **context: object) -> NoReturn:
    """Log why, and end without clean-up: an open transaction is left for the next owner to abort."""
    log.error(
        "worker.ended",
        reason=reason.name.lower(),
        exit_code=int(reason),
        detail=detail,
        remedy=REMEDIES[reason],
        **context,
    )
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(reason))
