"""Laws that hold for any text: no error, exact spans, the same answer twice, time that grows with length."""

from functools import cache
from pathlib import Path
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from newsticker.domain.enrichment import enrich_copy
from newsticker.domain.enrichment.gazetteer import warm_up
from newsticker.domain.enrichment.names.tokens import split_words
from newsticker.domain.enrichment.tables.entries import read_entries
from unit.domain.enrichment.copies import make_copy

WORDS = [
    "Jan", "de", "van", "der", "Vries", "Utrecht", "minister", "van", "Defensie", "NAVO-chef", "VVD", "(VVD)",
    "EU-top", "Moskou", "meent", "in", "Een", "Dieren", "Franse", "Frans", "Kim", "Jong-un", "al-Sharaa",
    "J.P.", "St.", "Anna", "World", "Health", "(WHO)", "Ajax", "Van", "De", "Het", "en", ",", ".", ":", "“",
    "-", "’s", "İstanbul", "ǅ", "ﬁ", "\xa0", "\n", "😀", "12", "34.000",
]  # fmt: skip


FORMS = [entry.form for entry in read_entries() if entry.kind != "place"]
PIECES = st.sampled_from(WORDS) | st.sampled_from(FORMS)
JOINTS = st.sampled_from([" ", " ", " ", "-", ", ", " (", ")", ". ", "'", ""])


@settings(max_examples=300)
@given(st.lists(st.tuples(PIECES, JOINTS).map("".join), max_size=25).map("".join) | st.text(max_size=80))
def test_every_text_has_an_enrichment_with_exact_spans(text: str) -> None:
    copy = make_copy(text)
    enrichment = enrich_copy(copy)
    for mention in enrichment.mentions:
        source = text if mention.kind in {"agency", "dateline_place"} else copy.text
        assert source[mention.start : mention.end] == mention.text
    assert enrich_copy(make_copy(text)) == enrichment


@settings(max_examples=200)
@given(st.text(max_size=80) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_words_slice_the_text_and_stand_in_order(text: str) -> None:
    words = split_words(text)
    end = 0
    for at, word in enumerate(words.texts):
        assert text[words.start(at) : words.ends[at]] == word
        assert text[end : words.start(at)].replace("_", "\x1f") == words.gaps[at]
        end = words.ends[at]
    assert text[end:].replace("_", "\x1f") == words.gaps[-1]


@cache
def _longest_seed() -> str:
    seeds = Path(__file__).parents[4] / "seeds"
    return max((path.read_text(encoding="utf-8") for path in seeds.glob("*.txt")), key=len)


def test_time_grows_with_the_length_of_hostile_copy() -> None:
    warm_up()
    for unit in ("Jan de ", "(A", "Van der ", "A.B.", "in Een, ", _longest_seed()):
        short, long = _cost(unit * max(1, 2000 // len(unit))), _cost(unit * (10 * max(1, 2000 // len(unit))))
        assert long < 40 * short + 0.2, unit


def _cost(text: str) -> float:
    """Give the least of three: a garbage collection of all that other tests have left takes longer than the copy."""
    copy = make_copy(text)

    def measure() -> float:
        start = process_time()
        enrich_copy(copy)
        return process_time() - start

    return min(measure() for _ in range(3))


def test_every_form_of_every_table_can_stand_anywhere() -> None:
    for first in range(0, len(FORMS), 20):
        forms = FORMS[first : first + 20]
        enrich_copy(make_copy(" ".join(f"De {form}-top in {form} ({form})." for form in forms)))
        enrich_copy(make_copy(forms[0]))
