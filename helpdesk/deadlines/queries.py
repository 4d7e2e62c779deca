"""Reads of deadlines: which calendar a Seller's clock runs on, and how a deadline looks at an instant."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.rules import due_day, due_state, explained_day, lane, overrun, share_used, time_left
from helpdesk.deadlines.terms import DayOff, DueState, Explained, Lane
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.explain import explain
from helpdesk.workdays.localdays import local_date, zone_named

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Amounts are microseconds of counted time; `skipped` are the holidays that moved the deadline."""

    state: DueState
    lane: Lane
    share_used: float
    left_us: int
    overrun_us: int
    skipped: tuple[DayOff, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNext:
    """The day that "due today" speaks of, beside today's own date, and the first deadline of the lane after.

    A deadline at midnight, cut to the minute, is shown as the end of the day before: `until` lies behind.
    """

    on: date
    today: date
    until: datetime


def calendar_of(
    *, country: str, subdivision: str | None, zone: str, market_country: str, market_zone: str
) -> Calendar | None:
    """The establishment's calendar; the thread's market's where there is none here (clock.md, "calendar").

    A subdivision without a calendar of its own falls back to its country's national days. None: neither.
    """
    for code, part, where in (
        (country, subdivision, zone),
        (country, None, zone),
        (market_country, None, market_zone),
    ):
        if calendar := known.calendar_for(country=code, subdivision=part or None, zone=where or None):
            return calendar
    return None


def state(*, calendar: str, zone: str, received_at: datetime, deadline: datetime, now: datetime) -> DueState:
    """An open deadline at `now`, in one word; lists that need no more are spared the rest of `look`."""
    return due_state(
        received=to_us(received_at),
        deadline=to_us(deadline),
        now=to_us(now),
        calendar=known.calendar_named(code=calendar, zone=zone),
    )


def look(*, calendar: str, zone: str, received_at: datetime, deadline: datetime, now: datetime) -> Look:
    """An open deadline at `now`. `calendar` is its code, `zone` (IANA) the wall clock that it counts on."""
    days = known.calendar_named(code=calendar, zone=zone)
    received, due, at = to_us(received_at), to_us(deadline), to_us(now)
    return Look(
        state=due_state(received=received, deadline=due, now=at, calendar=days),
        lane=lane(deadline=due, now=at, calendar=days),
        share_used=share_used(received=received, deadline=due, now=at, calendar=days),
        left_us=time_left(deadline=due, now=at, calendar=days),
        overrun_us=overrun(deadline=due, answered=at, calendar=days),
        skipped=tuple(
            DayOff(on=day.on, calendar=known.widest(code=calendar, on=day.on))
            for day in explain(calendar=days, received=received).skipped_weekdays
        ),
    )


def explained(*, calendar: str, zone: str, received_at: datetime) -> Explained:
    """Day by day, how the deadline of a question received at `received_at` came to be."""
    days = known.calendar_named(code=calendar, zone=zone)
    found = explain(calendar=days, received=to_us(received_at))
    return Explained(
        calendar=found.calendar,
        version=found.version,
        zone=found.zone,
        received=found.received,
        deadline=found.deadline,
        days=tuple(
            explained_day(span=span, received=found.received, deadline=found.deadline, calendar=days)
            for span in found.spans
        ),
    )


def due_next(*, calendar: str, zone: str, now: datetime) -> DueNext:
    """What the inbox lane "due today" holds at `now`: on a closed day, what is due on the next open one."""
    days = known.calendar_named(code=calendar, zone=zone)
    on = due_day(now=to_us(now), calendar=days)
    return DueNext(
        on=on,
        today=local_date(at=to_us(now), zone=zone_named(days.zone)),
        until=from_us(days.day_end(on)) + _MINUTE,
    )


def open_chains(*, seller_id: int) -> QuerySet[Obligation, UUID]:
    """Chains in which the seller owes an answer, as a subquery for rooms above; row security applies."""
    due = Obligation.objects.filter(seller_id=seller_id, answered_at=None)
    return due.values_list("chain", flat=True)
