"""Remind of agreed days that have passed: an entry for both sides, and a clock where the Seller owes."""

import logging
import time
from datetime import datetime, timedelta

from django.db import DataError, IntegrityError

from helpdesk.agreements.models import Agreement
from helpdesk.agreements.queries.days import due_now
from helpdesk.agreements.queries.due import Due, due
from helpdesk.agreements.terms import Kind
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import FRESH, Receipt
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Thread
from helpdesk.deadlines.terms import GRACE, Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.refusal import Busy, Conflict, Refusal

AT_ONCE = FRESH / 2
POSTPONED = timedelta(hours=1)

_log = logging.getLogger(__name__)


def remind(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many agreed days were looked after, of at most `limit`; any number of workers may at once.

    Each in a transaction of its own. One that cannot be counted (its calendar ended) is tried again later.
    """
    with acting(actor):
        found = due(now=now, limit=limit)
    until = time.monotonic() + AT_ONCE.total_seconds()
    done = 0
    for one in found:
        if time.monotonic() > until:
            break
        done += _one(actor, now, one)
    return done


def _one(actor: Actor, now: datetime, one: Due) -> bool:
    try:
        return _lapse(actor, now, one)
    except Conflict:
        return False  # somebody was faster, or the day has moved
    except Busy as error:
        _log.info("agreement %s of seller %s is busy: %s", one.agreement.id, one.agreement.seller_id, error)
    except (Refusal, ValueError, LookupError, DataError, IntegrityError):
        _log.exception("agreement %s cannot be looked after", one.agreement.id)
    _look_again(actor, one, now + POSTPONED)
    return False


def _lapse(actor: Actor, now: datetime, one: Due) -> bool:
    def judge(thread: Thread, at: int) -> Saying:
        if not _still(one):
            raise Conflict("agreement.settled")
        end = due_now(thread=thread, until=one.until)
        if from_us(end) + GRACE > now:
            raise _Moved(at=end)
        owed = one.owed_by is Side.SELLER
        return Saying(
            facts={"due": end, "of": one.n},
            ref=[("lapsed", one.agreement.id)],
            write=lambda receipt: _write(one, receipt),
            asks=Cause.LAPSED if owed else None,
            since=end,
        )

    try:
        say(
            actor=actor,
            now=now,
            conversation=one.conversation,
            kind=Kind.LAPSED,
            key=f"lapsed/{one.agreement.id}",
            said={},
            judge=judge,
        )
    except _Moved as moved:
        _look_again(actor, one, from_us(moved.at) + GRACE)
    return True


class _Moved(Exception):
    """A day was declared closed since: the agreed one ends later."""

    def __init__(self, *, at: int) -> None:
        super().__init__(at)
        self.at = at


def _still(one: Due) -> bool:
    rows = Agreement.objects.filter(seller_id=one.agreement.seller_id, id=one.agreement.id)
    return rows.filter(next_at__isnull=False, lapsed_by=None, kept_by=None).exists()


def _look_again(actor: Actor, one: Due, at: datetime) -> None:
    with acting(actor):
        rows = Agreement.objects.filter(seller_id=one.agreement.seller_id, id=one.agreement.id)
        rows.filter(next_at__isnull=False).update(next_at=at)


def _write(one: Due, receipt: Receipt) -> None:
    Agreement.objects.filter(seller_id=one.agreement.seller_id, id=one.agreement.id).update(
        lapsed_by=receipt.entry, lapsed_at=receipt.at, next_at=None
    )
