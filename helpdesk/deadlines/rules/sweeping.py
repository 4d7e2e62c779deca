"""What the sweep does about one clock, from its instants alone.

Instants are integer microseconds UTC; amounts are microseconds of counted time of the clock's calendar.
"""

from dataclasses import replace
from uuid import UUID

from helpdesk.deadlines.rules.clocks import verdict
from helpdesk.deadlines.rules.measures import stands
from helpdesk.deadlines.terms import SOON_PERCENT, STRONG_PERCENT, OpenObligation, Verdict
from helpdesk.deadlines.terms.sweeping import MoveCause, Moving, Step
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.calendar import Calendar


def step(*, received: int, budget: int, deadline: int, now: int, grace: int, calendar: Calendar) -> Step:
    """What an open clock without a miss asks for at `now`: of several warnings only the strongest.

    A worker that was away skips what is of no use any more: nobody is warned of what is late already.
    """
    if now >= deadline + grace:
        return Step(books=True)
    if now > deadline:
        return Step(next_at=deadline + grace)
    if now >= (strong := calendar.deadline(received=received, budget=budget * STRONG_PERCENT // 100)):
        return Step(warns=STRONG_PERCENT, next_at=deadline + grace)
    if now >= (soon := calendar.deadline(received=received, budget=budget * SOON_PERCENT // 100)):
        return Step(warns=SOON_PERCENT, next_at=strong)
    return Step(next_at=soon)


def moving(
    *,
    obligation: OpenObligation,
    deadline: int,
    calendar_version: int,
    outages: int,
    stopped: str = "",
    missed_by: UUID | None,
    now: int,
) -> Moving | None:
    """How an open clock moves to the deadline in force; None where that is not later.

    One that stood gets a deadline again, which is earlier than none. A miss is taken back only where there is
    time again: the question is still not answered.
    """
    before = to_us(obligation.deadline)
    if not moves(before=before, told=obligation.stopped, deadline=deadline):
        return None
    return Moving(
        how="moves",
        of=obligation.id,
        before=before,
        deadline=deadline,
        calendar_version=calendar_version,
        outages=outages,
        cause=move_cause(
            before=obligation.calendar_version,
            after=calendar_version,
            is_stopped=stopped != obligation.stopped,
        ),
        stopped=stopped,
        voids=missed_by if now <= deadline else None,
    )


def moves(*, before: int, told: str, deadline: int) -> bool:
    """Whether a clock that leaves out what was `told` moves to the deadline: later, or it stood until now."""
    return deadline > before or (deadline < before and stands(told))


def correcting(*, moving: Moving | None, answered: int, missed_by: UUID | None) -> Moving | None:
    """How a question answered late at `answered` becomes answered in time; None where it stays late."""
    if moving is None or verdict(answered=answered, deadline=moving.deadline) is Verdict.LATE:
        return None
    return replace(moving, verdict=Verdict.MET, voids=missed_by)


def move_cause(*, before: int, after: int, is_stopped: bool = False) -> MoveCause:
    """What moved a clock, told from the calendar's version before and after, and whether a measure did."""
    if is_stopped:
        return MoveCause.MEASURE
    return MoveCause.OUTAGE if before == after else MoveCause.CALENDAR
