"""Builders for tests of the facets: an item out of a line as agencies print it."""

import re
from datetime import UTC, datetime
from uuid import UUID

from newsticker.domain.enrichment import enrich_copy
from newsticker.domain.enrichment.copy import Copy
from newsticker.messages.enriched_item import Enrichment
from newsticker.messages.news_item import Dateline, Headline, ItemKind, ItemSource, NewsItem, Provenance
from newsticker.messages.time import ItemTime, Published, TimeStatus
from newsticker.messages.unique_item import Duplicate, SightingCount, UniqueNewsItem

_DATELINE = re.compile(r"([A-ZÀ-Þ'.\-/ ]+?) (?:\(([A-Z/]+)\) )?- ")
_SOME_ID = UUID(int=7)
_SOME_TIME = datetime(2026, 1, 22, 20, tzinfo=UTC)
_UNKNOWN = Published(status=TimeStatus.UNKNOWN)


def make_copy(line: str, *, headline: str = "", section: str | None = None, language: str | None = "nl") -> Copy:
    """Cut a line into dateline and body."""
    found = _DATELINE.match(line)
    if found is None:
        return Copy(text=line or headline, headline=headline, section=section, language=language, has_body=bool(line))
    dateline = Dateline(
        raw=found[0],
        places=tuple(found[1].split("/")),
        agencies=tuple(found[2].split("/")) if found[2] else (),
        start=0,
        end=found.end(),
    )
    body = line[found.end() :]
    return Copy(text=body, headline=headline, dateline=dateline, section=section, language=language)


def enrich_line(
    line: str, *, headline: str = "", section: str | None = None, language: str | None = "nl"
) -> Enrichment:
    """Enrich a line as agencies print it."""
    return enrich_copy(make_copy(line, headline=headline, section=section, language=language))


def make_item(line: str, *, headline: str | None = None, withdrawn: bool = False) -> UniqueNewsItem:
    """Make a unique item out of a line as agencies print it."""
    copy = make_copy(line)
    best = NewsItem(
        item_id=_SOME_ID,
        sighting_id=_SOME_ID,
        kind=ItemKind.TICKER,
        headline=Headline(value=headline, start=0, end=len(headline)) if headline else None,
        dateline=copy.dateline,
        body=copy.text,
        language="nl",
        time=ItemTime(published=_UNKNOWN),
        source=ItemSource(document_id=_SOME_ID, source="default", position=1, start=0, end=len(line), sha256="0" * 64),
        provenance=Provenance(version="1"),
    )
    return UniqueNewsItem(
        item_id=_SOME_ID,
        revision=1,
        best=best,
        published=_UNKNOWN,
        sightings=SightingCount(count=1, first_seen=_SOME_TIME, last_seen=_SOME_TIME),
        duplicate=Duplicate(group_id=_SOME_ID),
        withdrawn=withdrawn,
    )
