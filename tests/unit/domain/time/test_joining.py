"""Joining the times of several sightings."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.time import join_published
from newsticker.messages.time import Published, TimeEvidence, TimeRole, TimeStatus

NOON = datetime(2026, 1, 22, 12, tzinfo=UTC)


def sighting(number: int) -> UUID:
    return UUID(int=number)


def interval(number: int, start: float, end: float) -> Published:
    """Build what a stamp with a fetch time gives; hours around noon."""
    earliest, latest = NOON + timedelta(hours=start), NOON + timedelta(hours=end)
    stamp = TimeEvidence(
        kind="stamp", role=TimeRole.PUBLISHED, earliest=earliest, latest=latest, sighting_id=sighting(number)
    )
    fetched = TimeEvidence(kind="fetched", role=TimeRole.FETCHED, earliest=NOON, sighting_id=sighting(number))
    return join_published([Published(status=TimeStatus.INTERVAL, basis=(stamp, fetched))])


def stated(number: int, kind: str, edtf: str | None, role: TimeRole = TimeRole.UNKNOWN) -> Published:
    piece = TimeEvidence(kind=kind, role=role, edtf=edtf, sighting_id=sighting(number))
    return join_published([Published(status=TimeStatus.UNKNOWN, basis=(piece,))])


def exact(number: int, hours: float) -> Published:
    moment = NOON + timedelta(hours=hours)
    piece = TimeEvidence(
        kind="byline",
        role=TimeRole.PUBLISHED,
        edtf=moment.strftime("%Y-%m-%dT%H:%M"),
        earliest=moment,
        latest=moment + timedelta(seconds=59),
        sighting_id=sighting(number),
    )
    return join_published([Published(status=TimeStatus.EXACT, basis=(piece,))])


def ahead(number: int, hours: float) -> Published:
    """Build what a page says that states a time after it was fetched, at noon."""
    (stated,) = exact(number, hours).basis
    fetched = TimeEvidence(
        kind="fetched", role=TimeRole.FETCHED, earliest=NOON, latest=NOON, sighting_id=sighting(number)
    )
    return join_published([Published(status=TimeStatus.UNKNOWN, basis=(stated, fetched))])


numbers = st.integers(1, 4)
others = st.integers(5, 8)  # one sighting says one thing
hours = st.integers(-30, 30)
published = st.one_of(
    st.builds(lambda n, a, b: interval(n, min(a, b), max(a, b)), numbers, hours, hours),
    st.builds(exact, others, hours),
    st.builds(ahead, st.integers(9, 10), st.integers(1, 30)),
    st.builds(stated, others, st.just("crawler_prefix"), st.sampled_from(["2026-01", "2026-01-21", "2026-03"])),
    st.builds(lambda n: stated(n, "stamp", None, TimeRole.PUBLISHED), numbers),
    st.builds(lambda n: stated(n, "clock", None, TimeRole.PUBLISHED), numbers),
    st.just(Published(status=TimeStatus.UNKNOWN)),
)


def test_a_time_after_the_fetch_of_its_own_page_is_a_conflict_that_no_other_page_undoes() -> None:
    alone = ahead(9, 2)
    for joined in (alone, join_published([alone, exact(5, 2)]), join_published([exact(1, 2), alone])):
        assert joined.status is TimeStatus.CONFLICT
        assert joined.earliest is None
        assert {piece.kind for piece in joined.basis} == {"byline", "fetched"}


@given(published, published)
def test_the_order_of_sightings_is_of_no_account(a: Published, b: Published) -> None:
    assert join_published([a, b]) == join_published([b, a])


@given(published, published, published)
def test_how_sightings_are_grouped_is_of_no_account(a: Published, b: Published, c: Published) -> None:
    assert join_published([join_published([a, b]), c]) == join_published([a, join_published([b, c])])
    assert join_published([a, b, c]) == join_published([join_published([a, b]), c])


@given(published, published)
def test_seeing_again_what_is_known_changes_nothing(a: Published, b: Published) -> None:
    joined = join_published([a, b])
    assert join_published([joined, a]) == join_published([joined, joined]) == joined


@given(published, published)
def test_an_interval_can_only_shrink(a: Published, b: Published) -> None:
    joined = join_published([a, b])
    if a.earliest and a.latest and joined.earliest and joined.latest:
        assert a.earliest <= joined.earliest
        assert joined.latest <= a.latest + timedelta(seconds=59)


def test_intervals_intersect() -> None:
    joined = join_published([interval(1, 0, 3), interval(2, 2, 5)])
    assert joined.status is TimeStatus.INTERVAL
    assert (joined.earliest, joined.latest) == (NOON + timedelta(hours=2), NOON + timedelta(hours=3))


def test_a_contradiction_keeps_both_witnesses() -> None:
    joined = join_published([interval(1, 0, 1), interval(2, 2, 5), interval(3, 0, 5)])
    assert joined.status is TimeStatus.CONFLICT
    assert joined.earliest is None
    assert {piece.sighting_id for piece in joined.basis} == {sighting(1), sighting(2)}


def test_relative_ages_of_different_pages_never_intersect() -> None:
    one, other = (stated(number, "stamp", None, TimeRole.PUBLISHED) for number in (1, 2))
    joined = join_published([other, one])
    assert joined.status is TimeStatus.RELATIVE
    assert [piece.sighting_id for piece in joined.basis] == [sighting(1)]


def test_a_day_within_a_month_says_more() -> None:
    joined = join_published([stated(1, "crawler_prefix", "2022-01"), stated(2, "crawler_prefix", "2022-01-18")])
    assert (joined.status, joined.edtf) == (TimeStatus.DAY, "2022-01-18")


def test_an_exact_time_stands_within_an_interval() -> None:
    joined = join_published([exact(1, 1), interval(2, 0, 3)])
    assert (joined.status, joined.earliest, joined.latest) == (TimeStatus.EXACT, *[NOON + timedelta(hours=1)] * 2)


def test_a_page_crawled_before_the_interval_contradicts_it() -> None:
    joined = join_published([interval(1, 0, 3), stated(2, "crawler_prefix", "2022-01")])
    assert joined.status is TimeStatus.CONFLICT
    assert {piece.sighting_id for piece in joined.basis} == {sighting(1), sighting(2)}


def test_of_nothing_nothing_is_known() -> None:
    assert join_published([]) == Published(status=TimeStatus.UNKNOWN)
