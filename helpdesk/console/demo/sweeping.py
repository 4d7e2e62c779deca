"""The sweep of days that passed: each clock and case is looked at when a worker would have looked at it."""

from datetime import datetime

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.cases import actions as cases
from helpdesk.deadlines import actions as deadlines
from helpdesk.kernel.actor import SYSTEM

_LIMIT = 500  # clocks, and cases, of one sweep
_NEXT = """
    SELECT greatest(%s::timestamptz, least((SELECT min(next_at) FROM deadlines_obligation),
                                           (SELECT min(next_at) FROM deadlines_promise),
                                           (SELECT min(next_at) FROM cases_case)))
    WHERE EXISTS (SELECT FROM deadlines_obligation WHERE next_at <= %s)
       OR EXISTS (SELECT FROM deadlines_promise WHERE next_at <= %s)
       OR EXISTS (SELECT FROM cases_case WHERE next_at <= %s)
"""


def sweep(*, since: datetime, until: datetime) -> None:
    """Everything that is due by `until`, at its own instant; what was published before `since`, then."""
    at = since
    while (due := _next(at, until)) is not None and _look(due):
        at = due


def _look(now: datetime) -> int:
    """How many clocks and cases were looked after."""
    clocks = deadlines.sweep(actor=SYSTEM, now=now, limit=_LIMIT)
    return clocks + cases.sweep_cases(actor=SYSTEM, now=now, limit=_LIMIT)


def _next(at: datetime, until: datetime) -> datetime | None:
    with everything(), connection.cursor() as cursor:
        cursor.execute(_NEXT, [at, until, until, until])
        row = cursor.fetchone()
    return row[0] if row else None
