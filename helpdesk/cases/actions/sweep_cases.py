"""Sweep: what time itself does in cases. A date passed, and the flow says what follows."""

import logging
import time
from datetime import datetime, timedelta

from django.db import DataError, IntegrityError

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import FRESH
from helpdesk.cases.actions.writing import advance, facts_of, next_look
from helpdesk.cases.models import Case
from helpdesk.cases.queries.due import due
from helpdesk.cases.queries.standing import Standing, standing
from helpdesk.cases.rules import engine
from helpdesk.cases.terms.deeds import Entry
from helpdesk.cases.terms.names import Effect, Owner
from helpdesk.cases.terms.states import Lapsed
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Thread
from helpdesk.deadlines.terms import Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Refusal

AT_ONCE = FRESH / 2
POSTPONED = timedelta(hours=1)
MOST = 20  # dates of one case that one look puts on record: no case has as many

_log = logging.getLogger(__name__)


def sweep_cases(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many cases were looked after, of at most `limit`; any number of workers may at once.

    Each passed date is an entry in a transaction of its own. A case that cannot be counted (its calendar
    ended) is tried again later.
    """
    with acting(actor):
        found = due(now=now, limit=limit)
    until = time.monotonic() + AT_ONCE.total_seconds()
    done = 0
    for case, conversation in found:
        if time.monotonic() > until:
            break
        done += _one(actor, now, case, conversation)
    return done


def _one(actor: Actor, now: datetime, case: Ref, conversation: Ref) -> bool:
    try:
        for _ in range(MOST):
            if not _lapse(actor, now, case, conversation):
                return True
    except Busy as error:
        _log.info("case %s is busy: %s", case, error)
    except (Refusal, ValueError, LookupError, DataError, IntegrityError):
        _log.exception("case %s cannot be looked after", case)
    _look_again(actor, case, now + POSTPONED)
    return False


class _NothingNow(Exception):
    """No date of it has passed; `at` is when to look again, None never."""

    def __init__(self, *, at: datetime | None) -> None:
        super().__init__(at)
        self.at = at


def _lapse(actor: Actor, now: datetime, case: Ref, conversation: Ref) -> bool:
    """Whether a passed date was put on record."""

    def judge(thread: Thread, at: int) -> Saying:
        found = standing(case=case, thread=thread)
        passed = engine.lapsed(found.flow, state=found.state, reckoning=found.reckoning, at=to_us(now))
        if not passed:
            raise _NothingNow(at=_next(found, at))
        return _saying(thread, found, passed[0], at)

    try:
        say(
            actor=actor,
            now=now,
            conversation=conversation,
            kind=Entry.LAPSED,
            key=_key(actor, case, conversation, now),
            said={},
            judge=judge,
        )
    except _NothingNow as nothing:
        _look_again(actor, case, nothing.at)
        return False
    return True


def _key(actor: Actor, case: Ref, conversation: Ref, now: datetime) -> str:
    """One for each state of the case: whoever comes second finds that it has moved on."""
    with acting(actor):
        row = (
            Case.objects.filter(seller_id=case.seller_id, id=case.id).values_list("last_by", "stage").first()
        )
    return f"lapsed/{case.id}/{row[0] if row else ''}"


def _saying(thread: Thread, found: Standing, lapsed: Lapsed, at: int) -> Saying:
    move = engine.book(found.flow, state=found.state, lapsed=lapsed, reckoning=found.reckoning, at=at)
    date = lapsed.date
    assert date.due is not None
    facts = facts_of(move=move, given={}) | {
        "case": str(found.row.id),
        "of": found.row.n,
        "passed": date.code,
        "owed_by": date.owner.value,
        "passed_at": date.due,
        "effect": lapsed.effect.value,
    }
    asks = move.asks and lapsed.effect is Effect.ASKS and date.owner is Owner.SELLER
    return Saying(
        facts=facts,
        ref=[("of", found.row.id)],
        write=lambda receipt: advance(
            case=found, thread=thread, receipt=receipt, move=move, side=Side.SYSTEM
        ),
        asks=Cause.CASE if asks else None,
        since=date.due + 1 if asks else None,
    )


def _next(found: Standing, at: int) -> datetime | None:
    running = engine.dates(found.flow, state=found.state, reckoning=found.reckoning, at=at)
    return next_look(dates=running, booked=found.state.booked)


def _look_again(actor: Actor, case: Ref, at: datetime | None) -> None:
    with acting(actor):
        rows = Case.objects.filter(seller_id=case.seller_id, id=case.id, next_at__isnull=False)
        rows.update(next_at=at)
