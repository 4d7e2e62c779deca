"""Remove an endpoint: nothing is sent there any more."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks.actions.sealing import bury, chain_of, kept_of
from helpdesk.webhooks.queries.endpoints import endpoint_of
from helpdesk.webhooks.terms import Entry, Kept


def remove_webhook(*, actor: Actor, now: datetime, webhook: Ref) -> Kept:
    """Its row stays, with when; who removed it says the entry. Raises Forbidden, NotFound, Busy."""
    with acting(actor):
        row = endpoint_of(actor=actor, webhook=webhook, lock=True)
        stored = archive.append(
            chain=chain_of(seller_id=row.seller_id),
            kind=Entry.REMOVED,
            actor=actor,
            now=now,
            key=f"webhook/{row.id}/removed",
            facts={"webhook": str(row.id)},
        )
        row.removed_at = stored.receipt.at
        row.save(update_fields=["removed_at"])
        bury(row=row, now=stored.receipt.at)
    return kept_of(row=row, stored=stored)
