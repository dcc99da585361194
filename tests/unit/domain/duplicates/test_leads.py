"""New leads above an old rest."""

import pytest

from newsticker.domain.duplicates.leads import has_new_lead
from newsticker.domain.duplicates.reading import Reading
from newsticker.domain.duplicates.relating import relate
from newsticker.messages.unique_item import Relation

LEAD = (
    "Een veerboot is woensdagochtend bij Terhove op een zandbank gelopen. De 84 passagiers zijn met sloepen van boord."
)
REST = (
    "De boot was onderweg naar het eiland Waddeneer toen het roer blokkeerde. Volgens kapitein Jelmer Oostra was er "
    "weinig wind. De rederij zet een andere boot in. Reizigers die hun kaartje niet gebruiken krijgen hun geld terug. "
    "De inspectie onderzoekt hoe het roer kon vastlopen. Het schip werd vorig jaar nog gekeurd en kreeg toen "
    "een nieuwe motor."
)
OTHER_WORDS = (
    "Bij Terhove is woensdagochtend een veerboot op een zandbank vastgelopen. Sloepen haalden de 84 passagiers van "
    "boord."
)
NEW = {
    "a number": LEAD.replace("84", "91"),
    "a name": "Burgemeester Rudolf Aalbers wil dat de veerboot die bij Terhove op een zandbank liep voorlopig niet "
    "meer vaart. De passagiers hadden volgens hem geluk.",
    "a month": "De veerboot die bij Terhove op een zandbank liep, vaart pas in oktober weer. De passagiers van "
    "woensdag krijgen een bos bloemen.",
    "what happened": "De veerboot die op een zandbank bij Terhove lag is vlot getrokken door twee slepers en ligt nu "
    "aan de kade voor herstel van de romp.",
}


@pytest.mark.parametrize("lead", NEW.values(), ids=NEW)
def test_a_lead_with_something_new_above_the_same_rest_is_an_update(lead: str) -> None:
    old, new = (Reading(f"{text}\n\n{REST}") for text in (LEAD, lead))
    assert has_new_lead(old, new)
    assert has_new_lead(new, old)
    assert relate(old, new).relation is Relation.UPDATE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{LEAD}\n\n{REST}", f"{OTHER_WORDS}\n\n{REST}"),
        (f"{LEAD}\n\n{REST}", f"{LEAD.split('. ', maxsplit=1)[0]}.\n\n{REST}"),
        (f"{LEAD}\n\n{REST}", f"{LEAD}\n\n{REST}"),
        (f"{LEAD}\n\n{REST}", f"{LEAD} Niemand raakte gewond.\n\n{REST}"),
    ],
)
def test_a_lead_that_was_cut_or_put_in_other_words_is_not_new(one: str, other: str) -> None:
    assert not has_new_lead(Reading(one), Reading(other))
    assert relate(Reading(one), Reading(other)).relation is Relation.SAME
