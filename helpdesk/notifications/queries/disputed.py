"""What there is to tell of disputed verdicts: the desk when one waits, the shop when it is decided."""

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
    SELECT d.seller_id, d.id, d.id, d.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN standing_dispute d ON d.seller_id = a.seller_id AND d.id = a.id
"""
_SETTLED = """
    SELECT d.seller_id, d.point_id, d.settled_by, d.settled_at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN standing_dispute d ON d.seller_id = a.seller_id AND d.settled_by = a.id
"""
_WAYS = (("verdict.disputed", _FILED, Side.ADMINISTRATOR), ("verdict.settled", _SETTLED, Side.SELLER))


def disputed(*, entries: Sequence[Numbered]) -> list[Happened]:
    """In the present scope. Two SQL statements at most."""
    return [
        Happened(
            kind=Kind.DISPUTE,
            conversation=Ref(seller_id, place),
            buyer_id=None,
            subject=subject,
            at=at,
            to=to,
            only=None,
            obligation=None,
            n=None,
        )
        for kind, sql, to in _WAYS
        for seller_id, place, subject, at in _rows(sql, [one for one in entries if one.kind == kind])
    ]


def _rows(sql: str, entries: Sequence[Numbered]) -> Sequence[tuple[int, UUID, UUID, Any]]:
    if not entries:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [[one.seller_id for one in entries], [one.entry_id for one in entries]])
        return list(cursor.fetchall())
