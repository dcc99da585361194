"""Invented copy: places that do not exist, and sentences about nothing."""

from dataclasses import dataclass
from random import Random

PLACES = (
    "VELDRADE",
    "TERHOVE",
    "NORDHAVN",
    "MONTE CLARO",
    "'S-GRAVENSTEIN",
    "ST. ANNA",
    "PORTO BELO",
    "GAZA-STAD",
    "SÃO ROQUE",
    "KAAPHAVEN",
    "OSTAVIK",
    "LURMARK",
    "DORP AAN DE LEK",
    "ÅLVIK",
    "BRASÍLIA",
    "DEN BOSCH",
    "VEDE",
    "'T ZANDT",
    "ZÜRSTEIN",
    "NEW HAARSUM",
    "ST. ANTON AM BERG",
    "LAGE VAART",
)
VILLAGES = (
    "Borsele",
    "'s-Heerenhoek",
    "Oost-Souburg",
    "IJzendijke",
    "Sint Philipsland",
    "Hoek van Holland",
    "Ritthem",
    "Gapinge",
)
AGENCIES = (
    ("ANP",),
    ("ANP",),
    ("ANP", "RTR"),
    ("ANP", "AFP"),
    ("ANP", "DPA"),
    ("ANP", "AFP", "RTR"),
    ("ANP", "BELGA"),
    ("ANP", "BLOOMBERG"),
    ("AP",),
    ("ANP", "TASS"),
    ("ANP", "EFE"),
    ("ANP", "ANSA"),
    ("DPA",),
    ("ANP", "DPA", "RTR"),
)
SECTIONS = ("Buitenland", "Binnenland", "Financieel", "Voetbal", "Politiek", "Economie")
REGIONS = ("Borsele", "Walcheren", "Schouwen-Duiveland", "Goes", "'s-Gravenpolder")

WHO = (
    "Een schipper",
    "De gemeenteraad",
    "Een vogelaar",
    "De premier",
    "Het museum",
    "Een ezel",
    "De brandweer",
    "Een duiker",
    "Premier Olav Brand",
    "NAVO-chef Ada Stern",
    "Het World Herring Forum (WHF)",
    "De boswachter",
    "Een bakker (45)",
)
DID = (
    "heeft een anker gevonden",
    "wil een rotonde bij de school",
    "sluit de haven",
    "heeft de brug roze geverfd",
    "verlaagt de btw op brood",
    "stapt op",
    "opent een kantoor",
    "zoekt vrijwilligers",
    "schrapt 40 banen",
)
WHEN = (
    "donderdag",
    "vorige week woensdag",
    "sinds november 2022",
    "na 2 uur praten",
    "begin januari",
    "op 1 februari",
    "in 1987",
    "elk halfuur",
    "twee jaar geleden",
)
MORE = (
    "Niemand raakte gewond.",
    '"Het is mooi geweest", zei hij.',
    "Er zijn 5725 meldingen binnengekomen.",
    "Dat meldt de provincie.",
    'De situatie blijft "uiterst moeilijk".',
    "Vorig jaar waren dat er 134.803.",
    "De weg is tot 18.00 uur dicht.",
    "De burgemeester noemt het 'een wonder'.",
    "Kan dat zomaar?",
    "Wat een dag!",
    '"2 uur geleden wist ik nog van niets", zei een bewoner.',
    "Volgens het bureau is er 3 procent minder.",
)
HEADS = (
    "Schipper vindt anker",
    "Raad wil rotonde",
    "Haven dicht",
    "40 banen weg bij fabriek",
    "Kabinet valt over trekvaart",
    '"Brug van 1987 is te smal"',
    "Ezel loopt over snelweg",
    "1 mei-viering gaat niet door",
    "Wat is een trekpont?",
    "'Hier kom ik niet meer'",
    "Man (45) valt van dak",
    "Brood weer duurder",
    "Premier Brand stapt op",
)
BELOW_TITLE = (
    "Door Jan Klaver",
    "Door onze redactie",
    "12 mei 2024, 08:15, bijgewerkt om 11:40",
    "Jan Klaver | 12 mei 2024 | 08:15",
    "Jan Klaver 12-05-24, 08:15",
    "3 min leestijd",
    "17 reacties",
    "Jan Klaver",
    "Luister naar dit artikel",
)
"""What may stand between a title and its copy; not a credit: a short sentence below it may be the caption."""
BELOW_COPY = (
    "Facebook\nTwitter\nWhatsApp",
    "Deel dit artikel:\nFacebook\nMail",
    "Delen op Facebook\nDelen op X",
    "Reacties (14)\nReageer",
    "Tags: brug, haven",
    "Lees ook\nHaven weer open\nBrug dicht voor onderhoud",
    "Meld je aan voor onze nieuwsbrief en mis niets.",
    "Dit artikel lezen? Word abonnee en lees onbeperkt.",
    "Bron: Omroep Veldrade",
)
"""What may stand below the copy of an article."""
SHORT_LEADS = ("De haven is dicht.", "Een ezel liep over de snelweg. Niemand raakte gewond.", "'Het is mooi geweest.'")
"""Leads that no length gives away."""
CROSSHEADS = (
    "Geen vergunning",
    "Vijf jaar geleden",
    "Reacties",
    "Twee uur vast",
    "'Ik sprong'",
    "Vervroegde verkiezingen",
)


@dataclass(frozen=True)
class Brief:
    """The content of one item, before any page prints it."""

    headline: str
    places: tuple[str, ...]
    agencies: tuple[str, ...]
    body: str
    village: str | None
    """What a regional page writes instead of places and agencies."""


def invent_brief(random: Random) -> Brief:
    """Invent one item."""
    places = tuple(random.sample(PLACES, k=random.choice((1, 1, 1, 1, 2, 3))))
    number = random.randrange(2, 90_000)
    lead = f"{random.choice(WHO)} {random.choice(DID)}, {random.choice(WHEN)}, meldt lezer {number}."
    body = " ".join((lead, *random.sample(MORE, k=random.randrange(0, 4))))
    headline = f"{random.choice(HEADS)}" if random.random() < 0.8 else f"{random.choice(HEADS)} na {number} dagen"
    return Brief(headline, places, random.choice(AGENCIES), body, random.choice((*VILLAGES, None)))


def invent_stamp(random: Random, age: int) -> str:
    """Print an age, in minutes, as a site that rounds down does: a bit more as the list goes on."""
    if age < 5:
        return "zojuist"
    if age < 60:
        blank = f"{age}\u00a0minuten\u00a0geleden"
        return random.choice((f"{age} minuten geleden", f"{age} min geleden", f"{age} min. geleden", blank))
    hours = age // 60
    if hours == 1:
        return random.choice(("1 uur geleden", "een uur geleden", "één uur geleden", "ongeveer 1 uur geleden"))
    if hours < 24:
        spelt = (f"{hours} uur geleden", f"{hours} uren geleden", f"ruim {hours} uur geleden", f"{hours} u. geleden")
        return random.choice(spelt)
    days = hours // 24
    short = random.random() < 0.2
    return f"{days} dg. geleden" if short else "1 dag geleden" if days == 1 else f"{days} dagen geleden"
