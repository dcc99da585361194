"""The splitter's settings: where it reads what is known of sources."""

from pathlib import Path
from tomllib import loads

from pydantic import BaseModel, ConfigDict

from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.raw_document import DEFAULT_SOURCE
from newsticker.messages.time import Rounding
from newsticker.runtime.settings import RuntimeSettings

DOCUMENT_DAYS = 365
"""A page that comes again within a year is a repetition; 50 bytes a page."""


class SplitterOptions(BaseModel):
    """What can be set of the splitter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sources: Path | None = None
    """A `sources.toml`: one table a source name, `default` for all others; without it the defaults hold."""


class SplitterSettings(RuntimeSettings):
    """The runtime's settings and the splitter's own."""

    splitter: SplitterOptions = SplitterOptions()

    def load_sources(self) -> Sources:
        """Read the file, if one is set."""
        path = self.splitter.sources
        return parse_sources(path.read_text(encoding="utf-8")) if path else Sources()


class _SourceTable(BaseModel):
    """One table of `sources.toml`; an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid")

    time_zone: str | None = None
    rounding: Rounding | None = None
    language: str | None = None
    country: str | None = None


def parse_sources(text: str) -> Sources:
    """Parse the content of a `sources.toml`; what a source does not say it has from `default`."""
    tables = {name: _SourceTable.model_validate(table) for name, table in loads(text).items()}
    base = _profile(DEFAULT_SOURCE, SourceProfile(), tables.get(DEFAULT_SOURCE))
    known = {name: _profile(name, base, table) for name, table in tables.items()}
    return Sources(base, known)


def _profile(name: str, base: SourceProfile, table: _SourceTable | None) -> SourceProfile:
    if table is None:
        return base
    return SourceProfile(
        name=name,
        time_zone=table.time_zone or base.time_zone,
        rounding=table.rounding or base.rounding,
        language=table.language or base.language,
        country=table.country or base.country,
    )
