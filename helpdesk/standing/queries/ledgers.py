"""Points as rows, and back."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from helpdesk.kernel.ids import Ref
from helpdesk.standing.models import Point as Row
from helpdesk.standing.terms import Matter, Point, Ruled, State

Ledgers = dict[int, dict[UUID, Point]]  # by seller


def points_of(*, seller_id: int) -> list[Point]:
    """All of a seller, in the present scope. One SQL statement."""
    return [point_in(row) for row in Row.objects.filter(seller_id=seller_id).order_by("id")]


def points_since(*, seller_id: int, deadline: int) -> list[Point]:
    """Those due since an instant (microseconds UTC), in the present scope. One SQL statement."""
    rows = Row.objects.filter(seller_id=seller_id, deadline_us__gte=deadline)
    return [point_in(row) for row in rows.order_by("id")]


def point_of(*, point: Ref) -> Point | None:
    """One of them, in the present scope. One SQL statement."""
    row = Row.objects.filter(seller_id=point.seller_id, id=point.id).first()
    return None if row is None else point_in(row)


def points_in(*, conversation: Ref) -> list[Point]:
    """Those of a conversation, the latest deadline first, in the present scope. One SQL statement."""
    rows = Row.objects.filter(seller_id=conversation.seller_id, chain=conversation.id)
    return [point_in(row) for row in rows.order_by("-deadline_us", "-id")]


def ledgers_of(*, ids: Mapping[int, set[UUID]]) -> Ledgers:
    """The named points by seller, and the promises that they settle, in the present scope.

    Two SQL statements.
    """
    found: Ledgers = {seller_id: {} for seller_id in ids}
    _load(found, {one for each in ids.values() for one in each})
    _load(found, {one.settles for each in found.values() for one in each.values() if one.settles})
    return found


def point_in(row: Row) -> Point:
    """The point that a row holds."""
    return Point(
        id=row.id,
        seller=row.seller,
        pair=row.pair,
        chain=row.chain,
        matter=Matter(row.matter),
        with_order=row.with_order,
        deadline=row.deadline_us,
        state=State(row.state),
        overrun=row.overrun_us,
        by=row.by_entry,
        code=row.code,
        settles=row.settles,
        like=row.like_id,
        ruled=Ruled(row.ruled) if row.ruled else None,
        ruled_by=row.ruled_by,
    )


def row_of(*, seller_id: int, point: Point) -> Row:
    """The row that holds a point."""
    return Row(
        seller_id=seller_id,
        id=point.id,
        seller=point.seller,
        pair=point.pair,
        chain=point.chain,
        matter=point.matter.value,
        with_order=point.with_order,
        deadline_us=point.deadline,
        state=point.state.value,
        overrun_us=point.overrun,
        by_entry=point.by,
        code=point.code,
        settles=point.settles,
        like_id=point.like,
        ruled=point.ruled.value if point.ruled else "",
        ruled_by=point.ruled_by,
    )


def _load(found: Ledgers, ids: Iterable[UUID]) -> None:
    for row in Row.objects.filter(seller_id__in=list(found), id__in=list(ids)):
        found[row.seller_id][row.id] = point_in(row)
