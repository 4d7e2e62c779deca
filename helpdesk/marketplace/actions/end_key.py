"""End a key of a shop's tool."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as people
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.marketplace.actions.key_sealing import one_of, sealed, shop_of


def end_key(*, actor: Actor, now: datetime, old: UUID, key: str) -> Kept:
    """Out at once. Raises Forbidden, NotFound (ended already, strangers'), KeyReused."""
    seller_id = shop_of(actor=actor)
    with acting(actor):
        said = {"key": str(old)}
        kept = sealed(actor=actor, now=now, kind="connection.ended", key=key, said=said, facts={})
        if not kept.replayed:
            live = people.keys_of_seller(actor=actor, seller_id=seller_id, now=now)
            one_of(live=live, id=old)
            accounts.end_key(actor=SYSTEM, now=now, seller_id=seller_id, key=old, at=now)
    return kept
