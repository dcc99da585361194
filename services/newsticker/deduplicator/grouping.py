"""Step 2's decisions: an item's group, told once, and told again when what it stood on is withdrawn."""

from datetime import UTC, datetime
from uuid import UUID

from newsticker.deduplicator.comparisons import Comparisons, read_view
from newsticker.deduplicator.groups import GroupEntry, Groups
from newsticker.domain.duplicates.matching import Text, match_texts
from newsticker.messages.news_group import GroupMatch, NewsGroup
from newsticker.messages.outcomes import Emit, Stores
from newsticker.messages.topics import NEWS_GROUPS, UNIQUE_NEWS_ITEMS
from newsticker.messages.unique_item import DistinctNewsItem, Relation, UniqueNewsItem


class Grouping:
    """Decides on one record; `emits` collects what is to be told."""

    def __init__(self, stores: Stores, timestamp_ms: int) -> None:
        self._groups = Groups(stores)
        self._comparisons = Comparisons(stores)
        self._seen_at = datetime.fromtimestamp(timestamp_ms / 1000, UTC)
        self.emits: list[Emit] = []

    def take(self, view: DistinctNewsItem) -> None:
        """Take a new item or a new revision: a group is chosen once, by what was there at that time."""
        entry = self._groups.load(view.item_id)
        if entry is not None and not entry.gone and view.revision <= entry.taken:
            self._refresh(view, entry)
            return
        known = self._comparisons.read(view.item_id)
        text = read_view(view)
        is_found_alike = known is not None and (known == text or known.signature == text.signature)
        matches = () if is_found_alike else self._find_matches(view.item_id, text)
        self._comparisons.save(view, text, known)
        revision = max(view.revision, entry.revision + 1 if entry else 1)
        if entry is None or entry.gone:
            decided = GroupEntry.decide(view.item_id, revision, self._groups.next_order(), matches, view.revision)
        else:
            decided = _add_matches(entry, matches, revision).model_copy(update={"taken": view.revision})
        self._groups.save(decided)
        for match in matches:
            self._groups.note_later(match.item_id, view.item_id)
        self._tell_item(view, decided)
        if entry is None or entry.gone or decided.matches != entry.matches:
            self._tell_group(decided)

    def withdraw(self, view: DistinctNewsItem) -> None:
        """Take an item back: what was decided by it is decided again, as if it had never been."""
        entry = self._groups.load(view.item_id)
        self._comparisons.remove(view.item_id)
        revision = max(view.revision, entry.revision + 1 if entry else 1)
        gone = GroupEntry.decide(view.item_id, revision, 0, ()).model_copy(update={"gone": True})
        self._groups.save(gone)
        self._tell_item(view, gone)
        self._tell_group(gone)
        if entry is not None:
            self._decide_again(entry.later)

    def _refresh(self, view: DistinctNewsItem, entry: GroupEntry) -> None:
        """Write what is stored of an item once more, so that it is remembered for as long again."""
        self._comparisons.save(view, read_view(view), None)
        self._groups.save(entry)

    def _decide_again(self, item_ids: tuple[UUID, ...]) -> None:
        """Decide on items again, in their order of arrival, and on those that stand on them in turn."""
        waiting = {item_id: entry for item_id in item_ids if (entry := self._groups.load(item_id)) is not None}
        while waiting:
            entry = waiting.pop(min(waiting, key=lambda item_id: waiting[item_id].order))
            matches = tuple(kept for match in entry.matches if (kept := self._renew(match)) is not None)
            again = GroupEntry.decide(entry.item_id, entry.revision, entry.order, matches)
            if entry.gone or (again.duplicate, again.matches) == (entry.duplicate, entry.matches):
                continue
            again = again.model_copy(
                update={"revision": entry.revision + 1, "taken": entry.taken, "later": entry.later}
            )
            self._groups.save(again)
            self._tell_again(again)
            if again.duplicate.group_id != entry.duplicate.group_id:
                later = {item_id: self._groups.load(item_id) for item_id in entry.later}
                waiting.update({item_id: found for item_id, found in later.items() if found is not None})

    def _renew(self, match: GroupMatch) -> GroupMatch | None:
        """Give a match the group that its item has now; nothing when the item is gone."""
        entry = self._groups.load(match.item_id)
        if entry is None:
            return match
        return None if entry.gone else match.model_copy(update={"group_id": entry.duplicate.group_id})

    def _find_matches(self, item_id: UUID, text: Text) -> tuple[GroupMatch, ...]:
        """Find all relations to items that are there, the best first; of equals the one that was there first."""
        found: list[tuple[float, int, GroupMatch]] = []
        for other_id, other in self._comparisons.find_candidates(item_id, text):
            match = match_texts(text, other)
            if match.relation is not Relation.NONE and (entry := self._groups.load(other_id)) is not None:
                told = GroupMatch(
                    item_id=other_id,
                    group_id=entry.duplicate.group_id,
                    relation=match.relation,
                    method=match.method,
                    score=match.score,
                    evidence=match.evidence,
                )
                found.append((-match.score, entry.order, told))
        return tuple(match for *_, match in sorted(found, key=lambda one: one[:2]))

    def _tell_item(self, view: DistinctNewsItem, entry: GroupEntry) -> None:
        fields = {name: getattr(view, name) for name in DistinctNewsItem.model_fields}
        fields |= {"revision": entry.revision, "duplicate": entry.duplicate}
        self.emits.append(Emit(UNIQUE_NEWS_ITEMS, UniqueNewsItem.model_validate(fields)))

    def _tell_again(self, entry: GroupEntry) -> None:
        """Tell of an item by its stored view; one whose view has expired keeps what was told of it."""
        view = self._comparisons.load(entry.item_id)
        if view is not None:
            self._tell_item(view, entry)
        self._tell_group(entry)

    def _tell_group(self, entry: GroupEntry) -> None:
        group = NewsGroup(
            item_id=entry.item_id,
            group_id=entry.duplicate.group_id,
            revision=entry.revision,
            relation=entry.duplicate.relation,
            matches=entry.matches,
            joins=entry.joins,
            seen_at=self._seen_at,
            withdrawn=entry.gone,
        )
        self.emits.append(Emit(NEWS_GROUPS, group))


def _add_matches(entry: GroupEntry, matches: tuple[GroupMatch, ...], revision: int) -> GroupEntry:
    """Keep the group, and name what else the item was found to match."""
    known = {match.item_id for match in entry.matches} | set(entry.later)
    fresh = tuple(match for match in matches if match.item_id not in known)
    return entry.model_copy(update={"revision": revision, "matches": entry.matches + fresh})
