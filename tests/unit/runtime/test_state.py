"""State: drafts, transactions, tombstones, and expiry by record time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.messages.topics import DAY_MS
from newsticker.runtime.outbox import MAX_RECORD_BYTES, OversizedRecordError
from newsticker.runtime.state import SWEEP_MS, SWEEP_SLACK_MS, Store, StoreSpec, StoreView

HOUR_MS = 3_600_000
START_MS = 1_700_000_000_000


def make_store(days: int | None = None, **entries: int) -> Store:
    store = Store(StoreSpec("things", days))
    for key, written_ms in entries.items():
        store.apply([(key.encode(), b"v-" + key.encode(), written_ms)], None)
    return store


def make_view(store: Store | None = None, now_ms: int = START_MS) -> StoreView:
    view = StoreView(make_store() if store is None else store)
    view.begin_record(now_ms)
    return view


def test_a_record_sees_its_own_writes_before_anybody_else_does() -> None:
    view = make_view()
    view[b"a"] = b"1"
    assert view[b"a"] == b"1"
    assert b"a" in view
    assert view.pending == {}
    assert view.store.get(b"a", START_MS) is None


def test_the_next_record_of_the_transaction_sees_what_was_kept() -> None:
    view = make_view()
    view[b"a"] = b"1"
    view.keep_record()
    view.begin_record(START_MS + 1)
    assert view[b"a"] == b"1"
    assert view.store.get(b"a", START_MS) is None
    view.commit()
    assert view.store.get(b"a", START_MS) == b"1"
    assert view.pending == {}


def test_a_dropped_record_leaves_no_trace() -> None:
    view = make_view(make_store(old=START_MS))
    view[b"a"] = b"1"
    del view[b"old"]
    view.drop_record()
    assert b"a" not in view
    assert view[b"old"] == b"v-old"
    view.keep_record()
    assert view.pending == {}


def test_a_draft_that_was_neither_kept_nor_dropped_is_gone_with_the_next_record() -> None:
    view = make_view()
    view[b"a"] = b"1"
    view.begin_record(START_MS)
    assert b"a" not in view


def test_a_removed_key_becomes_a_tombstone_and_leaves_memory() -> None:
    view = make_view(make_store(a=START_MS, b=START_MS))
    del view[b"a"]
    assert b"a" not in view
    view.keep_record()
    assert view.pending == {b"a": (None, START_MS)}
    view.commit()
    assert len(view.store) == 1
    assert view.store.get(b"a", START_MS) is None


def test_removing_what_is_not_there_is_a_key_error_as_in_a_dict() -> None:
    view = make_view()
    with pytest.raises(KeyError):
        del view[b"a"]
    with pytest.raises(KeyError):
        view[b"a"]
    assert view.pop(b"a", b"none") == b"none"
    assert view.get(b"a") is None


def test_a_tombstone_of_the_changelog_removes_the_key_at_restore() -> None:
    store = make_store(a=START_MS)
    store.apply([(b"a", None, START_MS + 1)], None)
    assert len(store) == 0
    store.apply([(b"never-there", None, START_MS + 1)], None)
    assert len(store) == 0


def test_an_empty_value_is_a_value() -> None:
    view = make_view()
    view[b"a"] = b""
    view.keep_record()
    view.commit()
    assert view.store.get(b"a", START_MS) == b""


def test_a_view_is_neither_walked_nor_counted() -> None:
    view = make_view(make_store(a=START_MS))
    with pytest.raises(TypeError, match="not iterated"):
        iter(view)
    with pytest.raises(TypeError, match="not counted"):
        len(view)


def test_a_value_that_no_changelog_takes_is_refused_at_once() -> None:
    view = make_view()
    view[b"a"] = b"x" * (MAX_RECORD_BYTES - 1)
    with pytest.raises(OversizedRecordError, match="state 'things'"):
        view[b"a"] = b"x" * MAX_RECORD_BYTES


@pytest.mark.parametrize(
    ("after_ms", "seen"), [(0, True), (2 * DAY_MS - 1, True), (2 * DAY_MS, False), (9 * DAY_MS, False)]
)
def test_an_entry_expires_by_record_time_counted_from_its_last_write(after_ms: int, *, seen: bool) -> None:
    assert (b"a" in make_view(make_store(2, a=START_MS), START_MS + after_ms)) is seen


def test_writing_again_starts_the_count_again() -> None:
    store = make_store(2, a=START_MS)
    view = make_view(store, START_MS + DAY_MS)
    view[b"a"] = b"again"
    view.keep_record()
    view.commit()
    assert store.get(b"a", START_MS + 2 * DAY_MS) == b"again"
    assert store.get(b"a", START_MS + 3 * DAY_MS) is None


def test_a_late_record_still_sees_what_a_prompt_one_saw() -> None:
    store = make_store(2, a=START_MS)
    view = make_view(store, START_MS + 2 * DAY_MS)
    view.sweep(START_MS + 2 * DAY_MS)
    view.commit()
    assert store.get(b"a", START_MS + DAY_MS) == b"v-a"


def test_what_expired_long_enough_ago_is_tombstoned_oldest_first() -> None:
    store = make_store(2, b=START_MS, a=START_MS + 1, fresh=START_MS + 9 * DAY_MS)
    now = START_MS + 2 * DAY_MS + SWEEP_SLACK_MS + 1
    view = make_view(store, now)
    view.sweep(now)
    assert list(view.pending.items()) == [(b"b", (None, now)), (b"a", (None, now))]
    view.commit()
    assert len(store) == 1


def test_sweeping_spares_what_this_transaction_wrote() -> None:
    now = START_MS + 9 * DAY_MS
    view = make_view(make_store(2, a=START_MS), now)
    view[b"a"] = b"back"
    view.keep_record()
    view.sweep(now)
    assert view.pending == {b"a": (b"back", now)}


def test_sweeping_is_tried_once_an_hour_of_record_time() -> None:
    store = make_store(2, a=START_MS, b=START_MS + HOUR_MS)
    now = START_MS + 2 * DAY_MS + SWEEP_SLACK_MS
    assert store.find_removable(now) == [b"a"]
    assert store.find_removable(now + SWEEP_MS - 1) == []
    assert store.find_removable(now + SWEEP_MS) == [b"a", b"b"]


def test_without_an_expiry_nothing_is_swept() -> None:
    assert make_store(None, a=START_MS).find_removable(START_MS + 5000 * DAY_MS) == []


KEYS = st.sampled_from([b"a", b"b", b"c"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("set"), KEYS, st.binary(max_size=3)),
        st.tuples(st.just("del"), KEYS, st.just(b"")),
        st.tuples(st.sampled_from(["keep", "drop", "commit"]), st.just(b""), st.just(b"")),
    ),
    max_size=40,
)


def make_step(view: StoreView, draft: dict[bytes, bytes], step: tuple[str, bytes, bytes]) -> None:
    action, key, value = step
    if action == "set":
        view[key] = draft[key] = value
    elif action == "del":
        view.pop(key, None)
        draft.pop(key, None)


@given(STEPS)
def test_a_view_behaves_as_a_dict_with_undo(steps: list[tuple[str, bytes, bytes]]) -> None:
    view = make_view()
    kept: dict[bytes, bytes] = {}
    changelog: list[tuple[bytes, bytes | None]] = []
    draft: dict[bytes, bytes] = dict(kept)
    for step in steps:
        make_step(view, draft, step)
        if step[0] == "keep":
            view.keep_record()
            kept = dict(draft)
        elif step[0] in {"drop", "commit"}:
            view.drop_record()
            draft = dict(kept)
        if step[0] == "commit":
            changelog.extend((key, value) for key, (value, _) in view.pending.items())
            view.commit()
        for key in (b"a", b"b", b"c"):
            assert view.get(key) == draft.get(key)
    view.drop_record()
    changelog.extend((key, value) for key, (value, _) in view.pending.items())
    view.commit()
    restored = Store(StoreSpec("things"))
    for key, value in changelog:
        restored.apply([(key, value, START_MS)], None)
    assert isinstance(view.store, Store)
    assert list(restored._entries.items()) == list(view.store._entries.items())
    assert {key: value[8:] for key, value in restored._entries.items()} == kept
