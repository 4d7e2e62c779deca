"""Give an endpoint another secret; the one before signs beside it for a while."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.webhooks import rules
from helpdesk.webhooks.actions.sealing import chain_of, kept_of, secret_of
from helpdesk.webhooks.queries.endpoints import endpoint_of
from helpdesk.webhooks.terms import OVERLAP, Entry, Kept


def rotate_secret(*, actor: Actor, now: datetime, webhook: Ref, key: str) -> Kept:
    """The new secret. For OVERLAP both sign; one that was retiring before signs no more.

    Raises Forbidden, NotFound, Conflict (the key's secret has been replaced since), KeyReused, Busy.
    """
    with acting(actor):
        row = endpoint_of(actor=actor, webhook=webhook, lock=True)
        stored = archive.append(
            chain=chain_of(seller_id=row.seller_id),
            kind=Entry.ROTATED,
            actor=actor,
            now=now,
            key=key,
            values={"webhook": str(row.id).encode()},
            facts={"webhook": str(row.id)},
        )
        if not stored.replayed:
            row.turn, row.retiring_until = row.turn + 1, stored.receipt.at + OVERLAP
            row.secret_fingerprint = rules.fingerprint(secret_of(webhook=row.id, turn=row.turn))
            row.save(update_fields=["turn", "retiring_until", "secret_fingerprint"])
        elif row.retiring_until != stored.receipt.at + OVERLAP:
            raise Conflict("webhook.rotated_since")
    return kept_of(row=row, stored=stored, secret=secret_of(webhook=row.id, turn=row.turn))
