"""Disputes of all shops, for the public figures: when and why, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.standing.models import Dispute
from helpdesk.standing.terms.disputes import Claim, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFiled:
    """One; whose it is nobody is told."""

    claim: Claim
    at: datetime
    due_at: datetime
    settled_at: datetime | None
    outcome: Outcome | None


def disputes_filed(*, starts_at: datetime, ends_at: datetime) -> Sequence[DisputeFiled]:
    """Those of a time, half-open, in the present scope. One SQL statement."""
    rows = Dispute.objects.filter(at__gte=starts_at, at__lt=ends_at).order_by("at")
    return [
        DisputeFiled(
            claim=Claim(row.claim),
            at=row.at,
            due_at=row.due_at,
            settled_at=row.settled_at,
            outcome=Outcome(row.outcome) if row.outcome else None,
        )
        for row in rows
    ]


def first_dispute_at() -> datetime | None:
    """When the first was filed, in the present scope. One SQL statement."""
    return Dispute.objects.order_by("at").values_list("at", flat=True).first()
