"""Short reports of one or two sentences, in which one word is the news."""

import pytest

from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.relating import relate
from newsticker.messages.unique_item import Relation

COUNCIL = "De gemeenteraad van Terhove heeft dinsdag met ruime meerderheid ingestemd met {}."
JAIL = "De rechtbank in Zutphen heeft maandag een man veroordeeld tot zes jaar cel voor {}."
CODE = "Het KNMI heeft voor zondagavond code geel afgegeven vanwege {}."
SHIPS = "Noorwegen stuurt extra {} naar de Barentszzee, zei premier Ingrid Solvang vrijdag in Bergen."
PRICE = "De {} is woensdag met 4 procent gestegen door de spanningen in de Golf van Aden."
BRIDGE = "De Kreekbrug bij Terhove {}, zei wethouder Elske Boterblom dinsdag."
VICTIM = "De man van 38 die zaterdag in Axel werd neergestoken, is {}, meldt de politie."
SUSPECT = "De verdachte van de overval in Hulst is {}, meldt de politie zondag."
CRASH = "Bij een ongeval op de A58 bij Goes zijn dinsdag {} gevallen, meldt de politie."
STRIKE = (
    "De staking op de veerboten bij Terhove gaat maandag {}door, zegt vakbond Havenwerk. Er is {} akkoord over loon."
)
TOLL = (
    "Bij een aanslag op een markt in de stad Valdora zijn in de nacht van dinsdag op woensdag zeker {} mensen gedood. "
    "Dat heeft burgemeester Ernesto Quiroga gezegd. De markt lag in het centrum."
)
QUAKE = (
    "Het noorden van Valdoria is vrijdag getroffen door een beving met een kracht van {}. Er zijn nog geen meldingen "
    "van grote schade, zegt gouverneur Ana Quiroga."
)
PROFIT = (
    "Chipmaker Nexilith heeft in het {} kwartaal een omzet behaald van {}. De winst steeg van {} naar 91 miljoen euro, "
    "zei topman Bas Verkuil."
)
PRICES = (
    "De prijzen in Valdoria lagen in {} gemiddeld {} procent hoger dan een jaar eerder. Dat meldt het statistiekbureau "
    "STV. In {} was dat nog {} procent."
)
FLU = (
    "Het aantal zieken is vorige week {} naar {} per 100.000 inwoners, van {} een week eerder. Dat meldt het "
    "onderzoeksinstituut Medivel. De drukte bij huisartsen blijft groot."
)


def tell(one: str, other: str) -> Relation:
    there, back = (relate(Reading(first), Reading(second)).relation for first, second in ((one, other), (other, one)))
    assert there is back
    return there


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (COUNCIL.format("een verbod op vuurkorven"), COUNCIL.format("een verbod op houtkachels")),
        (COUNCIL.format("een verbod op vuurkorven"), COUNCIL.format("een hogere belasting op honden")),
        (JAIL.format("brandstichting"), JAIL.format("witwassen")),
        (CODE.format("gladheid"), CODE.format("onweer")),
        (SHIPS.format("vliegtuigen"), SHIPS.format("mijnenvegers")),
        (PRICE.format("olieprijs"), PRICE.format("gasprijs")),
        (JAIL.format("diefstal"), JAIL.format("diefstal").replace("man", "vrouw")),
    ],
)
def test_another_subject_in_the_same_words_is_another_story(first: str, other: str) -> None:
    assert tell(first, other) is Relation.NONE


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (BRIDGE.format("gaat dicht"), BRIDGE.format("gaat weer open")),
        (BRIDGE.format("mag open"), BRIDGE.format("mag niet open")),
        (VICTIM.format("buiten levensgevaar"), VICTIM.format("overleden")),
        (SUSPECT.format("nog voortvluchtig"), SUSPECT.format("niet langer voortvluchtig")),
        (SUSPECT.format("voortvluchtig"), SUSPECT.format("opgepakt")),
        (SUSPECT.format("veroordeeld"), SUSPECT.format("vrijgesproken")),
        (CRASH.format("geen gewonden"), CRASH.format("gewonden")),
        (STRIKE.format("", "geen"), STRIKE.format("niet ", "een")),
        (TOLL.format("vijf"), TOLL.format("acht")),
        (TOLL.format("acht"), TOLL.format("11")),
        (QUAKE.format("6,3"), QUAKE.format("6,1")),
        (
            "De politie heeft een 38-jarige man opgepakt voor de moord op een vrouw in Terhove.",
            "De man die is opgepakt voor de moord op een vrouw in Terhove heeft bekend, zegt het Openbaar Ministerie.",
        ),
        (
            "Bij een steekpartij in een trein bij Zutphen is donderdag een conducteur gewond geraakt.",
            "De conducteur die donderdag bij Zutphen in een trein werd gestoken, is buiten levensgevaar.",
        ),
        (
            "Bij een aanslag op een markt in Valdora zijn vrijdag zeker tien mensen gedood. Dat meldt een arts.",
            "Het aantal doden door de aanslag op een markt in Valdora is verdubbeld tot twintig, zei men zaterdag.",
        ),
    ],
)
def test_another_outcome_of_the_same_story_is_an_update(first: str, other: str) -> None:
    assert tell(first, other) is Relation.UPDATE


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (TOLL.format("acht"), TOLL.format("8")),
        (TOLL.format("acht"), TOLL.format("acht").replace("gedood", "om het leven gekomen")),
        (TOLL.format("acht"), TOLL.format("acht").replace("Ernesto Quiroga", "Ernésto Quirogga")),
        (QUAKE.format("6,3"), QUAKE.format("6.3").replace("een kracht", "een magnitude")),
        (
            PROFIT.format("tweede", "1,3 miljard euro", "80 miljoen"),
            PROFIT.format("2e", "€ 1.300.000.000", "€ 80 mln"),
        ),
        (BRIDGE.format("is dicht"), BRIDGE.format("is afgesloten")),
        (COUNCIL.format("een verbod op vuurkorven"), COUNCIL.format("een verbod op vuurkroven")),
        (CRASH.format("gewonden"), CRASH.format("gewonden").replace("ongeval", "aanrijding").replace("meldt", "zegt")),
    ],
)
def test_the_desk_s_own_words_and_notations_are_the_same_report(first: str, other: str) -> None:
    assert tell(first, other) is Relation.SAME


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (PRICES.format("maart", "3,1", "februari", "3,5"), PRICES.format("april", "2,9", "maart", "3,1")),
        (FLU.format("gestegen", "68", "52"), FLU.format("gedaald", "61", "68")),
        (
            PROFIT.format("tweede", "1,3 miljard euro", "80 miljoen"),
            PROFIT.format("derde", "1,5 miljard euro", "64 miljoen").replace("91", "95"),
        ),
    ],
)
def test_figures_that_come_out_again_and_again_are_not_linked(first: str, other: str) -> None:
    assert tell(first, other) is Relation.NONE


def test_the_same_figures_vouch_for_other_words() -> None:
    rewritten = (
        "Een omzet van 1,3 miljard euro heeft chipmaker Nexilith in het tweede kwartaal behaald. Volgens topman Bas "
        "Verkuil nam de winst toe van 80 miljoen naar 91 miljoen euro."
    )
    assert tell(PROFIT.format("tweede", "1,3 miljard euro", "80 miljoen"), rewritten) is Relation.SAME


def test_the_evidence_names_what_was_turned_and_changed() -> None:
    opposite = relate(Reading(BRIDGE.format("gaat dicht")), Reading(BRIDGE.format("gaat weer open")))
    assert "opposite" in opposite.evidence
    longer = CODE.format("gladheid") + " De waarschuwing geldt voor de kust en de eilanden in het noorden van het land."
    changed = relate(Reading(longer), Reading(longer.replace("gladheid", "ijzel")))
    assert "changed 1" in changed.evidence
