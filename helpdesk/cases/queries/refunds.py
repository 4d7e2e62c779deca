"""Refunds of the Platform that pay back what a running case is about."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from helpdesk.archive.database import hot
from helpdesk.cases.rules import known
from helpdesk.cases.terms.names import Kind
from helpdesk.kernel.ids import Ref

REFUND: Final = "refund"

# A refund that names lines is of the case about them; one that names none is of the only case of its order.
# Less than was paid for these pieces (what was deducted apart) leaves the case to its two sides.
_PAID: Final = """
    SELECT c.seller_id, c.id, c.chain, sum(r.amount_minor)::bigint, max(r.done_at)
    FROM cases_case c
    CROSS JOIN LATERAL (
        SELECT c.state -> 'facts' AS known,
               (SELECT array_agg(split_part(i, ':', 1)) FROM unnest(string_to_array(
                    c.state -> 'facts' ->> 'items', ' ')) i) AS lines,
               NOT EXISTS (
                   SELECT FROM cases_case o WHERE o.seller_id = c.seller_id AND o.order_id = c.order_id
                   AND o.id <> c.id AND (o.ended_at IS NULL OR o.outcome = 'refunded')
               ) AS alone
    ) f
    JOIN marketplace_refund r ON r.seller_id = c.seller_id AND r.order_id = c.order_id
        AND r.done_at > c.dated_at AND r.done_at <= %s AND r.currency = f.known ->> 'currency'
        AND CASE WHEN f.lines IS NULL OR jsonb_array_length(r.lines) = 0 THEN f.alone
                 ELSE NOT EXISTS (
                     SELECT FROM jsonb_array_elements(r.lines) l WHERE l ->> 'line' <> ALL (f.lines)
                 )
            END
    WHERE c.ended_at IS NULL AND c.stage = ANY (%s)
      AND (c.kind || ':' || c.version || ':' || c.stage) = ANY (%s)
    GROUP BY c.seller_id, c.id, c.chain, f.known
    HAVING sum(r.amount_minor) > 0
       AND sum(r.amount_minor) + coalesce((f.known ->> 'deduction')::bigint, 0) BETWEEN
           coalesce((f.known ->> 'price')::bigint, (f.known ->> 'paid')::bigint)
           AND (f.known ->> 'paid')::bigint
       AND (f.known ? 'price' OR NOT f.known ? 'items')
    ORDER BY max(r.done_at), c.seller_id, c.id LIMIT %s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBack:
    """A case whose money went back: `amount` in the smallest unit of the order's currency, at an instant."""

    case: Ref
    conversation: Ref
    amount: int
    at: datetime


def paid_back(*, now: datetime, limit: int) -> list[PaidBack]:
    """Of all sellers, in the present scope, the earliest first. One SQL statement."""
    return [
        PaidBack(case=Ref(seller_id, id), conversation=Ref(seller_id, chain), amount=amount, at=at)
        for seller_id, id, chain, amount, at in hot.rows(_PAID, [now, *_places(), limit])
    ]


@cache
def _places() -> tuple[list[str], list[str]]:
    """The stages in which the Seller may say that the refund was made, then these with their flow."""
    found = [
        (f"{kind.value}:{version}:{stage}", stage)
        for kind in Kind
        for version in known.versions(kind)
        if (step := known.flow(kind, version=version).steps.get(REFUND))
        for stage in step.frm
    ]
    return sorted({stage for _, stage in found}), [place for place, _ in found]
