"""What the fuzzer calls: split any bytes as a page, and hold the result to what must always be true."""

from time import process_time

from newsticker.domain.pages import Page, split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.domain.stamps import find_unknown_stamp, is_cut_stamp, parse_stamp
from newsticker.domain.time import find_time_mentions
from newsticker.messages.outcomes import InvalidMessageError
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

MAX_SECONDS = 1.0
PROFILE = SourceProfile()
SOURCES = Sources()


def try_page(data: bytes) -> None:
    """Split a page; a crash, a wrong span or more than a second of CPU is a finding."""
    text = data.decode("utf-8", "replace")
    start = process_time()
    check_page(text, split_page(text, PROFILE, None))
    try_stamps(text)
    try:
        items = split_document(make_raw_document(text), SOURCES)
    except InvalidMessageError:
        items = ()
    for item in items:
        for part in item.source.segments:
            length = part.body_end - part.body_start
            require(text[part.start : part.start + length] == item.body[part.body_start : part.body_end], "segment")
        find_time_mentions(item.body)
    require(process_time() - start < MAX_SECONDS, "more than a second")


def check_page(text: str, page: Page) -> None:
    """Hold the spans of a page to their law: inside the page, in order, and all of it that is not blank."""
    reached = 0
    for span in page.spans:
        require(0 <= span.start < span.end <= len(text), "span")
        require(not text[reached : span.start].strip(), "uncovered")
        reached = max(reached, span.end)


def try_stamps(text: str) -> None:
    """Read stamps at the start, and around it."""
    for place in range(min(len(text), 8)):
        stamp = parse_stamp(text, place) or find_unknown_stamp(text, place)
        require(stamp is None or place < stamp.end <= len(text), "stamp")
    is_cut_stamp(text[:60])


def require(fact: bool, name: str) -> None:  # noqa: FBT001 - reads as an assertion, and stays with -O
    """Raise when something is not so."""
    if not fact:
        raise AssertionError(name)
