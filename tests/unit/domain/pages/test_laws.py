"""Laws of splitting, on invented pages whose truth is known."""

from datetime import UTC, datetime, timedelta
from random import Random
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import ACCIDENTS, SHAPES, Brief, TruePage, invent_brief, invent_page
from generator.pages import without_stamp
from newsticker.domain.pages import split_page
from newsticker.domain.pages.lines import INVISIBLE
from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.news_item import ItemKind, NewsItem
from newsticker.messages.raw_document import make_raw_document
from newsticker.messages.time import Rounding
from newsticker.splitter.handler import split_document

FETCHED = datetime(2026, 1, 22, 20, tzinfo=UTC)

SHORT = settings(max_examples=40)  # the benchmark of pages runs on thousands

seeds = st.integers(0, 2**32)
accidents = st.frozensets(st.sampled_from(ACCIDENTS), max_size=4)
pages = st.builds(
    lambda seed, shape, chosen: invent_page(seed, shape=shape, accidents=chosen),
    seeds,
    st.sampled_from(sorted(SHAPES)),
    accidents,
)


def split(text: str, fetched_at: datetime | None = None, rounding: Rounding = Rounding.UNKNOWN) -> tuple[NewsItem, ...]:
    return split_document(make_raw_document(text, fetched_at=fetched_at), Sources(SourceProfile(rounding=rounding)))


def describe(item: NewsItem) -> tuple[object, ...]:
    stamp = item.time.stamp
    return (
        item.kind is ItemKind.ARTICLE,
        item.headline.value if item.headline else None,
        item.dateline.places if item.dateline else (),
        item.dateline.agencies if item.dateline else (),
        item.body,
        stamp.text if stamp and not stamp.clock else None,
        stamp.clock if stamp else None,
        item.source.section,
    )


def truth(page: TruePage) -> list[tuple[object, ...]]:
    return [
        (item.article, item.headline, item.places, item.agencies, item.body, item.stamp, item.clock, item.section)
        for item in page.items
    ]


@SHORT
@given(pages)
def test_a_page_gives_its_truth(page: TruePage) -> None:
    assert [describe(item) for item in split(page.text)] == truth(page)


@SHORT
@given(
    pages
    | st.text(alphabet="aB1 \n\t.-(/)'\"\u00a0\ufeff:uéÉ", max_size=200).map(
        lambda text: TruePage("", text, (), frozenset())
    )
)
def test_spans_cover_the_page(page: TruePage) -> None:
    covered: set[int] = set()
    spans = split_page(page.text, SourceProfile(), None).spans
    for span in spans:
        assert 0 <= span.start < span.end <= len(page.text)
        covered.update(range(span.start, span.end))
    missed = {char for place, char in enumerate(page.text) if place not in covered}
    assert not missed - set(INVISIBLE) - set("\r\n")


@SHORT
@given(pages)
def test_splitting_neither_loses_nor_doubles_a_character(page: TruePage) -> None:
    spans = split_page(page.text, SourceProfile(), None).spans
    reached = 0
    outer = [span for span in spans if span.kind.value not in ("dateline", "crosshead")]
    for span in sorted(outer, key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            assert not page.text[reached : span.start].strip()
            reached = span.end
        assert span.end <= reached


@SHORT
@given(seeds, st.sampled_from(["flat", "headed", "titled", "section_list"]), st.integers(0, 5))
def test_adding_an_item_changes_nothing_else(seed: int, shape: str, place: int) -> None:
    random = Random(seed)  # noqa: S311 - invention, not secrecy
    briefs = [invent_brief(random) for _ in range(5)]
    more = [*briefs[:place], invent_brief(random), *briefs[place:]]
    before, after = (
        {item.item_id: (item.headline, item.body) for item in split(_page(seed, shape, ticker)) if item.body}
        for ticker in (briefs, more)
    )
    kept = {key: (head.value if head else None, body) for key, (head, body) in after.items() if key in before}
    assert kept == {key: (head.value if head else None, body) for key, (head, body) in before.items()}


def _page(seed: int, shape: str, briefs: list[Brief]) -> str:
    return invent_page(seed, shape=shape, briefs=briefs, accidents=frozenset({"no_article"})).text


@SHORT
@given(pages)
def test_line_ends_composition_and_trailing_blanks_change_no_identity(page: TruePage) -> None:
    expected = [item.item_id for item in split(page.text)]
    assert [item.item_id for item in split(page.text.replace("\n", "\r\n"))] == expected
    assert [item.item_id for item in split(normalize("NFD", page.text))] == expected
    assert [item.item_id for item in split(page.text.replace("\n", " \u00a0\n"))] == expected


@SHORT
@given(pages, st.integers(0, 20))
def test_a_deleted_stamp_concerns_its_item_only(page: TruePage, number: int) -> None:
    stamped = [place for place, item in enumerate(page.items) if item.stamp]
    places = stamped[:-1] if page.shape != "net_binnen" else []
    regional = page.shape != "headed" and all(not item.agencies for item in page.items if not item.article)
    if page.shape == "headed":  # without a label, what has no stamp above the first may be an article
        places = stamped[1:-1]
    if not places or regional or "doubled" in page.accidents:
        return
    damaged = without_stamp(page, places[number % len(places)])
    assert [describe(item) for item in split(damaged.text)] == truth(damaged)


@SHORT
@given(pages, st.sampled_from([Rounding.DOWN, Rounding.UNKNOWN]))
def test_the_true_time_lies_inside_the_interval(page: TruePage, rounding: Rounding) -> None:
    for item, true in zip(split(page.text, FETCHED, rounding), page.items, strict=True):
        published = item.time.published
        if true.age is not None:
            assert published.earliest is not None
            assert published.latest is not None
            assert published.earliest <= FETCHED - timedelta(minutes=true.age) <= published.latest
