"""What is known of sources, from a file."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.time import Rounding
from newsticker.splitter.settings import SplitterSettings, parse_sources

FILE = """
[default]
time_zone = "Europe/Brussels"

["site.example"]
rounding = "down"
language = "fr"
country = "BE"
"""


def test_a_source_has_from_the_default_what_it_does_not_say() -> None:
    assert parse_sources(FILE).get("site.example") == SourceProfile(
        "site.example", "Europe/Brussels", Rounding.DOWN, "fr", "BE"
    )


def test_an_unknown_source_has_the_default() -> None:
    assert parse_sources(FILE).get("elsewhere").time_zone == "Europe/Brussels"


def test_an_unknown_key_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="colour"):
        parse_sources('[x]\ncolour = "red"')


def test_without_a_file_the_defaults_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSTICKER_SPLITTER__SOURCES", raising=False)
    assert SplitterSettings().load_sources() == Sources()


def test_the_file_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(FILE, encoding="utf-8")
    monkeypatch.setenv("NEWSTICKER_SPLITTER__SOURCES", str(path))
    assert SplitterSettings().load_sources().get("site.example").country == "BE"
