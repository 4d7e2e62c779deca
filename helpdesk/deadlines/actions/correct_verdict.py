"""Correct a verdict: a question that was answered late, or not, was answered in time after all."""

from datetime import datetime
from uuid import UUID

from helpdesk.deadlines.models import Miss, Obligation
from helpdesk.deadlines.terms import Verdict
from helpdesk.kernel.actor import Actor


def correct_verdict(*, actor: Actor, now: datetime, seller_id: int, obligation: UUID, by: UUID) -> None:
    """The obligation counts as met, and a miss booked of it as taken back, both by the entry `by`.

    In the transaction and scope of the deed that makes this entry.
    """
    rows = Obligation.objects.filter(seller_id=seller_id, id=obligation)
    rows.filter(verdict__isnull=False).update(corrected_by=by, corrected_verdict=Verdict.MET.value)
    rows.filter(overdue_by__isnull=False, voided_by=None).update(voided_by=by)
    booked = rows.values("overdue_by")
    Miss.objects.filter(seller_id=seller_id, id__in=booked, voided_by=None).update(voided_by=by)
