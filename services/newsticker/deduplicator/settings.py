"""The deduplicator's settings, and for how long its stores remember."""

from newsticker.deduplicator.revisions import IDENTITY_DAYS
from newsticker.runtime.settings import RuntimeSettings

__all__ = ["COMPARISON_DAYS", "IDENTITY_DAYS", "KNOWLEDGE_DAYS", "DeduplicatorSettings"]

KNOWLEDGE_DAYS = 30
"""Bulky knowledge of an item outlives its last sighting by the time that `news-events` is kept."""

COMPARISON_DAYS = 14
"""An agency's report is rewritten within days; older texts are not compared any more."""


class DeduplicatorSettings(RuntimeSettings):
    """The runtime's settings; the deduplicator has none of its own."""
