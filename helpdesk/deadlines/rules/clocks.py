"""Decisions about one obligation, from its instants alone.

Instants are integer microseconds UTC; amounts are microseconds of counted time of the obligation's calendar.
`OutsideCalendar` where an instant lies outside the calendar's table.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from helpdesk.deadlines.terms import (
    BUDGET_US,
    SOON_PERCENT,
    STRONG_PERCENT,
    Answering,
    Cause,
    Day,
    DueState,
    Lane,
    Opening,
    OpenObligation,
    Verdict,
)
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.exclusions import Interval, excluded_between, within
from helpdesk.workdays.explain import Span
from helpdesk.workdays.localdays import local_date, zone_named
from helpdesk.workdays.shown import when_shown


def opening(
    *,
    received: int,
    calendar: Calendar,
    outages: int = 0,
    with_order: bool,
    budget: int = BUDGET_US,
    cause: Cause = Cause.MESSAGE,
    question: UUID | None = None,
) -> Opening:
    """The clock that starts at `received`; `calendar` is already without the first `outages` outages."""
    return Opening(
        received=received,
        deadline=calendar.deadline(received=received, budget=budget),
        calendar=calendar.code,
        calendar_version=calendar.version,
        zone=calendar.zone,
        with_order=with_order,
        next_at=calendar.deadline(received=received, budget=budget * SOON_PERCENT // 100),
        outages=outages,
        budget=budget,
        cause=cause,
        question=question,
    )


def answering(
    *,
    obligation: OpenObligation,
    deadline: int,
    calendar: Calendar,
    outages: int,
    at: int,
    submitted: int,
    stopped: str = "",
    overdue_by: UUID | None = None,
) -> Answering:
    """How an obligation ends with an answer at `at` that the server was given at `submitted`.

    `deadline` is the one in force, by `calendar`. An answer that the server had in time voids a miss that was
    booked before it could be stored.
    """
    received = to_us(obligation.received_at)
    decided = verdict(answered=submitted, deadline=deadline)
    return Answering(
        obligation=obligation.id,
        received=received,
        deadline=deadline,
        calendar_version=calendar.version,
        outages=outages,
        stopped=stopped,
        verdict=decided,
        counted=calendar.counted(start=received, end=submitted),
        overrun=overrun(deadline=deadline, answered=submitted, calendar=calendar),
        submitted=submitted if submitted != at else None,
        voids=overdue_by if decided is Verdict.MET else None,
    )


def verdict(*, answered: int, deadline: int) -> Verdict:
    """In time up to and including the deadline; counted hours decide nothing here."""
    return Verdict.MET if answered <= deadline else Verdict.LATE


def due_state(
    *, received: int, deadline: int, now: int, calendar: Calendar, answered_at: int | None = None
) -> DueState:
    """How a running or an answered deadline looks at `now`; HELD and NONE are the caller's to know."""
    if verdict(answered=now if answered_at is None else answered_at, deadline=deadline) is Verdict.LATE:
        return DueState.LATE
    if answered_at is not None:
        return DueState.MET
    used, budget = _used_of(received, deadline, now, calendar)
    if used * 100 >= STRONG_PERCENT * budget:
        return DueState.STRONG
    return DueState.SOON if used * 100 >= SOON_PERCENT * budget else DueState.OK


def share_used(*, received: int, deadline: int, now: int, calendar: Calendar) -> float:
    """Share of the counted time that is gone at `now`, 0.0 to 1.0: for drawing, never for deciding."""
    used, budget = _used_of(received, deadline, now, calendar)
    return used / budget if budget else 1.0


def time_left(*, deadline: int, now: int, calendar: Calendar) -> int:
    """Counted time from `now` to the deadline; 0 when it has passed."""
    return calendar.counted(start=now, end=deadline)


def overrun(*, deadline: int, answered: int, calendar: Calendar) -> int:
    """Counted time from the deadline to the answer (or to now, while there is none); 0 if it was in time.

    An answer on closed time just after a deadline at a day's end is late with an overrun of 0.
    """
    return calendar.counted(start=deadline, end=answered)


def due_day(*, now: int, calendar: Calendar) -> date:
    """The local date that "due today" speaks of: today, or on a closed day the next business day."""
    return calendar.next_business_day(local_date(at=now, zone=zone_named(calendar.zone)))


def lane(*, deadline: int, now: int, calendar: Calendar) -> Lane:
    """The inbox lane of an open obligation. A deadline at midnight is due on the day that it ends."""
    if now > deadline:
        return Lane.LATE
    due = when_shown(deadline=deadline, zone=calendar.zone).on
    return Lane.DUE_TODAY if due <= due_day(now=now, calendar=calendar) else Lane.LATER


def explained_day(
    *, span: Span, received: int, deadline: int, calendar: Calendar, stopped: Sequence[Interval] = ()
) -> Day:
    """One day of a calculation with its bounds; what counted of it lies between receipt and deadline.

    `stopped` is what measures took out of the calendar.
    """
    starts, ends = calendar.day_start(span.on), calendar.day_end(span.on)
    counts = span.skipped is None
    start, end = (max(starts, received), min(ends, deadline)) if counts else (starts, starts)
    excluded = excluded_between(calendar=calendar, start=start, end=end)
    return Day(
        on=span.on,
        starts=starts,
        ends=ends,
        counted_from=start,
        counted_to=end,
        skipped=span.skipped,
        holiday=span.holiday,
        excluded=excluded,
        stopped=tuple(part for gone in excluded for part in within(gone, stopped)),
    )


def _used_of(received: int, deadline: int, now: int, calendar: Calendar) -> tuple[int, int]:
    used = calendar.counted(start=received, end=min(now, deadline))
    return used, calendar.counted(start=received, end=deadline)
