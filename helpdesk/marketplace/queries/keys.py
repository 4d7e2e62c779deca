"""The keys of a shop's own tools."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from helpdesk.accounts import queries as accounts
from helpdesk.accounts.terms import KeyShown, Scope
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.models import Member
from helpdesk.marketplace.policies import can_manage_keys

_MANAGING = frozenset({Scope.TEAM, Scope.WEBHOOKS})
_WRITING = frozenset({Scope.REPLY, Scope.CASES, Scope.DISPUTES})


def keys_of(*, actor: Actor, now: datetime) -> list[KeyShown]:
    """Those that live, by name, for the shop's owners. One SQL statement. Raises Forbidden."""
    if not can_manage_keys(actor) or actor.seller_id is None:
        raise Forbidden("key.not_yours")
    return accounts.keys_of_seller(actor=actor, seller_id=actor.seller_id, now=now)


def left_behind(*, actor: Actor, keys: Collection[KeyShown]) -> frozenset[UUID]:
    """Of these keys of the actor's shop, the ids of those whose maker is no owner of it any more.

    They go on working, and their maker has seen the secret; one with a successor is on its way out. One SQL
    statement beside the scope's, none where nobody but the actor made any.
    """
    others = {one.made_by for one in keys if one.made_by} - {actor.person}
    if not others or actor.seller_id is None:
        return frozenset()
    with acting(actor):
        owners = Member.objects.filter(
            seller_id=actor.seller_id, person_id__in=others, role=Role.OWNER.value, removed_at=None
        )
        gone = others - set(owners.values_list("person_id", flat=True))
    return frozenset(one.id for one in keys if one.made_by in gone and one.successor is None)


def roles_of_key(*, scopes: Collection[str]) -> frozenset[Role]:
    """As whom a key with these scopes acts: no more of a role than they need."""
    if _MANAGING.intersection(scopes):
        return frozenset({Role.OWNER})
    return frozenset({Role.AGENT if _WRITING.intersection(scopes) else Role.READER})
