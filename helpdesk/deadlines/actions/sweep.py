"""The sweep: books what was missed, warns of what is due, moves what a calendar or an outage moved."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DataError, IntegrityError

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import FRESH
from helpdesk.deadlines.actions.sweep_obligation import postpone_obligation, sweep_obligation
from helpdesk.deadlines.actions.sweep_promise import postpone_promise, sweep_promise
from helpdesk.deadlines.queries.due import Due, due_obligations, due_promises
from helpdesk.deadlines.terms import GRACE
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Busy, Refusal

AT_ONCE = FRESH / 2
"""How long one sweep takes at most: entries that were judged longer ago than FRESH are refused."""

_log = logging.getLogger(__name__)
_Sweeps = Callable[[Actor, datetime, Due, timedelta], bool]


def sweep(*, actor: Actor, now: datetime, limit: int, grace: timedelta = GRACE) -> int:
    """How many clocks were looked after, of at most `limit` questions and `limit` promises.

    Any number of workers may sweep at once; nothing is done twice. Each clock has a transaction of its own.
    One whose chain is busy is left for the next time, one that cannot be counted for the next hour.
    """
    with acting(actor):
        questions = due_obligations(now=now, limit=limit)
        promises = due_promises(now=now, limit=limit)
    until = time.monotonic() + AT_ONCE.total_seconds()
    work = [(sweep_obligation, postpone_obligation, due) for due in questions]
    work += [(sweep_promise, postpone_promise, due) for due in promises]
    done = 0
    for sweeps, postpones, due in work:
        if time.monotonic() > until:
            break
        done += _one(actor, now, due, grace, sweeps, postpones)
    return done


def _one(
    actor: Actor,
    now: datetime,
    due: Due,
    grace: timedelta,
    sweeps: _Sweeps,
    postpones: Callable[[Actor, datetime, Due], None],
) -> bool:
    try:
        with acting(actor):
            # The chain before the row, as posts do; nobody waits here, so nobody waits for each other.
            return hot.try_lock_chain(chain=due.chain) and sweeps(actor, now, due, grace)
    except Busy as error:
        _log.info("%s of seller %s is busy: %s", due.id, due.seller_id, error)
    except (Refusal, ValueError, LookupError, DataError, IntegrityError):
        # one clock that cannot be counted (its calendar ended) must not stand in the way of all others
        _log.exception("%s of seller %s cannot be swept", due.id, due.seller_id)
        postpones(actor, now, due)
    return False
