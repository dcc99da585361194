"""The splitter's handler: a page in, its items out; a page that was split before is a repetition."""

from functools import lru_cache

from newsticker.domain import identity
from newsticker.domain.pages import Dateline as PageDateline
from newsticker.domain.pages import Item, Page, Range, split_page
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.domain.text import has_mojibake
from newsticker.domain.time.dates import local_day
from newsticker.domain.time.dating import Dater, describe_stamp
from newsticker.messages.base import Message, Span
from newsticker.messages.news_item import Dateline, Headline, ItemSource, NewsItem, Provenance, Segment
from newsticker.messages.outcomes import Emit, Handled, Handler, InvalidMessageError, Outcome, Stores
from newsticker.messages.raw_document import RawDocument
from newsticker.messages.time import ItemTime, Published
from newsticker.messages.topics import NEWS_ITEMS

PARAGRAPH_BREAK = "\n\n"

MAX_PAGE_LENGTH = 2_000_000
"""A longer text is no page; records are smaller anyway."""

RECURRING_WORDS = 2
"""A headline of no more words ("Weer") comes back day after day, and alone identifies nothing."""


def build_handler(sources: Sources) -> Handler:
    """Build the handler with what is known of sources."""

    def handle(message: Message, _timestamp_ms: int, stores: Stores) -> Handled:
        if not isinstance(message, RawDocument):
            reason = f"expected a raw-document, not a {message.schema_name}"
            raise InvalidMessageError(reason)
        key = f"{message.document_id}/{identity.RULES_VERSION}".encode()
        if key in stores["documents"]:
            return Handled(Outcome.REPEATED)
        items = split_document(message, sources)
        stores["documents"][key] = b"1"
        return Handled(Outcome.EMITTED, tuple(Emit(NEWS_ITEMS, item) for item in items))

    return handle


def split_document(document: RawDocument, sources: Sources) -> tuple[NewsItem, ...]:
    """Split a page into news items."""
    if len(document.text) > MAX_PAGE_LENGTH:
        reason = f"the page has {len(document.text)} characters, more than {MAX_PAGE_LENGTH}"
        raise InvalidMessageError(reason)
    profile = sources.get(document.source)
    page = split_page(document.text, profile, document.fetched_at)
    if not page.items:
        reason = "the page has no text"
        raise InvalidMessageError(reason)
    maker = _Maker(document, page, profile)
    return tuple(maker.make(item) for item in page.items)


class _Maker:
    """Makes messages of the items of one page."""

    def __init__(self, document: RawDocument, page: Page, profile: SourceProfile) -> None:
        self._document = document
        self._document_id = str(document.document_id)
        self._text = document.text
        self._page = page
        self._profile = profile
        self._dater = Dater(document.text, page, profile)
        declared = page.declared
        self._declared_date = declared.edtf if declared else None
        self._declared_span = Span(start=declared.start, end=declared.end) if declared else None
        self._shape = f"shape.{page.shape}"
        self._flags = (*document.quality, *page.flags)
        self._spans: dict[Range, Span] = {}

    def make(self, item: Item) -> NewsItem:
        """Make the message of one item."""
        text = self._text
        body, segments = self._lay_out(item)
        sighting_id = identity.sighting_id(self._document_id, item.position)
        published = self._dater.published(item, sighting_id)
        headline = self._headline(item.headline)
        return NewsItem(
            item_id=identity.item_id(body, headline.value if headline else None, place=self._place(item, published)),
            sighting_id=sighting_id,
            kind=item.kind,
            headline=headline,
            dateline=self._dateline(item),
            body=body,
            crossheads=tuple(Headline(value=text[start:end], start=start, end=end) for start, end in item.crossheads),
            language=self._profile.language,
            time=ItemTime(
                published=published,
                stamp=describe_stamp(text, item.stamp, self._profile) if item.stamp else None,
            ),
            source=self._source(item, segments),
            quality=self._quality(item, body),
            provenance=_provenance((self._shape, *item.rules)),
        )

    def _lay_out(self, item: Item) -> tuple[str, tuple[Segment, ...]]:
        """Join the paragraphs, and remember where each part of the body stands on the page."""
        segments = []
        position = 0
        for start, end in item.paragraphs:
            length = end - start
            segments.append(Segment(body_start=position, body_end=position + length, start=start))
            position += length + len(PARAGRAPH_BREAK)
        return PARAGRAPH_BREAK.join([self._text[start:end] for start, end in item.paragraphs]), tuple(segments)

    def _headline(self, found: tuple[int, int] | None) -> Headline | None:
        if found is None:
            return None
        start, end = found
        return Headline(value=self._text[start:end], start=start, end=end)

    def _dateline(self, item: Item) -> Dateline | None:
        found: PageDateline | None = item.dateline
        if found is None:
            return None
        return Dateline(
            raw=self._text[found.start : found.end],
            places=found.places,
            agencies=found.agencies,
            start=found.start,
            end=found.end,
        )

    def _source(self, item: Item, segments: tuple[Segment, ...]) -> ItemSource:
        document, section = self._document, item.section
        return ItemSource(
            document_id=document.document_id,
            source=document.source,
            name=document.name,
            url=document.url,
            country=self._profile.country,
            fetched_at=document.fetched_at,
            declared_date=self._declared_date,
            declared_span=self._declared_span,
            position=item.position,
            section=self._text[section.start : section.end] if section else None,
            section_span=self._span(section) if section else None,
            start=item.start,
            end=item.end,
            sha256=document.sha256,
            segments=segments,
        )

    def _span(self, section: Range) -> Span:
        """Give the span of a section; all items under one label share it."""
        found = self._spans.get(section)
        if found is None:
            found = self._spans[section] = Span(start=section.start, end=section.end)
        return found

    def _place(self, item: Item, published: Published) -> str:
        """Keep recurring headlines of different sources and days apart."""
        if item.paragraphs or item.headline is None:
            return ""
        if len(self._text[slice(*item.headline)].split()) > RECURRING_WORDS:
            return ""
        known = published.earliest or (self._page.fetched.latest if self._page.fetched else None)
        day = local_day(known, self._profile.time_zone).isoformat() if known else self._declared_date or ""
        return f"{self._document.source}\n{day}"

    def _quality(self, item: Item, body: str) -> tuple[str, ...]:
        broken = ("encoding_broken",) if has_mojibake(body) else ()
        return tuple(dict.fromkeys((*self._flags, *item.flags, *broken)))


@lru_cache(maxsize=256)
def _provenance(rules: tuple[str, ...]) -> Provenance:
    """Name the rules that fired; few sets of them ever do."""
    return Provenance(version=identity.RULES_VERSION, rules=rules)
