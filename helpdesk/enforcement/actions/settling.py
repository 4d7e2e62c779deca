"""A proposal that is done with: by whom stands in the entry."""

from helpdesk.archive.terms import Kept
from helpdesk.enforcement.models import Proposal
from helpdesk.enforcement.terms import Outcome


def settle_proposal(*, row: Proposal, kept: Kept, outcome: Outcome) -> None:
    """In the transaction of the entry that settles it."""
    Proposal.objects.filter(seller_id=row.seller_id, id=row.id, settled_by=None).update(
        settled_by=kept.receipt.entry, settled_at=kept.receipt.at, outcome=outcome.value
    )
