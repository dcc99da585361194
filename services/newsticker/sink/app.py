"""Wiring of the sink: the public topics, and the last guard before them."""

from typing import NoReturn

from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.topics import ENRICHED_NEWS_ITEMS, NEWS_EVENTS, NEWS_EVENTS_LATEST
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import StoreSpec
from newsticker.runtime.worker import Worker
from newsticker.sink.handler import REVISIONS, handle
from newsticker.sink.settings import REVISION_DAYS, SinkSettings

SERVICE = "sink"


def build_stages(settings: SinkSettings) -> tuple[Stage, ...]:
    """Describe what the sink reads, writes and remembers."""
    del settings
    return (
        Stage(
            service=SERVICE,
            name=SERVICE,
            input=ENRICHED_NEWS_ITEMS,
            outputs=(NEWS_EVENTS, NEWS_EVENTS_LATEST),
            message=EnrichedNewsItem,
            handle=handle,
            stores=(StoreSpec(REVISIONS, REVISION_DAYS),),
        ),
    )


def build_app(settings: SinkSettings) -> Worker:
    """Wire the sink to its topics."""
    return Worker(settings, SERVICE, build_stages(settings))


def run(settings: SinkSettings) -> NoReturn:
    """Run until SIGTERM; ends the process."""
    set_up_logs(settings.log, service=SERVICE)
    build_app(settings).run()
