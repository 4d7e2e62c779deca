"""What else than a full answer a seller may give: an interim note, a day, or that no reply is needed."""

from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.conversations.terms import ThreadView
from helpdesk.deadlines import queries as clocks
from helpdesk.deadlines import rules as deadlines
from helpdesk.deadlines.rules.waivers import refusal_of_waiver
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.refusals import OutsideCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """While a question is open. `first` and `last` bound the days that may be promised, None: none may."""

    first: date | None
    last: date | None
    may_waive: bool


def ways(*, thread: ThreadView, now: datetime) -> Ways | None:
    """None while nobody waits: then a message is a message."""
    if thread.obligation is None:
        return None
    first, last = _days(thread, now)
    return Ways(first=first, last=last, may_waive=_may_waive(thread, now))


def _days(thread: ThreadView, now: datetime) -> tuple[date | None, date | None]:
    assert thread.obligation is not None
    calendar = clocks.timetable_of(obligation=thread.obligation)
    try:
        return deadlines.days_to_promise(at=to_us(now), calendar=calendar)
    except OutsideCalendar:
        return None, None


def _may_waive(thread: ThreadView, now: datetime) -> bool:
    """As far as the page can tell; the deed itself looks again."""
    due = thread.obligation
    assert due is not None
    first = thread.messages[0] if thread.messages else None
    is_first = first is not None and first.n == 0 and first.id == due.id
    at, deadline = to_us(now), to_us(due.deadline)
    return refusal_of_waiver(obligation=due, is_first=is_first, deadline=deadline, at=at) is None
