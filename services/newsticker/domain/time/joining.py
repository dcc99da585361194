"""What several sightings of one item say together of its time of publication.

A join keeps witnesses, not sums: of all bounds the latest `earliest` and the earliest `latest`, of all else the best
piece. Choosing by a total order makes it commutative, associative and idempotent, so the order of pages is of no
account and the result never grows with the number of sightings.
"""

from calendar import monthrange
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta

from newsticker.messages.time import Published, TimeEvidence, TimeRole, TimeStatus

UNKNOWN = Published(status=TimeStatus.UNKNOWN)

_FURTHEST_WEST = timedelta(hours=12)
"""A date ends last in the zone twelve hours behind UTC: a bound that holds without knowing the zone."""

_MIN, _MAX = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)

_SUPPORTING = frozenset({TimeRole.FETCHED, TimeRole.UPDATED})
"""Roles that explain a bound of their own sighting, and bound nothing themselves."""

_DATED = {len("2022-01"): TimeStatus.MONTH, len("2022-01-18"): TimeStatus.DAY}

_LOOSE = {"clock": 0, "stamp": 1}
_UNTOLD = 2
"""What tells more when nothing bounds the time: a clock time, then an age, then anything else."""


def join_published(parts: Sequence[Published]) -> Published:
    """Join what sightings know: absolute intervals intersect, contradicting witnesses are kept as a conflict.

    Relative ages and clock times of different pages have nothing to intersect: one of them stands when nothing
    better is known.
    """
    pieces = [piece for part in parts for piece in part.basis]
    return join_evidence(pieces if len(pieces) == 1 else set(pieces))


def join_evidence(evidence: Collection[TimeEvidence]) -> Published:
    """Join pieces of evidence, none of which is given twice."""
    bounds = [piece for piece in evidence if _upper(piece) is not None]
    if bounds:
        return _join_bounds(evidence, bounds)
    loose = [piece for piece in evidence if piece.role not in _SUPPORTING]
    if not loose:
        return UNKNOWN
    best = _find_first(loose, _loose_order)
    status = (TimeStatus.CLOCK, TimeStatus.RELATIVE, TimeStatus.UNKNOWN)[_LOOSE.get(best.kind, _UNTOLD)]
    return Published(status=status, basis=_basis((best,), evidence))


def _join_bounds(evidence: Collection[TimeEvidence], bounds: list[TimeEvidence]) -> Published:
    """Intersect bounds; only dates leave a date, and an empty intersection is a conflict."""
    last = _find_first(bounds, _upper_order)
    lower = [piece for piece in bounds if piece.earliest is not None]
    if not lower:
        return Published(status=_DATED[len(last.edtf or "")], edtf=last.edtf, basis=_basis((last,), evidence))
    first = _find_first(lower, _lower_order)
    basis = _basis((first, last), evidence)
    earliest, latest = _lower(first), _upper(last)
    if latest is None or earliest > latest:
        return Published(status=TimeStatus.CONFLICT, basis=basis)
    fetches = [piece for piece in evidence if _ends_before(piece, earliest)]
    if fetches:
        seen = _find_first(fetches, lambda piece: (piece.latest,))
        return Published(status=TimeStatus.CONFLICT, basis=_basis((first, last, seen), evidence))
    exact = next((piece for piece in (first, last) if _is_full_time(piece)), None)
    if exact is not None:
        stated = exact.earliest
        return Published(status=TimeStatus.EXACT, earliest=stated, latest=stated, edtf=exact.edtf, basis=basis)
    if first is last and first.edtf is not None:
        return Published(status=_DATED[len(first.edtf)], edtf=first.edtf, basis=basis)
    return Published(status=TimeStatus.INTERVAL, earliest=earliest, latest=latest, basis=basis)


def _ends_before(piece: TimeEvidence, moment: datetime) -> bool:
    """Say whether a page was fetched before a moment: what it holds can't be published later.

    The stamps of a page end with its fetching, so this tells only where a time is stated that lies ahead.
    """
    return piece.role is TimeRole.FETCHED and piece.latest is not None and piece.latest < moment


def _is_full_time(piece: TimeEvidence) -> bool:
    return piece.edtf is not None and "T" in piece.edtf


def _lower(piece: TimeEvidence) -> datetime:
    return piece.earliest or _MIN


def _upper(piece: TimeEvidence) -> datetime | None:
    """Say when the item was out at the latest by this piece; a date of unknown role bounds from above only."""
    if piece.role in _SUPPORTING:
        return None
    if piece.latest is not None or piece.edtf is None:
        return piece.latest
    return end_of_date(piece.edtf)


def end_of_date(edtf: str) -> datetime:
    """Give the last moment of a written day or month, in whichever zone it ends last."""
    year, month, *rest = (int(part) for part in edtf[:10].split("-"))
    day = rest[0] if rest else monthrange(year, month)[1]
    return datetime(year, month, day, tzinfo=UTC) + timedelta(days=1) + _FURTHEST_WEST


def _find_first(pieces: list[TimeEvidence], order: Callable[[TimeEvidence], tuple[object, ...]]) -> TimeEvidence:
    """Find the first by an order; of those that are alike in it the first by identity, which takes longer to tell."""
    if len(pieces) == 1:
        return pieces[0]
    orders = [order(piece) for piece in pieces]
    first = min(orders)
    alike = [piece for piece, its_order in zip(pieces, orders, strict=True) if its_order == first]
    return alike[0] if len(alike) == 1 else _sort(alike)[0]


def _upper_order(piece: TimeEvidence) -> tuple[object, ...]:
    """Order bounds, the one that is out soonest at the latest first, then the narrower one."""
    upper = _upper(piece) or _MAX
    return (upper, upper - _lower(piece))


def _lower_order(piece: TimeEvidence) -> tuple[object, ...]:
    """Order bounds, the one that begins last first, then the narrower one."""
    lower = _lower(piece)
    return (_MAX - lower, (_upper(piece) or _MAX) - lower)


def _loose_order(piece: TimeEvidence) -> tuple[object, ...]:
    return (_LOOSE.get(piece.kind, _UNTOLD),)


def _identity(piece: TimeEvidence) -> str:
    """Order pieces that bound alike: by sighting, then by everything else."""
    return f"{piece.sighting_id}\n{piece.model_dump_json()}"


def _sort(pieces: Collection[TimeEvidence]) -> list[TimeEvidence]:
    """Sort by identity; what it begins with is told sooner, and mostly enough."""
    labels = {(str(piece.sighting_id), piece.kind): piece for piece in pieces}
    if len(labels) == len(pieces):
        return [labels[label] for label in sorted(labels)]
    return sorted(pieces, key=_identity)


def _basis(witnesses: Sequence[TimeEvidence], evidence: Collection[TimeEvidence]) -> tuple[TimeEvidence, ...]:
    """Keep the witnesses and what their own sightings say in support of them."""
    if len(evidence) == 1:
        return tuple(evidence)  # the witness itself
    sightings = {piece.sighting_id for piece in witnesses}
    kept = [
        piece
        for piece in evidence
        if any(piece is witness for witness in witnesses)
        or (piece.role in _SUPPORTING and piece.sighting_id in sightings)
    ]
    return tuple(_sort(kept))
