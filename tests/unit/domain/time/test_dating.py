"""When items were published: the status, the interval, and the evidence for it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.sources import SourceProfile, Sources
from newsticker.messages.news_item import NewsItem
from newsticker.messages.raw_document import make_raw_document
from newsticker.messages.time import Published, Rounding, TimeRole, TimeStatus
from newsticker.splitter.handler import split_document

FETCHED = datetime(2026, 1, 22, 20, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
COPY = "De brug bij Veldrade is weer open voor alle verkeer, meldt de provincie donderdag."


def split(text: str, fetched_at: datetime | None = None, **profile: str) -> tuple[NewsItem, ...]:
    known = SourceProfile(rounding=Rounding(profile.pop("rounding", "unknown")), **profile)
    return split_document(make_raw_document(text, fetched_at=fetched_at), Sources(known))


def ticker(stamp: str, fetched_at: datetime | None = FETCHED, **profile: str) -> Published:
    (item,) = split(f"Meer uit Binnenland\nEDE (ANP) - {COPY}\n{stamp}", fetched_at, **profile)
    return item.time.published


def article(above: str, fetched_at: datetime | None = None) -> Published:
    return split(f"Brug weer open\n{above}\n{COPY}\nEr is niets kapot, zegt een woordvoerder.", fetched_at)[
        0
    ].time.published


def local(day: int, hour: int, minute: int = 0, month: int = 1) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("stamp", "earliest", "latest"),
    [
        ("2 uur geleden", local(22, 18), local(22, 19, 30)),
        ("zojuist", local(22, 20, 55), local(22, 21)),
        ("vandaag 09:12", local(22, 9, 12), local(22, 9, 12) + timedelta(seconds=59)),
        ("gisteren 21:15", local(21, 21, 15), local(21, 21, 15) + timedelta(seconds=59)),
        ("maandag 12:30", local(19, 12, 30), local(19, 12, 30) + timedelta(seconds=59)),
        ("donderdag 22:30", local(15, 22, 30), local(15, 22, 30) + timedelta(seconds=59)),
        ("20:10", local(22, 20, 10), local(22, 20, 10) + timedelta(seconds=59)),
        ("21:30", local(21, 21, 30), local(21, 21, 30) + timedelta(seconds=59)),
        ("12 januari 08:00", local(12, 8), local(12, 8) + timedelta(seconds=59)),
    ],
)
def test_a_fetch_time_places_a_stamp(stamp: str, earliest: datetime, latest: datetime) -> None:
    published = ticker(stamp)
    assert published.status is TimeStatus.INTERVAL
    assert (published.earliest, published.latest) == (earliest, latest)
    assert {piece.role for piece in published.basis} == {TimeRole.PUBLISHED, TimeRole.FETCHED}


@pytest.mark.parametrize(
    ("stamp", "status"),
    [
        ("2 uur geleden", TimeStatus.RELATIVE),
        ("zojuist", TimeStatus.RELATIVE),
        ("gisteren", TimeStatus.RELATIVE),
        ("vandaag 09:12", TimeStatus.CLOCK),
        ("09:12", TimeStatus.CLOCK),
        ("een poosje geleden", TimeStatus.RELATIVE),
        ("12 januari", TimeStatus.UNKNOWN),
    ],
)
def test_without_a_fetch_time_nothing_is_absolute(stamp: str, status: TimeStatus) -> None:
    published = ticker(stamp, None)
    assert (published.status, published.earliest, published.latest, published.edtf) == (status, None, None, None)
    assert [piece.text for piece in published.basis] == [stamp]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("gisteren", "2026-01-21"),
        ("eergisteren", "2026-01-20"),
        ("12 januari", "2026-01-12"),
        ("24 december", "2025-12-24"),
    ],
)
def test_a_day_is_never_padded(stamp: str, day: str) -> None:
    published = ticker(stamp)
    assert (published.status, published.edtf) == (TimeStatus.DAY, day)
    assert (published.earliest, published.latest) == (None, None)


@pytest.mark.parametrize(
    ("fetched_at", "day"),
    [
        (FETCHED, "2024-02-29"),
        (datetime(2024, 2, 28, tzinfo=UTC), "2020-02-29"),
        (datetime(2104, 2, 28, tzinfo=UTC), None),  # 2100 was no leap year: too long ago
    ],
)
def test_a_leap_day_is_of_the_last_leap_year(fetched_at: datetime, day: str | None) -> None:
    assert ticker("29 februari", fetched_at).edtf == day


@pytest.mark.parametrize(
    ("stamp", "status"), [("31 februari", TimeStatus.UNKNOWN), ("31 februari 12:30", TimeStatus.CLOCK)]
)
def test_a_day_that_no_calendar_has_says_nothing(stamp: str, status: TimeStatus) -> None:
    published = ticker(stamp)
    assert (published.status, published.edtf) == (status, None)
    assert (published.earliest, published.latest) == (None, None)
    assert [piece.text for piece in published.basis] == [stamp]


@pytest.mark.parametrize(
    ("above", "status", "edtf", "earliest"),
    [
        (
            "Door ANP - 18-10-2016, 16:25 (Update 17:02)",
            TimeStatus.EXACT,
            "2016-10-18T16:25",
            datetime(2016, 10, 18, 14, 25, tzinfo=UTC),
        ),
        ("donderdag, 22 januari 2026 om 19:58", TimeStatus.EXACT, "2026-01-22T19:58", local(22, 19, 58)),
        ("Gepubliceerd: 22 januari 2026 19:58", TimeStatus.EXACT, "2026-01-22T19:58", local(22, 19, 58)),
        ("22 januari 2026", TimeStatus.DAY, "2026-01-22", None),
        ("Bijgewerkt om 17:02", TimeStatus.UNKNOWN, None, None),
        ("Door Jan de Vries", TimeStatus.UNKNOWN, None, None),
        ("Door Jan de Vries, 12:30", TimeStatus.CLOCK, None, None),
        ("Door Jan de Vries, 22-01-26, 19:58", TimeStatus.EXACT, "2026-01-22T19:58", local(22, 19, 58)),
        ("22 januari 2026 19:58 | Laatste update 20:40", TimeStatus.EXACT, "2026-01-22T19:58", local(22, 19, 58)),
    ],
)
def test_an_article_is_dated_by_what_it_states(
    above: str, status: TimeStatus, edtf: str | None, earliest: datetime | None
) -> None:
    published = article(above)
    assert (published.status, published.edtf, published.earliest) == (status, edtf, earliest)


@pytest.mark.parametrize(
    ("above", "text", "status"),
    [
        ("22 januari 2026, 19:58", "22 januari 2026, 19:58", TimeStatus.EXACT),
        ("Gepubliceerd: 22 januari 2026, 19:58", "22 januari 2026, 19:58", TimeStatus.EXACT),
        ("Door ANP - 22-01-2026, 19:58 (Update 20:40)", "22-01-2026, 19:58", TimeStatus.EXACT),
        ("Jan de Vries 22-01-26, 19:58", "22-01-26, 19:58", TimeStatus.EXACT),
        ("Redactie 22 januari 2026", "22 januari 2026", TimeStatus.DAY),
        ("22 januari 2026", "22 januari 2026", TimeStatus.DAY),
    ],
)
def test_a_date_with_its_year_is_a_byline_of_the_article_with_or_without_a_name(
    above: str, text: str, status: TimeStatus
) -> None:
    (item,) = split(f"Brug weer open\n{above}\n{COPY}\nEr is niets kapot.")
    published = item.time.published
    assert item.time.stamp is None
    assert published.status is status
    stated = next(piece for piece in published.basis if piece.role is TimeRole.PUBLISHED)
    assert (stated.kind, stated.text) == ("byline", text)


def test_a_date_with_its_year_is_the_stamp_of_a_ticker_item() -> None:
    assert [piece.kind for piece in ticker("22-01-2026 19:58", None).basis] == ["date"]


def test_the_clock_of_an_article_is_not_that_of_the_list() -> None:
    article, bullets = (
        "Brug weer open\n11:15\nDEN HAAG (ANP) - Er wordt gepraat.\n",
        "Net binnen\n- Sport 12:30 Bal rond\n",
    )
    for page in (article + bullets, bullets + article + "Meer uit Sport\n"):
        first, second = split(page, FETCHED)
        assert first.time.stamp is not None
        assert first.time.stamp.clock == "11:15"
        assert second.time.published.earliest == local(22, 12, 30)


def test_an_update_is_kept_beside_the_publication() -> None:
    published = article("Door ANP - 18-10-2016, 16:25 (Update 17:02)")
    update = next(piece for piece in published.basis if piece.role is TimeRole.UPDATED)
    assert (update.text, update.edtf) == ("17:02", "2016-10-18T17:02")


def test_two_lines_say_more_than_one() -> None:
    published = article("Door Jan de Vries\nGepubliceerd: 12 maart 2025, 10:15\nLaatste update: 12 maart 2025, 11:20")
    assert (published.status, published.edtf) == (TimeStatus.EXACT, "2025-03-12T10:15")
    assert [piece.edtf for piece in published.basis if piece.role is TimeRole.UPDATED] == ["2025-03-12T11:20"]


def test_a_day_that_no_calendar_has_dates_nothing() -> None:
    assert article("30-02-2026, 16:25").status is TimeStatus.UNKNOWN


def test_an_article_learns_nothing_from_the_fetch_time_or_the_ticker() -> None:
    first, second = split(
        f"Brug weer open\nEDE (ANP) - {COPY}\nMeer uit Binnenland\nURK (ANP) - {COPY}\n2 uur geleden", FETCHED
    )
    assert first.time.published.status is TimeStatus.UNKNOWN
    assert second.time.published.status is TimeStatus.INTERVAL


def test_the_crawlers_date_bounds_the_article_from_above() -> None:
    text = f" date 2022-01-18 Brug weer open\nDoor ANP - 20-01-2022, 16:25\n{COPY}\nMeer staat er niet."
    published = split(text)[0].time.published
    assert published.status is TimeStatus.CONFLICT
    assert {piece.kind for piece in published.basis} == {"byline", "crawler_prefix"}
    assert published.earliest is None


@pytest.mark.parametrize(
    ("stamp", "kind"),
    [
        ("30 januari 2026", "date"),
        ("30-01-2026 14:35", "date"),
        ("22 januari 2026 21:30", "date"),
        ("23 januari 2026", "date"),
        ("vandaag 21:30", "clock"),
    ],
)
def test_a_time_after_the_fetch_time_contradicts_it(stamp: str, kind: str) -> None:
    published = ticker(stamp)
    assert published.status is TimeStatus.CONFLICT
    assert (published.earliest, published.latest, published.edtf) == (None, None, None)
    assert {piece.kind for piece in published.basis} == {kind, "fetched"}


@pytest.mark.parametrize("above", ["30 januari 2026, 14:35", "Door Jan de Vries, 30-01-2026, 14:35", "30 januari 2026"])
def test_a_byline_after_the_fetch_time_contradicts_it(above: str) -> None:
    published = article(above, FETCHED)
    assert published.status is TimeStatus.CONFLICT
    assert {piece.kind for piece in published.basis} == {"byline", "fetched"}


@pytest.mark.parametrize(
    ("stamp", "fetched_at", "status"),
    [
        ("22 januari 2026", FETCHED, TimeStatus.DAY),
        ("22 januari", FETCHED, TimeStatus.DAY),
        ("vandaag", FETCHED, TimeStatus.DAY),
        ("22 januari 2026 21:00", FETCHED, TimeStatus.EXACT),
        ("23 januari 2026", datetime(2026, 1, 22, 23, 30, tzinfo=UTC), TimeStatus.DAY),  # past midnight there
        ("23 januari 2026 00:10", datetime(2026, 1, 22, 23, 30, tzinfo=UTC), TimeStatus.EXACT),
        ("30 januari 2026", None, TimeStatus.DAY),
    ],
)
def test_the_day_of_the_fetch_in_the_zone_of_the_source_contradicts_nothing(
    stamp: str, fetched_at: datetime | None, status: TimeStatus
) -> None:
    published = ticker(stamp, fetched_at)
    assert published.status is status
    assert [piece.role for piece in published.basis if piece.edtf and "2026" in piece.edtf] == [TimeRole.PUBLISHED]


def test_the_pages_own_date_is_contradicted_by_what_comes_after_that_day() -> None:
    page = f"Webmail\ndonderdag 18 september 2025\nEditie: NL\nVoetbal\nTitel\n\nEDE (ANP) - {COPY}\n\n"
    same, later = (split(page + stamp)[0].time.published for stamp in ("18-09-2025 23:50", "19-09-2025 00:10"))
    assert same.status is TimeStatus.EXACT
    assert later.status is TimeStatus.CONFLICT
    assert {piece.kind for piece in later.basis} == {"date", "page_date"}


def test_a_page_date_is_a_whole_day_of_fetching() -> None:
    text = (
        f"Webmail\ndonderdag 18 september 2025\nEditie: NL\nVoetbal\nANP Titel\n\nEDE (ANP) - {COPY}\n\n2 uur geleden\n"
    )
    (item,) = split(text, rounding="down")
    published = item.time.published
    assert published.earliest == datetime(2025, 9, 17, 19, tzinfo=UTC)
    assert published.latest == datetime(2025, 9, 18, 19, 59, 59, 999999, tzinfo=UTC)
    assert {piece.kind for piece in published.basis} == {"stamp", "page_date"}


def test_a_given_fetch_time_wins_over_the_pages_date() -> None:
    text = (
        f"Webmail\ndonderdag 18 september 2025\nEditie: NL\nVoetbal\nANP Titel\n\nEDE (ANP) - {COPY}\n\n2 uur geleden\n"
    )
    (item,) = split(text, datetime(2025, 9, 18, 12, tzinfo=UTC))
    assert item.time.published.latest == datetime(2025, 9, 18, 10, 30, tzinfo=UTC)


def test_a_minute_that_comes_twice_is_as_wide_as_both() -> None:
    published = ticker("02:30", datetime(2026, 10, 25, 12, tzinfo=UTC))
    assert (published.earliest, published.latest) == (
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, 59, tzinfo=UTC),
    )


def test_a_source_has_its_own_zone() -> None:
    published = ticker("vandaag 09:12", time_zone="America/Curacao")
    assert published.earliest == datetime(2026, 1, 22, 13, 12, tzinfo=UTC)


@given(st.lists(st.integers(0, 1439), min_size=1, max_size=8), st.integers(0, 3 * 1440))
def test_a_list_that_runs_newest_first_never_rises_nor_lies_ahead(minutes: list[int], offset: int) -> None:
    fetched = FETCHED + timedelta(minutes=offset)
    lines = "\n".join(
        f"- Sport {at // 60:02}:{at % 60:02} Bericht nummer {n} van vandaag" for n, at in enumerate(minutes)
    )
    times = [item.time.published for item in split("Net binnen\n" + lines, fetched)]
    moments = [time.earliest for time in times if time.earliest is not None]
    assert len(moments) == len(minutes)
    assert moments == sorted(moments, reverse=True)
    assert all(moment <= fetched for moment in moments)


@given(st.integers(1, 400_000), st.sampled_from([Rounding.DOWN, Rounding.UNKNOWN]))
def test_the_true_time_lies_inside(minutes: int, rounding: Rounding) -> None:
    hours, days = minutes // 60, minutes // 1440
    stamp = (
        f"{minutes} minuten geleden"
        if minutes < 60
        else f"{hours} uur geleden"
        if hours < 24
        else f"{days} dagen geleden"
    )
    published = ticker(stamp, rounding=rounding.value)
    true = FETCHED - timedelta(minutes=minutes)
    assert published.earliest is not None
    assert published.latest is not None
    assert published.earliest <= true <= published.latest
