"""Who may be told, and what they wish."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR
from helpdesk.notifications.terms import (
    DIGEST_AT,
    KINDS_OF,
    MAILED,
    QUIET_FROM,
    QUIET_UNTIL,
    USUAL_RHYTHM,
    Kind,
    Reader,
    Rhythm,
    Wishes,
)

# A person's own wishes, else the usual ones of their shop (of the desk: of the operator), else none.
_READERS = """
    WITH found AS (
        SELECT 'seller' AS side, m.seller_id, m.person_id, m.role <> 'reader' AS works, false AS answers,
               false AS decides, m.role = 'owner' AS owns, s.time_zone
        FROM marketplace_member m JOIN marketplace_seller s ON s.seller_id = m.seller_id
        WHERE m.seller_id = ANY(%s) AND m.removed_at IS NULL
        UNION ALL
        SELECT 'buyer', NULL, b.buyer_id, true, false, false, false, k.time_zone
        FROM marketplace_buyer b JOIN marketplace_market k ON k.code = b.market
        WHERE b.buyer_id = ANY(%s)
        UNION ALL
        SELECT 'administrator', %s, r.person_id, bool_or(r.role = 'reviewer'),
               bool_or(r.role = 'support'), bool_or(r.role = 'compliance'),
               bool_or(r.role = 'platform_admin'), %s
        FROM accounts_administrator_role r WHERE %s AND r.revoked_at IS NULL GROUP BY r.person_id
    )
    SELECT f.person_id, f.side, f.seller_id, f.works, f.answers, f.decides, f.owns, f.time_zone,
           coalesce(p.email, '') <> '', w.own, w.mailed, w.rhythm, w.zone, w.digest_at, w.quiet_from,
           w.quiet_until
    FROM found f
    LEFT JOIN accounts_person p ON p.id = f.person_id AND p.disabled_at IS NULL
    LEFT JOIN LATERAL (
        SELECT true AS own, a.mailed, a.rhythm, a.zone, a.digest_at, a.quiet_from, a.quiet_until
        FROM notifications_wish a WHERE a.person_id = f.person_id
        UNION ALL
        SELECT false, u.mailed, u.rhythm, u.zone, u.digest_at, u.quiet_from, u.quiet_until
        FROM notifications_usual u WHERE u.seller_id = f.seller_id
        ORDER BY own DESC LIMIT 1
    ) w ON true
    ORDER BY f.person_id
"""


def readers_of(*, sellers: Sequence[int], buyers: Sequence[UUID], desk: bool = False) -> list[Reader]:
    """The people of these shops, these buyers, and with `desk` the administrators, in the present scope.

    One SQL statement.
    """
    with connection.cursor() as cursor:
        zone = settings.HELPDESK.time_zone
        cursor.execute(_READERS, [list(sellers), list(buyers), OPERATOR, zone, desk])
        return [_reader(*row) for row in cursor.fetchall()]


def reader(*, actor: Actor) -> Reader | None:
    """The caller in this hat, with what they wish; None for sides that are told nothing.

    One SQL statement beside the scope's.
    """
    sellers = [actor.seller_id] if actor.seller_id is not None else []
    buyers = [actor.buyer_id] if actor.buyer_id is not None else []
    with acting(actor):
        found = readers_of(sellers=sellers, buyers=buyers, desk=actor.side is Side.ADMINISTRATOR)
    return next((each for each in found if (each.person, each.side) == (actor.person, actor.side)), None)


def _reader(
    person: UUID, side: str, shop: int | None, works: bool, answers: bool, decides: bool, *more: Any
) -> Reader:
    owns, zone, has_address, own, *columns = more
    return Reader(
        person=person,
        side=Side(side),
        seller_id=shop or None,
        works=works,
        answers=answers,
        decides=decides,
        owns=owns,
        has_address=has_address,
        wishes=wishes(side=Side(side), zone=zone, wish=columns),
        chosen=bool(own),
    )


def wishes(*, side: Side, zone: str, wish: Sequence[Any]) -> Wishes:
    """Of the columns of a row, or of none; `zone` is where nobody chose one."""
    mailed, rhythm, own_zone, digest_at, quiet_from, quiet_until = wish
    if mailed is None:
        mailed, rhythm, own_zone = MAILED[side], USUAL_RHYTHM[side], ""
        digest_at, quiet_from, quiet_until = DIGEST_AT, QUIET_FROM, QUIET_UNTIL
    return Wishes(
        mailed=frozenset(map(Kind, mailed)) & frozenset(KINDS_OF[side]),
        rhythm=Rhythm(rhythm),
        zone=own_zone or zone,
        digest_at=digest_at,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
    )
