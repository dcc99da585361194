"""What an editor would say of two texts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.pairs import load_stories, make_pairs
from newsticker.domain.duplicates.comparing import measure
from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.relating import _RULES, relate
from newsticker.messages.unique_item import Relation

LEAD = (
    "Bij een grote brand in een loods in Terhove zijn dinsdag vier vrachtwagens verloren gegaan. Volgens burgemeester "
    "Rudolf Aalbers is niemand gewond geraakt."
)
REST = (
    "De brand brak rond 02.15 uur uit. In de loods lag vooral verpakkingsmateriaal. Omwonenden werden gewaarschuwd om "
    "ramen en deuren te sluiten. De politie doet onderzoek naar de oorzaak."
)
QUAKE = (
    "In Zandeweer is donderdagochtend een aardbeving gemeten met een kracht van 2,4. Volgens het KNMI lag het "
    "epicentrum op 3 kilometer diepte."
)
FOG = "Het KNMI heeft code geel afgegeven voor {} vanwege dichte mist. Het zicht is hier en daar minder dan 200 meter."
REWRITTEN = (
    "Vier vrachtwagens zijn dinsdag verloren gegaan bij een grote brand in een loods in Terhove. Er raakte volgens "
    "burgemeester Rudolf Aalbers niemand gewond."
)
CORRECTED = (
    "Bij de grote brand in een loods in Terhove is dinsdag toch een man van 43 gewond geraakt. Volgens burgemeester "
    "Rudolf Aalbers gingen zes vrachtwagens verloren."
)
ARRESTED = (
    "De brand waarbij dinsdag in een loods in Terhove vier vrachtwagens verloren gingen is aangestoken. Daarvoor is "
    "een man van 31 opgepakt, zegt burgemeester Rudolf Aalbers."
)

TOLL = "Bij een aanslag in de Afghaanse hoofdstad Kabul zijn zeker twaalf mensen gedood. Dat melden lokale media."
TOLL_LATER = "Het dodental van de aanslag in de Afghaanse hoofdstad Kabul is opgelopen tot negentien, zegt de politie."
SAID = (
    "De Franse president Emmanuel Macron wil dat Europa waakzaam blijft. Dat zei hij voorafgaand aan overleg met de "
    "EU-leiders in Brussel."
)
SAID_TOO = (
    "De Franse president Emmanuel Macron wil dat de hulp aan Oekraïne doorgaat. Dat zei hij voorafgaand aan overleg "
    "met de EU-leiders in Brussel."
)
FOUND = "De politie in Utrecht heeft dinsdag 300 kilo illegaal vuurwerk gevonden. Een man van 24 is aangehouden."
SHIPS = (
    "De VS hebben dinsdag drie schepen in de Rode Zee beschoten, meldt persbureau Reuters uit bronnen bij het Pentagon."
)

RACE = (
    "Max Verstappen start zondag als eerste bij de Grand Prix van Japan. De Nederlander was in de kwalificatie net "
    "iets sneller dan zijn ploeggenoot Yuki Tsunoda."
)
OIL = "De olieprijs is maandag gestegen tot 82 dollar per vat. Handelaren wijzen op de spanningen in de Golf van Aden."
BROKE = (
    "Het aantal faillissementen is in februari met 4 procent gestegen, meldt het CBS. Vooral de horeca had het zwaar."
)

LOST = (
    "In Axel wordt gezocht naar een jongen van 8 die wordt vermist. Hij verdween dinsdag na schooltijd en droeg een "
    "rode jas."
)
LOST_AND_FOUND = (
    "De jongen van 8 uit Axel die werd vermist is terecht. Hij verdween dinsdag na schooltijd en droeg een rode jas."
)

CRASH = "Bij een botsing op de A58 bij Goes zijn dinsdag {} mensen gewond geraakt. De weg richting Vlissingen is dicht."

GROWTH = (
    "De Nederlandse economie is in het vierde kwartaal met 0,4 procent gegroeid, meldt het CBS na een eerste telling."
)
DOCTOR = "De rechtbank in Keulen heeft een 52-jarige arts in hoger beroep veroordeeld tot een boete van 90.000 euro."


def tell(one: str, other: str) -> Relation:
    return relate(Reading(one), Reading(other)).relation


@pytest.mark.parametrize(
    "other",
    [
        LEAD,
        LEAD.upper(),
        f"{LEAD}\n\n{REST}",
        f"TERHOVE (ANP) - {LEAD}",
        LEAD.split(". ", maxsplit=1)[0] + ".",
        LEAD.replace("grote", "felle"),
        LEAD.replace("verloren", "verlooren"),
        LEAD.replace("vier", "4"),
        LEAD.replace("niemand", "nïëmand").encode().decode("cp1252"),
        LEAD.replace("Aalbers", "Albers"),
        LEAD.replace("Aalbers", "A?lbers"),
        f"{LEAD} Meer informatie volgt.",
        ". ".join(reversed(LEAD.rstrip(".").split(". "))) + ".",
        REWRITTEN,
    ],
)
def test_the_same_report(other: str) -> None:
    assert tell(LEAD, other) is Relation.SAME


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (LEAD, LEAD.replace("vier", "zes")),
        (LEAD, CORRECTED),
        (f"{LEAD} {REST}", ARRESTED),
        (TOLL, TOLL_LATER),
        (LOST, LOST_AND_FOUND),
        (CRASH.format("twee"), CRASH.format("drie")),
        (CRASH.format("drie"), CRASH.format("2")),
        (CRASH.format("één"), CRASH.format("twee")),
    ],
)
def test_an_update_is_linked_and_never_the_same(first: str, other: str) -> None:
    assert tell(first, other) is Relation.UPDATE


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (QUAKE, QUAKE.replace("donderdagochtend", "zaterdagmiddag").replace("2,4", "1,7").replace("3 k", "2 k")),
        (QUAKE.replace("donderdagochtend", ""), QUAKE.replace("donderdagochtend", "").replace("2,4", "1,7")),
        (QUAKE, QUAKE.replace("Zandeweer", "Loppersum").replace("2,4", "1,9")),
        (QUAKE, QUAKE.replace("donderdag", "zaterdag")),
        (FOG.format("Friesland"), FOG.format("Drenthe")),
        (LEAD, "In Terhove komt een nieuw wandelpad. Burgemeester Rudolf Aalbers opende dinsdag het eerste deel."),
        (LEAD, QUAKE),
        (SAID, SAID_TOO),
        (FOUND, FOUND.replace("300", "1100").replace("24", "51")),
        (RACE, RACE.replace("eerste", "derde").replace("Japan", "Miami")),
        (DOCTOR, DOCTOR.replace("52", "33").replace("arts", "advocaat").replace("90.000", "15.000")),
        (OIL, OIL.replace("maandag", "dinsdag").replace("gestegen", "gedaald").replace("82", "79")),
        (BROKE, BROKE.replace("februari", "maart").replace("4", "2")),
        ("Man gewond bij ongeval in Goes", "Vrouw gewond bij ongeval in Goes"),
        ("Brand in Goes", "Grote brand in Goes onder controle"),
        ("", ""),
        ("", LEAD),
    ],
)
def test_other_items_of_the_same_place_and_template_are_never_linked(first: str, other: str) -> None:
    assert tell(first, other) is Relation.NONE


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (SHIPS, SHIPS.replace("De VS", "De Verenigde Staten")),
        (CRASH.format("twee"), CRASH.format("2")),
        (GROWTH.replace("De Nederlandse economie", "De economie"), f"{GROWTH} Vooral de bouw deed het goed."),
        (CRASH.format("drieëntwintig"), CRASH.format("23")),
        ("Wolf gezien bij Ommen", "Wolf gezien bij Ommen."),
        ("Een wolf heeft op de Veluwe een wandelaar gebeten.", "Een wandelaar is op de Veluwe door een wolf gebeten."),
    ],
)
def test_short_and_respelt_reports_are_the_same(first: str, other: str) -> None:
    assert tell(first, other) is Relation.SAME


def test_a_verdict_says_what_it_rests_on() -> None:
    verdict = relate(Reading(LEAD), Reading(f"{LEAD} {REST}"))
    assert (verdict.method, verdict.score) == ("wording", 1.0)
    assert verdict.evidence[:1] == ("shingles 1.00",)
    assert "names 2/2" in verdict.evidence
    assert "numbers 1/1" in verdict.evidence


def test_a_turn_is_named() -> None:
    verdict = relate(Reading(LEAD), Reading(LEAD.replace("is niemand", "is toch niemand").replace("vier", "zes")))
    assert verdict.relation is Relation.UPDATE
    assert verdict.evidence[-1] == "otherwise before"


@given(st.sampled_from([LEAD, REST, QUAKE, FOG]), st.permutations(LEAD.split()), st.integers(0, 40))
def test_which_comes_first_does_not_matter(text: str, words: list[str], cut: int) -> None:
    other = Reading(" ".join(words[:cut]))
    assert relate(Reading(text), other) == relate(other, Reading(text))


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    verdict = relate(Reading(one), Reading(other))
    assert 0 <= verdict.score <= 1
    assert verdict == relate(Reading(other), Reading(one))


@given(st.integers(1, len(REST.split())))
def test_a_text_is_the_same_as_itself_and_more(count: int) -> None:
    assert tell(LEAD, " ".join([LEAD, *REST.split()[:count]])) is Relation.SAME


def test_no_rule_takes_what_is_put_aside_at_first_sight() -> None:
    texts = [(Reading(pair.first), Reading(pair.second)) for pair in make_pairs(load_stories())]
    texts += [(one, other) for (one, _), (_, other) in pairwise(texts)]
    for one, other in texts:
        measures = measure(one, other)
        by_rule = next((relation for relation, _, holds in _RULES if holds(measures)), Relation.NONE)
        assert relate(one, other).relation is by_rule
