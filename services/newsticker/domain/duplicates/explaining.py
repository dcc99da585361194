"""Explains an item from what was told of it: its sightings, the evidence for its time, its group, its revisions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from newsticker.messages.news_event import NewsEvent
from newsticker.messages.news_group import GroupMatch, NewsGroup
from newsticker.messages.sighting import Sighting
from newsticker.messages.time import TimeEvidence, TimeRole
from newsticker.messages.unique_item import Relation

_MARKS_OF_A_REVISION = frozenset({"version", "ntSightings", "ntProvenance"})
"""Properties that differ between revisions without being their reason."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision, and the properties by which it differs from the one before."""

    number: int
    changed: tuple[str, ...]
    canceled: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that the topics say of one item."""

    item_id: UUID
    sightings: tuple[Sighting, ...]
    """Those that stand, in order of arrival."""
    withdrawn: int
    event: NewsEvent | None
    revisions: tuple[Revision, ...]
    group: NewsGroup | None
    """The last fact about its group."""
    followers: tuple[tuple[UUID, GroupMatch], ...]
    """Later items that were found to be the same or an update, with how."""

    @property
    def is_known(self) -> bool:
        """Tell whether anything is said of the item at all."""
        return bool(self.sightings or self.withdrawn or self.event or self.group)


def explain(
    item_id: UUID, sightings: Iterable[Sighting], groups: Iterable[NewsGroup], events: Iterable[NewsEvent]
) -> Explanation:
    """Explain an item; each topic's records come in the order of the topic, those of other items included."""
    standing: dict[UUID, Sighting] = {}
    withdrawn: set[UUID] = set()
    for sighting in sightings:
        if sighting.item_id == item_id:
            standing.pop(sighting.sighting_id, None)
            withdrawn.discard(sighting.sighting_id)
            if sighting.withdrawn:
                withdrawn.add(sighting.sighting_id)
            else:
                standing[sighting.sighting_id] = sighting
    latest = {fact.item_id: fact for fact in groups}
    own = [event for event in events if event.key == str(item_id)]
    return Explanation(
        item_id=item_id,
        sightings=tuple(standing.values()),
        withdrawn=len(withdrawn),
        event=own[-1] if own else None,
        revisions=tuple(_compare_revisions(own)),
        group=latest.get(item_id),
        followers=tuple(
            (fact.item_id, match) for fact in latest.values() for match in fact.matches if match.item_id == item_id
        ),
    )


def _compare_revisions(events: list[NewsEvent]) -> Iterator[Revision]:
    before: dict[str, object] = {}
    for event in events:
        now = event.model_dump(mode="json", exclude_none=True)
        names = [name for name in {**before, **now} if now.get(name) != before.get(name)]
        changed = tuple(name for name in names if name not in _MARKS_OF_A_REVISION) if before else ()
        yield Revision(event.revision, changed, canceled=event.pub_status == "canceled")
        before = now


def render_explanation(found: Explanation) -> Iterator[str]:
    """Write an explanation for people, line by line."""
    yield f"item {found.item_id}"
    yield from _render_view(found)
    yield from _render_sightings(found)
    yield from _render_group(found)
    yield "revisions"
    for revision in found.revisions:
        reason = ", ".join(revision.changed) or ("first" if revision.number == 1 else "earlier ones have expired")
        yield f"  {revision.number}  " + ("canceled: nothing is left of it" if revision.canceled else reason)


def _render_view(found: Explanation) -> Iterator[str]:
    event = found.event
    if event is None:
        yield "  no event: it is still on its way, or its events have expired"
        return
    words = event.headlines[0].value if event.headlines else (event.bodies[0].value if event.bodies else "")
    yield f"  {event.nt_kind.value}: {words}"
    published = event.nt_time.published
    bounds = _render_bounds(published.earliest, published.latest, published.edtf)
    yield f"published: {published.status.value}{bounds}"
    names: dict[UUID | None, str] = {sighting.sighting_id: _name_page(sighting) for sighting in found.sightings}
    for piece in published.basis:
        yield f"  {_render_evidence(piece)}, on {names.get(piece.sighting_id, 'a page that is not kept any more')}"


def _render_evidence(piece: TimeEvidence) -> str:
    quoted = f' "{piece.text}"' if piece.text else ""
    role = "" if piece.role is TimeRole.PUBLISHED else f" ({piece.role.value})"
    return f"{piece.kind}{quoted}{role}{_render_bounds(piece.earliest, piece.latest, piece.edtf)}"


def _render_bounds(earliest: datetime | None, latest: datetime | None, edtf: str | None) -> str:
    if earliest is None and latest is None:
        return f" {edtf}" if edtf else ""
    first, last = (moment.strftime("%Y-%m-%dT%H:%MZ") if moment else ".." for moment in (earliest, latest))
    return f" {first}" if first == last else f" {first}/{last}"


def _render_sightings(found: Explanation) -> Iterator[str]:
    gone = f", {found.withdrawn} withdrawn" if found.withdrawn else ""
    yield f"sightings: {len(found.sightings)}{gone}"
    for sighting in found.sightings:
        stamp = f', "{sighting.time.stamp.text}"' if sighting.time.stamp else ""
        flags = f" [{', '.join(sighting.quality)}]" if sighting.quality else ""
        yield f"  {_name_page(sighting)}{stamp}{flags}, document {sighting.source.document_id}"


def _name_page(sighting: Sighting) -> str:
    source = sighting.source
    return f"{source.name or source.url or source.source} #{source.position} ({source.document_id.hex[:8]})"


def _render_group(found: Explanation) -> Iterator[str]:
    fact = found.group
    if fact is None:
        yield "group: its facts have expired"
        return
    own = fact.group_id == found.item_id
    yield f"group: {'its own' if own else fact.group_id}"
    for match in fact.matches:
        yield f"  {match.relation.value} as {match.item_id}, there before{_render_match(match)}"
    for item_id, match in found.followers:
        yield f"  {match.relation.value} as {item_id}, which came later{_render_match(match)}"
    for group_id in fact.joins:
        yield f"  also belongs to group {group_id}, which stays as it is"
    if fact.relation is Relation.NONE and not found.followers and not fact.matches:
        yield "  nothing near it was found"


def _render_match(match: GroupMatch) -> str:
    evidence = f": {', '.join(match.evidence)}" if match.evidence else ""
    return f" (by {match.method}, {match.score:.2f}{evidence})"
