import pytest

from newsticker.domain.enrichment import enrich
from newsticker.enricher.handler import handle
from newsticker.messages.enriched_item import EnrichedNewsItem
from newsticker.messages.outcomes import InvalidMessageError, Outcome
from newsticker.messages.topics import ENRICHED_NEWS_ITEMS
from unit.domain.enrichment.copies import make_item

ITEM = make_item("BRUSSEL (ANP) - Volgens Duitsland is er een akkoord over de begroting van volgend jaar.")


def test_emits_the_same_revision_with_its_enrichment() -> None:
    handled = handle(ITEM, 0, {})
    assert handled.outcome is Outcome.EMITTED
    (emit,) = handled.emits
    assert emit.topic is ENRICHED_NEWS_ITEMS
    message = emit.message
    assert isinstance(message, EnrichedNewsItem)
    assert message.enrichment == enrich(ITEM)
    assert message.key == ITEM.key
    assert message.fact_id == ITEM.fact_id
    assert EnrichedNewsItem.model_validate_json(message.to_json()) == message


def test_a_withdrawn_item_goes_on_as_withdrawn() -> None:
    (emit,) = handle(make_item("", withdrawn=True), 0, {}).emits
    assert isinstance(emit.message, EnrichedNewsItem)
    assert emit.message.withdrawn


def test_another_message_can_never_be_handled() -> None:
    with pytest.raises(InvalidMessageError, match="unique-news-item"):
        handle(ITEM.best, 0, {})
