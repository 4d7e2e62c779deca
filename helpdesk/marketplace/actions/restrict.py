"""Restrict a seller, and lift what a measure took away: the effects of a measure, within its own deed."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import connection

from helpdesk.archive import queries as archive
from helpdesk.archive.database import hot
from helpdesk.archive.terms import ChainName
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.models import Restriction, Seller
from helpdesk.marketplace.queries.parties import stand_in_of
from helpdesk.marketplace.terms.restrictions import RestrictionKind

_LOCK = "SELECT pg_advisory_xact_lock(%s::bigint)"
_HELD = """
    SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted
                   AND mode = 'ExclusiveLock' AND objsubid = 1
                   AND classid::bigint << 32 | objid::bigint = %s::bigint)
"""
_US = timedelta(microseconds=1)


def lock_seller(*, actor: Actor, now: datetime, seller_id: int) -> datetime:
    """Wait for all that is being written about a seller, and keep it out until the transaction ends.

    To be called first, in the transaction of the measure: then its entry, made at the instant (UTC) that is
    returned, and then `restrict`. That instant is `now`, or later than all that was let in before: so nothing
    that the measure forbids is numbered after its entry. The lock of the seller's own chain comes first, as
    everywhere. Raises Forbidden, NotFound (no such seller), Busy.
    """
    _judge(actor)
    hot.lock_chain(chain=_own_chain(seller_id))
    hot.rows(_LOCK, [seller_id])
    latest = archive.latest_instant(seller_id=seller_id, now=now)
    return now if latest is None else max(now, latest + _US)


def restrict(
    *,
    actor: Actor,
    now: datetime,
    seller_id: int,
    measure_id: UUID,
    kind: RestrictionKind,
    factor: int,
    starts_at: datetime,
    ends_at: datetime | None,
    entry: UUID,
) -> UUID:
    """The id of the new row, after `lock_seller` and the `entry` that imposes it; `now` is that entry's.

    `factor` in thousandths, 1000 for all but a demotion; `starts_at` to `ends_at` half-open, in UTC, None:
    without end. What starts now starts with its entry, never before. Raises Forbidden.
    """
    _judge(actor)
    assert _holds_lock(seller_id), "lock_seller comes first, then the entry, then what it does"
    id = uuid7()
    Restriction.objects.create(
        seller_id=seller_id,
        id=id,
        measure_id=measure_id,
        kind=kind.value,
        factor=factor,
        starts_at=max(starts_at, now),
        ends_at=ends_at,
        entry=entry,
    )
    return id


def lift_restrictions(*, actor: Actor, now: datetime, seller_id: int, measure_id: UUID, entry: UUID) -> None:
    """What a measure took away ends with `entry`, at `now`; what had ended before stays as it was.

    One that was to start later never does. Safe to repeat. Raises Forbidden.
    """
    _judge(actor)
    assert _holds_lock(seller_id), "lock_seller comes first, then the entry, then what it does"
    rows = Restriction.objects.filter(seller_id=seller_id, measure_id=measure_id, lifted_at=None)
    rows.exclude(ends_at__lte=now).update(lifted_at=now, lifted_by=entry)


def _own_chain(seller_id: int) -> UUID:
    try:
        return uuid5(stand_in_of(seller_id=seller_id), ChainName.SELLER)
    except Seller.DoesNotExist as error:
        raise NotFound("seller.not_found") from error


def _judge(actor: Actor) -> None:
    if actor.side not in (Side.ADMINISTRATOR, Side.SYSTEM):
        raise Forbidden("restriction.not_yours")
    assert connection.in_atomic_block, "a restriction is written together with its entry"


def _holds_lock(seller_id: int) -> bool:
    return bool(hot.rows(_HELD, [seller_id])[0][0])
