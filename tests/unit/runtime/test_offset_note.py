"""Offset notes: what the next owner is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.runtime.offset_note import OffsetNote

COUNTS = st.integers(0, 999_999_999)


@given(COUNTS, COUNTS)
def test_what_was_rendered_is_read_back(attempts: int, dead: int) -> None:
    note = OffsetNote(attempts, dead)
    assert OffsetNote.parse(note.render()) == note


def test_a_transaction_that_went_well_leaves_empty_metadata() -> None:
    assert OffsetNote().render() == ""
    assert OffsetNote(attempts=2).render() == "attempts=2"
    assert OffsetNote(2, 7).render() == "attempts=2 dead=7"


@pytest.mark.parametrize(
    "metadata", [None, "", "attempts=", "attempts=-1", "attempts=x", "attempts=²", "attempts=1 or more", "x" * 4096]
)
def test_what_something_else_wrote_counts_as_nothing(metadata: str | None) -> None:
    assert OffsetNote.parse(metadata) == OffsetNote()


@given(st.text(max_size=40))
def test_reading_never_fails(metadata: str) -> None:
    OffsetNote.parse(metadata)
