"""Structured logs: one JSON object a line on standard error, readable lines on a terminal, no field without a bound.

Event names are dotted constants (`room.past_participle`) with keys; what libraries log goes through the same pipe.
"""

import logging
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from newsticker.runtime.settings import LogSettings

MAX_FIELD_CHARS = 2000
"""A longer text is cut: a log line must never be a way to fill a disk."""

LIBRARY_LEVELS = {
    "aiokafka": logging.CRITICAL,  # it speaks at every reconnect; what matters reaches us as an error or an exit reason
    "faust": logging.ERROR,
    "mode": logging.ERROR,
    "asyncio": logging.ERROR,
    "kafka": logging.ERROR,
}


def bound_fields(_logger: Any, _method: str, event: EventDict) -> EventDict:  # noqa: ANN401 - structlog's signature
    """Cut long texts."""
    for name, value in event.items():
        if isinstance(value, str) and len(value) > MAX_FIELD_CHARS:
            event[name] = value[:MAX_FIELD_CHARS] + "…"
    return event


def escape_event(_logger: Any, _method: str, event: EventDict) -> EventDict:  # noqa: ANN401 - structlog's signature
    """Keep the text itself on one line: a console shows it as it is, and a library may have been given anything."""
    text = str(event.get("event", ""))
    event["event"] = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    return event


def set_up_logs(settings: LogSettings, **context: object) -> None:
    """Set logging up for this process; `context` (such as `service`) stands on every line."""
    as_json = settings.format == "json" or (settings.format == "auto" and not sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        bound_fields,
    ]
    if not as_json:
        shared.append(escape_event)
    renderer: Processor = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    level = logging.getLevelNamesMapping()[settings.level.upper()]
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    structlog.contextvars.bind_contextvars(**context)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processors=[_drop_internals, renderer], foreign_pre_chain=shared)
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
    for name, library_level in LIBRARY_LEVELS.items():
        logging.getLogger(name).setLevel(library_level)


def _drop_internals(_logger: Any, _method: str, event: EventDict) -> EventDict:  # noqa: ANN401 - structlog's signature
    return structlog.stdlib.ProcessorFormatter.remove_processors_meta(_logger, _method, event)
