"""What stands below an article, or between its paragraphs, and is none of its copy."""

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

HEAD = "Brug open\nGOES (ANP) - De brug bij Goes is weer open voor alle verkeer."
FIRST = "De brug bij Goes is weer open voor alle verkeer."
LAST = "Het onderzoek loopt nog, zegt een woordvoerder van de provincie."
TICKER = "Meer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"

BELOW = {
    "a bar of buttons": "Deel dit artikel:\nFacebook\nTwitter\nWhatsApp\nMail\nKopieer link",
    "buttons one by one": "Delen op Facebook\nDelen op X\nDelen via e-mail",
    "comments": "Reacties (14)\nReageer\n0 reacties",
    "counters": "1.204 keer gelezen\n17 reacties",
    "tags": "Tags: brug, Goes, provincie",
    "tags on lines of their own": "Trefwoorden\nbrug\nGoes",
    "related titles": "Lees ook\nBrug dicht voor onderhoud\nTunnel open in Terneuzen\nVeerboot vaart niet",
    "related titles below a heading": "Gerelateerde artikelen\nBrug dicht\nTunnel open",
    "a pay wall": "Dit artikel lezen? Word abonnee en lees onbeperkt.\nAl abonnee? Log in",
    "a newsletter": "Meld je aan voor onze nieuwsbrief en mis niets.",
    "pages": "Vorige\nVolgende",
    "offers": "Dit is een premium artikel. Word abonnee om verder te lezen.\nAl abonnee? Inloggen",
    "other buttons": "Deel artikel\nPartager l'article\nShare article\nArtikel teilen",
    "a source": "Bron: Omroep Waterland",
    "a tip": "Heb je een tip? Mail de redactie.",
    "an advertisement": "Advertentie",
    "rules for comments": "Reageer hoffelijk en onder je echte naam. Lees onze spelregels.",
    "another correction": "Rechtzetting: in een eerdere versie stond dat de brug in Veere ligt. Dat is Goes.",
    "who wrote it": "Over de auteur: Jan Klaver schrijft sinds 1998 over bruggen en zegt er veel van.",
    "jobs": "Vacatures in de buurt\nBezorger m/v, 6 uur per week\nKapster bij Salon Jo",
    "counters with pictures": "👍 12  💬 4",
    "a call for news": "Heb je een nieuwstip of opmerking? Stuur ons een bericht via WhatsApp.",
    "whose the site is": "Stadsblik is een uitgave van Polder Media BV",
    "a button to pass it on": "Dit artikel delen",
    "a like that is being counted": "Vind ik leuk Aan het laden...",
    "a correction with its time": "Correctie 09:10: in een eerdere versie van dit bericht stond dat hij dicht was.",
    "an author below buttons": "Deel dit artikel\nFacebook\nJan Klaver",
    "English buttons": "Share this article\nShare on Facebook\nTweet\nEmail\nCopy link\n3 comments",
    "German buttons": "Teilen\nAuf Facebook teilen\nLink kopieren\nKommentare (12)\nArtikel drucken",
    "French buttons": "Partager\nPartager sur Facebook\nCopier le lien\n5 commentaires",
    "English offers": "Already a subscriber? Log in\nSign up for our newsletter and never miss a story.",
    "German offers": "Bereits Abonnent? Anmelden\nJetzt Newsletter abonnieren und nichts verpassen.",
    "French offers": "Déjà abonné ? Connectez-vous\nAbonnez-vous à notre newsletter.",
}

BETWEEN = {
    "a bar of buttons": "Facebook\nTwitter\nWhatsApp",
    "an advertisement": "Advertentie",
    "a pointer": "Lees ook: Brug dicht voor onderhoud",
    "a pointer on two lines": "Lees ook:\nBrug dicht voor onderhoud",
    "a caption": "De brug bij Goes. Foto: Jan Kuiper",
    "a note": "Lees verder onder de foto",
    "another note": "Tekst gaat verder onder de advertentie",
    "a pay wall": "Dit artikel lezen? Word abonnee en lees onbeperkt.",
    "a newsletter": "Meld je aan voor onze nieuwsbrief en mis niets.",
    "a video": "Bekijk de video",
    "a video with a note": "Video\nTekst gaat verder onder de video",
    "a form": "Meld je aan voor de nieuwsbrief\nJouw e-mailadres\nAanmelden",
    "a pointer in capitals": "LEES OOK: Brug dicht voor onderhoud",
    "a time": "Vrijdag 15 maart 2024, 06:00 uur",
    "an author and a clock time": "Door Jan Kuiper\nvandaag, 16:25",
    "a player": "Luister naar dit artikel",
    "a caption whose credit is a name in brackets": "De brug trok veel kijkers. (foto PVD)",
    "a correction with its time": "Correctie 09:10: in een eerdere versie van dit bericht stond dat hij dicht was.",
    "a quiz": "QUIZ: Hoe goed ken jij de bruggen van Goes?\nStart de quiz",
    "a drawing": "INFOGRAPHIC",
    "a poll that is over": "Peiling\nMoet de brug open?\nJa\nNee\nStemmen is niet meer mogelijk",
}


def body(text: str) -> str:
    return split_document(make_raw_document(text), Sources())[0].body


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW)
@pytest.mark.parametrize("ticker", ["", "\n" + TICKER], ids=["alone", "ticker"])
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_what_stands_below_the_copy_is_not_copy(below: str, ticker: str, line: str) -> None:
    text = f"{HEAD}\n{LAST}\n{below}".replace("\n", line) + ticker
    assert body(text) == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_what_stands_between_paragraphs_is_not_copy(between: str) -> None:
    assert body(f"{HEAD}\n{between}\n{LAST}\n{TICKER}") == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize("crosshead", ["Facebook", "Reacties", "X", "Live", "Vijf jaar geleden", "17 jaar later"])
def test_a_crosshead_stays_in_the_copy(crosshead: str) -> None:
    for above in ("", "Lees ook: Brug dicht\n"):
        assert body(f"{HEAD}\n{above}{crosshead}\n{LAST}\n{TICKER}") == f"{FIRST}\n\n{crosshead}\n\n{LAST}"


@pytest.mark.parametrize(
    "last",
    [
        "Delen op sociale media is volgens de politie strafbaar, zegt zij.",
        "Facebook wil niet reageren op vragen van de provincie.",
        "De uitslag: 3-1",
        "Privacy is een recht, zegt de jurist.",
        "Het cafÃ© gaat in beroep.",
        "CafÃ© dicht",
        "Ook een ander cafÃ© is gesloten. De eigenaar is AndrÃ© Mol.",
        "Plus de 300 personnes sont venues, dit le maire.",
        "Je hebt nog mensen die met de veerboot gaan, zegt hij.",
        "Volgende week meer",
    ],
)
@pytest.mark.parametrize("ticker", ["", "\n" + TICKER], ids=["alone", "ticker"])
def test_copy_stays_copy(last: str, ticker: str) -> None:
    assert body(f"{HEAD}\n{last}{ticker}") == f"{FIRST}\n\n{last}"


def test_the_last_line_of_a_page_that_was_cut_is_copy_even_below_an_advertisement() -> None:
    assert (
        body(f"{HEAD}\n{LAST}\nAdvertentie\nVolgens de wethouder van")
        == f"{FIRST}\n\n{LAST}\n\nVolgens de wethouder van"
    )


def test_the_times_of_a_live_blogs_entries_are_none_of_its_copy() -> None:
    entries = f"22.14 uur\nBrug dicht\n{FIRST}\n21.47 uur\nBrug open\n{LAST}"
    (item,) = split_document(make_raw_document(f"{HEAD}\n{entries}"), Sources())
    assert item.body == f"{FIRST}\n\nBrug dicht\n\n{FIRST}\n\nBrug open\n\n{LAST}"
    assert item.time.stamp is None


@pytest.mark.parametrize("copy", ["Het boek is een uitgave van Querido.", "Aan de vertaling werkten drie mensen mee."])
def test_books_and_who_made_them_are_copy(copy: str) -> None:
    assert body(f"{HEAD}\n{copy}") == f"{FIRST}\n\n{copy}"
