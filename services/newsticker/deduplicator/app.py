"""Wiring of the deduplicator: two stages, two inputs, one process."""

from typing import NoReturn

from newsticker.deduplicator.comparisons import SIGNATURES, TEXTS
from newsticker.deduplicator.evidence import ITEMS, REVISIONS, SIGHTINGS
from newsticker.deduplicator.groups import GROUPS
from newsticker.deduplicator.handler import handle_distinct, handle_sighting
from newsticker.deduplicator.settings import COMPARISON_DAYS, IDENTITY_DAYS, KNOWLEDGE_DAYS, DeduplicatorSettings
from newsticker.messages.news_item import NewsItem
from newsticker.messages.topics import (
    DISTINCT_NEWS_ITEMS,
    NEWS_GROUPS,
    NEWS_ITEMS,
    NEWS_SIGHTINGS,
    UNIQUE_NEWS_ITEMS,
)
from newsticker.messages.unique_item import DistinctNewsItem
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import StoreSpec
from newsticker.runtime.worker import Worker

SERVICE = "deduplicator"


def build_stages(settings: DeduplicatorSettings) -> tuple[Stage, ...]:
    """Describe what the deduplicator reads, writes and remembers."""
    del settings
    return (
        Stage(
            service=SERVICE,
            name="same-text",
            input=NEWS_ITEMS,
            outputs=(NEWS_SIGHTINGS, DISTINCT_NEWS_ITEMS),
            message=NewsItem,
            handle=handle_sighting,
            stores=(
                StoreSpec(ITEMS, KNOWLEDGE_DAYS),
                StoreSpec(SIGHTINGS, KNOWLEDGE_DAYS),
                StoreSpec(REVISIONS, IDENTITY_DAYS),
            ),
        ),
        Stage(
            service=SERVICE,
            name="near-text",
            input=DISTINCT_NEWS_ITEMS,
            outputs=(UNIQUE_NEWS_ITEMS, NEWS_GROUPS),
            message=DistinctNewsItem,
            handle=handle_distinct,
            stores=(
                StoreSpec(TEXTS, COMPARISON_DAYS),
                StoreSpec(SIGNATURES, COMPARISON_DAYS),
                StoreSpec(GROUPS, IDENTITY_DAYS),
            ),
        ),
    )


def build_app(settings: DeduplicatorSettings) -> Worker:
    """Wire the deduplicator to its topics."""
    return Worker(settings, SERVICE, build_stages(settings))


def run(settings: DeduplicatorSettings) -> NoReturn:
    """Run until SIGTERM; ends the process."""
    set_up_logs(settings.log, service=SERVICE)
    build_app(settings).run()
