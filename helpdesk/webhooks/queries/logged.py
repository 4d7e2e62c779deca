"""Entries as events need them."""

from collections.abc import Sequence
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.webhooks.terms import Logged

_OF = """
    SELECT n.number, n.seller_id, n.entry_id, n.kind, e.leaf, e.leaf_hash, coalesce(s.external_id, '')
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_number n ON n.seller_id = a.seller_id AND n.entry_id = a.id
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
    LEFT JOIN marketplace_seller s ON s.seller_id = a.seller_id
"""


def logged_of(*, entries: Sequence[tuple[int, UUID]]) -> dict[tuple[int, UUID], Logged]:
    """These entries (seller_id, id), in the present scope. One SQL statement."""
    asked = [[seller_id for seller_id, _ in entries], [id for _, id in entries]]
    return {
        (seller_id, id): Logged(
            number=number,
            seller_id=seller_id,
            kind=kind,
            leaf=bytes(leaf),
            leaf_hash=bytes(leaf_hash),
            seller=seller,
        )
        for number, seller_id, id, kind, leaf, leaf_hash, seller in hot.rows(_OF, asked)
    }
