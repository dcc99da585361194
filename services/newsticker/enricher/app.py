"""Wiring of the enricher: a pure function of the item, so no state."""

import gc
from typing import NoReturn

from newsticker.domain.enrichment.gazetteer import warm_up
from newsticker.enricher.handler import handle
from newsticker.enricher.settings import EnricherSettings
from newsticker.messages.topics import ENRICHED_NEWS_ITEMS, UNIQUE_NEWS_ITEMS
from newsticker.messages.unique_item import UniqueNewsItem
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.stage import Stage
from newsticker.runtime.worker import Worker

SERVICE = "enricher"


def build_stages(settings: EnricherSettings) -> tuple[Stage, ...]:
    """Describe what the enricher reads, writes and remembers."""
    del settings
    return (
        Stage(
            service=SERVICE,
            name=SERVICE,
            input=UNIQUE_NEWS_ITEMS,
            outputs=(ENRICHED_NEWS_ITEMS,),
            message=UniqueNewsItem,
            handle=handle,
        ),
    )


def build_app(settings: EnricherSettings) -> Worker:
    """Wire the enricher to its topics."""
    return Worker(settings, SERVICE, build_stages(settings))


def run(settings: EnricherSettings) -> NoReturn:
    """Run until SIGTERM; ends the process."""
    set_up_logs(settings.log, service=SERVICE)
    _read_tables()  # the first record need not wait for them
    build_app(settings).run()


def _read_tables() -> None:
    """Read the tables with the garbage collector away: they are never garbage, and looking through them takes long."""
    gc.disable()
    warm_up()
    gc.freeze()
    gc.enable()
