"""The smaller rules, one case each."""

import pytest

from newsticker.domain.enrichment import enrich_copy
from newsticker.domain.enrichment.copy import Copy
from newsticker.messages.news_item import Dateline
from unit.domain.enrichment.copies import enrich_line, make_copy


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ook Xorvan Quistel (54) kwam om.", ["Xorvan Quistel"]),
        ("Daarop stemde Xorvan Quistel (VVD) tegen.", ["Xorvan Quistel"]),
        ("Xorvan Quistel zegt dat het koud was.", ["Xorvan Quistel"]),
        ("Dat is Xorvan Quistel, de stafchef van de groep.", ["Xorvan Quistel"]),
        ("Daar stond Xorvan Quistel, met zijn hoed.", []),
        ("Gedood is een man, aldus Xorvan Quistel Zum.", ["Xorvan Quistel Zum"]),
        ("De wedstrijd: Xorvan Quistel en Jan Bos scoorden in de finale.", ["Xorvan Quistel", "Jan Bos"]),
        ("De astronauten Xorvan Quistel en Jan Bos vlogen.", ["Xorvan Quistel", "Jan Bos"]),
        ("Rapper Sean 'Diddy' Combs zweeg.", ["Sean 'Diddy' Combs"]),
        ("President Ferdinand Marcos Jr sprak.", ["Ferdinand Marcos Jr"]),
        ("De tempel Jan Bos is dicht.", []),
        ("Op het Jan Bosplein staat een boom.", []),
        ("Burgemeester Els van Doesburg sprak.", ["Els van Doesburg"]),
        ("Bestuurder Jan Zomer-van Dalen sprak.", ["Jan Zomer-van Dalen"]),
        ("Bestuurder Wytske van der Berg sprak.", ["Wytske van der Berg"]),
        ("Sprinter Xorvan Zum van Utrecht sprak.", ["Xorvan Zum"]),
        ("Woordvoerder NS zweeg.", []),
        ("Dat liet premier Utrecht Noord weten.", []),
        ("In de provincie Frankrijk sprak president van Frankrijk Emmanuel Macron.", ["Emmanuel Macron"]),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert [person.name for person in enrich_line(text).people] == people


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Volgens waterschap Aa en Maas is het droog.", ["waterschap Aa en Maas"]),
        ("De Veiligheidsregio Utrecht waarschuwt.", ["Veiligheidsregio Utrecht"]),
        ("Luchtvaartmaatschappij Nordwind Air vliegt niet.", ["Nordwind Air"]),
        ("De Oost Group groeit.", ["Oost Group"]),
        ("Het Hit and Run Cargo-team (HARC) zoekt.", ["Hit and Run Cargo-team"]),
        ("Dat zegt Jan Bos (ABCX).", []),
        ("Het koploper Utrecht won.", []),
        ("Bij het ministerie van Defensie werkt men.", ["ministerie van Defensie"]),
    ],
)
def test_organisations(text: str, organisations: list[str]) -> None:
    assert [body.name for body in enrich_line(text).organisations] == organisations


@pytest.mark.parametrize(
    ("line", "section", "places"),
    [
        ("De stad Utrecht en Amersfoort zijn vol.", None, ["Utrecht", "Amersfoort"]),
        ("Het gebeurde in Valkenburg.", None, ["Valkenburg"]),
        ("De Amsterdam Zwartkast is dicht.", None, []),
        ("Het Zwartkast Amsterdam is dicht.", None, []),
        ("De Noord-Ierse politie zoekt.", None, []),
        ("In de provincie Balkh beefde het.", None, ["Balkh"]),
        ("Er is brand in Birmingham.", "Buitenland", ["Birmingham"]),
        ("Er is brand in Hengelo.", "Binnenland", ["Hengelo"]),
        ("Er is brand in Hengelo.", "Hengelo", ["Hengelo"]),
        ("Er is brand in Hengelo.", "Sport", ["Hengelo"]),
        ("Springfield is een stad.", None, []),
    ],
)
def test_places(line: str, section: str | None, places: list[str]) -> None:
    assert [place.name for place in enrich_line(line, section=section).places] == places


def test_a_country_may_stand_in_a_dateline() -> None:
    (place,) = enrich_line("ARUBA (ANP) - Er is feest.").places
    assert (place.name, place.country) == ("ARUBA", "AW")


@pytest.mark.parametrize(
    ("text", "code"), [("Brussel is bezorgd.", None), ("Kyiv is woedend.", "UA"), ("Dat wil Kyiv niet.", "UA")]
)
def test_moods_and_wishes_are_a_government_s(text: str, code: str | None) -> None:
    enrichment = enrich_line(text)
    assert [country.code for country in enrichment.countries] == ([code] if code else [])
    assert enrichment.places == ()


def test_a_dateline_that_was_corrected_has_values_but_no_mention() -> None:
    dateline = Dateline(raw="BRUSEL (AMP) - ", places=("BRUSSEL",), agencies=("ANP",), start=0, end=15)
    enrichment = enrich_copy(Copy(text="Er is brand.", dateline=dateline))
    assert enrichment.places[0].name == "Brussel"
    assert [mention for mention in enrichment.mentions if mention.via == "dateline"] == []


def test_a_headline_speaks_for_topics_too() -> None:
    assert (
        enrich_copy(Copy(text="Het was koud.", headline="Verkiezingen in maart")).subjects[0].name
        == "politiek en overheid"
    )


def test_a_rubric_adds_to_what_the_words_say() -> None:
    plain = enrich_copy(make_copy("De ploeg won van de buren.")).subjects[0]
    helped = enrich_copy(make_copy("De ploeg won van de buren.", section="Sport")).subjects[0]
    assert helped.confidence > plain.confidence


def test_two_faint_topics_are_none() -> None:
    assert enrich_copy(make_copy("Het was koud. Daar waren zieken en studenten.")).subjects == ()
