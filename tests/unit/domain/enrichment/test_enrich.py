from newsticker.domain.enrichment import ENRICHMENTS, enrich
from newsticker.messages.enriched_item import Enrichment
from unit.domain.enrichment.copies import enrich_line, make_copy, make_item

LINE = "KYIV (ANP/RTR) - De stroom in Oekraïne viel donderdag weer uit, zegt de VS. Ook Rusland bevestigt dat."


def test_every_facet_fills_a_field_of_the_enrichment() -> None:
    assert set(ENRICHMENTS) <= set(Enrichment.model_fields)


def test_every_mention_slices_the_text_exactly() -> None:
    copy = make_copy(LINE)
    enrichment = enrich_line(LINE)
    assert enrichment.mentions
    for mention in enrichment.mentions:
        source = LINE if mention.kind in {"agency", "dateline_place"} else copy.text
        assert source[mention.start : mention.end] == mention.text


def test_the_same_item_gives_the_same_enrichment() -> None:
    assert enrich(make_item(LINE)) == enrich(make_item(LINE)) == enrich_line(LINE)


def test_an_item_with_only_a_headline_has_values_but_no_mentions_in_a_body() -> None:
    enrichment = enrich(make_item("", headline="Verkiezingen in Duitsland"))
    assert [country.code for country in enrichment.countries] == ["DE"]
    assert enrichment.mentions == ()


def test_an_item_without_anything_is_legal() -> None:
    assert enrich(make_item("")).countries == ()
