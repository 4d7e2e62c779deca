"""The feed: what is published of the log, in its order."""

from collections.abc import Sequence
from typing import Any

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.webhooks import rules
from helpdesk.webhooks.policies import can_read_events, owner_of
from helpdesk.webhooks.queries.endpoints import source
from helpdesk.webhooks.terms import SPAN, Logged, Page

# However few of the kinds are asked for, SPAN entries are looked at, along an index that is in their order.
_PAGE = """
    WITH looked AS MATERIALIZED (
        SELECT number, seller_id, entry_id, kind, audience FROM archive_number
        WHERE {own} number > %s ORDER BY number LIMIT %s
    ), open AS (
        SELECT l.* FROM looked l
        JOIN unnest(%s::text[], %s::smallint[]) AS o (kind, audience)
          ON o.kind = l.kind AND o.audience = l.audience
        ORDER BY l.number LIMIT %s
    )
    SELECT reached.last, reached.many, o.number, o.seller_id, o.kind, e.leaf, e.leaf_hash,
           coalesce(s.external_id, '')
    FROM (SELECT coalesce(max(number), -1) AS last, count(*) AS many FROM looked) AS reached
    LEFT JOIN open o ON true
    LEFT JOIN archive_entry e ON e.seller_id = o.seller_id AND e.id = o.entry_id
    LEFT JOIN marketplace_seller s ON s.seller_id = o.seller_id
    ORDER BY o.number
"""


def feed(*, actor: Actor, after: int = -1, limit: int = 100, kinds: Sequence[str] = ()) -> Page:
    """Events of the entries after a number of the log, at most `limit`; no `kinds`: all that are published.

    One SQL statement beside the scope's. Raises Forbidden, Invalid for a kind that is not published to them.
    """
    if not can_read_events(actor):
        raise Forbidden("events.not_yours")
    owner = owner_of(actor)
    if unknown := sorted({*kinds} - {*rules.kinds_of(seller_id=owner)}):
        raise Invalid("events.kind", field="kinds", kind=unknown[0][:60])
    rows = _rows(actor, owner, after, limit, kinds)
    reached, looked = rows[0][:2]
    found = [_logged(row[2:]) for row in rows if row[2] is not None]
    more = len(found) == limit or looked == SPAN
    last = found[-1].number if len(found) == limit else max(reached, after)
    events = [rules.envelope(logged=one, source=source()) for one in found]
    return Page(events=events, last=last, next=last if more else None)


def _rows(
    actor: Actor, owner: int, after: int, limit: int, kinds: Sequence[str]
) -> Sequence[tuple[Any, ...]]:
    pairs = rules.open_to(seller_id=owner, kinds=kinds)
    own, mine = ("", []) if owner == OPERATOR else ("seller_id = %s::bigint AND", [owner])
    asked = [*mine, after, SPAN, [kind for kind, _ in pairs], [int(who) for _, who in pairs], limit]
    with acting(actor):
        return hot.rows(_PAGE.format(own=own), asked)


def _logged(row: Sequence[Any]) -> Logged:
    number, seller_id, kind, leaf, leaf_hash, seller = row
    return Logged(
        number=number,
        seller_id=seller_id,
        kind=kind,
        leaf=bytes(leaf),
        leaf_hash=bytes(leaf_hash),
        seller=seller,
    )
