"""Leaves as they lie, for those who compute from their bytes alone."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.database import hot
from helpdesk.archive.models import Cursor
from helpdesk.archive.terms import Numbered

Leaf = tuple[int, bytes]  # its number and its bytes

_OF = """
    SELECT e.leaf FROM unnest(%s::bigint[], %s::uuid[]) WITH ORDINALITY AS asked (seller_id, id, place)
    JOIN archive_entry e ON e.seller_id = asked.seller_id AND e.id = asked.id ORDER BY asked.place
"""
_BETWEEN = """
    SELECT n.seller_id, n.number, e.leaf FROM archive_number n
    JOIN archive_entry e ON e.seller_id = n.seller_id AND e.id = n.entry_id
    WHERE n.seller_id = ANY(%s::bigint[]) AND n.number <= %s AND n.kind = ANY(%s::text[])
    ORDER BY n.seller_id, n.number
"""
_SELLERS = """
    WITH RECURSIVE found AS (
        SELECT min(seller_id) AS id FROM archive_number WHERE seller_id > %s
        UNION ALL
        SELECT (SELECT min(n.seller_id) FROM archive_number n WHERE n.seller_id > found.id)
        FROM found WHERE found.id IS NOT NULL
    ) SELECT id FROM found WHERE id IS NOT NULL LIMIT %s
"""
_BEHIND = """
    SELECT EXISTS (
        SELECT FROM archive_number n JOIN archive_entry e ON e.seller_id = n.seller_id AND e.id = n.entry_id
        WHERE n.number > %s AND e.at < %s::timestamptz
    )
"""


def leaves_of(*, entries: Sequence[Numbered]) -> list[bytes]:
    """Their bytes, in the same order, in the present scope. One SQL statement."""
    asked = [[one.seller_id for one in entries], [one.entry_id for one in entries]]
    return [bytes(leaf) for (leaf,) in hot.rows(_OF, asked)]


def leaves_between(*, sellers: Sequence[int], up_to: int, kinds: Sequence[str]) -> dict[int, list[Leaf]]:
    """The leaves of each of these sellers with their numbers, in the order of the log, in the present scope.

    One SQL statement.
    """
    found: dict[int, list[Leaf]] = {seller_id: [] for seller_id in sellers}
    for seller_id, number, leaf in hot.rows(_BETWEEN, [list(sellers), up_to, list(kinds)]):
        found[seller_id].append((number, bytes(leaf)))
    return found


def sellers_in_log(*, after: int, limit: int) -> list[int]:
    """The next sellers of whom the log has anything, in the present scope. One SQL statement."""
    return [seller_id for (seller_id,) in hot.rows(_SELLERS, [after, limit])]


def reached_by(*, reaction: str) -> int:
    """The last number that a reaction has taken in; it stays so until the transaction ends. -1 at first."""
    row = Cursor.objects.select_for_update().filter(reaction=reaction).first()
    return -1 if row is None else row.number


def is_behind(*, number: int, until: datetime) -> bool:
    """Whether the log has an entry of before the instant after that number. One SQL statement."""
    return bool(hot.rows(_BEHIND, [number, until])[0][0])
