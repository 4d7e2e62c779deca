"""How long a Seller's answers took in counted time, and how late the open questions are by now."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from helpdesk.archive.database import hot
from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.queries.calendars import timetable
from helpdesk.deadlines.queries.due import as_open
from helpdesk.deadlines.queries.looks import timetable_of
from helpdesk.deadlines.rules import overrun
from helpdesk.deadlines.terms import Verdict
from helpdesk.kernel.clock import to_us

MOST = 20_000  # answers of one seller that are drawn: no picture becomes another by more of them

OF_MANY = 1_000  # answers of each of many sellers, for one figure

_COLUMNS = ("received_at", "answered_at", "calendar", "calendar_version", "zone", "outages", "stopped")
_ANSWERED = Q(verdict__in=[Verdict.MET.value, Verdict.LATE.value]) & ~Q(
    corrected_verdict=Verdict.UNANSWERED.value
)

_OF_MANY = """
    SELECT s.id, o.received_at, o.answered_at, o.calendar, o.calendar_version, o.zone, o.outages,
        o.stopped
    FROM unnest(%s::bigint[]) s (id), LATERAL (
        SELECT * FROM deadlines_obligation WHERE seller_id = s.id AND received_at >= %s::timestamptz
        AND answered_at < %s::timestamptz AND verdict IN ('met', 'late')
        AND corrected_verdict IS DISTINCT FROM 'unanswered'
        ORDER BY received_at DESC LIMIT %s::bigint
    ) o
"""


def counted_times(*, seller_id: int, since: datetime) -> list[int]:
    """Counted microseconds that each answer took, of questions received since then, in the present scope.

    The latest first, at most MOST. Marks that needed no reply are left out, and answers that were found to be
    none. One SQL statement.
    """
    rows = Obligation.objects.filter(_ANSWERED, seller_id=seller_id, received_at__gte=since)
    found = rows.order_by("-received_at").values_list(*_COLUMNS)[:MOST]
    return _counted(found)


def counted_times_of(*, sellers: Sequence[int], since: datetime, until: datetime) -> dict[int, list[int]]:
    """The same of many sellers, received since then and answered before `until`; at most OF_MANY of each.

    One SQL statement, in the present scope.
    """
    found: dict[int, list[Any]] = {seller: [] for seller in sellers}
    for seller, *row in hot.rows(_OF_MANY, [list(sellers), since, until, OF_MANY]):
        found[seller].append(row)
    return {seller: _counted(rows) for seller, rows in found.items()}


def _counted(rows: Iterable[Any]) -> list[int]:
    return [
        timetable(code=code, version=version, zone=zone, outages=outages, stopped=stopped).counted(
            start=to_us(received), end=to_us(answered)
        )
        for received, answered, code, version, zone, outages, stopped in rows
    ]


def overruns(*, seller_id: int, ids: Collection[UUID], now: datetime) -> dict[UUID, int]:
    """Counted microseconds past the deadline, by open obligation, in the present scope; 0 where not due.

    One SQL statement.
    """
    rows = Obligation.objects.filter(seller_id=seller_id, answered_at=None, id__in=list(ids))
    return {
        row.id: overrun(
            deadline=to_us(row.deadline),
            answered=to_us(now),
            calendar=timetable_of(obligation=as_open(row=row)),
        )
        for row in rows
    }
