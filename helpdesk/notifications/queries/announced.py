"""What there is to tell all Sellers: a version of the weights or the tracks, ahead of its day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.db import connection

from helpdesk.kernel.actor import Side
from helpdesk.notifications.queries.readers import wishes
from helpdesk.notifications.terms import KEPT_WAITING, Announced, Kind, Wishes

# the first version of all is in force at once, and changes nothing for anybody
_AHEAD = """
    SELECT 'weights', entry_id, published_at FROM standing_weights
    WHERE published_at > %(since)s AND effective_on > (published_at AT TIME ZONE 'UTC')::date
      AND effective_on > %(today)s
    UNION ALL
    SELECT 'tracks', entry_id, published_at FROM enforcement_tracks
    WHERE published_at > %(since)s AND effective_on > (published_at AT TIME ZONE 'UTC')::date
      AND effective_on > %(today)s
    ORDER BY 3
"""

_NEXT = """
    SELECT DISTINCT m.person_id
    FROM marketplace_member m
    WHERE m.removed_at IS NULL AND m.role <> 'reader'
      AND NOT EXISTS (
          SELECT FROM notifications_notice o
          WHERE o.person_id = m.person_id AND o.seller_id = m.seller_id AND o.kind = %(kind)s
            AND o.at >= %(day)s AND o.at < %(next_day)s)
    ORDER BY m.person_id
    LIMIT %(limit)s
"""

WORKING: Final = """
    SELECT m.seller_id, m.person_id, coalesce(p.email, '') <> '' AS has_address, s.time_zone,
           coalesce(a.mailed, u.mailed) AS mailed, coalesce(a.rhythm, u.rhythm) AS rhythm,
           coalesce(a.zone, u.zone) AS zone, coalesce(a.digest_at, u.digest_at) AS digest_at,
           coalesce(a.quiet_from, u.quiet_from) AS quiet_from,
           coalesce(a.quiet_until, u.quiet_until) AS quiet_until
    FROM marketplace_member m
    JOIN marketplace_seller s ON s.seller_id = m.seller_id
    LEFT JOIN accounts_person p ON p.id = m.person_id AND p.disabled_at IS NULL
    LEFT JOIN notifications_wish a ON a.person_id = m.person_id
    LEFT JOIN notifications_usual u ON u.seller_id = m.seller_id
    WHERE m.person_id = ANY(%(people)s) AND m.removed_at IS NULL AND m.role <> 'reader'
"""
"""People in each of their shops, with what they chose, else what is usual there, else nothing (null)."""

WISH: Final = "w.time_zone, w.mailed, w.rhythm, w.zone, w.digest_at, w.quiet_from, w.quiet_until"
_WISHES = f"SELECT DISTINCT row({WISH})::text, {WISH} FROM ({WORKING}) w"  # noqa: S608 - of constants


def announced(*, now: datetime) -> Sequence[Announced]:
    """What was published lately and is not in force yet. One SQL statement, in the present scope."""
    today: date = now.astimezone(UTC).date()
    with connection.cursor() as cursor:
        cursor.execute(_AHEAD, {"since": now - KEPT_WAITING, "today": today})
        return [Announced(kind=Kind(kind), entry=entry, at=at) for kind, entry, at in cursor.fetchall()]


def not_told(*, of: Announced, limit: int) -> list[UUID]:
    """People who work for a shop and have not heard of such a matter on that day, in order.

    One SQL statement, in the present scope.
    """
    day = datetime.combine(of.at.astimezone(UTC).date(), time(), UTC)
    days = {"day": day, "next_day": day + timedelta(days=1)}
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, days | {"kind": of.kind.value, "limit": limit})
        return [person for (person,) in cursor.fetchall()]


def wishes_of(*, people: Sequence[UUID]) -> dict[str, Wishes]:
    """What they wish in their shops, each wish once, by its row as text: far fewer than people.

    One SQL statement, in the present scope.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WISHES, {"people": list(people)})
        return {key: wishes(side=Side.SELLER, zone=zone, wish=wish) for key, zone, *wish in cursor.fetchall()}
