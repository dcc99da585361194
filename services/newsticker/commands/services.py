"""The services, in the order of the flow; nothing is imported before it runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from pydantic_settings import BaseSettings

from newsticker.messages.topics import (
    DISTINCT_NEWS_ITEMS,
    ENRICHED_NEWS_ITEMS,
    NEWS_ITEMS,
    RAW_DOCUMENTS,
    UNIQUE_NEWS_ITEMS,
    Topic,
)
from newsticker.runtime.stage import Stage


@dataclass(frozen=True, slots=True)
class Service:
    """One service: what it reads, and where its code stands. The producer reads no topic and ends by itself."""

    name: str
    reads: tuple[Topic, ...]

    def load_settings(self) -> type[BaseSettings]:
        """Import its settings class alone."""
        settings = import_module(f"newsticker.{self.name}.settings")
        found: type[BaseSettings] = getattr(settings, f"{self.name.capitalize()}Settings")
        return found

    def load(self) -> tuple[type[BaseSettings], Callable[[BaseSettings], int | None]]:
        """Import its settings class and its `run`."""
        return self.load_settings(), import_module(f"newsticker.{self.name}.app").run


SERVICES: Mapping[str, Service] = {
    service.name: service
    for service in (
        Service("producer", ()),
        Service("splitter", (RAW_DOCUMENTS,)),
        Service("deduplicator", (NEWS_ITEMS, DISTINCT_NEWS_ITEMS)),
        Service("enricher", (UNIQUE_NEWS_ITEMS,)),
        Service("sink", (ENRICHED_NEWS_ITEMS,)),
    )
}

WORKERS = tuple(name for name, service in SERVICES.items() if service.reads)


def find_stages() -> tuple[Stage, ...]:
    """Describe every stage of every worker, with default settings."""
    found: list[Stage] = []
    for name in WORKERS:
        settings_class, _ = SERVICES[name].load()
        found.extend(import_module(f"newsticker.{name}.app").build_stages(settings_class()))
    return tuple(found)
