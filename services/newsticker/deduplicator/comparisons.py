"""Step 2's memory of texts: every item's newest view in store `texts`, and in `signatures` how to find it."""

from collections.abc import Iterator
from uuid import UUID

from newsticker.deduplicator.postings import SHORT_ID_BYTES, Postings
from newsticker.deduplicator.views import Printed, pack_view, unpack_printed, unpack_view
from newsticker.domain.duplicates.matching import Text
from newsticker.messages.news_item import NewsItem
from newsticker.messages.outcomes import Store, Stores
from newsticker.messages.unique_item import DistinctNewsItem

TEXTS = "texts"
SIGNATURES = "signatures"

COMPARED = 8
"""Most texts have no candidate or one; the best of many are those that share the rarest keys."""

FEW = 4
"""One key in common is enough to be compared if so few others have it, else several are needed."""

_VOTES = 720_720
"""Of one key, shared by those that have it; divisible by every number up to 16."""


class Comparisons:
    """Reads and writes what texts are compared by."""

    def __init__(self, stores: Stores) -> None:
        self._texts: Store = stores[TEXTS]
        self._postings = Postings(stores[SIGNATURES])

    def load(self, item_id: UUID) -> DistinctNewsItem | None:
        """Load an item's newest view, unless it has expired."""
        stored = self._texts.get(_shorten(item_id))
        return unpack_view(stored) if stored is not None else None

    def read(self, item_id: UUID) -> Text | None:
        """Read an item's text for comparison, unless it has expired."""
        printed = self._read(_shorten(item_id))
        return _read_text(printed) if printed is not None else None

    def save(self, view: DistinctNewsItem, text: Text, before: Text | None) -> None:
        """Save an item's newest view, so that others find it by its text; `before` is its text so far."""
        short_id = _shorten(view.item_id)
        self._texts[short_id] = pack_view(view)
        if text != before:
            known = before.signature if before else ()
            self._postings.add((key for key in text.signature if key not in known), short_id)

    def remove(self, item_id: UUID) -> None:
        """Remove an item, so that no other finds it."""
        text = self.read(item_id)
        self._texts.pop(_shorten(item_id), None)
        self._postings.remove(text.signature if text else (), _shorten(item_id))

    def find_candidates(self, item_id: UUID, text: Text) -> Iterator[tuple[UUID, Text]]:
        """Find the texts that have most keys in common with this one; a key counts the less the more have it."""
        votes: dict[bytes, int] = {}
        own_id = _shorten(item_id)
        for found in filter(None, self._postings.find_each(text.signature)):
            others = [other for other in found if other != own_id]
            for other in others:
                votes[other] = votes.get(other, 0) + _VOTES // len(others)
        enough = [vote for vote in votes.items() if vote[1] >= _VOTES // FEW]
        best = sorted(enough, key=lambda vote: (-vote[1], vote[0]))
        for short_id, _ in best[:COMPARED]:
            printed = self._read(short_id)
            if printed is not None:
                yield printed.item_id, _read_text(printed)

    def _read(self, short_id: bytes) -> Printed | None:
        stored = self._texts.get(short_id)
        return unpack_printed(stored) if stored is not None else None


def read_view(view: DistinctNewsItem) -> Text:
    """Read a view for comparison."""
    return _read_text(view.best)


def _read_text(printed: Printed | NewsItem) -> Text:
    return Text.of(printed.body, printed.headline.value if printed.headline else None)


def _shorten(item_id: UUID) -> bytes:
    """Take the end of an id, which has no fixed bits."""
    return item_id.bytes[-SHORT_ID_BYTES:]
