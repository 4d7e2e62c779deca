"""What happened to a thread's clocks between the first sending of an answer and its release."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from helpdesk.deadlines.models import Obligation, Promise
from helpdesk.deadlines.terms import OpenPromise, Verdict

_NOT_IN_TIME = (Verdict.LATE.value, Verdict.UNANSWERED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """`late` is an obligation that this answer would have met; `voids` the miss that is still booked of it.

    `promise` waits to be kept, or was booked as missed after this answer had come.
    """

    late: UUID | None
    voids: UUID | None
    promise: OpenPromise | None


def meanwhile(*, seller_id: int, chain: UUID, submitted: datetime) -> Meanwhile:
    """In the present scope. Two SQL statements."""
    late = _late(seller_id, chain, submitted)
    return Meanwhile(
        late=late.id if late else None,
        voids=late.overdue_by if late and late.voided_by is None else None,
        promise=_promise(seller_id, chain, submitted),
    )


def _late(seller_id: int, chain: UUID, submitted: datetime) -> Obligation | None:
    """Answered since, and not in time; the answer came while it was open, and by its deadline."""
    then = Obligation.objects.filter(
        seller_id=seller_id,
        chain=chain,
        received_at__lte=submitted,
        deadline__gte=submitted,
        answered_at__gt=submitted,
    )
    not_in_time = Q(corrected_verdict__in=_NOT_IN_TIME) | Q(corrected_verdict=None, verdict__in=_NOT_IN_TIME)
    return then.filter(not_in_time).order_by("-received_at").first()


def _promise(seller_id: int, chain: UUID, submitted: datetime) -> OpenPromise | None:
    made = Promise.objects.filter(seller_id=seller_id, chain=chain, made_at__lte=submitted, kept_by=None)
    row = made.filter(Q(missed_by=None) | Q(due_at__gte=submitted)).order_by("-made_at").first()
    if row is None:
        return None
    return OpenPromise(id=row.id, question_id=row.question_id, promised_on=row.promised_on, due_at=row.due_at)
