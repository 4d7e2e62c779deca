"""Marks of no reply needed: when one may be set, what an objection brings back, when a reviewer looks."""

from uuid import UUID

from helpdesk.deadlines.terms import (
    LEAST_LEFT_US,
    OBJECTION_DAYS,
    SAMPLED_FROM,
    SAMPLED_OVER_PERCENT,
    Cause,
    OpenObligation,
    WaiverReason,
)
from helpdesk.deadlines.terms.waivers import Mark, Waiving
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.moments import end_of_nth_business_day


def refusal_of_waiver(*, obligation: OpenObligation, is_first: bool, deadline: int, at: int) -> str | None:
    """The code of what forbids the mark at `at` (microseconds UTC), or None.

    `is_first`: the thread began with this question. `deadline` is the one in force.
    """
    if is_first:
        return "waiver.first"
    if obligation.cause is not Cause.MESSAGE:  # the buyer said so, or the seller promised it
        return "waiver.asked_again"
    return "waiver.late" if at > deadline else None


def waiving(
    *,
    obligation: OpenObligation,
    deadline: int,
    calendar: Calendar,
    outages: int,
    at: int,
    reason: WaiverReason,
    in_force: Calendar,
    stopped: str = "",
    overdue_by: UUID | None = None,
    sampled: bool = False,
) -> Waiving:
    """How the mark ends the obligation at `at`; `calendar` is the deadline's, `in_force` the newest one.

    The objection window is whole business days, the first of them the one after the mark.
    """
    received = to_us(obligation.received_at)
    return Waiving(
        obligation=obligation.id,
        received=received,
        deadline=deadline,
        calendar_version=calendar.version,
        outages=outages,
        counted=calendar.counted(start=received, end=at),
        left=calendar.counted(start=at, end=deadline),
        objection_until=end_of_nth_business_day(calendar=in_force, at=at, n=OBJECTION_DAYS),
        reason=reason,
        stopped=stopped,
        voids=overdue_by,
        sampled=sampled,
    )


def refusal_of_objection(*, mark: Mark, is_open: bool, at: int) -> str | None:
    """The code of what forbids an objection to the thread's latest mark at `at`, or None."""
    if is_open:
        return "objection.open"
    if mark.is_objected:
        return "objection.second"
    return "objection.past" if at > to_us(mark.objection_until) else None


def budget_after(*, left: int) -> int:
    """What an objection gives the seller: the time left at the mark, and at least eight counted hours."""
    return max(left, LEAST_LEFT_US)


def is_sampled(*, waived: int, obligations: int) -> bool:
    """Whether a seller marks so many questions that a reviewer looks at the mark."""
    return obligations >= SAMPLED_FROM and waived * 100 > SAMPLED_OVER_PERCENT * obligations


def enough_to_tell(*, waived: int) -> int:
    """So many obligations decide `is_sampled`: with more of them the share is no higher than allowed."""
    return max(SAMPLED_FROM, -(-waived * 100 // SAMPLED_OVER_PERCENT))
