"""The sink's settings, and for how long it remembers."""

from newsticker.runtime.settings import RuntimeSettings

REVISION_DAYS = 400
"""Longer than the deduplicator remembers revisions: `news-events-latest` never runs backwards."""


class SinkSettings(RuntimeSettings):
    """The runtime's settings; the sink has none of its own."""
