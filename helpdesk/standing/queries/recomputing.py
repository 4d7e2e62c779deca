"""Every score once more, from leaf bytes alone, beside the stored one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import everything
from helpdesk.standing.models import Snapshot
from helpdesk.standing.queries.ledgers import points_of
from helpdesk.standing.queries.snapshots import stored_on, sums_in
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.rules.folding import take_in
from helpdesk.standing.rules.reading import changes_in
from helpdesk.standing.rules.scoring import sums
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import COUNTED_KINDS, REACTION, Point, Sums, Weights
from helpdesk.standing.terms.recomputed import Difference, Recomputed, What

AT_ONCE = 50  # sellers whose leaves are in memory together


def recomputed_for_system(*, on: date) -> Iterator[Recomputed]:
    """In parts: how many sellers, and each difference between the stored values of a UTC day and those that
    their leaves come to. A point that differs is named with the entry that it stands by.

    Each part is read in one transaction and computed after it: no transaction waits for the arithmetic.
    """
    after = 0
    while read := _read(after, on):
        yield _part(read, on)
        after = max(read.leaves)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Of some sellers, all of the same instant."""

    weights: Weights
    stored: Mapping[int, Snapshot]
    leaves: Mapping[int, Sequence[archive.Leaf]]
    points: Mapping[int, Sequence[Point]]


def points_in_leaves(*, leaves: Sequence[bytes]) -> dict[UUID, Point]:
    """What leaves come to, in the order of the log: of a seller, or of as many as one likes."""
    ledger: dict[UUID, Point] = {}
    for leaf in leaves:
        take_in(ledger=ledger, changes=changes_in(leaf=leaf))
    return ledger


def sums_of_points(*, points: Sequence[Point], weights: Weights, on: date) -> Sums:
    """At the end of a UTC day, one obligation at a time."""
    items = counted(points=points, weights=weights, on=on, at=end_of(on))
    return sums(items=items, weights=weights)


def _read(after: int, on: date) -> _Read | None:
    with everything():
        sellers = archive.sellers_in_log(after=after, limit=AT_ONCE)
        if not sellers:
            return None
        through = archive.reached_by(reaction=REACTION)  # no point changes while these sellers are read
        return _Read(
            weights=weights_on(on=on),
            stored=stored_on(sellers=sellers, on=on),
            leaves=archive.leaves_between(sellers=sellers, up_to=through, kinds=COUNTED_KINDS),
            points={seller: list(points_of(seller_id=seller)) for seller in sellers},
        )


def _part(read: _Read, on: date) -> Recomputed:
    found: list[Difference] = []
    for seller, leaves in read.leaves.items():
        found += _differences(seller, leaves, read.stored.get(seller), read.points[seller], read.weights, on)
    return Recomputed(sellers=len(read.leaves), compared=len(read.stored), differences=tuple(found))


def _differences(
    seller: int,
    leaves: Sequence[archive.Leaf],
    snapshot: Snapshot | None,
    points: Sequence[Point],
    weights: Weights,
    on: date,
) -> Iterator[Difference]:
    then = -1 if snapshot is None else snapshot.through
    ledger = points_in_leaves(leaves=[leaf for number, leaf in leaves if number <= then])
    if snapshot is not None:
        found = sums_of_points(points=[*ledger.values()], weights=weights, on=on)
        if found != (was := sums_in(snapshot)) or snapshot.weights != weights.version:
            yield Difference(seller_id=seller, what=What.SCORE, stored=str(was), found=str(found))
    for number, leaf in leaves:
        if number > then:
            take_in(ledger=ledger, changes=changes_in(leaf=leaf))
    yield from _flipped(seller, points, ledger)


def _flipped(seller: int, points: Sequence[Point], found: Mapping[UUID, Point]) -> Iterator[Difference]:
    """Points that do not stand as their leaves say; each names its entry."""
    stored = {point.id: point for point in points}
    for id in sorted({*stored, *found}):
        if (was := stored.get(id)) != (now := found.get(id)):
            yield Difference(
                seller_id=seller,
                what=What.POINT,
                point=id,
                by=next((point.by for point in (now, was) if point), None),
                stored=_said(was),
                found=_said(now),
            )


def _said(point: Point | None) -> str:
    if point is None:
        return "-"
    said = f"{point.state.value} deadline={point.deadline} overrun={point.overrun}"
    said = f"{said} ({point.code})" if point.code else said
    return f"{said} ruled={point.ruled.value}" if point.ruled else said
