"""What takes a document's evidence back: a withdrawal for each of its sightings."""

from collections.abc import Iterable
from uuid import UUID

from newsticker.messages.news_item import NewsItem, Provenance
from newsticker.messages.sighting import Sighting


def make_withdrawals(sightings: Iterable[Sighting], document_id: UUID) -> tuple[NewsItem, ...]:
    """Withdraw what a document was seen to hold and has not been withdrawn since; sightings come as they were told."""
    standing: dict[tuple[UUID, UUID], Sighting] = {}
    for sighting in sightings:
        if sighting.source.document_id != document_id:
            continue
        key = sighting.item_id, sighting.sighting_id
        if sighting.withdrawn:
            standing.pop(key, None)
        else:
            standing[key] = sighting
    return tuple(_withdraw(sighting) for sighting in standing.values())


def _withdraw(sighting: Sighting) -> NewsItem:
    """Write a sighting as an item without its text: its identity is all that is needed to take it back."""
    return NewsItem(
        item_id=sighting.item_id,
        sighting_id=sighting.sighting_id,
        kind=sighting.kind,
        headline=sighting.headline,
        dateline=sighting.dateline,
        language=sighting.language,
        time=sighting.time,
        source=sighting.source,
        quality=sighting.quality,
        provenance=Provenance(version=sighting.rules_version),
        withdrawn=True,
    )
