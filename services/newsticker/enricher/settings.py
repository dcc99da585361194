"""The enricher's settings: the runtime's."""

from newsticker.runtime.settings import RuntimeSettings


class EnricherSettings(RuntimeSettings):
    """The runtime's settings; the enricher has none of its own."""
