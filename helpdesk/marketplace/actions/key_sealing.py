"""What the deeds on a shop's keys share: who may, the entry on the shop's chain, the token itself."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.terms import KeyShown, Scope
from helpdesk.archive import actions as archive
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.policies import can_manage_keys
from helpdesk.marketplace.queries.keys import roles_of_key
from helpdesk.marketplace.queries.parties import stand_in_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A key to be: who acts by it, under which name, with what, until when, in whose place."""

    id: UUID
    person: UUID
    name: str
    scopes: tuple[Scope, ...]
    ends_at: datetime | None
    replaces: UUID | None = None


def shop_of(*, actor: Actor) -> int:
    """Whose keys an owner manages. Raises Forbidden."""
    if not can_manage_keys(actor) or actor.seller_id is None:
        raise Forbidden("key.not_yours")
    return actor.seller_id


def sealed(
    *,
    actor: Actor,
    now: datetime,
    kind: str,
    key: str,
    said: Mapping[str, object],
    facts: Mapping[str, int | str],
) -> Kept:
    """The entry on the shop's chain: which key and how, never a secret."""
    seller_id = shop_of(actor=actor)
    stand_in = stand_in_of(seller_id=seller_id)
    chain = Chain(
        seller_id=seller_id,
        id=uuid5(stand_in, ChainName.SELLER),
        name=ChainName.SELLER,
        audience=Audience.SELLER,
        seller=stand_in,
    )
    body = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    return archive.append(
        chain=chain, kind=kind, actor=actor, now=now, key=key, values={"said": body}, facts=facts
    )


def issued(*, actor: Actor, now: datetime, fresh: Fresh) -> str:
    """The secret of a new key."""
    hat = Actor(
        person=fresh.person,
        name=fresh.name,
        side=Side.SELLER,
        roles=roles_of_key(scopes=fresh.scopes),
        seller_id=actor.seller_id,
    )
    return accounts.issue_token(
        actor=SYSTEM,
        now=now,
        hat=hat,
        scopes=fresh.scopes,
        expires_at=fresh.ends_at,
        id=fresh.id,
        name=fresh.name,
        made_by=actor.person,
        replaces=fresh.replaces,
    )


def one_of(*, live: Collection[KeyShown], id: UUID) -> KeyShown:
    """The key among those that live. Raises NotFound."""
    for one in live:
        if one.id == id:
            return one
    raise NotFound("key.not_found")
