"""A stamp as it was read, before any clock gives it a place in time."""

from typing import NamedTuple

from newsticker.domain.stamps.units import Unit

HALF = 0.5

build = tuple.__new__
"""Makes a named tuple of its fields in order, `build(Stamp, fields)`, at half the price of `Stamp(*fields)`."""


class Stamp(NamedTuple):
    """One stamp: where it stands, and the age, clock time or date that it states.

    `rule` names the form that read it; `strong` forms are stamps wherever they stand at the start of a line, others
    only among ticker items.
    """

    start: int
    end: int
    rule: str
    strong: bool = True
    amount: float | None = None
    unit: Unit | None = None
    below: bool = False
    """The amount is an upper limit: "minder dan een minuut geleden"."""
    days_ago: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    """Hour and minute of the page's own zone."""

    @property
    def grain(self) -> float:
        """How fine the amount is stated: halves have half a unit, all else a whole one."""
        return 1.0 if self.amount is None or self.amount.is_integer() else HALF
