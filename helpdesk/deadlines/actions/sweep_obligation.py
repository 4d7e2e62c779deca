"""One question under the sweep. Its chain is locked: an answer has been stored, or will see what we store."""

from datetime import datetime, timedelta

import msgspec

from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.actions.sweep_entries import POSTPONED, append, chain_of, moved
from helpdesk.deadlines.models import DueWarning, Miss, Obligation
from helpdesk.deadlines.queries.calendars import in_force_of
from helpdesk.deadlines.queries.due import Due, as_open
from helpdesk.deadlines.queries.looks import DeadlineInForce, deadline_in_force
from helpdesk.deadlines.rules import sweeping as rules
from helpdesk.deadlines.terms import Kind, Verdict
from helpdesk.deadlines.terms.sweeping import Moving, Step
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref

_US = timedelta(microseconds=1)


def sweep_obligation(actor: Actor, now: datetime, due: Due, grace: timedelta) -> bool:
    """Whether the question was still due, and nobody else at it."""
    rows = Obligation.objects.select_for_update(skip_locked=True)
    found = rows.filter(seller_id=due.seller_id, id=due.id, next_at__lte=now)
    row = found.first()
    if row is None:
        return False
    # asked for after the row was locked: whoever marks it has published before
    at = in_force_of(seller_id=row.seller_id, with_order=row.with_order, since=row.received_at)
    clock = deadline_in_force(obligation=as_open(row=row), at=at)
    if row.answered_at is None:
        _sweep_open(actor, now, row, clock, grace // _US)
    else:
        _sweep_closed(actor, now, row, clock)
    return True


def postpone_obligation(actor: Actor, now: datetime, due: Due) -> None:
    """Look at it again in an hour."""
    with acting(actor):
        rows = Obligation.objects.filter(seller_id=due.seller_id, id=due.id, next_at__lte=now)
        rows.update(next_at=now + POSTPONED)


def _sweep_open(actor: Actor, now: datetime, row: Obligation, clock: DeadlineInForce, grace: int) -> None:
    if moving := _moving(now, row, clock):
        move(actor, now, row, moving)
        _look_again(
            row,
            now,
            _step(row, clock, now, grace),
            done=clock.stands or bool(row.overdue_by and not moving.voids),
        )
        return
    step = _step(row, clock, now, grace)
    if row.overdue_by:
        _update(row, next_at=None)
    elif step.books:
        book(actor, now, row)
    else:
        warn(now, row, step)


def _step(row: Obligation, clock: DeadlineInForce, now: datetime, grace: int) -> Step:
    if clock.stands:
        return Step()
    return rules.step(
        received=to_us(row.received_at),
        budget=row.budget_us,
        deadline=clock.deadline,
        now=to_us(now),
        grace=grace,
        calendar=clock.calendar,
    )


def _moving(now: datetime, row: Obligation, clock: DeadlineInForce) -> Moving | None:
    return rules.moving(
        obligation=as_open(row=row),
        deadline=clock.deadline,
        calendar_version=clock.calendar.version,
        outages=clock.outages,
        stopped=clock.stopped,
        missed_by=row.overdue_by,
        now=to_us(now),
    )


def move(actor: Actor, now: datetime, row: Obligation, moving: Moving) -> None:
    """The clock counts to the deadline in force from now on."""
    moved(actor=actor, now=now, row=row, moving=moving)
    _update(
        row,
        deadline=from_us(moving.deadline),
        calendar_version=moving.calendar_version,
        outages=moving.outages,
        stopped=moving.stopped,
        **({"overdue_by": None, "overdue_at": None} if moving.voids else {}),
    )


def _look_again(row: Obligation, now: datetime, step: Step, *, done: bool) -> None:
    """After a move: at once where there is something to do by the new deadline."""
    if done:
        _update(row, next_at=None)
    elif step.books or step.warns or step.next_at is None:
        _update(row, next_at=now)
    else:
        _update(row, next_at=from_us(step.next_at))


def book(actor: Actor, now: datetime, row: Obligation) -> None:
    """The deadline passed without an answer: an entry, and the obligation as overdue."""
    facts: dict[str, int | str] = {
        "calendar": row.calendar,
        "calendar_version": row.calendar_version,
        "deadline": to_us(row.deadline),
        "outages": row.outages,
        "received": to_us(row.received_at),
    }
    receipt = append(
        chain=chain_of(row),
        kind=Kind.OVERDUE,
        actor=actor,
        now=now,
        key=f"overdue/{row.id}/{to_us(row.deadline)}",
        facts=facts,
        ref=[("overdue", row.id)],
    )
    Miss.objects.create(
        seller_id=row.seller_id,
        id=receipt.entry,
        obligation_id=row.id,
        chain=row.chain,
        buyer_id=row.buyer_id,
        at=receipt.at,
        deadline=row.deadline,
    )
    _update(row, overdue_by=receipt.entry, overdue_at=receipt.at, next_at=None)


def warn(now: datetime, row: Obligation, step: Step) -> None:
    """Note the warning that the step asks for, and when to look again."""
    if step.warns:
        warning = DueWarning(
            seller_id=row.seller_id,
            obligation_id=row.id,
            percent=step.warns,
            chain=row.chain,
            buyer_id=row.buyer_id,
            at=now,
        )
        # one that a moved deadline reaches again was given already
        DueWarning.objects.bulk_create([warning], ignore_conflicts=True)
    _update(row, next_at=None if step.next_at is None else from_us(step.next_at))


def _sweep_closed(actor: Actor, now: datetime, row: Obligation, clock: DeadlineInForce) -> None:
    changes: dict[str, object] = {"next_at": None}
    if row.verdict == Verdict.LATE and row.corrected_by is None:
        missed_by = row.overdue_by if row.voided_by is None else None
        answered = _answered(actor, row)
        found = rules.correcting(moving=_moving(now, row, clock), answered=answered, missed_by=missed_by)
        if found is not None and found.verdict is not None:
            entry = moved(actor=actor, now=now, row=row, moving=found)
            changes |= {"corrected_by": entry, "corrected_verdict": found.verdict.value}
            changes |= {"voided_by": entry} if found.voids else {}
    _update(row, **changes)


def _answered(actor: Actor, row: Obligation) -> int:
    """The instant that an answer is judged by: when the server was given it."""
    assert row.answered_by is not None
    assert row.answered_at is not None
    leaf = log.entry_of(actor=actor, entry=Ref(row.seller_id, row.answered_by)).leaf
    submitted: int = msgspec.json.decode(leaf)["f"].get("submitted", to_us(row.answered_at))
    return submitted


def _update(row: Obligation, **changes: object) -> None:
    Obligation.objects.filter(seller_id=row.seller_id, id=row.id).update(**changes)
