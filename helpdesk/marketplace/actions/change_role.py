"""Give a colleague another role."""

from datetime import datetime

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.terms import TEAM_ROLES
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.marketplace.models import Member
from helpdesk.marketplace.policies import can_manage_team


def change_role(*, actor: Actor, now: datetime, member: Ref, role: Role) -> None:
    """With their next page; their tokens end, since those have the role of before. Safe to repeat.

    Raises Forbidden, NotFound, Invalid, Conflict (the last owner).
    """
    if role not in TEAM_ROLES:
        raise Invalid("role.not_listed", field="role")
    with acting(actor):
        found = colleague(actor=actor, member=member)
        if found.role == role.value:
            return
        keep_an_owner(without=found)
        Member.objects.filter(seller_id=found.seller_id, id=found.id).update(role=role.value)
        accounts.revoke_tokens(actor=actor, now=now, person_id=found.person_id, seller_id=found.seller_id)


def colleague(*, actor: Actor, member: Ref) -> Member:
    """A member of the actor's own team, in the actor's scope. Raises Forbidden, NotFound."""
    if not can_manage_team(actor) or actor.seller_id is None:
        raise Forbidden("team.not_yours")
    team = Member.objects.filter(seller_id=actor.seller_id, removed_at=None)
    found = team.filter(seller_id=member.seller_id, id=member.id).first()
    if found is None:
        raise NotFound("member.not_found")
    return found


def keep_an_owner(*, without: Member) -> None:
    """Raise Conflict when the team would have no owner. Locks the owners: two may not leave at once."""
    owners = Member.objects.select_for_update().filter(
        seller_id=without.seller_id, role=Role.OWNER.value, removed_at=None
    )
    if [owner.id for owner in owners.order_by("id")] == [without.id]:
        raise Conflict("member.last_owner")
