"""What a facet reads of an item: the copy itself, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, Self

from newsticker.domain.enrichment.gazetteer import Scan, scan
from newsticker.domain.enrichment.names.choosing import Choice, Setting, choose_place
from newsticker.domain.enrichment.names.reading import Reading, read_names
from newsticker.domain.enrichment.names.setting import read_setting
from newsticker.domain.enrichment.names.sport import speaks_of_sport
from newsticker.domain.enrichment.names.spots import Located, find_spots
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
    def scan(self) -> Scan:
        """Everything in the text that a gazetteer knows."""
        return scan(self.text)

    @cached_property
    def headline_scan(self) -> Scan:
        """Everything in the headline that a gazetteer knows."""
        return scan(self.headline) if self.headline and self.has_body else Scan((), ())

    @cached_property
    def names(self) -> Reading:
        """What the names of the text are."""
        return read_names(self.text, self.scan)

    @cached_property
    def setting(self) -> Setting:
        """The countries at hand, and whether it is home news."""
        return read_setting(self.names, self.dateline, self.section)

    @cached_property
    def dateline_choices(self) -> Sequence[Choice | None]:
        """The places of the dateline, in its order."""
        return [choose_place(name, self.setting) for name in self.dateline.places] if self.dateline else []

    @cached_property
    def located(self) -> Located:
        """The places of the text, and the capitals that stand for their governments."""
        return find_spots(self.names, self.setting, is_sport=speaks_of_sport(self.scan.terms))

    def make_mention(self, span: tuple[int, int], *, kind: str, ref: str, confidence: float, via: str) -> Mention:
        """Point to `[start, end)` of the text."""
        start, end = span
        text = self.text[start:end]
        return Mention(kind=kind, ref=ref, text=text, start=start, end=end, confidence=confidence, via=via)


class Found(NamedTuple):
    """What a facet found: the value of its field, where it stands, and what is doubtful."""

    value: Any
    """Of the type of the facet's field in `Enrichment`, which checks it."""
    mentions: tuple[Mention, ...] = ()
    """Offsets in the body, but those of kind `agency` and `dateline_place`: in the document."""
    quality: tuple[str, ...] = ()
