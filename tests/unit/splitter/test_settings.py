"""What is known of sources, from a file."""

from pathlib import Path

import pytest

from newsticker.domain.pages.words import LANGUAGES as PAGE_LANGUAGES
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.domain.stamps.tables import LANGUAGES as STAMP_LANGUAGES
from newsticker.messages.time import Rounding
from newsticker.runtime.settings import SettingError
from newsticker.splitter.settings import KEYS, SplitterSettings, parse_sources

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
    with pytest.raises(SettingError, match="colour"):
        parse_sources('[x]\ncolour = "red"')


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        (
            '[x]\ntime_zone = "Europe/Amsterdm"',
            "[x] time_zone: must be the name of a time zone, such as Europe/Amsterdam; did you mean Europe/Amsterdam?",
        ),
        ("[x]\ntime_zone = 1", "[x] time_zone: must be the name of a time zone, such as Europe/Amsterdam"),
        ('[x]\ntime_zone = "../x"', "[x] time_zone: must be the name of a time zone, such as Europe/Amsterdam"),
        ('[x]\ntime_zone = ""', "[x] time_zone: must be the name of a time zone, such as Europe/Amsterdam"),
        ('[default]\nrounding = "dwon"', "[default] rounding: must be one of down, up, half, unknown"),
        ('[x]\nlanguage = "Dutch"', "[x] language: must be a code of two or three small letters, such as nl"),
        ('[x]\nlanguage = "nl\\n"', "[x] language: must be a code of two or three small letters, such as nl"),
        ('[x]\ncountry = "be"', "[x] country: must be a code of two capitals, such as NL"),
        (
            '[x]\ntimezone = "Europe/Brussels"',
            f"[x] timezone: there is no such key; there are {', '.join(KEYS)}; did you mean time_zone?",
        ),
        ('rounding = "down"', "rounding: must stand in the table of a source, such as [default]"),
        (
            '[site.example]\nrounding = "down"',
            '[site] example: there is no such table; a source whose name has a dot stands in quotes: ["site.example"]',
        ),
        ("[x]\nrounding = down", "this is not TOML: Invalid value (at line 2, column 12)"),
    ],
)
def test_a_mistake_is_told_with_file_table_key_and_what_is_allowed(text: str, mistake: str) -> None:
    with pytest.raises(SettingError) as raised:
        parse_sources(text, "s.toml")
    assert raised.value.mistakes == (f"s.toml: {mistake}",)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(SettingError) as raised:
        parse_sources('[x]\nrounding = "dwon"\n[y]\ncountry = "be"')
    assert [mistake.split(":")[1] for mistake in raised.value.mistakes] == [" [x] rounding", " [y] country"]


@pytest.mark.parametrize(
    "code", sorted({*(one.code for one in PAGE_LANGUAGES), *(one.code for one in STAMP_LANGUAGES)})
)
def test_every_language_with_a_table_is_allowed(code: str) -> None:
    assert parse_sources(f'[x]\nlanguage = "{code}"').get("x").language == code


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (None, "setting NEWSTICKER_SPLITTER__SOURCES: can't read {path}: No such file or directory"),
        (b'[x]\ncountry = "\xff"', "setting NEWSTICKER_SPLITTER__SOURCES: the file is not UTF-8"),
    ],
)
def test_a_file_that_can_not_be_read_is_named_with_its_setting(
    content: bytes | None, mistake: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "sources.toml"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("NEWSTICKER_SPLITTER__SOURCES", str(path))
    with pytest.raises(SettingError) as raised:
        SplitterSettings().load_sources()
    assert raised.value.mistakes == (mistake.format(path=path),)


def test_without_a_file_the_defaults_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSTICKER_SPLITTER__SOURCES", raising=False)
    assert SplitterSettings().load_sources() == Sources()


def test_the_file_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(FILE, encoding="utf-8")
    monkeypatch.setenv("NEWSTICKER_SPLITTER__SOURCES", str(path))
    assert SplitterSettings().load_sources().get("site.example").country == "BE"
