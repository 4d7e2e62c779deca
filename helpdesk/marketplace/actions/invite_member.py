"""Invite a colleague to a seller's team."""

from datetime import datetime

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.terms import Invited
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.marketplace.models import Member
from helpdesk.marketplace.policies import can_manage_team


def invite_member(*, actor: Actor, now: datetime, email: str, role: Role, language: str) -> Invited:
    """A fresh invitation, whose secret the caller sends. Raises Forbidden, Invalid, Conflict (a member)."""
    if not can_manage_team(actor) or actor.seller_id is None:
        raise Forbidden("team.not_yours")
    with acting(actor):
        members = Member.objects.filter(seller_id=actor.seller_id, removed_at=None).exclude(email="")
        if members.filter(email__iexact=email.strip()).exists():
            raise Conflict("member.already", field="email")
    return accounts.invite(
        actor=actor, now=now, email=email, role=role, language=language, seller_id=actor.seller_id
    )
