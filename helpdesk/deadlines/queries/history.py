"""What happened to a thread's clocks beside its messages."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import scope_of
from helpdesk.deadlines.queries.calendars import outages_until, timetable
from helpdesk.deadlines.queries.samples import judgment_notes
from helpdesk.deadlines.rules.measures import FOR_EVER, intervals_of
from helpdesk.deadlines.terms import DayOff
from helpdesk.deadlines.terms.happened import ClockEvent, DeadlineWas, Happened
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.explain import explain

_HISTORY = "SELECT * FROM deadlines_history_v2(%s, %s, %s, %s::bigint, %s::uuid)"


def history(*, actor: Actor, seller_id: int, chain: UUID) -> list[ClockEvent]:
    """In order of time, what the actor may see of it; empty for strangers.

    One SQL statement, and one for the notes of judgments where there are any.
    """
    events = [_event(row) for row in hot.rows(_HISTORY, [*scope_of(actor), seller_id, chain])]
    judged = [event.id for event in events if event.kind is Happened.JUDGED]
    if not judged:
        return events
    notes = judgment_notes(actor=actor, seller_id=seller_id, judgments=judged)
    return [replace(event, note=notes.get(event.id, "")) for event in events]


def _event(row: tuple[Any, ...]) -> ClockEvent:
    kind, at, id, obligation, code, on, until, voided, calendar, zone, received_at, budget_us, *deadlines = (
        row
    )
    now, was = _deadline(deadlines[:4]), _deadline(deadlines[4:])
    clock = (calendar, zone, received_at, budget_us)
    return ClockEvent(
        kind=Happened(kind),
        at=at,
        id=id,
        obligation=obligation,
        code=code,
        on=on,
        until=until,
        voided=voided,
        calendar=calendar or "",
        zone=zone or "",
        now=now,
        was=was,
        because=_because(*clock, now, was) if now and was else (),
        outage=_outages(received_at, now, was) if now and was else (),
        stopped=_stopped(now, was) if now and was else (),
    )


def _deadline(row: list[Any]) -> DeadlineWas | None:
    deadline, version, outages, stopped = row
    if deadline is None:
        return None
    return DeadlineWas(deadline=deadline, version=version, outages=outages, stopped=stopped)


def _because(
    code: str, zone: str, received_at: datetime, budget_us: int, now: DeadlineWas, was: DeadlineWas
) -> tuple[DayOff, ...]:
    """The days off that the new version skips and the old one counted."""
    if now.version == was.version:
        return ()
    tables = (
        timetable(code=code, version=each.version, zone=zone, outages=each.outages, stopped=each.stopped)
        for each in (was, now)
    )
    before, after = (_skipped(table, received_at, budget_us) for table in tables)
    return tuple(day for day in after if day not in before)


def _skipped(table: Calendar, received_at: datetime, budget_us: int) -> list[DayOff]:
    explained = explain(calendar=table, received=to_us(received_at), budget=budget_us)
    return [
        DayOff(on=day.on, calendar=known.widest(code=table.code, on=day.on))
        for day in explained.skipped_weekdays
    ]


def _outages(
    received_at: datetime, now: DeadlineWas, was: DeadlineWas
) -> tuple[tuple[datetime, datetime], ...]:
    """The outages between receipt and deadline that were published since."""
    new = outages_until(number=now.outages)[was.outages :]
    return tuple(
        (from_us(start), from_us(end))
        for start, end in new
        if from_us(start) < now.deadline and from_us(end) > received_at
    )


def _stopped(now: DeadlineWas, was: DeadlineWas) -> tuple[tuple[datetime, datetime | None], ...]:
    """What measures take out of it that they did not before."""
    known = intervals_of(was.stopped)
    new = (part for part in intervals_of(now.stopped) if part not in known)
    return tuple((from_us(start), None if end == FOR_EVER else from_us(end)) for start, end in new)
