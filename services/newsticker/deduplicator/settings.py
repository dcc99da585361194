"""The deduplicator's settings, and for how long its stores remember."""

from newsticker.runtime.settings import RuntimeSettings

KNOWLEDGE_DAYS = 30
"""Bulky knowledge of an item outlives its last sighting by the time that `news-events` is kept."""

COMPARISON_DAYS = 14
"""An agency's report is rewritten within days; older texts are not compared any more."""

IDENTITY_DAYS = 365
"""Revision and group, a few dozen bytes: a returning item goes on where it was."""


class DeduplicatorSettings(RuntimeSettings):
    """The runtime's settings; the deduplicator has none of its own."""
