"""What a facet reads of an item: the copy itself, and what stands around it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Self

from newsticker.domain.enrichment.gazetteer import Hit, scan
from newsticker.messages.enriched_item import Mention
from newsticker.messages.news_item import Dateline, NewsItem


@dataclass(frozen=True)
class Copy:
    """One item's text. `text` is the body, or the headline of an item that has only that."""

    text: str
    headline: str = ""
    dateline: Dateline | None = None
    section: str | None = None
    language: str | None = None
    """Of the page, as far as the splitter knows it."""
    has_body: bool = True

    @classmethod
    def of(cls, item: NewsItem) -> Self:
        """Take from an item what the facets read."""
        headline = item.headline.value if item.headline else ""
        return cls(
            text=item.body or headline,
            headline=headline,
            dateline=item.dateline,
            section=item.source.section,
            language=item.language,
            has_body=bool(item.body),
        )

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """Everything in the text that a gazetteer knows, by start, longest first."""
        return scan(self.text)


class Found(NamedTuple):
    """What a facet found: the value of its field, where it stands, and what is doubtful."""

    value: Any
    """Of the type of the facet's field in `Enrichment`, which checks it."""
    mentions: tuple[Mention, ...] = ()
    """Offsets in the body, but those of kind `agency` and `dateline_place`: in the document."""
    quality: tuple[str, ...] = ()
