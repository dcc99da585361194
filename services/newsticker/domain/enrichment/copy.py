"""What a facet reads of an item: the copy itself, and what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Self, TypedDict

from newsticker.domain.enrichment.gazetteer import Scan, scan
from newsticker.domain.enrichment.names.choosing import Choice, Setting, choose_near, choose_place
from newsticker.domain.enrichment.names.reading import Reading, read_names
from newsticker.domain.enrichment.names.setting import read_setting
from newsticker.domain.enrichment.names.spots import Located, find_spots
from newsticker.messages.news_item import Dateline, NewsItem


class MentionRow(TypedDict):
    """The fields of a `Mention`; all rows of an item are checked and made mentions at once, at half the cost."""

    kind: str
    ref: str
    text: str
    start: int
    end: int
    confidence: float
    via: str


@dataclass(slots=True, eq=False)
class Copy:
    """One item's text. `text` is the body, or the headline of an item that has only that."""

    text: str
    headline: str = ""
    dateline: Dateline | None = None
    section: str | None = None
    language: str | None = None
    """Of the page, as far as the splitter knows it."""
    has_body: bool = True
    source_country: str | None = None
    """ISO 3166-1 alpha-2, where the settings name one: a Belgian page means the Belgian Halle."""

    scan: Scan = field(init=False)
    """Everything in the text that a gazetteer knows."""
    headline_scan: Scan = field(init=False)
    """Everything in the headline that a gazetteer knows."""
    names: Reading = field(init=False)
    """What the names of the text are."""
    setting: Setting = field(init=False)
    """The countries at hand, and whether it is home news."""
    dateline_choices: Sequence[Choice | None] = field(init=False)
    """The places of the dateline, in its order."""
    located: Located = field(init=False)
    """The places of the text, and the capitals that stand for their governments."""

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
            source_country=item.source.country,
        )

    def __post_init__(self) -> None:
        """Read the text once, for all facets."""
        self.scan = scan(self.text)
        self.headline_scan = scan(self.headline) if self.headline and self.has_body else Scan()
        self.names = names = read_names(self.text, self.scan)
        self.setting = setting = read_setting(names, self.dateline, self.section, self.source_country)
        dateline = self.dateline.places if self.dateline else ()
        at_hand = [choose_place(place, setting) for place in dateline]
        sure = [choice.row for choice in at_hand if choice]
        self.located = located = find_spots(names, setting, sure, is_sport=names.is_sport)
        self.dateline_choices = [
            choice
            if choice and choice.row
            else choose_near(place, setting, lambda: [spot.choice.row for spot in located.spots])
            for place, choice in zip(dateline, at_hand, strict=True)
        ]

    def make_mention(self, kind: str, ref: str, start: int, end: int, confidence: float, via: str) -> MentionRow:
        """Point to `[start, end)` of the text; in the order of the row, for arguments by name cost as much again."""
        return {
            "kind": kind,
            "ref": ref,
            "text": self.text[start:end],
            "start": start,
            "end": end,
            "confidence": confidence,
            "via": via,
        }


Found = tuple[Any, Sequence[MentionRow], Sequence[str]]
"""What a facet found: the value of its field in `Enrichment`, which checks it; where it stands, with offsets in the
body, but those of kind `agency` and `dateline_place` in the document; and what is doubtful."""
