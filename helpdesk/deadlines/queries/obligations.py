"""All clocks of a thread, running and stopped, each with what it was counted by."""

from collections.abc import Sequence
from uuid import UUID

from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.terms import Cause, OpenObligation, Verdict
from helpdesk.deadlines.terms.clocks import Clock

_MOST = 500  # of one thread: whoever asked more often is not helped by a longer list


def clocks_of(*, seller_id: int, chain: UUID) -> Sequence[Clock]:
    """In the order in which they started, in the present scope. One SQL statement."""
    rows = Obligation.objects.filter(seller_id=seller_id, chain=chain)
    return [clock_of(row) for row in rows.order_by("received_at", "id")[:_MOST]]


def clock_of(row: Obligation) -> Clock:
    """A row as a plain value."""
    return Clock(
        obligation=OpenObligation(
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
            overdue_at=row.overdue_at if row.voided_by is None else None,
        ),
        question=row.question_id,
        answered_at=row.answered_at,
        verdict=Verdict(row.verdict) if row.verdict else None,
        corrected=Verdict(row.corrected_verdict) if row.corrected_verdict else None,
    )
