"""Groups texts as step 2 does, or by a method's pairs, and says how far the groups are the true ones."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from math import comb
from uuid import UUID

from duplicates.methods import Method
from newsticker.deduplicator.handler import handle_distinct
from newsticker.domain.identity import item_id
from newsticker.messages.base import name_id
from newsticker.messages.news_item import ItemKind, ItemSource, NewsItem, Provenance
from newsticker.messages.outcomes import Store
from newsticker.messages.time import ItemTime, Published, TimeStatus
from newsticker.messages.unique_item import DistinctNewsItem, Relation, SightingCount, UniqueNewsItem

_UNKNOWN = Published(status=TimeStatus.UNKNOWN)
_SOME_TIME = datetime(2026, 1, 22, 20, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far groups are the true ones: the adjusted Rand index, and B-cubed precision and recall."""

    rand: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def group_by_handler(texts: Sequence[str]) -> list[Hashable]:
    """Send texts through step 2 in their order, its search for candidates included."""
    stores: defaultdict[str, Store] = defaultdict(dict)
    groups: dict[UUID, Hashable] = {}
    for number, text in enumerate(texts):
        for emit in handle_distinct(make_distinct(text), number, stores).emits:
            if isinstance(emit.message, UniqueNewsItem):
                groups[emit.message.item_id] = emit.message.duplicate.group_id
    return [groups[item_id(text)] for text in texts]


def make_distinct(text: str) -> DistinctNewsItem:
    """Make what step 2 reads of a text."""
    identity = item_id(text)
    document = name_id(f"benchmark\n{identity}")
    source = ItemSource(
        document_id=document, source="benchmark", position=1, start=0, end=len(text), sha256=document.hex * 2
    )
    best = NewsItem(
        item_id=identity,
        sighting_id=document,
        kind=ItemKind.TICKER,
        body=text,
        time=ItemTime(published=_UNKNOWN),
        source=source,
        provenance=Provenance(version="1"),
    )
    count = SightingCount(count=1, first_seen=_SOME_TIME, last_seen=_SOME_TIME)
    return DistinctNewsItem(item_id=identity, revision=1, best=best, published=_UNKNOWN, sightings=count)


def group_by_pairs(texts: Sequence[str], method: Method) -> list[Hashable]:
    """Join every two texts that a method calls the same."""
    parents = list(range(len(texts)))

    def find(number: int) -> int:
        while parents[number] != number:
            number = parents[number]
        return number

    for one, other in combinations(range(len(texts)), 2):
        if find(one) != find(other) and method(texts[one], texts[other]) is Relation.SAME:
            parents[find(other)] = find(one)
    return [find(number) for number in range(len(texts))]


def compare(found: Sequence[Hashable], true: Sequence[Hashable]) -> Agreement:
    """Compare two groupings of the same texts."""
    both = Counter(zip(found, true, strict=True))
    found_sizes, true_sizes = Counter(found), Counter(true)
    count = len(found)
    index, all_pairs = _pairs(both.values()), comb(count, 2)
    expected = _pairs(found_sizes.values()) * _pairs(true_sizes.values()) / all_pairs
    most = (_pairs(found_sizes.values()) + _pairs(true_sizes.values())) / 2
    return Agreement(
        rand=(index - expected) / (most - expected),
        precision=sum(size * size / found_sizes[group] for (group, _), size in both.items()) / count,
        recall=sum(size * size / true_sizes[group] for (_, group), size in both.items()) / count,
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(comb(size, 2) for size in sizes)
