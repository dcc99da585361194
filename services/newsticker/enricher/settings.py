"""The enricher's settings: none of its own yet."""

from pydantic_settings import BaseSettings, SettingsConfigDict


class EnricherSettings(BaseSettings):
    """What can be set of the enricher."""

    model_config = SettingsConfigDict(env_prefix="NEWSTICKER_ENRICHER__", frozen=True)
