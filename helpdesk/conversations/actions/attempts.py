"""What every settling of a refused attempt shares: one at a time, once, by one entry."""

from helpdesk.archive.terms import Receipt
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.terms import Outcome
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def locked(*, attempt: Ref) -> Attempt:
    """The row, until the transaction ends. Raises NotFound."""
    rows = Attempt.objects.select_for_update().filter(seller_id=attempt.seller_id, id=attempt.id)
    if (row := rows.first()) is None:
        raise NotFound("attempt.not_found")
    return row


def settle_attempt(*, row: Attempt, receipt: Receipt, outcome: Outcome) -> None:
    """By the entry of `receipt`, in its transaction."""
    Attempt.objects.filter(seller_id=row.seller_id, id=row.id).update(
        settled_by=receipt.entry, settled_at=receipt.at, outcome=outcome.value
    )
