"""Renew a key: two live side by side for some days, so that a tool can change over."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as people
from helpdesk.accounts.terms import MAX_OVERLAP, KeyShown
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.marketplace.actions.key_sealing import Fresh, issued, one_of, sealed, shop_of
from helpdesk.marketplace.terms.keys import KeyMade


def renew_key(*, actor: Actor, now: datetime, old: UUID, keep_days: int, key: str) -> KeyMade:
    """Another secret for the same name and scopes; the old one lives on for `keep_days`, 0 to MAX_OVERLAP.

    Where the old one was made to end, the new one lives as long. A replay has no secret. Raises Forbidden,
    NotFound, Invalid, Conflict (two live already), KeyReused.
    """
    seller_id = shop_of(actor=actor)
    if not 0 <= keep_days <= MAX_OVERLAP:
        raise Invalid("key.overlap", field="keep_days", limit=MAX_OVERLAP)
    id = uuid5(actor.person, f"api key/{seller_id}/{old}/{key}")
    facts = {"keep_days": keep_days}
    with acting(actor):
        said = {"key": str(id), "replaces": str(old), **facts}
        kept = sealed(actor=actor, now=now, kind="connection.renewed", key=key, said=said, facts=facts)
        live = people.keys_of_seller(actor=actor, seller_id=seller_id, now=now)
        if kept.replayed:
            return KeyMade(key=one_of(live=live, id=id), secret=None, kept=kept)
        secret = issued(actor=actor, now=now, fresh=_fresh(now, live, id, old))
        at = now + timedelta(days=keep_days)
        accounts.end_key(actor=SYSTEM, now=now, seller_id=seller_id, key=old, at=at)
        live = people.keys_of_seller(actor=actor, seller_id=seller_id, now=now)
    return KeyMade(key=one_of(live=live, id=id), secret=secret, kept=kept)


def _fresh(now: datetime, live: Collection[KeyShown], id: UUID, old: UUID) -> Fresh:
    found = one_of(live=live, id=old)
    if sum(one.person == found.person for one in live) > 1:
        raise Conflict("key.two_live")
    ends_at = now + (found.ends_at - found.made_at) if found.ends_at else None
    return Fresh(
        id=id, person=found.person, name=found.name, scopes=found.scopes, ends_at=ends_at, replaces=old
    )
