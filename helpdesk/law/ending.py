"""When a period of the law ends, also one that is longer than its calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import day_number, local_date, pieces, zone_named
from helpdesk.workdays.periods import Expiry, Period, counted_to, expiry
from helpdesk.workdays.refusals import OutsideCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Expiry):
    """A period's last day. `is_settled` is False where nobody knows yet whether that day will be a holiday.

    The day is then the counted one, the earliest on which the period can end: it may move later, never
    earlier.
    """

    is_settled: bool = True


def ending(*, event: int, period: Period, calendar: Calendar) -> Ending:
    """When a period ends that an event (microseconds UTC) starts, on the wall clock of `calendar`.

    As `workdays.periods.expiry`; beyond the calendar's days by counting alone. Statutory guarantees run for
    years, calendars are reviewed for a few.
    """
    try:
        found = expiry(event=event, period=period, calendar=calendar)
    except OutsideCalendar:
        return _by_counting(event, period, calendar)
    return Ending(
        on=found.on, ends_at=found.ends_at, counted_to=found.counted_to, moved_over=found.moved_over
    )


def day_end(*, at: int, calendar: Calendar) -> int:
    """The first instant after the local day of `at`. All in microseconds UTC."""
    return _end_of(local_date(at=at, zone=zone_named(calendar.zone)), calendar)


def _by_counting(event: int, period: Period, calendar: Calendar) -> Ending:
    began = local_date(at=event, zone=zone_named(calendar.zone))
    on = counted_to(began=began, period=period)
    may_move = period.ends_on_working_day or period.has_two_working_days
    return Ending(on=on, ends_at=_end_of(on, calendar), counted_to=on, moved_over=(), is_settled=not may_move)


def _end_of(on: date, calendar: Calendar) -> int:
    """By the zone alone: the calendar's table may end before this day."""
    following = day_number(on + timedelta(days=1))
    found = pieces(zone=zone_named(calendar.zone), first=following - 1, last=following)
    return min(piece.start for piece in found if piece.day >= following)
