"""The seller's inbox: what waits for an answer, by deadline."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations.queries.loading import obligation
from helpdesk.conversations.terms import PREVIEW, About, InboxLane, InboxRow, Lanes
from helpdesk.deadlines.queries import due_next
from helpdesk.deadlines.terms import Lane
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden

Place = tuple[datetime, UUID]  # of a list's row: its deadline and its obligation's id
_Bounds = tuple[Lane, datetime, datetime]

_EVER = (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))
_CLOCK = "SELECT * FROM conversation_clock_v2(%s, %s, %s, %s::bigint)"
_INBOX = (
    "SELECT * FROM conversation_inbox_v3(%s, %s, %s, %s::bigint, %s, %s::timestamptz, %s::timestamptz,"
    " %s::timestamptz, %s::uuid, %s::integer, %s::integer)"
)
_LANES = (
    "SELECT l.lane, w.waiting, r.* FROM unnest(%s::text[], %s::timestamptz[], %s::timestamptz[],"
    " %s::timestamptz[], %s::uuid[]) AS l(lane, starts, ends, after, after_id)"
    " CROSS JOIN LATERAL conversation_waiting_v1(%s, %s, %s, %s::bigint, %s, l.starts, l.ends) AS w(waiting)"
    " LEFT JOIN LATERAL conversation_inbox_v3(%s, %s, %s, %s::bigint, %s, l.starts, l.ends,"
    " l.after, l.after_id, %s::integer, %s::integer) AS r ON true"
)


def inbox(
    *, actor: Actor, limit: int = 25, after: Place | None = None, market: str | None = None
) -> list[InboxRow]:
    """Open questions to this seller on `market` (None: all), the most urgent first, behind the row `after`.

    One SQL statement. Raises Forbidden for other sides.
    """
    seller_id = _seller(actor)
    deadline, id = after or (None, None)
    asked = [*scope_of(actor), seller_id, market, *_EVER, deadline, id, limit, PREVIEW]
    return [_row(seller_id, row) for row in hot.rows(_INBOX, asked)]


def lanes(
    *, actor: Actor, now: datetime, limit: int, after: Mapping[Lane, Place], market: str | None = None
) -> Lanes:
    """The inbox's three lanes at `now`: how many wait, and at most `limit` of them, behind the row `after`.

    Two SQL statements. Raises Forbidden for other sides.
    """
    seller_id = _seller(actor)
    clock = _clock(actor, now)
    if clock is None:
        return Lanes(lanes=[_lane(lane, [], limit) for lane in Lane], due_on=None, today=None)
    bounds, due_on, today = clock
    places = [after.get(lane, (None, None)) for lane, _, _ in bounds]
    whose = [*scope_of(actor), seller_id, market]
    asked = [*_columns(bounds), *_columns(places), *whose, *whose, limit + 1, PREVIEW]
    rows = hot.rows(_LANES, asked)
    found = {lane: [row for row in rows if row[0] == lane.value] for lane in Lane}
    return Lanes(
        lanes=[_lane(lane, found[lane], limit, seller_id) for lane in Lane], due_on=due_on, today=today
    )


def _seller(actor: Actor) -> int:
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("conversation.no_inbox")
    return actor.seller_id


def _clock(actor: Actor, now: datetime) -> tuple[list[_Bounds], Any, Any] | None:
    """The lanes' bounds, half-open, by the calendar of the most urgent question; None if nobody waits."""
    rows = hot.rows(_CLOCK, [*scope_of(actor), actor.seller_id])
    if not rows:
        return None
    calendar, version, zone = rows[0]
    due = due_next(calendar=calendar, version=version, zone=zone, now=now)
    first, last = _EVER
    bounds = [(Lane.LATE, first, now), (Lane.DUE_TODAY, now, due.until), (Lane.LATER, due.until, last)]
    return bounds, due.on, due.today


def _columns(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _lane(lane: Lane, rows: list[tuple[Any, ...]], limit: int, seller_id: int = 0) -> InboxLane:
    shown = [_row(seller_id, row[2:]) for row in rows[:limit] if row[2] is not None]
    return InboxLane(lane=lane, waiting=rows[0][1] if rows else 0, rows=shown, more=len(rows) > limit)


def _row(seller_id: int, row: tuple[Any, ...]) -> InboxRow:
    conversation, buyer, market, language, order, title, n, preview, *clock = row
    due = obligation(tuple(clock))
    assert due is not None
    return InboxRow(
        conversation=Ref(seller_id, conversation),
        n=n,
        buyer=buyer or "",
        market=market,
        language=language,
        about=About.OFFER if order is None else About.ORDER,
        title=title,
        preview=bytes(preview or b"").decode(errors="ignore"),
        obligation=due,
    )
