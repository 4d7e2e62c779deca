"""How a deadline looks at an instant, and how it came to be."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.queries.calendars import timetable, version_in_force
from helpdesk.deadlines.rules import (
    due_day,
    due_state,
    explained_day,
    lane,
    measures,
    overrun,
    share_used,
    time_left,
)
from helpdesk.deadlines.terms import DayOff, DueState, Explained, InForce, Lane, OpenObligation
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.explain import explain
from helpdesk.workdays.localdays import local_date, zone_named

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Amounts are microseconds of counted time; `skipped` are the holidays that moved the deadline.

    So did the hours (UTC) in which measures `stopped` the Seller from answering; `stands`: one does, until
    further notice.
    """

    state: DueState
    lane: Lane
    share_used: float
    left_us: int
    overrun_us: int
    skipped: tuple[DayOff, ...]
    stopped: tuple[tuple[datetime, datetime], ...] = ()
    stands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNext:
    """The day that "due today" speaks of, beside today's own date, and the first deadline of the lane after.

    A deadline at midnight, cut to the minute, is shown as the end of the day before: `until` lies behind.
    """

    on: date
    today: date
    until: datetime


def timetable_of(*, obligation: OpenObligation) -> Calendar:
    """The table that this clock is counted with: its version, and the outages that it knows of."""
    return timetable(
        code=obligation.calendar,
        version=obligation.calendar_version,
        zone=obligation.zone,
        outages=obligation.outages,
        stopped=obligation.stopped,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineInForce:
    """A deadline in microseconds UTC, with the table, outages and measures that it was counted with."""

    deadline: int
    calendar: Calendar
    outages: int
    stopped: str = ""

    @property
    def stands(self) -> bool:
        """Whether there is none until further notice."""
        return measures.stands(self.stopped)


def deadline_in_force(*, obligation: OpenObligation, at: InForce) -> DeadlineInForce:
    """The deadline by what is published now: a day or an outage added since extends it, nothing shortens it.

    An outage extends it on the version that it was counted with, too, where the newest has a day less. One
    that stands gets a deadline again once the measure has an end.
    """
    stored = DeadlineInForce(
        deadline=to_us(obligation.deadline),
        calendar=timetable_of(obligation=obligation),
        outages=obligation.outages,
        stopped=obligation.stopped,
    )
    latest = version_in_force(code=obligation.calendar, at=at)
    known = obligation.calendar_version, obligation.outages, obligation.stopped
    if (latest, at.outages, at.stopped) == known:
        return stored
    counted = [_counted(obligation, version, at) for version in (obligation.calendar_version, latest)]
    return max(counted if stored.stands else (stored, *counted), key=lambda found: found.deadline)


def _counted(obligation: OpenObligation, version: int, at: InForce) -> DeadlineInForce:
    code, zone, outages = obligation.calendar, obligation.zone, at.outages
    found = measures.stopping(
        calendar=timetable(code=code, version=version, zone=zone, outages=outages),
        received=to_us(obligation.received_at),
        budget=obligation.budget_us,
        stopped=measures.hours_stopped(told=obligation.stopped, now=at.stopped),
    )
    return DeadlineInForce(
        deadline=found.deadline,
        calendar=timetable(code=code, version=version, zone=zone, outages=outages, stopped=found.stopped),
        outages=outages,
        stopped=found.stopped,
    )


def state(*, obligation: OpenObligation, now: datetime) -> DueState:
    """An open deadline at `now`, in one word; lists that need no more are spared the rest of `look`."""
    if obligation.stands:
        return DueState.HELD
    return due_state(
        received=to_us(obligation.received_at),
        deadline=to_us(obligation.deadline),
        now=to_us(now),
        calendar=timetable_of(obligation=obligation),
    )


def look(*, obligation: OpenObligation, now: datetime) -> Look:
    """An open deadline at `now`; of one that stands, how it stood when it stopped."""
    days, at = timetable_of(obligation=obligation), to_us(now)
    received, due = to_us(obligation.received_at), to_us(obligation.deadline)
    explained = explain(calendar=days, received=received, budget=obligation.budget_us)
    since = measures.stands_since(obligation.stopped)
    if since is not None:
        due, at = explained.deadline, min(at, since)
    return Look(
        state=state(obligation=obligation, now=now),
        lane=lane(deadline=due, now=at, calendar=days),
        share_used=share_used(received=received, deadline=due, now=at, calendar=days),
        left_us=time_left(deadline=due, now=at, calendar=days),
        overrun_us=overrun(deadline=due, answered=at, calendar=days),
        skipped=tuple(
            DayOff(on=day.on, calendar=known.widest(code=obligation.calendar, on=day.on))
            for day in explained.skipped_weekdays
        ),
        stopped=tuple((from_us(start), from_us(end)) for start, end in measures.ended(obligation.stopped)),
        stands=since is not None,
    )


def hours_stopped(*, obligation: OpenObligation) -> list[tuple[datetime, datetime | None]]:
    """When measures stop the Seller from answering, as far as its clock knows; None: until further notice."""
    hours = measures.intervals_of(obligation.stopped)
    return [(from_us(start), None if end == measures.FOR_EVER else from_us(end)) for start, end in hours]


def explained(*, obligation: OpenObligation) -> Explained:
    """Day by day, how a deadline came to be."""
    days = timetable_of(obligation=obligation)
    found = explain(calendar=days, received=to_us(obligation.received_at), budget=obligation.budget_us)
    return Explained(
        calendar=found.calendar,
        version=found.version,
        zone=found.zone,
        received=found.received,
        deadline=found.deadline,
        budget=found.budget,
        days=tuple(
            explained_day(
                span=span,
                received=found.received,
                deadline=found.deadline,
                calendar=days,
                stopped=measures.ended(obligation.stopped),
            )
            for span in found.spans
        ),
        stands_since=measures.stands_since(obligation.stopped),
    )


def due_next(*, calendar: str, version: int, zone: str, now: datetime) -> DueNext:
    """What the inbox lane "due today" holds at `now`: on a closed day, what is due on the next open one."""
    days = timetable(code=calendar, version=version, zone=zone)
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
