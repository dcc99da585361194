"""Precision, recall and F1 of every facet on the labelled items."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from labelled.reader import HALVES, LabelledItem, read_half
from newsticker.domain.enrichment import enrich_copy
from newsticker.domain.enrichment.tables.terms import read_topics
from newsticker.messages.enriched_item import Enrichment

Answers = tuple[set[str], set[str]]
"""What is true, and what was found."""


@dataclass
class Score:
    """Counts of one facet or class."""

    right: int = 0
    found: int = 0
    true: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of what is true, the share that was found."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, true: Iterable[str], found: Iterable[str]) -> None:
        """Count one item."""
        truth, answer = set(true), set(found)
        self.right += len(truth & answer)
        self.found += len(answer)
        self.true += len(truth)
        self.wrong += sorted(answer - truth)
        self.missed += sorted(truth - answer)


Scores = dict[tuple[str, str], Score]
"""By half, and by facet with its class."""


def measure() -> Scores:
    """Score both halves."""
    scores: Scores = defaultdict(Score)
    for half in HALVES:
        for item in read_half(half):
            enrichment = enrich_copy(item.copy)
            for facet, (true, found) in compare(item, enrichment):
                scores[half, facet].add(true, found)
    return dict(sorted(scores.items()))


def compare(item: LabelledItem, enrichment: Enrichment) -> Iterator[tuple[str, Answers]]:
    """Give truth and answer of every facet and class of one item."""
    yield from _compare_places(item, enrichment)
    yield from _compare_countries(item, enrichment)
    if item.language == "nl":
        yield "people", (set(item.people), {_same(person.name, item.people) for person in enrichment.people})
        yield from _compare_organisations(item, enrichment)
        yield from _compare_topics(item, enrichment)
    yield f"language: {item.language}", ({item.language}, {enrichment.language or ""})


def _compare_places(item: LabelledItem, enrichment: Enrichment) -> Iterator[tuple[str, Answers]]:
    if item.dateline:
        found = {place.country for place in enrichment.places if place.rel == "dateline" and place.country}
        yield "dateline: country", ({mark.country for mark in item.dateline}, found)
        uris = {place.uri for place in enrichment.places if place.rel == "dateline" and place.uri}
        yield "dateline: id", ({mark.uri for mark in item.dateline if mark.uri}, uris)
    marks = {mark.uri or mark.name for mark in (*item.dateline, *item.places)}
    yield "places", (marks, {place.uri or place.name for place in enrichment.places})
    uris = {place.uri for place in enrichment.places if place.uri}
    yield "places: id", ({mark.uri for mark in (*item.dateline, *item.places) if mark.uri}, uris)


def _compare_countries(item: LabelledItem, enrichment: Enrichment) -> Iterator[tuple[str, Answers]]:
    yield "countries", (set(item.countries), {country.code for country in enrichment.countries})
    for way in ("name", "adjective", "demonym", "place", "metonym", "dateline"):
        found = {country.code for country in enrichment.countries if way in country.via}
        yield f"countries: {way}", (found & item.countries, found)


def _compare_organisations(item: LabelledItem, enrichment: Enrichment) -> Iterator[tuple[str, Answers]]:
    found = {}
    for organisation in enrichment.organisations:
        name = _same(organisation.name, item.organisations)
        found[name if name in item.organisations else _same(organisation.literal, item.organisations)] = organisation
    yield "organisations", (set(item.organisations), set(found))
    for kind in {organisation.kind or "other" for organisation in found.values()}:
        names = {name for name, organisation in found.items() if (organisation.kind or "other") == kind}
        yield f"organisations: {kind}", (names & item.organisations, names)


def _compare_topics(item: LabelledItem, enrichment: Enrichment) -> Iterator[tuple[str, Answers]]:
    """Compare first levels; a code below one is right when its first level is, and one right first level is enough."""
    codes = [subject.uri.rsplit("/", 1)[1] for subject in enrichment.subjects]
    roots = {code for code in codes if code.endswith("000000")}
    yield (
        "topics: a right first level",
        ({"right"} if item.roots else set(), {"right"} if roots & item.roots else set()),
    )
    yield "topics: first level precision", (roots & item.roots, roots)
    below = {code for code in codes if code not in roots}
    roots_of = {
        subject.uri.rsplit("/", 1)[1]: root_of(subject.uri.rsplit("/", 1)[1]) for subject in enrichment.subjects
    }
    yield "topics: code precision", ({code for code in below if roots_of[code] in item.roots}, below)


def root_of(code: str) -> str:
    """Give the first level of a code."""
    return read_topics()[code].root


def _same(name: str, truth: Iterable[str]) -> str:
    """Give the spelling of the truth where only case differs."""
    return next((known for known in truth if known.casefold() == name.casefold()), name)
