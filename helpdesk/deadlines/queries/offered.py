"""What a page may offer beside a full answer; the deed itself decides when it is done."""

from datetime import date, datetime

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import Obligation, Promise
from helpdesk.deadlines.queries.looks import timetable_of
from helpdesk.deadlines.rules import days_to_promise
from helpdesk.deadlines.rules.waivers import refusal_of_waiver
from helpdesk.deadlines.terms import Cause, OpenObligation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.refusals import OutsideCalendar

_NEVER_PROMISED = (Cause.MESSAGE, Cause.INSISTED)  # with these a question begins


def days_on_offer(
    *, actor: Actor, seller_id: int, obligation: OpenObligation, now: datetime
) -> tuple[date, date] | None:
    """The first and the last local day that may be promised now; None where the question had its promise.

    No SQL for a question's first clock; one statement beside the scope's for a later one.
    """
    if _had_promise(actor, seller_id, obligation):
        return None
    try:
        return days_to_promise(at=to_us(now), calendar=timetable_of(obligation=obligation))
    except OutsideCalendar:
        return None


def _had_promise(actor: Actor, seller_id: int, obligation: OpenObligation) -> bool:
    if obligation.cause in (Cause.PROMISE, *_NEVER_PROMISED):
        return obligation.cause is Cause.PROMISE
    question = Obligation.objects.filter(seller_id=seller_id, id=obligation.id).values("question_id")
    with acting(actor):
        return Promise.objects.filter(seller_id=seller_id, question_id__in=question).exists()


def may_waive(*, obligation: OpenObligation, is_first: bool, now: datetime) -> bool:
    """Whether no reply may be needed; `is_first`: the thread began with this question."""
    deadline = to_us(obligation.deadline)
    refusal = refusal_of_waiver(obligation=obligation, is_first=is_first, deadline=deadline, at=to_us(now))
    return refusal is None
