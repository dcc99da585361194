"""Builders for tests of the deduplicator: items as they stand on invented pages, and a run of its first step."""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypedDict, Unpack
from uuid import UUID, uuid5

from newsticker.deduplicator.handler import handle_distinct, handle_sighting
from newsticker.domain import identity
from newsticker.domain.time import join_published
from newsticker.messages.news_group import NewsGroup
from newsticker.messages.news_item import Dateline, Headline, ItemKind, ItemSource, NewsItem, Provenance
from newsticker.messages.outcomes import Handled, Outcome
from newsticker.messages.sighting import Sighting
from newsticker.messages.time import ItemTime, Published, TimeEvidence, TimeRole, TimeStatus
from newsticker.messages.unique_item import DistinctNewsItem, Duplicate, Relation, UniqueNewsItem

NOON = datetime(2026, 1, 22, 12, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)
DAY_MS = 86_400_000
BODY = "De brug over de Kreek is donderdag weer open voor verkeer, meldt de gemeente Terhove."


class Details(TypedDict, total=False):
    """What a page can say of an item; `hours` around noon bound its time of publication."""

    body: str
    position: int
    hours: tuple[int, int] | None
    headline: str | None
    place: str | None
    agencies: tuple[str, ...]
    quality: tuple[str, ...]
    version: str


def make_item(page: int, **details: Unpack[Details]) -> NewsItem:
    """Make one item of one page."""
    body, position = details.get("body", BODY), details.get("position", 1)
    headline, place, agencies = details.get("headline"), details.get("place"), details.get("agencies", ())
    document_id = uuid5(UUID(int=0), str(page))
    sighting_id = identity.sighting_id(document_id, position)
    raw = f"{place} ({'/'.join(agencies)}) - " if place else ""
    return NewsItem(
        item_id=identity.item_id(body, headline),
        sighting_id=sighting_id,
        kind=ItemKind.TICKER,
        headline=Headline(value=headline, start=0, end=len(headline)) if headline else None,
        dateline=Dateline(raw=raw, places=(place,), agencies=agencies, start=0, end=len(raw)) if place else None,
        body=body,
        language="nl",
        time=ItemTime(published=_published(sighting_id, details.get("hours"))),
        source=ItemSource(
            document_id=document_id, source="default", position=position, start=0, end=len(body), sha256=f"{page:064}"
        ),
        quality=details.get("quality", ()),
        provenance=Provenance(version=details.get("version", "1")),
    )


def _published(sighting_id: UUID, hours: tuple[int, int] | None) -> Published:
    if hours is None:
        return Published(status=TimeStatus.UNKNOWN)
    earliest, latest = (NOON + timedelta(hours=hour) for hour in hours)
    piece = TimeEvidence(
        kind="stamp", role=TimeRole.PUBLISHED, earliest=earliest, latest=latest, sighting_id=sighting_id
    )
    return join_published([Published(status=TimeStatus.INTERVAL, basis=(piece,))])


def withdraw(item: NewsItem) -> NewsItem:
    """Make the message that takes a sighting back."""
    return item.model_copy(update={"withdrawn": True})


def fresh_stores() -> dict[str, dict[bytes, bytes]]:
    """Make empty stores for both steps."""
    return {name: {} for name in ("items", "sightings", "revisions", "texts", "signatures", "groups")}


@dataclass
class FirstStep:
    """Step 1 with its state, and what it gave."""

    stores: Mapping[str, MutableMapping[bytes, bytes]] = field(default_factory=fresh_stores)
    outcomes: list[Outcome] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    revisions: list[DistinctNewsItem] = field(default_factory=list)

    def feed(self, *items: NewsItem, at: int = NOON_MS) -> "FirstStep":
        """Handle items, as they would come from the topic."""
        for item in items:
            handled = handle_sighting(NewsItem.model_validate_json(item.to_json()), at, self.stores)
            self.outcomes.append(handled.outcome)
            for emit in handled.emits:
                if isinstance(emit.message, Sighting):
                    self.sightings.append(emit.message)
                elif isinstance(emit.message, DistinctNewsItem):
                    self.revisions.append(emit.message)
        return self

    @property
    def latest(self) -> DistinctNewsItem:
        """The newest revision."""
        return self.revisions[-1]

    def views(self) -> dict[UUID, tuple[object, ...]]:
        """Show what a reader of the newest revisions sees, but for numbers, counts and times of sight."""
        latest = {one.item_id: one for one in self.revisions}
        return {key: (one.best, one.published, one.quality) for key, one in latest.items() if not one.withdrawn}


@dataclass
class BothSteps:
    """Both steps with their state, and what they gave."""

    first: FirstStep = field(default_factory=FirstStep)
    uniques: list[UniqueNewsItem] = field(default_factory=list)
    groups: list[NewsGroup] = field(default_factory=list)

    def feed(self, *items: NewsItem, at: int = NOON_MS) -> "BothSteps":
        """Handle items as they would come from the topic, one after the other through both steps."""
        for item in items:
            told = len(self.first.revisions)
            self.first.feed(item, at=at)
            for revision in self.first.revisions[told:]:
                read = DistinctNewsItem.model_validate_json(revision.to_json())
                self._keep(handle_distinct(read, at, self.first.stores))
        return self

    def _keep(self, handled: Handled) -> None:
        for emit in handled.emits:
            if isinstance(emit.message, UniqueNewsItem):
                self.uniques.append(emit.message)
            elif isinstance(emit.message, NewsGroup):
                self.groups.append(emit.message)

    def latest(self) -> dict[UUID, UniqueNewsItem]:
        """Show the newest revisions of what is not withdrawn."""
        latest = {one.item_id: one for one in self.uniques}
        return {key: one for key, one in latest.items() if not one.withdrawn}

    def views(self) -> dict[UUID, tuple[object, ...]]:
        """Show what does not depend on the order of arrival."""
        return {key: (one.best, one.published, one.quality) for key, one in self.latest().items()}

    def group_of(self, item: NewsItem) -> Duplicate:
        """Show the group that an item is in now."""
        return self.latest()[item.item_id].duplicate

    def relations(self) -> dict[frozenset[UUID], tuple[Relation, str, float]]:
        """Show which items are related, whichever came first."""
        latest = {one.item_id: one for one in self.groups}
        return {
            frozenset((one.item_id, match.item_id)): (match.relation, match.method, match.score)
            for one in latest.values()
            for match in one.matches
        }


def known_sightings(sightings: Iterable[Sighting]) -> dict[UUID, Sighting]:
    """Take withdrawals into account."""
    known: dict[UUID, Sighting] = {}
    for one in sightings:
        if one.withdrawn:
            known.pop(one.sighting_id, None)
        else:
            known[one.sighting_id] = one
    return known
