"""Promises: how far ahead one may lie, when it is due, whether it was kept."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from helpdesk.deadlines.rules.clocks import verdict
from helpdesk.deadlines.rules.measures import Stopping, stopping
from helpdesk.deadlines.terms import PROMISE_DAYS, Keeping, OpenPromise, Promising
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.exclusions import Interval
from helpdesk.workdays.localdays import date_of, day_number, local_date, zone_named
from helpdesk.workdays.moments import business_days_ahead

_FAR = 8 * PROMISE_DAYS  # days: no calendar closes for so long, so there is no need to count further


def refusal_of_promise(*, on: date, at: int, calendar: Calendar) -> str | None:
    """The code of what forbids a promise for the local day `on`, made at `at` (microseconds UTC), or None."""
    today = local_date(at=at, zone=zone_named(calendar.zone))
    if on < today:
        return "promise.past"
    if (on - today).days > _FAR or not calendar.first_day <= today <= on < calendar.last_day:
        return "promise.far"
    return "promise.far" if business_days_ahead(calendar=calendar, at=at, on=on) > PROMISE_DAYS else None


def days_to_promise(*, at: int, calendar: Calendar) -> tuple[date, date]:
    """The first and the last local day that a promise made at `at` (microseconds UTC) may name."""
    today = local_date(at=at, zone=zone_named(calendar.zone))
    ahead = (date_of(day) for day in range(day_number(today), day_number(today) + _FAR + 1))
    allowed = [on for on in ahead if refusal_of_promise(on=on, at=at, calendar=calendar) is None]
    return today, allowed[-1] if allowed else today


def promising(*, question: UUID, on: date, calendar: Calendar, outages: int, with_order: bool) -> Promising:
    """The promise: due at the end of that day, or of the next business day where it is closed."""
    return Promising(
        question=question,
        promised_on=on,
        due=calendar.day_end(calendar.next_business_day(on)),
        calendar=calendar.code,
        calendar_version=calendar.version,
        outages=outages,
        zone=calendar.zone,
        with_order=with_order,
    )


def promise_due(
    *, made: int, on: date, whole: Calendar, calendar: Calendar, stopped: Sequence[Interval] = ()
) -> Stopping:
    """When a promise made at `made` for the local day `on` is due: microseconds UTC.

    The end of that day, or of the next business day; where `calendar` is without hours that the `whole` one
    has, those between promise and due are given back, and so are those that measures `stopped`.
    """
    counted = whole.counted(start=made, end=whole.day_end(whole.next_business_day(on)))
    return stopping(calendar=calendar, received=made, budget=counted, stopped=stopped)


def keeping(*, promise: OpenPromise, answered: int) -> Keeping:
    """How a full answer at `answered` (microseconds UTC) ends a promise."""
    return Keeping(promise=promise.id, verdict=verdict(answered=answered, deadline=to_us(promise.due_at)))
