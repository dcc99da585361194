"""Joins Dutch and German verbs that stand in two places of a sentence: "stelt de heffing uit" is "uitgesteld"."""

from collections.abc import Iterator

from newsticker.domain.duplicates.tokens import Tokens

REACH = 16
"""Words within which the second part of a verb stands."""

_VERBS = """
stelt uit uitgesteld|stellen uit uitgesteld|stelde uit uitgesteld|trekt in ingetrokken|trekken in ingetrokken
trok in ingetrokken|hield aan aangehouden|hielden aan aangehouden|pakt op opgepakt
pakte op opgepakt|pakten op opgepakt|wijst af afgewezen|wees af afgewezen|wijzen af afgewezen|keurt goed goedgekeurd
keurde goed goedgekeurd|stemt in ingestemd|stemde in ingestemd|stemden in ingestemd|stapt op opgestapt
stapte op opgestapt|treedt af afgetreden|trad af afgetreden|neemt over overgenomen|nam over overgenomen
nemen over overgenomen|schort op opgeschort|schortte op opgeschort|gelast af afgelast|gelastte af afgelast
blaast af afgelast|sluit af afgesloten|sloot af afgesloten|raadt af afgeraden|raadde af afgeraden|kondigt af afgekondigd
kondigde af afgekondigd|lost op opgelost|breidt uit uitgebreid|breidde uit uitgebreid|laat vrij vrijgelaten
liet vrij vrijgelaten|spreekt vrij vrijgesproken|sprak vrij vrijgesproken|loopt op opgelopen|liep op opgelopen
sagt ab abgesagt|sagte ab abgesagt|sagen ab abgesagt|lehnt ab abgelehnt|lehnte ab abgelehnt|nimmt fest festgenommen
nahm fest festgenommen|nahmen fest festgenommen|tritt zuruck zuruckgetreden|trat zuruck zuruckgetreden
"""
SEPARABLE = {
    (verb, part): whole
    for verb, part, whole in (entry.split() for entry in _VERBS.replace("\n", "|").split("|") if entry)
}
"""A verb's form and what stands apart from it, by the form that has both; folded."""

_PARTS: dict[str, frozenset[str]] = {
    verb: frozenset(part for other, part in SEPARABLE if other == verb) for verb, _ in SEPARABLE
}
_BEFORE = "tot naar voor met vanwege omdat wegens bij door dat of maar na nu en bis wegen mit und"
_FOLLOWING = frozenset(_BEFORE.split())
"""Words before which the second part of a verb may stand within a sentence; elsewhere it is a preposition."""


def find_separated(tokens: Tokens) -> Iterator[tuple[int, str]]:
    """Find the verbs of which a part stands apart, by the place of the first part, and give them whole."""
    if _PARTS.keys().isdisjoint(tokens.words):
        return
    for at, word in enumerate(tokens.words):
        if word in _PARTS and (part := _find_part(tokens, at, _PARTS[word])):
            yield at, SEPARABLE[word, part]


def _find_part(tokens: Tokens, at: int, parts: frozenset[str]) -> str | None:
    for place in range(at + 1, min(at + REACH, len(tokens.words))):
        if tokens.begins_sentence(place):
            return None
        if tokens.words[place] in parts and _ends_clause(tokens, place):
            return tokens.words[place]
    return None


def _ends_clause(tokens: Tokens, place: int) -> bool:
    after = place + 1
    if after == len(tokens.words) or tokens.words[after] in _FOLLOWING:
        return True
    return "," in tokens.find_gap(after) or tokens.begins_sentence(after)
