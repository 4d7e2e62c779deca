"""What there is to tell of disputes and appeals: the desk when one waits, whose it is when it is decided."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.terms import Happened, Kind

# a notice's place is the dispute for the desk, the obligation for the shop
_FILED = """
    SELECT d.seller_id, d.id, d.id, d.at, NULL::uuid
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN standing_dispute d ON d.seller_id = a.seller_id AND d.id = a.id
"""
_SETTLED = """
    SELECT d.seller_id, d.point_id, d.settled_by, d.settled_at, NULL::uuid
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN standing_dispute d ON d.seller_id = a.seller_id AND d.settled_by = a.id
"""
_APPEALED = """
    SELECT p.seller_id, p.id, p.id, p.at, p.buyer_id
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN enforcement_appeal p ON p.seller_id = a.seller_id AND p.id = a.id
"""
_DECIDED = """
    SELECT p.seller_id, p.id, p.settled_by, p.settled_at, p.buyer_id
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN enforcement_appeal p ON p.seller_id = a.seller_id AND p.settled_by = a.id
"""
_WAYS = (
    ("verdict.disputed", _FILED, Side.ADMINISTRATOR, Kind.DISPUTE),
    ("verdict.settled", _SETTLED, Side.SELLER, Kind.DISPUTE),
    ("appeal.filed", _APPEALED, Side.ADMINISTRATOR, Kind.APPEAL),
    ("appeal.settled", _DECIDED, Side.SELLER, Kind.APPEAL),
)


def disputed(*, entries: Sequence[Numbered]) -> list[Happened]:
    """In the present scope. Four SQL statements at most."""
    return [
        Happened(
            kind=kind,
            conversation=Ref(seller_id, place),
            buyer_id=buyer,
            subject=subject,
            at=at,
            to=Side.BUYER if buyer and to is Side.SELLER else to,
            only=None,
            obligation=None,
            n=None,
        )
        for of, sql, to, kind in _WAYS
        for seller_id, place, subject, at, buyer in _rows(sql, [one for one in entries if one.kind == of])
    ]


def _rows(sql: str, entries: Sequence[Numbered]) -> Sequence[tuple[int, UUID, UUID, Any, UUID | None]]:
    if not entries:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [[one.seller_id for one in entries], [one.entry_id for one in entries]])
        return list(cursor.fetchall())
