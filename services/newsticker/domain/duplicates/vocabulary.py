"""Words that carry no news of their own, and words that stand for numbers and days, in four languages."""

_LITTLE_WORDS = """
de het een en van in op te dat die is zijn niet met voor aan er om ook als maar bij nog uit door over naar heeft was
wordt worden werd werden had hebben dan meer na tot wel al toe zo of hij ze zij hun haar hem dit deze daar waar wie wat
kan kunnen moet moeten zal zullen zou zouden gaat gaan komt komen volgens meldt zegt zei zeker tegen onder omdat toen
nu hebben onze ons men geen veel alle per tussen tijdens vanwege daarmee daarom weer eerder zich waarop waarbij
the a an and of in on to that is are was were be been not with for at by from as it its has have had will would who
which this these those they he she his her their but or than after before said says say about into over under more
der die das ein eine einer eines einem einen und von im am zu dass ist sind war waren nicht mit für an auf bei aus nach
als auch wie wird werden wurde wurden hat haben hatte sich er sie es ihr ihre dem den des oder aber noch um über vor
le la les un une des du de et à au aux en dans sur que qui est sont été par pour pas plus avec ce cette ces il elle
ils elles se son sa ses leur leurs ou mais a ont selon d l s n c qu j m t
"""
LITTLE_WORDS = frozenset(_LITTLE_WORDS.split())
"""Words that say nothing of what a text is about; folded."""

_NUMBER_WORDS = (
    (1, "eerste first erste ersten"),
    (2, "twee two zwei deux tweede zweite zweiten deuxieme"),
    (3, "drie three drei trois derde third dritte dritten troisieme"),
    (4, "vier four quatre vierde fourth vierte vierten quatrieme"),
    (5, "vijf five funf cinq vijfde fifth funfte funften cinquieme"),
    (6, "zes six sechs zesde sixth sechste sechsten sixieme"),
    (7, "zeven seven sieben zevende seventh siebte siebten septieme"),
    (8, "eight huit achtste eighth achte huitieme"),
    (9, "negen nine neun negende ninth neunte neunten neuvieme"),
    (10, "tien zehn dix tiende tenth zehnte zehnten dixieme"),
    (11, "elf eleven elfde eleventh"),
    (12, "twaalf twelve zwolf douze twaalfde twelfth dozijn dutzend"),
    (13, "dertien thirteen dreizehn treize"),
    (14, "veertien fourteen vierzehn quatorze"),
    (15, "vijftien fifteen funfzehn quinze"),
    (16, "zestien sixteen sechzehn"),
    (17, "zeventien seventeen siebzehn"),
    (18, "achttien eighteen achtzehn"),
    (19, "negentien nineteen neunzehn"),
    (20, "twintig twenty zwanzig vingt"),
    (30, "dertig thirty dreissig trente"),
    (40, "veertig forty vierzig quarante"),
    (50, "vijftig fifty funfzig cinquante"),
    (60, "zestig sixty sechzig soixante"),
    (70, "zeventig seventy siebzig"),
    (80, "tachtig eighty achtzig"),
    (90, "negentig ninety neunzig"),
    (100, "honderd hundred hundert"),
    (1000, "duizend thousand tausend mille"),
)
NUMBER_WORDS = {word: str(number) for number, words in _NUMBER_WORDS for word in words.split()}
NUMBER_WORDS |= dict.fromkeys(("anderhalf", "anderhalve", "anderthalb", "eineinhalb"), "1.5")
"""Folded number words by the digits that an editor might write instead, but for those that are doubtful."""

WEAK_NUMBERS = frozenset({"1", "2"})
"""Too common to be a fact of their own ("the two ministers"), unless another number stands in their place."""

_ONES = "een twee drie vier vijf zes zeven acht negen|ein zwei drei vier funf sechs sieben acht neun"
_TENS = (
    "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
    "|zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"
)
_WRITTEN_AS_ONE = (("en", "honderd", "duizend"), ("und", "hundert", "tausend"))
for _ones, _tens, (_and, _hundred, _thousand) in zip(_ONES.split("|"), _TENS.split("|"), _WRITTEN_AS_ONE, strict=True):
    for _one, _word in enumerate(_ones.split(), 1):
        NUMBER_WORDS[_word + _hundred] = str(_one * 100)
        NUMBER_WORDS[_word + _thousand] = str(_one * 1000)
        NUMBER_WORDS |= {_word + _and + ten: str(_one + at * 10) for at, ten in enumerate(_tens.split(), 2)}

MAGNITUDES = (
    {"ton": 5}
    | dict.fromkeys(("1000", "tausend"), 3)
    | dict.fromkeys(["miljoen", "million", "millions", "millionen", "mln", "mio"], 6)
    | dict.fromkeys(["miljard", "billion", "milliard", "milliards", "milliarde", "milliarden", "mld", "mrd", "bn"], 9)
)
"""How many noughts a word adds to the number before it."""

DOUBTFUL_NUMBERS = {
    "acht": "8",
    "achten": "8",
    "ten": "10",
    "second": "2",
    "onze": "11",
    "seize": "16",
    "neuf": "9",
    "sept": "7",
    "cent": "100",
}
"""Also attention, "they deem", "at the", a moment, "our", to take, new, a month, a coin: what is near them decides."""

_DEEMED = """
het de zich dit dat een bewezen genomen geslagen te hem haar hen deze die niet zijn mogelijk noodzakelijk wenselijk
waarschijnlijk onwaarschijnlijk verantwoord onverantwoord schuldig voldoende onvoldoende zeer daarmee ook
"""
DEEMED = frozenset(_DEEMED.split())
"""Before one of these "acht" is a verb: the court deems it proven."""

_FRENCH_MARKS = frozenset({"les", "des", "une", "est", "dans", "la"})
LANGUAGE_MARKS = {
    "ten": frozenset({"the", "and", "of"}),
    "second": frozenset({"the", "and", "of"}),
    "achten": frozenset({"der", "die", "und", "am", "im"}),
} | dict.fromkeys(("onze", "seize", "neuf", "sept", "cent"), _FRENCH_MARKS)
"""Little words of the language in which such a word is a number."""

DUTCH_MARKS = frozenset({"het", "een", "van"})
"""Little words of the language in which none of them is."""

_DAYS = (
    (1, "maandag monday montag lundi"),
    (2, "dinsdag tuesday dienstag mardi"),
    (3, "woensdag wednesday mittwoch mercredi"),
    (4, "donderdag thursday donnerstag jeudi"),
    (5, "vrijdag friday freitag vendredi"),
    (6, "zaterdag saturday samstag sonnabend samedi"),
    (7, "zondag sunday sonntag dimanche"),
)
DAYS = {word: number for number, words in _DAYS for word in words.split()}
"""Folded weekdays by ISO number; compounds such as "maandagochtend" begin with one."""

_PARTICLES = "van de der den het ten ter von zu und du des la le el al bin ibn di da dos of the"
PARTICLES = frozenset(_PARTICLES.split())
"""Words in lower case that may stand within a name."""

_MONTHS = (
    "january januar januari janvier",
    "february februar februari fevrier",
    "march marz maart mars",
    "april avril",
    "may mai mei",
    "june juni juin",
    "july juli juillet",
    "august augustus aout",
    "september septembre",
    "october oktober octobre",
    "november novembre",
    "december dezember decembre",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Folded months by number; English and German ones are capitalised, and no names."""

_PERIODS = (
    "kwartaal halfjaar quarter quartal trimestre",
    "week maand jaar kwartaal month year quarter woche monat jahr semaine mois an",
    "eerder geleden earlier ago zuvor plus avant",
    "vorige vorig voorgaande last previous vergangene vergangenen letzte",
)
PERIODS, PERIOD_UNITS, PERIOD_BACK, PERIOD_LAST = (frozenset(words.split()) for words in _PERIODS)
"""Words of figures that come out again and again: of a quarter, a year earlier, last week; folded."""

AGE_UNITS = ("jarige", "jahrig", "year", "ans")
"""How folded words begin that make a number before them an age."""

ENGLISH_VERBS = frozenset({"may", "march"})
"""Months only where they are capitalised."""

_GERMAN = """
und im ist mit von das ein eine einer eines einem einen nach auf fur nicht am sich wurde wurden sind hat zum zur der
"""
GERMAN_WORDS = frozenset(_GERMAN.split())
"""Little words that tell the language which capitalises its nouns."""

PLACE_PREPOSITIONS = frozenset({"in", "bei", "aus", "von"})
"""German words after which a noun without an article is mostly a place."""

_TURNS = (
    "opnieuw again erneut wieder encore",
    "toch alsnog still doch finalement",
    "inmiddels inzwischen desormais",
    "opgelopen gestegen steeg verdubbeld uitgebreid risen rises rose climbed climbs gestiegen steigt eleve passe",
    "bijgesteld gecorrigeerd herzien revised corrected korrigiert revise corrige",
    "uitgesteld verschoven opgeschort postponed delayed verschoben reporte",
    "ingetrokken geschrapt schrapt geannuleerd teruggedraaid afgelast withdrawn cancelled abgesagt annule renonce",
    "aangehouden opgepakt gearresteerd arrestaties arrested detained festgenommen verhaftet interpelle arrete",
    "overleden bezweken died gestorben decede succombe",
    "beroep appeal berufung appel",
    "gevonden teruggevonden aangetroffen found gefunden retrouve retrouvee",
    "heropend reopened reopens wiedereroffnet rouvert rouvre",
    "verlengd extended verlangert prolonge",
    "geschorst suspended suspendiert suspendu suspendue",
    "hervat resumed wiederaufgenommen repris",
)
ROUTINE_TURNS = frozenset({3})
"""Prices and figures rise every day: that says nothing of an earlier report."""

TURNS = {word: number for number, words in enumerate(_TURNS) for word in words.split()}
TURN_MEANINGS = {"arrest": TURNS["opgepakt"], "uitgesteld": TURNS["uitgesteld"], "verlengd": TURNS["verlengd"]}
"""Folded words by which an editor says what has happened since, or that it was otherwise before; alike ones are one."""

_OUTCOMES = (
    "terecht",
    "gered rescued gerettet sauve sauvee",
    "hersteld repaired repariert repare reparee",
    "vrij vrijgelaten released freed freigelassen libere",
    "onschuldig vrijgesproken acquitted freigesprochen acquitte",
    "akkoord accord agreement einigung",
)
OUTCOMES = {word: number for number, words in enumerate(_OUTCOMES) for word in words.split()}
"""Folded words by which a story ends: with one of them on one side only, two texts are not the same report."""
