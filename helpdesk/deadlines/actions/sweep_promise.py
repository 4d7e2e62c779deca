"""One promise under the sweep, with its chain locked."""

from datetime import datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.actions.open_obligation import open_obligation
from helpdesk.deadlines.actions.sweep_entries import POSTPONED, append, chain_of, moved
from helpdesk.deadlines.models import Obligation, Promise
from helpdesk.deadlines.queries.calendars import current, in_force_of
from helpdesk.deadlines.queries.due import Due, promise_in_force
from helpdesk.deadlines.queries.looks import DeadlineInForce
from helpdesk.deadlines.rules import sweeping as rules
from helpdesk.deadlines.rules.clocks import opening
from helpdesk.deadlines.terms import Cause, InForce, Kind, Opening
from helpdesk.deadlines.terms.sweeping import Moving
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us, to_us


def sweep_promise(actor: Actor, now: datetime, due: Due, grace: timedelta) -> bool:
    """Whether the promise was still due, and nobody else at it."""
    rows = Promise.objects.select_for_update(skip_locked=True)
    found = rows.filter(seller_id=due.seller_id, id=due.id, next_at__lte=now)
    row = found.first()
    if row is None:
        return False
    at = in_force_of(seller_id=row.seller_id, with_order=row.with_order, since=row.made_at)
    clock = promise_in_force(promise=row, at=at)
    if row.kept_by or row.missed_by:
        _update(row, next_at=None)
    elif rules.moves(before=to_us(row.due_at), told=row.stopped, deadline=clock.deadline):
        _move(actor, now, row, clock, grace)
    elif clock.stands:
        _update(row, next_at=None)
    elif now >= row.due_at + grace:
        _miss(actor, now, row, at)
    else:
        _update(row, next_at=row.due_at + grace)
    return True


def postpone_promise(actor: Actor, now: datetime, due: Due) -> None:
    """Look at it again in an hour."""
    with acting(actor):
        rows = Promise.objects.filter(seller_id=due.seller_id, id=due.id, next_at__lte=now)
        rows.update(next_at=now + POSTPONED)


def _move(actor: Actor, now: datetime, row: Promise, clock: DeadlineInForce, grace: timedelta) -> None:
    version = clock.calendar.version
    moving = Moving(
        how="defers",
        of=row.id,
        before=to_us(row.due_at),
        deadline=clock.deadline,
        calendar_version=version,
        outages=clock.outages,
        cause=rules.move_cause(
            before=row.calendar_version, after=version, is_stopped=clock.stopped != row.stopped
        ),
        stopped=clock.stopped,
    )
    moved(actor=actor, now=now, row=row, moving=moving)
    due_at = from_us(clock.deadline)
    _update(
        row,
        due_at=due_at,
        calendar_version=version,
        outages=clock.outages,
        stopped=clock.stopped,
        next_at=None if clock.stands else due_at + grace,
    )


def _miss(actor: Actor, now: datetime, row: Promise, at: InForce) -> None:
    """The question is open again, from the end of the promised day, unless another already is."""
    chain, opens = chain_of(row), _opening(row, at)
    receipt = append(
        chain=chain,
        kind=Kind.MISSED,
        actor=actor,
        now=now,
        key=f"missed/{row.id}",
        facts={"promise_due": to_us(row.due_at)} | (opens.facts() if opens else {}),
        ref=[("missed", row.id), ("question", row.question_id)],
    )
    if opens:
        open_obligation(actor=actor, now=now, chain=chain, receipt=receipt, opens=opens)
    _update(row, missed_by=receipt.entry, next_at=None)


def _opening(row: Promise, at: InForce) -> Opening | None:
    if Obligation.objects.filter(seller_id=row.seller_id, chain=row.chain, answered_at=None).exists():
        return None
    return opening(
        received=to_us(row.due_at),
        calendar=current(code=row.calendar, zone=row.zone, at=at),
        outages=at.outages,
        with_order=row.with_order,
        cause=Cause.PROMISE,
        question=row.question_id,
    )


def _update(row: Promise, **changes: object) -> None:
    Promise.objects.filter(seller_id=row.seller_id, id=row.id).update(**changes)
