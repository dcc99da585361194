"""Lines among the copy of an article that are none of it, and copy that looks like them."""

import pytest

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

HEAD = "Brug open\nGOES (ANP) - De brug bij Goes is weer open voor alle verkeer."
FIRST = "De brug bij Goes is weer open voor alle verkeer."
LAST = "Het onderzoek loopt nog, zegt een woordvoerder van de provincie."
TICKER = "Meer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"
TREE = "Er ligt een boom om."

BETWEEN = [
    "LEES OOK\nTramchauffeurs leggen vrijdag het werk neer\nZo ziet de nieuwe halte aan het Zuidstation eruit",
    "Lees ook:\n- Tramchauffeurs leggen het werk neer\n- Zo ziet de halte eruit\n- Komt er een tunnel?",
    "LEES OOK. Tramchauffeurs leggen het werk neer",
    "LEES OOK | Tramchauffeurs leggen het werk neer",
    "Lees ook » Tramchauffeurs leggen het werk neer",
    ">> Lees ook: Tramchauffeurs leggen het werk neer",
    "→ Lees ook: Tramchauffeurs leggen het werk neer",
    "> Lees ook: Tramchauffeurs leggen het werk neer",
    "• Lees ook: Tramchauffeurs leggen het werk neer",
    "(Lees ook: Tramchauffeurs leggen het werk neer)",
    "[Lees ook: Tramchauffeurs leggen het werk neer]",
    "Meer lezen: Tramchauffeurs leggen het werk neer",
    "Ook interessant: Tramchauffeurs leggen het werk neer",
    "Eerder: Tramchauffeurs leggen het werk neer",
    "Eerder schreven we hierover: Tramchauffeurs staken",
    "Herlees: Tramchauffeurs leggen het werk neer",
    "HERLEES. Tramchauffeurs leggen het werk neer",
    "Herbekijk: de beelden van de brug",
    "BEKIJK. De beelden van de brug",
    "BEKIJK OOK. De beelden van de brug",
    "KIJK. De beelden van de brug",
    "KIJK: De beelden van de brug",
    "KIJK OOK: de beelden van de brug",
    "LUISTER. De burgemeester over de brug",
    "IN BEELD. De brug bij Goes",
    "LIVE. Volg hier het debat",
    "Volg hier ons liveblog over de brug",
    "Volg hier het liveblog.",
    "Lees het hele verhaal hier",
    "Lees ook onze special over bruggen",
    "Bekijk hieronder de beelden van de brug",
    "Bekijk hieronder de video:",
    "Bekijk de beelden:",
    "Zo zag het eruit op sociale media:",
    "Video wordt geladen",
    "Tekst loopt verder onder de video",
    "Tekst loopt door onder de foto",
    "(Tekst loopt verder onder de foto)",
    "Lees verder onder de kaart.",
    "De tekst gaat verder onder de tweet.",
    "Artikel gaat verder onder de advertentie.",
    "Het artikel loopt door onder de foto.",
    "Verhaal loopt verder onder de afbeelding",
    "Het verhaal gaat onder de foto verder.",
    "Tekst gaat door onder de foto",
    "Tekst loopt onder de foto door",
    "De tekst gaat onder de video verder",
    "Onder de foto gaat de tekst verder",
    "Scrol verder voor meer",
    "Bericht loopt verder onder de foto",
    "Artikel loopt verder onder de advertentie",
    "Artikel loopt door onder de video",
    "Lees verder na de advertentie",
    "Vervolg na advertentie",
    "Na de reclame gaat het artikel verder",
    "Story continues after advertisement",
    "Article continues after this advert",
    "Text continues below",
    "Der Text geht unter dem Bild weiter",
    "Lesen Sie nach der Anzeige weiter",
    "Lesen Sie auch: Brücke gesperrt",
    "Lesen Sie dazu: Brücke gesperrt",
    "Lesen Sie hier: Brücke gesperrt",
    "Mehr dazu: Brücke gesperrt",
    "Auch interessant: Brücke gesperrt",
    "Hier lesen: Brücke gesperrt",
    "Im Video: Brücke gesperrt",
    "Read also: Bridge closed",
    "READ MORE: Bridge closed",
    "Read: Bridge closed",
    "READ | Bridge closed",
    "More on this: Bridge closed",
    "Related: Bridge closed",
    "Watch: Bridge closed",
    "WATCH | Bridge closed",
    "À lire aussi : le pont fermé",
    "À lire également : le pont fermé",
    "LIRE AUSSI - le pont fermé",
    ">> Lire aussi : le pont fermé",
    "A LIRE AUSSI >> le pont fermé",
    "Lire également : le pont fermé",
    "Lisez aussi : le pont fermé",
    "Relire : le pont fermé",
    "La suite de cet article après la publicité",
    "La suite après cette publicité",
    "L'article continue après la publicité",
    "Advertentie\nAdvertentie",
    "- Advertentie -",
    "Getty Images",
    "© Getty Images",
    "ANP",
    "ANP / Jan Klaver",
    "De brug bij Goes © Jan Klaver",
    "De brug bij Goes — © Jan Klaver",
    "© ANP / Jan Klaver",
    "Beeld Jan Klaver",
    "Foto Jan Klaver",
    "FOTO: JAN KLAVER",
    "Foto ter illustratie: de brug bij Goes",
    "De brug bij Goes. Beeld ter illustratie.",
    "De brug bij Goes (foto ter illustratie)",
    "Kaart: Omroep Waterland",
    "© OpenStreetMap-auteurs",
    "Bekijk op Instagram",
    "Bekijk dit bericht op Instagram",
    "Dit bericht bekijken op Instagram",
    "Een bericht gedeeld door Jan Klaver (@janklaver)",
    "— Jan Klaver (@janklaver) January 14, 2025",
    "pic.twitter.com/abc123",
    "View this post on Instagram",
    "Sieh dir diesen Beitrag auf Instagram an",
    "Voir cette publication sur Instagram",
    "Deze inhoud is niet beschikbaar",
    "Om deze video te kunnen bekijken moet je cookies accepteren.",
    "Accepteer de cookies om deze inhoud te zien.",
    "Ontvang elke dag het belangrijkste nieuws in je mailbox. Meld je aan",
    "Elke maandag het beste sportverhaal in je mail?\nSchrijf je in voor onze nieuwsbrief",
    "Heb jij een tip of opmerking? Stuur ons je nieuws via WhatsApp of mail naar de redactie",
    "Lees ook\nBrug dicht",
    "#brug #goes",
    "Facebook X WhatsApp E-mail",
    "Premium",
    "Alleen voor abonnees",
    "Vergroot",
    "▶ Bekijk de video",
    "▶️ Bekijk de video",
    "📷 Foto: Jan Klaver",
    "👉 Lees ook: Brug dicht",
    "Profielfoto van Jan Klaver\nGeschreven door\nJan Klaver",
    "Volledig scherm De brug bij Goes op een foto van vorig jaar. © Jan Klaver",
    "Ein Streifenwagen an der Brücke. Symbolfoto: Jens Braun/dpa",
    "db86903fd90557d33d7316834b678c77",
]

COPY = [
    "Crédit Agricole a annoncé lundi un bénéfice record.",
    "Dit is een plus voor de hele regio, zegt de wethouder.",
    "This premium is paid by all workers, the minister says.",
    "Probeer nu niet te lachen, zei de rechter tegen de man.",
    "De gemeente stuurt elke week een nieuwsbrief aan alle bewoners.",
    "Elke dag stuurt de wethouder een nieuwsbrief rond.",
    "Inwoners kunnen zich aanmelden voor de nieuwsbrief van de gemeente.",
    '"Meld je aan voor onze nieuwsbrief", zegt de wethouder lachend.',
    "Het bedrijf verloor 200.000 abonnees en verhoogt de prijs van een abonnement.",
    "Facebook en X moeten berichten sneller verwijderen, vindt de rechter.",
    "Deel van de brug blijft dicht voor fietsers.",
    "Reageer niet op berichten van onbekenden, waarschuwt de politie.",
    "Log in op een veilige manier, raadt de bank aan.",
    "De man reageert (7) jaar later nog altijd boos.",
    "Plusieurs habitants se disent « perplexes » et demandent une réunion.",
    "« Nous sommes contents » dit le maire du village.",
    "Le maire parle de « honte » nationale",
    "Er sagte »ja« und ging nach Hause.",
    "Advertenties voor gokken worden verboden.",
    "Meest gelezen boek van het jaar",
    "Populair bij toeristen",
    "Lees ook de kleine lettertjes, zegt de toezichthouder.",
    "Kijk ook naar de prijs, adviseert de bond.",
    "Zie ook hoe het elders gaat, zegt de burgemeester.",
    "Lees meer boeken, zegt de minister tegen de scholieren.",
    "Volg de regels, zegt de brandweer.",
    "Volg ons voorbeeld, zegt de burgemeester van Goes.",
    "Eerder dit jaar ging de brug ook al dicht.",
    "Eerder: een reeks van branden in de haven van Goes.",
    "Luister naar de kinderen, zegt de juf.",
    "Kaarten kosten 12 euro.",
    "Wie wil reageren, kan tot vrijdag bij de gemeente terecht.",
    "Vraag een abonnement aan bij de bibliotheek, adviseert de gemeente.",
    "Getty Images verloor de rechtszaak tegen het AI-bedrijf.",
    "Hoeveel mensen zijn er geholpen?",
    "Van 9.00 tot 17.00 uur",
    "Geen geld",
    "Jan Klaver weg",
    "Ajax - PSV 3-1",
    "Uitslagen: Ajax - PSV 3-1, Goes - Trias 0-0",
    "Word niet boos, zegt de agent.",
    "Wie een tip heeft, kan bellen met de politie via 0900-8844.",
    "Heeft u iets gezien? Bel dan de politie via 0900-8844.",
    "Getuigen worden gevraagd de politie te bellen op 0900-8844.",
    "Heb je iets gezien? De politie is bereikbaar via 0900-8844.",
    "Stuur ons naar huis, riepen de soldaten.",
    "Mail ons land niet kapot, grapte de minister.",
    "Met de Belgen gaat het goed, zegt de minister.",
    "Mit Sorge blickt die Stadt auf den Winter.",
    "Avec le froid, les prix montent.",
    "Recevez-vous des aides ? Non, répond le boulanger.",
    "Sign up for less, the minister told the unions.",
    "Der Text geht nun an das Parlament.",
    "Der Artikel geht auf ein Gesetz von 1987 zurück.",
    "Tekst van de wet",
    "De tekst gaat volgende week naar de Kamer.",
    "Het verhaal gaat dat hij in Spanje woont.",
    "Het artikel gaat over de brug bij Goes.",
    "Bericht uit Brussel",
    "Over de auteur is weinig bekend.",
    "Meer over de brug zei hij niet.",
    "In dit artikel van de wet staat iets anders, zegt zij.",
    "Categorie 1 is het zwaarst.",
    "Route dicht",
    "De beste verhalen van de oorlog",
    "Premium kost meer",
    "Reclame op straat verboden",
    "Ad de Boer is burgemeester.",
    "1 van de 5 gewonden",
    "Like en deel",
    "Ja, hij wist ervan.",
    "Copyright op muziek loopt af, zegt de rechter.",
    "Copyright speelt een grote rol in de zaak.",
    "Disclaimer op website helpt niet, zegt de rechter.",
    "Privacybeleid van de school is onder de maat.",
    "Elke ochtend om 7.00 uur gaat de brug open.",
    "Vraag en antwoord",
    "Bekijk meer kunst, zegt de koning.",
    "Bronnen in Den Haag bevestigen het bericht.",
    "Geef dit jaar eens geen cadeau, zegt zij.",
    "Steun voor de boeren groeit",
    "Steun onze jongens, staat er op het spandoek.",
    "Dit artikel is strafbaar, zegt het OM.",
    "1945",
    "A27/A28",
    "Geschreven door een kind van zeven, zegt de juf over de brief.",
    "Altijd open",
]


def split(text: str) -> tuple[str, ...]:
    return tuple(item.body for item in split_document(make_raw_document(text), Sources()))


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_line_among_the_copy_is_none_of_it(between: str, line: str) -> None:
    text = f"{HEAD}\n{between}\n{LAST}".replace("\n", line)
    assert split(f"{text}\n{TICKER}") == (f"{FIRST}\n\n{LAST}", TREE)


@pytest.mark.parametrize("copy", COPY)
@pytest.mark.parametrize("line", ["\n", "\n\n"], ids=["close", "apart"])
def test_copy_that_looks_like_such_a_line_stays(copy: str, line: str) -> None:
    above = f"{HEAD}\n{copy}\n{LAST}".replace("\n", line)
    assert split(f"{above}\n{TICKER}") == (f"{FIRST}\n\n{copy}\n\n{LAST}", TREE)
    below = f"{HEAD}\n{LAST}\n{copy}".replace("\n", line)
    assert split(f"{below}\n{TICKER}") == (f"{FIRST}\n\n{LAST}\n\n{copy}", TREE)


@pytest.mark.parametrize("pointer", ["LEES OOK", "Lees ook:", "Verder lezen", "Dossier"])
@pytest.mark.parametrize("crosshead", ["Hogere kosten", "Wat nu?"])
def test_a_crosshead_below_a_box_of_titles_stays(pointer: str, crosshead: str) -> None:
    box = f"{pointer}\nTrams rijden vrijdag niet door een staking\nZo ziet de nieuwe halte aan het station eruit"
    expected = (f"{FIRST}\n\n{crosshead}\n\n{LAST}", TREE)
    for lines in (f"{HEAD}\n\n{box}\n\n{crosshead}\n\n{LAST}", f"{HEAD}\n{box}\n{crosshead}\n{LAST}"):
        assert split(f"{lines}\n\n{TICKER}") == expected


@pytest.mark.parametrize("heading", ["Dossier", "Meer over", "Reacties", "Tips", "Aanraders"])
def test_a_heading_right_above_copy_is_its_crosshead(heading: str) -> None:
    assert split(f"{HEAD}\n{heading}\n{LAST}\n{TICKER}") == (f"{FIRST}\n\n{heading}\n\n{LAST}", TREE)


def test_titles_with_a_sentence_each_below_a_heading_are_of_other_articles() -> None:
    teasers = "Brug dicht\nDe brug bij Ede is dicht.\nTunnel open\nDe tunnel is open."
    assert split(f"{HEAD}\n{LAST}\nMeest gelezen\n{teasers}") == (f"{FIRST}\n\n{LAST}",)


@pytest.mark.parametrize(
    ("label", "section"),
    [
        ("MEER UIT BUITENLAND", "BUITENLAND"),
        ("MEER UIT HOEK VAN HOLLAND", "HOEK VAN HOLLAND"),
        ("MORE FROM WORLD", "WORLD"),
        ("MEHR AUS BAYERN", "BAYERN"),
        ("Meer binnenland", "binnenland"),
        ("Plus d'actualités Monde", "Monde"),
        ("Mehr Politik", "Politik"),
        ("More sport", "sport"),
    ],
)
def test_a_label_may_be_loud_or_short(label: str, section: str) -> None:
    text = f"{HEAD}\n{LAST}\n{TICKER}".replace("Meer uit Binnenland", label)
    items = split_document(make_raw_document(text), Sources())
    assert [item.body for item in items] == [f"{FIRST}\n\n{LAST}", TREE]
    assert items[1].source.section == section


@pytest.mark.parametrize("title", ["MEER UIT HUIS GEPLAATSTE KINDEREN IN ZEELAND", "Meer sportvelden", "Mehr Wind"])
def test_a_title_that_looks_like_a_label_is_a_title(title: str) -> None:
    first = f"Meer uit Binnenland\nBoom om\n\nEDE (ANP) - {TREE}\n\n2 uur geleden"
    page = f"{first}\n{title}\n\nURK (ANP) - {FIRST}\n\n3 uur geleden"
    headlines = [item.headline.value for item in split_document(make_raw_document(page), Sources()) if item.headline]
    assert headlines == ["Boom om", title]
