"""When the items of a page were published, as far as the page and its fetch time say."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from newsticker.domain.pages.page import Byline, Fetched, Item, Page
from newsticker.domain.sources import SourceProfile
from newsticker.domain.stamps import Stamp
from newsticker.domain.time.ages import age_of
from newsticker.domain.time.dates import day_window, local_day, minute_window
from newsticker.domain.time.joining import join_evidence
from newsticker.messages.news_item import ItemKind
from newsticker.messages.time import Published, Rounding, TimeEvidence, TimeRole
from newsticker.messages.time import Stamp as StampMessage

_Window = tuple[datetime, datetime]


class Dater:
    """Dates the items of one page, in page order: clock times of a list depend on those above them."""

    def __init__(self, text: str, page: Page, profile: SourceProfile) -> None:
        """Take what is the same for all items."""
        self._text = text
        self._page = page
        self._profile = profile
        self._last: tuple[date, tuple[int, int]] | None = None

    def published(self, item: Item, sighting_id: UUID) -> Published:
        """Say when an item was published."""
        last = self._last
        pieces = list(self._collect(item, sighting_id))
        if item.kind is ItemKind.ARTICLE:
            self._last = last  # an article's clock is not that of the list
        return join_evidence(pieces if len(pieces) == 1 else set(pieces))

    def _collect(self, item: Item, sighting_id: UUID) -> Iterator[TimeEvidence]:
        declared = self._page.declared
        if declared is not None and item.kind is ItemKind.ARTICLE:
            yield TimeEvidence(
                kind="crawler_prefix",
                role=TimeRole.UNKNOWN,
                text=self._text[declared.start : declared.end],
                edtf=declared.edtf,
                sighting_id=sighting_id,
                start=declared.start,
                end=declared.end,
            )
        if item.stamp is not None:
            yield from self._read_stamp(item.stamp, sighting_id)
        if item.byline is not None:
            yield from self._read_byline(item.byline, sighting_id)

    def _read_stamp(self, stamp: Stamp, sighting_id: UUID) -> Iterator[TimeEvidence]:
        fetched = self._page.fetched
        if stamp.year is not None:
            yield from self._read_stated(stamp, "date", sighting_id)
            return
        kind = "clock" if stamp.clock is not None else "date" if stamp.day is not None else "stamp"
        window, edtf = (None, None) if fetched is None else self._place(stamp, fetched)
        yield self._piece(stamp, kind, sighting_id, window, edtf)
        if fetched is not None and window is not None:
            yield self._fetched(fetched, sighting_id)

    def _read_byline(self, byline: Byline, sighting_id: UUID) -> Iterator[TimeEvidence]:
        published = byline.published
        if published is not None and published.year is not None:
            yield from self._read_stated(published, "byline", sighting_id)
        elif published is not None and published.clock is not None:
            yield self._piece(published, "clock", sighting_id, None, None)
        updated = byline.updated
        if updated is None:
            return
        if updated.year is None and published is not None:
            updated = updated._replace(year=published.year, month=published.month, day=published.day)
        yield self._piece(updated, "byline", sighting_id, *self._stated(updated), role=TimeRole.UPDATED)

    def _read_stated(self, stamp: Stamp, kind: str, sighting_id: UUID) -> Iterator[TimeEvidence]:
        """Read a full date; the fetch time is named beside it only where that contradicts it."""
        window, edtf = self._stated(stamp)
        yield self._piece(stamp, kind, sighting_id, window, edtf)
        fetched = self._page.fetched
        if fetched is not None and window is not None and window[0] > fetched.latest:
            yield self._fetched(fetched, sighting_id)

    def _stated(self, stamp: Stamp) -> tuple[_Window | None, str | None]:
        """Give what a full date says: its minute, or its day."""
        if stamp.year is None or stamp.month is None or stamp.day is None:
            return None, None
        window = day_window(stamp.year, stamp.month, stamp.day, self._profile.time_zone)
        if window is None:
            return None, None
        day = f"{stamp.year:04}-{stamp.month:02}-{stamp.day:02}"
        if stamp.clock is None:
            return window, day
        minute = minute_window(date(stamp.year, stamp.month, stamp.day), stamp.clock, self._profile.time_zone)
        return minute, f"{day}T{stamp.clock[0]:02}:{stamp.clock[1]:02}"

    def _place(self, stamp: Stamp, fetched: Fetched) -> tuple[_Window | None, str | None]:
        """Give a stamp its place in time by when the page was fetched."""
        day = self._day_of(stamp, fetched)
        if day is None:
            ages = age_of(stamp, self._profile.rounding)
            if ages is None:
                return None, None
            return (ages.oldest.before(fetched.earliest), ages.youngest.before(fetched.latest)), None
        if stamp.clock is not None:
            first, last = minute_window(day, stamp.clock, self._profile.time_zone)
            return (first, min(last, max(first, fetched.latest))), None
        window = day_window(day.year, day.month, day.day, self._profile.time_zone)
        return window, day.isoformat()

    def _day_of(self, stamp: Stamp, fetched: Fetched) -> date | None:
        """Find the local day that a stamp names, if it does: the last one that fits and isn't after the fetch time."""
        today = local_day(fetched.latest, self._profile.time_zone)
        if stamp.days_ago is not None:
            return today - timedelta(days=stamp.days_ago)
        if stamp.day is not None and stamp.month is not None:
            return self._last_such_date(stamp.month, stamp.day, today)
        if stamp.clock is None:
            return None
        if stamp.weekday is None:
            return self._day_in_list(stamp.clock, today, fetched)
        today -= timedelta(days=(today.weekday() - stamp.weekday) % 7)
        first, _ = minute_window(today, stamp.clock, self._profile.time_zone)
        return today if first <= fetched.latest else today - timedelta(days=7)

    def _day_in_list(self, clock: tuple[int, int], today: date, fetched: Fetched) -> date:
        """Go back a day where the clock times of a list, newest first, would otherwise rise, or lie ahead."""
        day = today
        if self._last is not None:
            last_day, last_clock = self._last
            day = last_day - timedelta(days=1) if clock > last_clock else last_day
        if minute_window(day, clock, self._profile.time_zone)[0] > fetched.latest:
            day -= timedelta(days=1)
        self._last = (day, clock)
        return day

    @staticmethod
    def _last_such_date(month: int, day: int, today: date) -> date | None:
        for year in range(today.year, today.year - 8, -1):
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found <= today:
                return found
        return None

    def _piece(
        self,
        stamp: Stamp,
        kind: str,
        sighting_id: UUID,
        window: _Window | None,
        edtf: str | None,
        *,
        role: TimeRole = TimeRole.PUBLISHED,
    ) -> TimeEvidence:
        return TimeEvidence(
            kind=kind,
            role=role,
            text=self._text[stamp.start : stamp.end],
            edtf=edtf,
            earliest=window[0] if window else None,
            latest=window[1] if window else None,
            sighting_id=sighting_id,
            start=stamp.start,
            end=stamp.end,
        )

    def _fetched(self, fetched: Fetched, sighting_id: UUID) -> TimeEvidence:
        return TimeEvidence(
            kind="fetched" if fetched.start is None else "page_date",
            role=TimeRole.FETCHED,
            text=None if fetched.start is None else self._text[fetched.start : fetched.end],
            earliest=fetched.earliest,
            latest=fetched.latest,
            sighting_id=sighting_id,
            start=fetched.start,
            end=fetched.end,
        )


def describe_stamp(text: str, stamp: Stamp, profile: SourceProfile) -> StampMessage:
    """Describe a stamp as it travels."""
    said = _describe(profile.rounding, *stamp[2:])
    return StampMessage(text=text[stamp.start : stamp.end], start=stamp.start, end=stamp.end, **said)


@lru_cache(maxsize=4096)
def _describe(rounding: Rounding, *fields: Any) -> dict[str, Any]:  # noqa: ANN401 - the fields of a stamp
    """Say what a stamp says wherever it stands: the same few are printed on very many pages."""
    stamp = Stamp(0, 0, *fields)
    ages = age_of(stamp, rounding)
    youngest, oldest = ages.iso() if ages else (None, None)
    return {
        "amount": stamp.amount,
        "unit": stamp.unit.value if stamp.unit else None,
        "rounding": rounding,
        "age_min": youngest,
        "age_max": oldest,
        "clock": f"{stamp.clock[0]:02}:{stamp.clock[1]:02}" if stamp.clock else None,
        "day": _describe_day(stamp),
    }


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS_AGO = ("today", "yesterday", "day-before-yesterday")


def _describe_day(stamp: Stamp) -> str | None:
    """Name the day that a stamp states: a date, month and day, or in English words."""
    if stamp.day is not None and stamp.month is not None:
        year = f"{stamp.year:04}" if stamp.year is not None else "-"
        return f"{year}-{stamp.month:02}-{stamp.day:02}"
    if stamp.days_ago is not None:
        return _DAYS_AGO[stamp.days_ago] if stamp.days_ago < len(_DAYS_AGO) else None
    return _WEEKDAYS[stamp.weekday] if stamp.weekday is not None else None
