""".env.example names every setting with its default, and no other."""

import os
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_settings import BaseSettings

from newsticker.commands.services import SERVICES
from support.golden import ROOT

PREFIX = "NEWSTICKER_"


def read_example() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line.startswith(PREFIX))


def settings_classes() -> list[type[BaseSettings]]:
    return [service.load()[0] for service in SERVICES.values()]


def names_of(model: type[BaseModel], prefix: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from names_of(inner, f"{prefix}{name.upper()}__")
        else:
            yield prefix + name.upper()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)


def test_the_example_names_every_setting_and_no_other() -> None:
    names = {name for settings in settings_classes() for name in names_of(settings, PREFIX)}
    example = set(read_example())
    assert names - example == set(), "add to .env.example"
    assert example - names == set(), "remove from .env.example"


@pytest.mark.parametrize("settings", settings_classes(), ids=lambda settings: settings.__name__)
def test_the_example_states_the_defaults(settings: type[BaseSettings], monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = settings()
    for name, value in read_example().items():
        monkeypatch.setenv(name, value)
    assert settings() == defaults


@pytest.mark.parametrize("settings", settings_classes(), ids=lambda settings: settings.__name__)
def test_settings_can_not_be_changed_afterwards(settings: type[BaseSettings]) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        settings().log = None  # type: ignore[attr-defined]


def test_a_misspelt_setting_of_a_section_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSTICKER_KAFKA__BOOTSTRAP_SERVER", "elsewhere:9092")
    with pytest.raises(ValidationError, match="bootstrap_server"):
        settings_classes()[0]()
