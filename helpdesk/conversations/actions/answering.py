"""How the thread's open question ends with a message, by the deadline in force."""

from datetime import date

from helpdesk.conversations.terms import Thread
from helpdesk.deadlines import queries as clocks
from helpdesk.deadlines import rules as deadlines
from helpdesk.deadlines.terms import Answering, Promising
from helpdesk.kernel.refusal import Invalid


def answering(*, thread: Thread, at: int, submitted: int) -> Answering:
    """The open question answered by a message at `at` that came at `submitted` (microseconds UTC)."""
    due = thread.obligation
    assert due is not None
    in_force = clocks.deadline_in_force(obligation=due, at=thread.in_force)
    return deadlines.answering(
        obligation=due,
        deadline=in_force.deadline,
        calendar=in_force.calendar,
        outages=in_force.outages,
        stopped=in_force.stopped,
        at=at,
        submitted=submitted,
        overdue_by=thread.overdue_by,
    )


def promising(*, thread: Thread, on: date, at: int) -> Promising:
    """The rest of the answer promised for the local day `on`. Raises Invalid where that cannot be."""
    due, question = thread.obligation, thread.question_id
    assert due is not None
    assert question is not None
    calendar = clocks.current(code=due.calendar, zone=due.zone, at=thread.in_force)
    if code := deadlines.refusal_of_promise(on=on, at=at, calendar=calendar):
        raise Invalid(code, field="promise_on")
    return deadlines.promising(
        question=question,
        on=on,
        calendar=calendar,
        outages=thread.in_force.outages,
        with_order=thread.order_id is not None,
    )
