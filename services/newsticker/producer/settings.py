"""The producer's settings: what it publishes when it runs as a service."""

from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from newsticker.runtime.sender import IN_FLIGHT
from newsticker.runtime.settings import RuntimeSettings


class ProducerOptions(BaseModel):
    """What to publish, and what is known of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paths: tuple[Path, ...] = (Path("seeds"),)
    """As JSON in the environment: `["seeds"]`."""
    source: str | None = None
    fetched_at: AwareDatetime | None = None
    in_flight: int = Field(default=IN_FLIGHT, ge=1)
    """So many records wait for the broker's answer at a time."""


class ProducerSettings(RuntimeSettings):
    """The runtime's settings and the producer's own."""

    producer: ProducerOptions = ProducerOptions()
