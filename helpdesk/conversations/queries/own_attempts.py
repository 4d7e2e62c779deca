"""A refused text as its author sees it: what was found, who looks at it, and what they decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.terms import Finding
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.queries.attempts import attempted
from helpdesk.conversations.queries.findings import told_of
from helpdesk.conversations.queries.reviewing import market_of_thread
from helpdesk.conversations.terms import Attempted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.queries import market_place


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAttempt:
    """`due_at` is until when a person looks at it, None where nobody was asked; `country` is its market's."""

    of: Attempted
    findings: Sequence[Finding]
    due_at: datetime | None
    country: str


def own_attempt(*, actor: Actor, attempt: Ref) -> OwnAttempt:
    """For the side that wrote it. Six SQL statements beside the scope's. Raises NotFound, for others too."""
    with acting(actor):
        row = Attempt.objects.filter(
            seller_id=attempt.seller_id, id=attempt.id, side=actor.side.value
        ).first()
        if row is None:
            raise NotFound("attempt.not_found")
        market = row.market or market_of_thread(seller_id=row.seller_id, conversation=row.conversation_id)
        return OwnAttempt(
            of=attempted(row=row),
            findings=told_of(actor=actor, entry=attempt),
            due_at=row.check_due_at,
            country=market_place(code=market)[0],
        )
