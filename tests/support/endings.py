"""Stands in for the end of the process, so that a test can see the reason and live on."""

from typing import NoReturn

import pytest

from newsticker.runtime.exits import ExitReason


class EndedError(BaseException):
    """Where the process would have ended."""


class Endings:
    """What ended the process, first reason first: a real process would not come to a second."""

    def __init__(self) -> None:
        self.seen: list[tuple[ExitReason, str, dict[str, object]]] = []

    def end_process(self, reason: ExitReason, detail: str, **context: object) -> NoReturn:
        self.seen.append((reason, detail, context))
        raise EndedError(detail)

    @property
    def reason(self) -> ExitReason | None:
        return self.seen[0][0] if self.seen else None

    @property
    def context(self) -> dict[str, object]:
        return self.seen[0][2]


def catch_endings(monkeypatch: pytest.MonkeyPatch, *modules: str) -> Endings:
    """Replace `end_process` in these modules of the runtime."""
    endings = Endings()
    for module in modules:
        monkeypatch.setattr(f"newsticker.runtime.{module}.end_process", endings.end_process)
    return endings
