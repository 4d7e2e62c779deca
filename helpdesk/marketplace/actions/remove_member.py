"""Remove a colleague from a seller's team."""

from datetime import datetime

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.actions.change_role import colleague, keep_an_owner
from helpdesk.marketplace.models import Member


def remove_member(*, actor: Actor, now: datetime, member: Ref) -> None:
    """Out with their next page, tokens included; what they wrote keeps their name.

    Raises Forbidden, NotFound, Conflict (the last owner).
    """
    with acting(actor):
        found = colleague(actor=actor, member=member)
        keep_an_owner(without=found)
        Member.objects.filter(seller_id=found.seller_id, id=found.id).update(removed_at=now)
        accounts.revoke_tokens(actor=actor, now=now, person_id=found.person_id, seller_id=found.seller_id)
