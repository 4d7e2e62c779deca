"""A shop's keys, and the Platform's machines."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from helpdesk.accounts.models import Client, Token
from helpdesk.accounts.policies import can_invite, can_manage_accounts
from helpdesk.accounts.terms import ClientShown, KeyShown, Scope
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def keys_of_seller(*, actor: Actor, seller_id: int, now: datetime) -> list[KeyShown]:
    """Those that live at `now`, by name, the older of two before its successor. One SQL statement.

    Raises Forbidden.
    """
    if not can_invite(actor=actor, seller_id=seller_id):
        raise Forbidden("accounts.not_yours")
    return _shown(
        _live(now).filter(seller_id=seller_id).exclude(name="").order_by("name", "created_at", "id")
    )


def clients(*, actor: Actor) -> list[ClientShown]:
    """All of the Platform's machines, the latest first. One SQL statement. Raises Forbidden."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    return [
        ClientShown(
            id=row.id, name=row.name, prefix=row.prefix, made_at=row.made_at, revoked_at=row.revoked_at
        )
        for row in Client.objects.order_by("-made_at", "id")
    ]


def _live(now: datetime) -> QuerySet[Token]:
    return Token.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None)


def _shown(rows: Iterable[Token]) -> list[KeyShown]:
    found = list(rows)
    successors: dict[UUID | None, UUID] = {row.replaces: row.id for row in found}
    return [
        KeyShown(
            id=row.id,
            person=row.person_id,
            name=row.name,
            prefix=row.prefix,
            scopes=tuple(Scope(scope) for scope in row.scopes),
            made_at=row.created_at,
            made_by=row.made_by,
            used_at=row.used_at,
            ends_at=row.expires_at,
            successor=successors.get(row.id),
        )
        for row in found
    ]
