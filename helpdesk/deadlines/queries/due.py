"""Which clocks the sweep has something to do about: of all sellers, in one indexed statement each."""

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection

from helpdesk.deadlines.models import Obligation, Promise
from helpdesk.deadlines.queries.calendars import timetable, version_in_force
from helpdesk.deadlines.queries.looks import DeadlineInForce
from helpdesk.deadlines.rules.measures import hours_stopped
from helpdesk.deadlines.rules.promises import promise_due
from helpdesk.deadlines.terms import Cause, InForce, OpenObligation
from helpdesk.kernel.clock import to_us

DUE_OBLIGATIONS: Final = """
    SELECT seller_id, id, chain FROM deadlines_obligation
    WHERE next_at <= %s ORDER BY next_at, seller_id, id LIMIT %s
"""
DUE_PROMISES: Final = """
    SELECT seller_id, id, chain FROM deadlines_promise
    WHERE next_at <= %s ORDER BY next_at, seller_id, id LIMIT %s
"""


class Due(NamedTuple):
    """A clock to look at, and the chain that its entry would go to."""

    seller_id: int
    id: UUID
    chain: UUID


def due_obligations(*, now: datetime, limit: int) -> list[Due]:
    """The questions to look at by `now`, the longest due first, in the present scope. One SQL statement."""
    return _due(DUE_OBLIGATIONS, now, limit)


def due_promises(*, now: datetime, limit: int) -> list[Due]:
    """The promises to look at by `now`, the longest due first, in the present scope. One SQL statement."""
    return _due(DUE_PROMISES, now, limit)


def _due(sql: str, now: datetime, limit: int) -> list[Due]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [now, limit])
        return [Due(*row) for row in cursor.fetchall()]


def as_open(*, row: Obligation) -> OpenObligation:
    """The clock of an obligation's row, also where it has stopped."""
    return OpenObligation(
        id=row.id,
        received_at=row.received_at,
        deadline=row.deadline,
        calendar=row.calendar,
        calendar_version=row.calendar_version,
        zone=row.zone,
        outages=row.outages,
        stopped=row.stopped,
        cause=Cause(row.cause),
        budget_us=row.budget_us,
        overdue_at=row.overdue_at,
    )


def promise_in_force(*, promise: Promise, at: InForce) -> DeadlineInForce:
    """When a promise is due by what is published now: a closed day or an outage moves it, never back.

    So does a measure; while one without an end is in force, it is due at no time.
    """
    latest = version_in_force(code=promise.calendar, at=at)
    versions = (promise.calendar_version, latest)
    stored = DeadlineInForce(
        deadline=to_us(promise.due_at),
        calendar=timetable(code=promise.calendar, version=versions[0], zone=promise.zone),
        outages=promise.outages,
        stopped=promise.stopped,
    )
    counted = [_due_by(promise, version, at) for version in versions]
    return max(counted if stored.stands else (stored, *counted), key=lambda found: found.deadline)


def _due_by(promise: Promise, version: int, at: InForce) -> DeadlineInForce:
    whole = timetable(code=promise.calendar, version=version, zone=promise.zone)
    calendar = timetable(code=promise.calendar, version=version, zone=promise.zone, outages=at.outages)
    found = promise_due(
        made=to_us(promise.made_at),
        on=promise.promised_on,
        whole=whole,
        calendar=calendar,
        stopped=hours_stopped(told=promise.stopped, now=at.stopped),
    )
    return DeadlineInForce(
        deadline=found.deadline, calendar=calendar, outages=at.outages, stopped=found.stopped
    )
