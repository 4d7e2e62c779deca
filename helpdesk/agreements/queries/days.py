"""When an agreed day ends by the Seller's calendar: on the next business day where it is closed."""

from datetime import date

from helpdesk.agreements.rules import refusal_of_day
from helpdesk.conversations.terms import Thread
from helpdesk.deadlines import queries as calendars
from helpdesk.kernel.refusal import Busy, Invalid
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import local_date, zone_named
from helpdesk.workdays.refusals import OutsideCalendar


def due_of(*, thread: Thread, until: date, at: int) -> int:
    """The end of the day (microseconds UTC), as proposed at `at`. Raises Invalid, Busy (no calendar)."""
    days = _calendar(thread)
    today = local_date(at=at, zone=zone_named(days.zone))
    if code := refusal_of_day(until=until, today=today):
        raise Invalid(code, field="until")
    return _end(days, until)


def due_now(*, thread: Thread, until: date) -> int:
    """The same by what is published now: a day declared closed since has moved it. Raises Busy."""
    return _end(_calendar(thread), until)


def _end(days: Calendar, until: date) -> int:
    try:
        return days.day_end(days.next_business_day(until))
    except OutsideCalendar:
        raise Invalid("agreement.far", field="until") from None


def _calendar(thread: Thread) -> Calendar:
    found = calendars.calendar_of(
        country=thread.country,
        subdivision=thread.subdivision,
        zone=thread.zone,
        market_country=thread.market_country,
        market_zone=thread.market_zone,
        at=thread.in_force,
    )
    if found is None:
        raise Busy("clock.no_calendar")
    return found
