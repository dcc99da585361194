"""Wiring of the splitter: pages in, items out."""

from typing import NoReturn

from newsticker.messages.raw_document import RawDocument
from newsticker.messages.topics import NEWS_ITEMS, RAW_DOCUMENTS
from newsticker.runtime.logs import set_up_logs
from newsticker.runtime.stage import Stage
from newsticker.runtime.state import StoreSpec
from newsticker.runtime.worker import Worker
from newsticker.splitter.handler import build_handler
from newsticker.splitter.settings import DOCUMENT_DAYS, SplitterSettings

SERVICE = "splitter"


def build_stages(settings: SplitterSettings) -> tuple[Stage, ...]:
    """Describe what the splitter reads, writes and remembers."""
    return (
        Stage(
            service=SERVICE,
            name=SERVICE,
            input=RAW_DOCUMENTS,
            outputs=(NEWS_ITEMS,),
            message=RawDocument,
            handle=build_handler(settings.load_sources()),
            stores=(StoreSpec("documents", DOCUMENT_DAYS),),
        ),
    )


def build_app(settings: SplitterSettings) -> Worker:
    """Wire the splitter to its topics."""
    return Worker(settings, SERVICE, build_stages(settings))


def run(settings: SplitterSettings) -> NoReturn:
    """Run until SIGTERM; ends the process."""
    set_up_logs(settings.log, service=SERVICE)
    build_app(settings).run()
