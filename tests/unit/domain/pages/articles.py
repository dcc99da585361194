"""An article to put lines around: its title and its copy, and what a page with it gives."""

from newsticker.domain.sources import Sources
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import make_raw_document
from newsticker.splitter.handler import split_document

TITLE = "Wethouder weg om camper"
LEAD = "De wethouder van Meppel stapt op. Hij woonde in een camper."
SHORT = "Dat was verboden."
LONG = (
    "Hij zegt daar spijt van te hebben, maar hij wil er verder niets over kwijt aan de pers, en de gemeente "
    "zegt dat er op zijn vroegst na de zomer van dit jaar een opvolger komt."
)


def split(text: str) -> tuple[NewsItem, ...]:
    """Split a page."""
    return split_document(make_raw_document(text), Sources())
