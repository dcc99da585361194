"""Step 2's memory of texts: every item's newest view, and which items have a key in common.

Store `texts`, by item id: the newest view, packed. Store `signatures`, by key: the items that have it, oldest first; of
a key that many have the newest are kept, which bounds what one search may cost.
"""

from collections import Counter
from uuid import UUID

from newsticker.deduplicator.packing import dump, pack, unpack
from newsticker.domain.duplicates.matching import Text
from newsticker.messages.base import Part
from newsticker.messages.outcomes import Store, Stores
from newsticker.messages.unique_item import DistinctNewsItem

TEXTS = "texts"
SIGNATURES = "signatures"

KEPT_BY_KEY = 16
COMPARED = 16
"""A key with so many items tells little; a text with so many candidates has met its like among the first."""

_ID_BYTES = 16


class _Headline(Part):
    value: str


class _Printed(Part):
    body: str = ""
    headline: _Headline | None = None


class _View(Part):
    """What is compared of a view."""

    best: _Printed


class Comparisons:
    """Reads and writes what texts are compared by."""

    def __init__(self, stores: Stores) -> None:
        self._texts: Store = stores[TEXTS]
        self._signatures: Store = stores[SIGNATURES]

    def load(self, item_id: UUID) -> DistinctNewsItem | None:
        """Load an item's newest view, unless it has expired."""
        stored = self._texts.get(item_id.bytes)
        return DistinctNewsItem.model_validate_json(unpack(stored)) if stored is not None else None

    def read(self, item_id: UUID) -> Text | None:
        """Read an item's text for comparison, unless it has expired."""
        stored = self._texts.get(item_id.bytes)
        return _read(_View.model_validate_json(unpack(stored)).best) if stored is not None else None

    def save(self, view: DistinctNewsItem) -> None:
        """Save an item's newest view, so that others find it."""
        before = self.read(view.item_id)
        known = before.signature() if before else ()
        self._texts[view.item_id.bytes] = pack(dump(view))
        for key in read_view(view).signature():
            if key not in known:
                self._signatures[key] = (self._others(key, view.item_id) + view.item_id.bytes)[
                    -KEPT_BY_KEY * _ID_BYTES :
                ]

    def remove(self, item_id: UUID) -> None:
        """Remove an item, so that no other finds it."""
        text = self.read(item_id)
        self._texts.pop(item_id.bytes, None)
        for key in text.signature() if text else ():
            if others := self._others(key, item_id):
                self._signatures[key] = others
            else:
                self._signatures.pop(key, None)

    def find_candidates(self, item_id: UUID, text: Text) -> list[UUID]:
        """Find the items that have most keys in common with a text."""
        votes = Counter(found for key in text.signature() for found in _cut(self._others(key, item_id)))
        best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return [UUID(bytes=found) for found, _ in best[:COMPARED]]

    def _others(self, key: bytes, item_id: UUID) -> bytes:
        return b"".join(found for found in _cut(self._signatures.get(key, b"")) if found != item_id.bytes)


def read_view(view: DistinctNewsItem) -> Text:
    """Read a view for comparison."""
    best = view.best
    return Text.of(best.body, best.headline.value if best.headline else None)


def _read(best: _Printed) -> Text:
    return Text.of(best.body, best.headline.value if best.headline else None)


def _cut(ids: bytes) -> list[bytes]:
    return [ids[start : start + _ID_BYTES] for start in range(0, len(ids), _ID_BYTES)]
