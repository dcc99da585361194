"""How old a stamp says that an item is, and where that lies in time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsticker.domain.stamps import Stamp, Unit, parse_stamp
from newsticker.domain.time.ages import Age, age_of
from newsticker.messages.time import Rounding

CASES = [
    ("2 uur geleden", Rounding.UNKNOWN, "PT1H30M", "PT3H"),
    ("2 uur geleden", Rounding.DOWN, "PT2H", "PT3H"),
    ("2 uur geleden", Rounding.HALF, "PT1H30M", "PT2H30M"),
    ("2 uur geleden", Rounding.UP, "PT1H", "PT2H"),
    ("een half uur geleden", Rounding.UP, "PT0S", "PT30M"),
    ("1 dag geleden", Rounding.UP, "P0D", "P1D"),
    ("anderhalf uur geleden", Rounding.UNKNOWN, "PT1H15M", "PT2H"),
    ("een half uur geleden", Rounding.UNKNOWN, "PT15M", "PT1H"),
    ("een half uur geleden", Rounding.DOWN, "PT30M", "PT1H"),
    ("ongeveer 2 uur geleden", Rounding.DOWN, "PT2H", "PT3H"),
    ("zojuist", Rounding.DOWN, "PT0S", "PT5M"),
    ("45 seconden geleden", Rounding.DOWN, "PT45S", "PT46S"),
    ("0 minuten geleden", Rounding.UNKNOWN, "PT0S", "PT1M"),
    ("minder dan een minuut geleden", Rounding.UNKNOWN, "PT0S", "PT1M"),
    ("een kwartier geleden", Rounding.DOWN, "PT15M", "PT30M"),
    ("30 uur geleden", Rounding.DOWN, "PT30H", "PT31H"),
    ("1 dag geleden", Rounding.UNKNOWN, "PT12H", "P2D"),
    ("2 weken geleden", Rounding.DOWN, "P14D", "P21D"),
    ("1 maand geleden", Rounding.UNKNOWN, "P14D", "P2M"),
    ("1 maand geleden", Rounding.HALF, "P14D", "P1M15DT12H"),
    ("1 jaar geleden", Rounding.UNKNOWN, "P6M", "P2Y"),
    ("anderhalf jaar geleden", Rounding.UNKNOWN, "P1Y3M", "P2Y"),
    ("gisteren", Rounding.UNKNOWN, "P0D", "P2D"),
]


def read(text: str) -> Stamp:
    stamp = parse_stamp(text, 0)
    assert stamp is not None
    return stamp


@pytest.mark.parametrize(("text", "rounding", "youngest", "oldest"), CASES)
def test_an_age_is_a_half_open_range(text: str, rounding: Rounding, youngest: str, oldest: str) -> None:
    ages = age_of(read(text), rounding)
    assert ages is not None
    assert ages.iso() == (youngest, oldest)


def test_a_clock_time_states_no_age() -> None:
    assert age_of(read("09:12"), Rounding.UNKNOWN) is None


@pytest.mark.parametrize(
    ("age", "moment", "expected"),
    [
        (Age(months=1), datetime(2026, 3, 31, 12, tzinfo=UTC), datetime(2026, 2, 28, 12, tzinfo=UTC)),
        (Age(months=1), datetime(2024, 3, 31, 12, tzinfo=UTC), datetime(2024, 2, 29, 12, tzinfo=UTC)),
        (Age(months=12), datetime(2024, 2, 29, tzinfo=UTC), datetime(2023, 2, 28, tzinfo=UTC)),
        (Age(months=1), datetime(2026, 1, 5, tzinfo=UTC), datetime(2025, 12, 5, tzinfo=UTC)),
        (Age(seconds=7200), datetime(2026, 3, 29, 2, tzinfo=UTC), datetime(2026, 3, 29, tzinfo=UTC)),
    ],
)
def test_months_go_by_the_calendar_and_hours_by_the_clock_of_utc(
    age: Age, moment: datetime, expected: datetime
) -> None:
    assert age.before(moment) == expected


UNITS = {Unit.MINUTE: 60, Unit.HOUR: 3600, Unit.DAY: 86_400, Unit.WEEK: 604_800}


@given(st.sampled_from(list(UNITS)), st.integers(0, 5_000_000), st.sampled_from([Rounding.DOWN, Rounding.HALF]))
def test_the_range_is_as_narrow_as_the_rounding_allows(unit: Unit, age: int, rounding: Rounding) -> None:
    size = UNITS[unit]
    shown = age // size if rounding is Rounding.DOWN else (age + size // 2) // size
    stamp = Stamp(0, 1, "stamp.age.nl", amount=float(shown), unit=unit)
    known, unknown = age_of(stamp, rounding), age_of(stamp, Rounding.UNKNOWN)
    assert known is not None
    assert unknown is not None
    assert known.youngest.seconds <= age < known.oldest.seconds
    assert unknown.youngest.seconds <= known.youngest.seconds < known.oldest.seconds <= unknown.oldest.seconds
    optimum = [
        sec
        for sec in (shown * size - size // 2, shown * size, shown * size + size // 2, (shown + 1) * size)
        if sec >= 0
    ]
    same = [
        sec for sec in optimum if (sec // size if rounding is Rounding.DOWN else (sec + size // 2) // size) == shown
    ]
    assert known.youngest.seconds == min(same)
    assert known.oldest.seconds - known.youngest.seconds <= size


def test_the_change_to_summer_time_lengthens_no_age() -> None:
    fetched = datetime(2026, 3, 29, 3, 30, tzinfo=UTC)
    ages = age_of(read("3 uur geleden"), Rounding.DOWN)
    assert ages is not None
    assert fetched - ages.youngest.before(fetched) == timedelta(hours=3)
