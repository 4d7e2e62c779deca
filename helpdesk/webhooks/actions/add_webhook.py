"""Add an endpoint: from now on its owner's events are sent there."""

from datetime import datetime
from uuid import uuid5

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import last_number
from helpdesk.archive.terms import Chain
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.webhooks import rules
from helpdesk.webhooks.actions.sealing import chain_of, checked, committed, kept_of, secret_of
from helpdesk.webhooks.models import Endpoint
from helpdesk.webhooks.policies import can_manage, owner_of
from helpdesk.webhooks.terms import MAX_ENDPOINTS, Entry, Kept, Wanted


def add_webhook(*, actor: Actor, now: datetime, wanted: Wanted, key: str) -> Kept:
    """The endpoint with its secret; the same actor and key again give the same. It is told of what comes.

    Raises Forbidden, Invalid (url, kinds, description), TooLarge, Conflict (too many, removed meanwhile),
    KeyReused, Busy.
    """
    if not can_manage(actor):
        raise Forbidden("webhook.not_yours")
    owner = owner_of(actor)
    wanted = checked(wanted=wanted, seller_id=owner)
    with acting(actor):
        chain = chain_of(seller_id=owner)
        id = uuid5(chain.id, f"{actor.person}/{key}")
        stored = archive.append(
            chain=chain,
            kind=Entry.ADDED,
            actor=actor,
            now=now,
            key=key,
            values=committed(webhook=None, wanted=wanted),
            facts={"webhook": str(id)},
        )
        if not stored.replayed:
            _write(chain, Endpoint(seller_id=owner, id=id, created_at=stored.receipt.at), wanted)
        row = Endpoint.objects.get(seller_id=owner, id=id)
        if row.removed_at is not None:
            raise Conflict("webhook.removed")
    return kept_of(row=row, stored=stored, secret=secret_of(webhook=id, turn=row.turn))


def _write(chain: Chain, row: Endpoint, wanted: Wanted) -> None:
    """The chain is locked since its entry: nobody adds beside us."""
    if Endpoint.objects.filter(seller_id=chain.seller_id, removed_at=None).count() >= MAX_ENDPOINTS:
        raise Conflict("webhook.most", limit=MAX_ENDPOINTS)
    row.url, row.kinds, row.description = wanted.url, list(wanted.kinds), wanted.description
    row.after = last_number()
    row.secret_fingerprint = rules.fingerprint(secret_of(webhook=row.id, turn=1))
    row.save(force_insert=True)
