"""The splitter's settings: where it reads what is known of sources, and how that file is checked."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tomllib import TOMLDecodeError, loads
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict

from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.raw_document import DEFAULT_SOURCE
from newsticker.messages.time import Rounding
from newsticker.runtime.environment import suggest
from newsticker.runtime.settings import RuntimeSettings, SettingError, reading_file

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
        if path is None:
            return Sources()
        with reading_file("NEWSTICKER_SPLITTER__SOURCES"):
            text = path.read_text(encoding="utf-8")
        return parse_sources(text, str(path))


LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")
"""The primary tag of BCP 47."""

COUNTRY_CODE = re.compile(r"[A-Z]{2}")
"""ISO 3166-1 alpha-2."""

KEYS = ("time_zone", "rounding", "language", "country")

ALLOWED: Mapping[str, str] = {
    "time_zone": "must be the name of a time zone, such as Europe/Amsterdam",
    "rounding": f"must be one of {', '.join(Rounding)}",
    "language": "must be a code of two or three small letters, such as nl",
    "country": "must be a code of two capitals, such as NL",
}

Table = Mapping[str, str]


def parse_sources(text: str, file: str = "sources.toml") -> Sources:
    """Parse and check the content of a `sources.toml`; what a source does not say it has from `default`."""
    try:
        tables = loads(text)
    except TOMLDecodeError as error:
        raise SettingError(f"{file}: this is not TOML: {error}") from error
    if mistakes := [f"{file}: {mistake}" for name, table in tables.items() for mistake in _check_table(name, table)]:
        raise SettingError(*mistakes)
    base = _profile(DEFAULT_SOURCE, SourceProfile(), tables.get(DEFAULT_SOURCE, {}))
    return Sources(base, {name: _profile(name, base, table) for name, table in tables.items()})


def _check_table(name: str, table: object) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{name}: must stand in the table of a source, such as [{DEFAULT_SOURCE}]"
        return
    for key, value in table.items():
        if (mistake := _check_value(name, key, value)) is not None:
            yield f"[{name}] {key}: {mistake}"


def _check_value(name: str, key: str, value: object) -> str | None:
    if isinstance(value, dict):
        return f'there is no such table; a source whose name has a dot stands in quotes: ["{name}.{key}"]'
    if key not in KEYS:
        return f"there is no such key; there are {', '.join(KEYS)}{suggest(key, KEYS)}"
    if isinstance(value, str) and _is_allowed(key, value):
        return None
    near = suggest(value, sorted(_list_time_zones())) if key == "time_zone" and isinstance(value, str) else ""
    return ALLOWED[key] + near


@cache
def _list_time_zones() -> frozenset[str]:
    return frozenset(available_timezones())  # looks at hundreds of files


def _is_allowed(key: str, value: str) -> bool:
    if key == "time_zone":
        return value in _list_time_zones()
    if key == "rounding":
        return value in set(Rounding)
    return bool((LANGUAGE_CODE if key == "language" else COUNTRY_CODE).fullmatch(value))


def _profile(name: str, base: SourceProfile, table: Table) -> SourceProfile:
    return SourceProfile(
        name=name,
        time_zone=table.get("time_zone", base.time_zone),
        rounding=Rounding(table.get("rounding", base.rounding)),
        language=table.get("language", base.language),
        country=table.get("country", base.country),
    )
