"""Which clock starts when somebody waits for the seller of a thread."""

from uuid import UUID

from helpdesk.conversations.terms import Thread
from helpdesk.deadlines import queries as calendars
from helpdesk.deadlines import rules as deadlines
from helpdesk.deadlines.terms import BUDGET_US, Cause, Opening
from helpdesk.kernel.refusal import Busy
from helpdesk.workdays.refusals import OutsideCalendar


def opening(
    *,
    thread: Thread,
    received: int,
    budget: int = BUDGET_US,
    cause: Cause = Cause.MESSAGE,
    question: UUID | None = None,
) -> Opening:
    """The clock that starts for the thread's seller at `received` (microseconds UTC), on what is in force.

    Raises Busy where no calendar reaches.
    """
    now = thread.in_force
    calendar = calendars.calendar_of(
        country=thread.country,
        subdivision=thread.subdivision,
        zone=thread.zone,
        market_country=thread.market_country,
        market_zone=thread.market_zone,
        at=now,
    )
    if calendar is None:
        raise Busy("clock.no_calendar")
    try:
        return deadlines.opening(
            received=received,
            calendar=calendar,
            outages=now.outages,
            with_order=thread.order_id is not None,
            budget=budget,
            cause=cause,
            question=question,
        )
    except OutsideCalendar as error:
        raise Busy("clock.no_calendar") from error
