"""Take up what is due: whoever has a delivery in hand has it alone until the lease is over."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import F

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks import rules
from helpdesk.webhooks.actions.sealing import secret_of
from helpdesk.webhooks.models import Delivery
from helpdesk.webhooks.queries.endpoints import source
from helpdesk.webhooks.queries.logged import logged_of
from helpdesk.webhooks.terms import BREAKS_AFTER, LEASE, MOST_EACH, PAUSES, Due, Logged, Trouble

# Endpoint by endpoint, so that one with thousands that wait hides no other's. What lies behind an earlier one
# of its chain waits for it; an endpoint that failed several times in a row is asked one thing at a time. What
# the worker has in hand of an endpoint (`many`) counts.
_TAKE = """
    WITH chosen AS MATERIALIZED (
        SELECT d.seller_id, d.id, e.url, e.turn, e.secret_fingerprint, e.retiring_until
        FROM webhooks_endpoint e
        LEFT JOIN unnest(%s::uuid[], %s::int[]) AS h (id, many) ON h.id = e.id
        CROSS JOIN LATERAL (
            SELECT w.seller_id, w.id, w.next_at, w.number FROM webhooks_delivery w
            WHERE w.seller_id = e.seller_id AND w.endpoint_id = e.id AND w.next_at <= %s
              AND NOT EXISTS (
                  SELECT FROM webhooks_delivery b
                  WHERE b.seller_id = w.seller_id AND b.endpoint_id = w.endpoint_id AND b.chain = w.chain
                    AND b.number < w.number AND b.next_at IS NOT NULL)
            ORDER BY w.next_at, w.number
            LIMIT greatest(0, CASE WHEN e.failures >= %s THEN 1 ELSE %s END - coalesce(h.many, 0))
            FOR UPDATE SKIP LOCKED
        ) d
        WHERE e.removed_at IS NULL AND e.paused_at IS NULL AND (e.rest_until IS NULL OR e.rest_until <= %s)
        ORDER BY d.next_at, d.number LIMIT %s
    )
    UPDATE webhooks_delivery d SET next_at = %s, tries = least(d.tries + 1, 32000)
    FROM chosen c WHERE d.seller_id = c.seller_id AND d.id = c.id
    RETURNING d.seller_id, d.id, d.endpoint_id, d.of_seller_id, d.entry_id, d.number, d.tries, d.created_at,
              c.url, c.turn, c.secret_fingerprint, c.retiring_until
"""
_NAMES = (
    "seller_id",
    "id",
    "endpoint",
    "of_seller",
    "entry",
    "number",
    "tries",
    "created_at",
    "url",
    "turn",
    "fingerprint",
    "retiring_until",
)


def take_up_deliveries(
    *, actor: Actor, now: datetime, limit: int, in_hand: Mapping[UUID, int] = MappingProxyType({})
) -> list[Due]:
    """At most `limit`, each signed and whole, this try counted; `in_hand`: requests under way, by endpoint.

    Two SQL statements beside the scope's; a third where a machine with another key cannot sign, which gives
    those back at once.
    """
    with acting(actor):
        under_way = [list(in_hand), list(in_hand.values())]
        asked = [*under_way, now, BREAKS_AFTER, MOST_EACH, now, limit, now + LEASE]
        rows = [dict(zip(_NAMES, row, strict=True)) for row in hot.rows(_TAKE, asked)]
        if not rows:
            return []
        entries = [(row["of_seller"], row["entry"]) for row in rows if row["number"] is not None]
        logged = logged_of(entries=entries) if entries else {}
        found = [_due(row, logged, now) for row in rows]
        if unsigned := [row for row, due in zip(rows, found, strict=True) if due is None]:
            _give_back(unsigned, now)
    return [due for due in found if due is not None]


def _due(row: Mapping[str, Any], logged: Mapping[tuple[int, UUID], Logged], now: datetime) -> Due | None:
    secrets = _secrets(row, now)
    if secrets is None:
        return None
    body = json.dumps(_event(row, logged), separators=(",", ":")).encode()
    event = str(Ref(row["of_seller"], row["entry"]))
    return Due(
        seller_id=row["seller_id"],
        id=row["id"],
        webhook=row["endpoint"],
        url=row["url"],
        headers=rules.headers(id=event, now=now, body=body, secrets=secrets),
        body=body,
        tries=row["tries"],
    )


def _event(row: Mapping[str, Any], logged: Mapping[tuple[int, UUID], Logged]) -> Mapping[str, object]:
    if row["number"] is not None:
        return rules.envelope(logged=logged[row["of_seller"], row["entry"]], source=source())
    webhook, id = (Ref(row["seller_id"], row[name]) for name in ("endpoint", "entry"))
    return rules.tried(webhook=webhook, id=id, at=row["created_at"], source=source())


def _secrets(row: Mapping[str, Any], now: datetime) -> list[bytes] | None:
    """Those that sign now, the newest first; None: our key is not the one that made them."""
    turn, until = row["turn"], row["retiring_until"]
    newest = secret_of(webhook=row["endpoint"], turn=turn)
    if rules.fingerprint(newest) != bytes(row["fingerprint"]):
        return None
    retiring = turn > 1 and until is not None and now < until
    return [newest, *([secret_of(webhook=row["endpoint"], turn=turn - 1)] if retiring else [])]


def _give_back(rows: Sequence[Mapping[str, Any]], now: datetime) -> None:
    mine = Delivery.objects.filter(pk__in=[(row["seller_id"], row["id"]) for row in rows])
    mine.update(answer=Trouble.SECRET.value, next_at=now + PAUSES[1], tries=F("tries") - 1)
