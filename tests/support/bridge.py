"""An article of two paragraphs and a ticker of one item, into which lines are put, and the bodies that come of it."""

from newsticker.domain.sources import Sources
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

HEAD = "Brug open\nGOES (ANP) - De brug bij Goes is weer open voor alle verkeer."
FIRST = "De brug bij Goes is weer open voor alle verkeer."
LAST = "Het onderzoek loopt nog, zegt een woordvoerder van de provincie."
TICKER = "Meer uit Binnenland\nEDE (ANP) - Er ligt een boom om.\n2 uur geleden"
TREE = "Er ligt een boom om."


def split(text: str) -> tuple[str, ...]:
    return tuple(item.body for item in split_document(make_raw_document(text), Sources()))
