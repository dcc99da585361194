"""The splitter's handler."""

from collections.abc import MutableMapping

import pytest

from newsticker.domain.identity import RULES_VERSION
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.dead_letter import DeadLetter, DeadLetterClass
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import InvalidMessageError, Outcome
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import build_handler, split_document

PAGE = "Titel van de pagina\nDORP (ANP) - Een lead die eindigt op een punt.\n2 uur geleden"


def fresh() -> dict[str, MutableMapping[bytes, bytes]]:
    return {"documents": {}}


def test_a_page_becomes_its_items() -> None:
    handled = build_handler(Sources())(make_raw_document(PAGE), 0, fresh())
    assert handled.outcome is Outcome.EMITTED
    assert [emit.topic.name for emit in handled.emits] == ["news-items"]


def test_a_page_that_comes_again_is_a_repetition() -> None:
    handle, stores = build_handler(Sources()), fresh()
    handle(make_raw_document(PAGE), 0, stores)
    again = handle(make_raw_document(PAGE, name="elsewhere"), 1, stores)
    assert (again.outcome, again.emits) == (Outcome.REPEATED, ())


def test_documents_are_remembered_by_the_version_of_the_rules() -> None:
    handle, stores = build_handler(Sources()), fresh()
    document = make_raw_document(PAGE)
    handle(document, 0, stores)
    assert list(stores["documents"]) == [f"{document.document_id}/{RULES_VERSION}".encode()]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u00a0\n\ufeff"])
def test_a_page_without_text_is_invalid_and_not_remembered(text: str) -> None:
    stores = fresh()
    with pytest.raises(InvalidMessageError, match="no text"):
        build_handler(Sources())(make_raw_document(text), 0, stores)
    assert stores["documents"] == {}


def test_another_message_is_invalid() -> None:
    letter = DeadLetter(
        stage="x",
        error_class=DeadLetterClass.INVALID,
        error="x",
        reason="x",
        topic="t",
        partition=0,
        offset=0,
        timestamp=0,
        version="1",
    )
    with pytest.raises(InvalidMessageError, match="raw-document"):
        build_handler(Sources())(letter, 0, fresh())


def test_a_page_of_unknown_shape_is_one_flagged_article() -> None:
    (item,) = split_document(make_raw_document("alleen\nwat losse\nwoorden"), Sources())
    assert item.body == "alleen\n\nwat losse\n\nwoorden"
    assert "shape_unknown" in item.quality


def test_an_item_survives_its_journey() -> None:
    (item,) = split_document(make_raw_document(PAGE, quality=("decoded_windows_1252",)), Sources())
    assert NewsItem.model_validate_json(item.to_json()) == item
    assert "decoded_windows_1252" in item.quality


def test_items_know_the_country_of_their_source() -> None:
    sources = Sources(known={"krant": SourceProfile(country="BE")})
    countries = {item.source.country for item in split_document(make_raw_document(PAGE, source="krant"), sources)}
    assert countries == {"BE"}
    assert {item.source.country for item in split_document(make_raw_document(PAGE), sources)} == {None}
