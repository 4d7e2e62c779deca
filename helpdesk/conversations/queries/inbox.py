"""The seller's inbox: what waits for an answer, by deadline."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.conversations.queries.loading import obligation
from helpdesk.conversations.terms import PREVIEW, About, InboxLane, InboxRow, Lanes
from helpdesk.conversations.terms.inbox import Chosen, LaneBounds
from helpdesk.deadlines.queries import due_next
from helpdesk.deadlines.terms import Lane
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden

Place = tuple[datetime, UUID]  # of a list's row: its deadline and its obligation's id

_EVER = (datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))
_CLOCK = "SELECT * FROM conversation_clock_v2(%s, %s, %s, %s::bigint)"
_INBOX = (
    "SELECT * FROM conversation_inbox_v7(%s, %s, %s, %s::bigint, %s, %s::timestamptz, %s::timestamptz,"
    " %s::timestamptz, %s::uuid, %s::integer, %s::integer, %s::uuid[], %s::uuid[])"
)
_LANES = (
    "SELECT l.lane, w.waiting, r.* FROM unnest(%s::text[], %s::timestamptz[], %s::timestamptz[],"
    " %s::timestamptz[], %s::uuid[]) AS l(lane, starts, ends, after, after_id)"
    " CROSS JOIN LATERAL (SELECT %s::uuid[] AS only,"
    " %s::uuid[] || CASE WHEN l.lane = 'later' THEN %s::uuid[] ELSE '{}' END AS without) AS c"
    " CROSS JOIN LATERAL conversation_waiting_v2(%s, %s, %s, %s::bigint, %s, l.starts, l.ends,"
    " c.only, c.without) AS w(waiting)"
    " LEFT JOIN LATERAL conversation_inbox_v7(%s, %s, %s, %s::bigint, %s, l.starts, l.ends,"
    " l.after, l.after_id, %s::integer, %s::integer, c.only, c.without) AS r ON true"
)
_ALL = Chosen()


def inbox(
    *,
    actor: Actor,
    limit: int = 25,
    after: Place | None = None,
    market: str | None = None,
    chosen: Chosen = _ALL,
) -> list[InboxRow]:
    """Open questions to this seller on `market` (None: all), the most urgent first, behind the row `after`.

    Of the chosen threads, put off or not. One SQL statement. Raises Forbidden for other sides.
    """
    seller_id = _seller(actor)
    deadline, id = after or (None, None)
    whose = [list(chosen.only) if chosen.only is not None else None, list(chosen.left_out)]
    asked = [*scope_of(actor), seller_id, market, *_EVER, deadline, id, limit, PREVIEW, *whose]
    return [_row(seller_id, row) for row in hot.rows(_INBOX, asked)]


def lane_bounds(*, actor: Actor, now: datetime) -> LaneBounds | None:
    """The lanes' bounds at `now`; None if nobody waits. One SQL statement. Raises Forbidden."""
    rows = hot.rows(_CLOCK, [*scope_of(actor), _seller(actor)])
    if not rows:
        return None
    calendar, version, zone = rows[0]
    due = due_next(calendar=calendar, version=version, zone=zone, now=now)
    first, last = _EVER
    bounds = [(Lane.LATE, first, now), (Lane.DUE_TODAY, now, due.until), (Lane.LATER, due.until, last)]
    return LaneBounds(of=bounds, due_on=due.on, today=due.today)


def lanes(
    *,
    actor: Actor,
    bounds: LaneBounds | None,
    limit: int,
    after: Mapping[Lane, Place],
    market: str | None = None,
    chosen: Chosen = _ALL,
) -> Lanes:
    """The inbox's three lanes: how many wait, and at most `limit` of them, behind the row `after`.

    One SQL statement. Raises Forbidden for other sides.
    """
    seller_id = _seller(actor)
    if bounds is None:
        return Lanes(lanes=[_lane(lane, [], limit) for lane in Lane], due_on=None, today=None)
    places = [after.get(lane, (None, None)) for lane, _, _ in bounds.of]
    only = None if chosen.only is None else list(chosen.only)
    which = [only, list(chosen.left_out), list(chosen.put_off)]
    whose = [*scope_of(actor), seller_id, market]
    asked = [*_columns(bounds.of), *_columns(places), *which, *whose, *whose, limit + 1, PREVIEW]
    rows = hot.rows(_LANES, asked)
    found = {lane: [row for row in rows if row[0] == lane.value] for lane in Lane}
    return Lanes(
        lanes=[_lane(lane, found[lane], limit, seller_id) for lane in Lane],
        due_on=bounds.due_on,
        today=bounds.today,
    )


def _seller(actor: Actor) -> int:
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("conversation.no_inbox")
    return actor.seller_id


def _columns(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _lane(lane: Lane, rows: list[tuple[Any, ...]], limit: int, seller_id: int = 0) -> InboxLane:
    shown = [_row(seller_id, row[2:]) for row in rows[:limit] if row[2] is not None]
    return InboxLane(lane=lane, waiting=rows[0][1] if rows else 0, rows=shown, more=len(rows) > limit)


def _row(seller_id: int, row: tuple[Any, ...]) -> InboxRow:
    conversation, buyer, market, language, order, title, n, preview, imported, *clock = row
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
        imported=imported,
    )
