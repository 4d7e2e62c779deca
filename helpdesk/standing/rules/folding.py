"""What leaves say, one after the other, becomes points: the same whether today's or all of them are read."""

from collections.abc import Iterable, MutableMapping
from dataclasses import replace
from uuid import UUID

from helpdesk.standing.terms import Change, Point, State

Ledger = MutableMapping[UUID, Point]


def take_in(*, ledger: Ledger, changes: Iterable[Change]) -> None:
    """Carry the changes of leaves, in their order, into the points.

    Of what is unknown nothing is kept: its beginning is not in the record (an order of the sequencer keeps
    every entry after those that it refers to).
    """
    for change in changes:
        if change.opens:
            ledger.setdefault(change.id, _opened(ledger, change.opens))
        elif point := ledger.get(change.id):
            ledger[change.id] = _ruled(point, change) if change.rules else _changed(point, change)
            _keep_promise(ledger, point, change)


def named(changes: Iterable[Change]) -> set[UUID]:
    """The points that these changes need to be there."""
    found = set()
    for change in changes:
        found.add(change.id)
        if change.opens and change.opens.like:
            found.add(change.opens.like)
    return found


def _opened(ledger: Ledger, point: Point) -> Point:
    like = ledger.get(point.like) if point.like else None
    return replace(point, with_order=like.with_order) if like else point


def _changed(point: Point, change: Change) -> Point:
    return replace(
        point,
        state=point.state if change.state is None else change.state,
        deadline=point.deadline if change.deadline is None else change.deadline,
        overrun=point.overrun if change.state is None else change.overrun,
        code=point.code if change.state is None else change.code,
        by=change.by,
    )


def _ruled(point: Point, change: Change) -> Point:
    return replace(point, ruled=change.ruled, ruled_by=change.by if change.ruled else None)


def _keep_promise(ledger: Ledger, point: Point, change: Change) -> None:
    """An answer to the question that a missed promise left open is what was promised, late."""
    promise = ledger.get(point.settles) if point.settles else None
    if promise is None or promise.state is not State.MISSED or change.since is None:
        return
    ledger[promise.id] = replace(promise, state=State.LATE, overrun=change.since, by=change.by)
