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
    (2, "twee two zwei deux"),
    (3, "drie three drei trois derde third dritte dritten troisieme"),
    (4, "vier four quatre vierde fourth vierte vierten quatrieme"),
    (5, "vijf five funf cinq vijfde fifth funfte funften cinquieme"),
    (6, "zes six sechs zesde sixth sechste sechsten sixieme"),
    (7, "zeven seven sieben sept zevende seventh siebte siebten septieme"),
    (8, "acht eight huit achtste eighth achte achten huitieme"),
    (9, "negen nine neun neuf negende ninth neunte neunten neuvieme"),
    (10, "tien ten zehn dix tiende tenth zehnte zehnten dixieme"),
    (11, "elf eleven onze"),
    (12, "twaalf twelve zwolf douze"),
    (13, "dertien thirteen dreizehn treize"),
    (14, "veertien fourteen vierzehn quatorze"),
    (15, "vijftien fifteen funfzehn quinze"),
    (16, "zestien sixteen sechzehn seize"),
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
    (100, "honderd hundred hundert cent"),
    (1000, "duizend thousand tausend mille"),
)
NUMBER_WORDS = {word: str(number) for number, words in _NUMBER_WORDS for word in words.split()}
"""Folded number words by the digits that an editor might write instead."""

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

_AMBIGUOUS = {"onze", "cent", "acht", "ten"}
"""Also "our", a coin, attention, and "at the": numbers in one language, words in another."""
for _word in _AMBIGUOUS:
    del NUMBER_WORDS[_word]

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
    "opgelopen gestegen verdubbeld uitgebreid risen rises rose climbed climbs gestiegen steigt eleve passe",
    "bijgesteld gecorrigeerd herzien revised corrected korrigiert revise corrige",
    "uitgesteld verschoven opgeschort postponed delayed verschoben reporte",
    "ingetrokken geschrapt schrapt teruggedraaid afgelast withdrawn cancelled abgesagt annule abandonne renonce",
    "aangehouden opgepakt gearresteerd arrested detained festgenommen verhaftet interpelle arrete",
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
"""Folded words by which an editor says what has happened since, or that it was otherwise before; alike ones are one."""

_OUTCOMES = (
    "terecht",
    "gered rescued gerettet sauve sauvee",
    "hersteld repaired repariert repare reparee",
    "vrijgelaten released freed freigelassen libere",
    "onschuldig vrijgesproken acquitted freigesprochen acquitte",
)
OUTCOMES = {word: number for number, words in enumerate(_OUTCOMES) for word in words.split()}
"""Folded words by which a story ends: with one of them on one side only, two texts are not the same report."""
