"""What a page may offer beside a full answer; the deed itself decides when it is done."""

from datetime import date, datetime

from helpdesk.deadlines.queries.looks import timetable_of
from helpdesk.deadlines.rules import days_to_promise
from helpdesk.deadlines.rules.waivers import refusal_of_waiver
from helpdesk.deadlines.terms import Cause, OpenObligation
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.refusals import OutsideCalendar


def days_on_offer(*, obligation: OpenObligation, now: datetime) -> tuple[date, date] | None:
    """The first and the last local day that may be promised now; None where a promise was missed already."""
    if obligation.cause is Cause.PROMISE:
        return None
    try:
        return days_to_promise(at=to_us(now), calendar=timetable_of(obligation=obligation))
    except OutsideCalendar:
        return None


def may_waive(*, obligation: OpenObligation, is_first: bool, now: datetime) -> bool:
    """Whether no reply may be needed; `is_first`: the thread began with this question."""
    deadline = to_us(obligation.deadline)
    refusal = refusal_of_waiver(obligation=obligation, is_first=is_first, deadline=deadline, at=to_us(now))
    return refusal is None
