"""From an enriched item to the public event: the standard's properties first, ours beside them."""

from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.news_event import EventBody, EventHeadline, EventTime, NewsEvent
from newsticker.messages.news_item import NewsItem, Provenance
from newsticker.messages.time import Published, TimeStatus


def render_event(enriched: EnrichedNewsItem) -> NewsEvent:
    """Render one revision as an event; what is not known is absent, and nothing is made up."""
    item, found = enriched.best, enriched.enrichment
    published = enriched.published
    return NewsEvent(
        uri=f"urn:uuid:{enriched.item_id}",
        profile=item.kind.value,
        pub_status="canceled" if enriched.withdrawn else None,
        version=str(enriched.revision),
        language=found.language or item.language,
        content_created=published.earliest if _is_exact(published) else None,
        headlines=(EventHeadline(value=item.headline.value),) if item.headline else None,
        bodies=render_bodies(item),
        located=", ".join(item.dateline.places) or None if item.dateline else None,
        info_sources=found.info_sources,
        people=found.people,
        organisations=found.organisations,
        places=found.places,
        subjects=found.subjects,
        nt_kind=item.kind,
        nt_headline=item.headline,
        nt_crossheads=item.crossheads,
        nt_dateline=item.dateline,
        nt_time=EventTime(published=published, stamp=item.time.stamp, mentions=found.time_mentions),
        nt_source=item.source,
        nt_sightings=enriched.sightings,
        nt_duplicate=enriched.duplicate,
        nt_countries=found.countries,
        nt_mentions=found.mentions,
        nt_quality=_render_quality(enriched),
        nt_provenance=Provenance(version=item.provenance.version, rules=(*item.provenance.rules, *found.rules)),
    )


def render_bodies(item: NewsItem) -> tuple[EventBody, ...]:
    """Render the body with its counts; an item that has only a headline has none."""
    if not item.body:
        return ()
    return (EventBody(char_count=len(item.body), word_count=len(item.body.split()), value=item.body),)


def _is_exact(published: Published) -> bool:
    return published.status is TimeStatus.EXACT


def _render_quality(enriched: EnrichedNewsItem) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*enriched.quality, *enriched.enrichment.quality)))
