"""Which agreed days have passed: of all sellers, in one indexed statement."""

from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.agreements.models import Agreement
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An agreement whose day `until` has passed, as far as was known when it was proposed."""

    agreement: Ref
    conversation: Ref
    n: int
    until: date
    owed_by: Side


def due(*, now: datetime, limit: int) -> list[Due]:
    """The longest due first, in the present scope. One SQL statement."""
    rows = Agreement.objects.filter(next_at__lte=now, until__isnull=False).order_by(
        "next_at", "seller_id", "id"
    )
    found = rows.values_list("seller_id", "id", "conversation_id", "n", "until", "owed_by")[:limit]
    return [
        Due(
            agreement=Ref(seller_id, id),
            conversation=Ref(seller_id, thread),
            n=n,
            until=until,
            owed_by=Side(owed_by),
        )
        for seller_id, id, thread, n, until, owed_by in found
        if until is not None and owed_by is not None
    ]
