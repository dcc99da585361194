"""Invented items without end: leads of the labelled stories with other words in place of those that tell something."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID, uuid5

from duplicates.pairs import load_stories
from newsticker.domain import identity
from newsticker.domain.time import join_published
from newsticker.messages.news_item import Dateline, ItemKind, ItemSource, NewsItem, Provenance, Segment
from newsticker.messages.time import ItemTime, Published, Stamp, TimeEvidence, TimeRole, TimeStatus

NOON = datetime(2026, 1, 22, 12, tzinfo=UTC)
SHORT_WORD = 5
LONG_WORD = 9
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


class Filler:
    """Makes items; the same number gives the same item."""

    def __init__(self) -> None:
        self._leads = [text for story in load_stories() for text in (story.lead, story.rewrite, story.update)]
        self._parts = sorted({word[:4].lower() for lead in self._leads for word in _WORD.findall(lead)})

    def make_body(self, number: int) -> str:
        """Make a text like a lead: little words stay, so common runs stay common."""
        random = Random(number)  # noqa: S311 - repeatable, not secret

        def replace(found: re.Match[str]) -> str:
            word = found[0]
            if len(word) < SHORT_WORD:
                return word
            other = "".join(random.choices(self._parts, k=2 + (len(word) > LONG_WORD)))
            return other.capitalize() if word[0].isupper() else other

        text = _WORD.sub(replace, random.choice(self._leads))
        return _NUMBER.sub(lambda found: str(random.randrange(10 ** len(found[0]))), text)

    def make_item(self, number: int, page: int | None = None) -> NewsItem:
        """Make an item as it stands on a page: with dateline, stamp, section and fetch time."""
        body = self.make_body(number)
        document_id = uuid5(UUID(int=0), str(number if page is None else -page))
        sighting_id = identity.sighting_id(document_id, 3)
        raw = "TERHOVE (ANP) - "
        start = 100 + number % 3000
        return NewsItem(
            item_id=identity.item_id(body),
            sighting_id=sighting_id,
            kind=ItemKind.TICKER,
            dateline=Dateline(raw=raw, places=("TERHOVE",), agencies=("ANP",), start=start, end=start + len(raw)),
            body=body,
            language="nl",
            time=ItemTime(
                published=_date(sighting_id, start),
                stamp=Stamp(
                    text="2 uur geleden", amount=2, unit="hour", age_min="PT1H30M", age_max="PT3H", start=9, end=22
                ),
            ),
            source=ItemSource(
                document_id=document_id,
                source="example",
                name=f"page-{number}.txt",
                fetched_at=NOON,
                position=3,
                section="Buitenland",
                start=start,
                end=start + len(raw) + len(body),
                sha256=document_id.hex * 2,
                segments=(Segment(body_start=0, body_end=len(body), start=start + len(raw)),),
            ),
            provenance=Provenance(version="1", rules=("shape.flat",)),
        )

    def make_items(self, start: int, end: int) -> Iterator[NewsItem]:
        """Make a run of items."""
        return (self.make_item(number) for number in range(start, end))


def measure_text(item: NewsItem) -> int:
    """Measure an item's text, compressed by itself as well as can be."""
    return len(zlib.compress(item.body.encode(), 9))


def _date(sighting_id: UUID, start: int) -> Published:
    earliest, latest = NOON - timedelta(hours=3, minutes=start % 60), NOON - timedelta(hours=1)
    pieces = (
        TimeEvidence(
            kind="stamp",
            role=TimeRole.PUBLISHED,
            text="2 uur geleden",
            earliest=earliest,
            latest=latest,
            sighting_id=sighting_id,
            start=9,
            end=22,
        ),
        TimeEvidence(kind="fetched", role=TimeRole.FETCHED, earliest=NOON, latest=NOON, sighting_id=sighting_id),
    )
    return join_published([Published(status=TimeStatus.UNKNOWN, basis=pieces)])
