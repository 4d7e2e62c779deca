"""Make a key for a shop's own tool."""

from collections.abc import Collection
from datetime import datetime
from uuid import uuid5

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as people
from helpdesk.accounts.terms import KEY_SCOPES, MAX_KEY_NAME, MAX_KEYS, KeyShown, Scope
from helpdesk.archive.database.scope import acting
from helpdesk.kernel import text
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.marketplace.actions.key_sealing import Fresh, issued, one_of, sealed, shop_of
from helpdesk.marketplace.terms.keys import KeyMade


def make_key(
    *,
    actor: Actor,
    now: datetime,
    name: str,
    scopes: Collection[str],
    key: str,
    ends_at: datetime | None = None,
) -> KeyMade:
    """A key that acts under its own name. Its secret is known this once; a replay has none.

    Raises Forbidden, Invalid (no name, no or unknown scopes, an end that is past), Conflict (MAX_KEYS, a name
    that another key has), KeyReused.
    """
    seller_id, name = shop_of(actor=actor), text.line(name, limit=MAX_KEY_NAME, field="name")
    chosen = _chosen(scopes)
    if ends_at is not None and ends_at <= now:
        raise Invalid("key.past", field="ends_at")
    id = uuid5(actor.person, f"api key/{seller_id}/{key}")
    fresh = Fresh(id=id, person=id, name=name, scopes=chosen, ends_at=ends_at)
    facts: dict[str, int | str] = {"scopes": " ".join(chosen)}
    facts |= {"ends": to_us(ends_at)} if ends_at else {}
    with acting(actor):
        said = {"key": str(id), "name": name, **facts}
        kept = sealed(actor=actor, now=now, kind="connection.made", key=key, said=said, facts=facts)
        live = people.keys_of_seller(actor=actor, seller_id=seller_id, now=now)
        if kept.replayed:
            return KeyMade(key=one_of(live=live, id=id), secret=None, kept=kept)
        _judge(live, name)
        accounts.enrol_person(actor=SYSTEM, now=now, id=id, display_name=name, language=actor.language)
        secret = issued(actor=actor, now=now, fresh=fresh)
        live = people.keys_of_seller(actor=actor, seller_id=seller_id, now=now)
    return KeyMade(key=one_of(live=live, id=id), secret=secret, kept=kept)


def _chosen(scopes: Collection[str]) -> tuple[Scope, ...]:
    """In their own order. Raises Invalid."""
    if set(scopes) - set(KEY_SCOPES):
        raise Invalid("key.scope", field="scopes")
    if not scopes:
        raise Invalid("key.no_scope", field="scopes")
    return tuple(scope for scope in KEY_SCOPES if scope in scopes)


def _judge(live: Collection[KeyShown], name: str) -> None:
    if len(live) >= MAX_KEYS:
        raise Conflict("key.most", limit=MAX_KEYS)
    if any(one.name == name for one in live):
        raise Conflict("key.named", field="name")
