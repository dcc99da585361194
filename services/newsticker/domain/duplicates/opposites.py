"""Words of which only one can be true: how it ended, and which of a kind it was.

Each line holds alternatives, by the meanings that the table of synonyms names, or by words that have none there.
"""

_NEGATIONS = """
niet geen niemand nooit niets zonder nergens evenmin noch
not no never none nobody without neither nor didn doesn wasn isn aren weren hasn haven hadn
nicht kein keine keinen keiner keinem ohne nie ne aucun aucune sans jamais
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Folded words that turn a statement into its opposite."""

_OUTCOMES = (
    "stijg hoger winst higher hoher | daal lager lower niedriger",
    "sluit | open",
    "ingestemd toegestaan | afgewezen verbod",
    "dood | gewond levensgevaar ongedeerd",
    "voortvluchtig ontsnapt | arrest",
    "vermist | gevonden terecht",
    "veroordeeld schuldig guilty | vrijgesproken",
    "win | verlies",
    "gestart | einde schrap uitgesteld",
    "akkoord | mislukt geklapt stukgelopen vastgelopen",
    "geel yellow gelb jaune | oranje orange | rood rot rouge",
    "ingetrokken opgeheven | ingesteld afgegeven",
)
_KINDS = (
    "man mannen jongen boy mann junge homme | vrouw vrouwen meisje woman girl women frau madchen femme",
    "noorden north norden nord | zuiden south suden sud | oosten east osten | westen west westen ouest",
    "tientallen dozens dutzende | honderden hundreds hunderte | duizenden thousands tausende | miljoenen",
    "finale final endspiel | halve_finale | kwartfinale kwartfinales viertelfinale | achtste_finale",
    "goud gold | zilver silver silber argent | brons bronze",
    "steekpartij | schietpartij | overval | inbraak inbraken | mishandeling | verkrachting | oplichting | drugshandel",
    "cocaine | heroine | hennep wiet cannabis | xtc",
    "sneeuw snow schnee neige | mist fog nebel brouillard | onweer gewitter orage | hitte heat hitze canicule",
)


def _read(rows: tuple[str, ...], start: int) -> dict[str, tuple[int, int]]:
    return {
        word: (number, side)
        for number, row in enumerate(rows, start)
        for side, words in enumerate(row.split("|"))
        for word in words.split()
    }


KINDS_FROM = len(_OUTCOMES)
ALTERNATIVES = _read(_OUTCOMES, 0) | _read(_KINDS, KINDS_FROM)
"""Meanings by the number of their line and of the alternative on it; from `KINDS_FROM` on, lines are of kinds."""
