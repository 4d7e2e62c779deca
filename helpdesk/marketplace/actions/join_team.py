"""Take up an invitation: to a seller's team, or to the operator's."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Person
from helpdesk.accounts.terms import Hat, InvitationShown
from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace.models import Member


def join_team(*, actor: Actor, now: datetime, secret: str, person_id: UUID) -> Hat:
    """The hat that came with it. One transaction: no link is used up without it.

    Whoever is on the team already gets the role that was offered. Raises NotFound, Conflict as
    `accounts.accept_invitation`.
    """
    with everything():
        taken = accounts.accept_invitation(actor=actor, now=now, secret=secret, person_id=person_id)
        if taken.seller_id is None:
            return Hat(person=person_id, side=Side.ADMINISTRATOR)
        _become_member(taken, taken.seller_id, person_id)
        return Hat(person=person_id, side=Side.SELLER, seller_id=taken.seller_id)


def _become_member(taken: InvitationShown, seller_id: int, person_id: UUID) -> None:
    mine = Member.objects.filter(seller_id=seller_id, person_id=person_id, removed_at=None)
    if mine.update(role=taken.role.value):
        return
    Member.objects.create(
        seller_id=seller_id,
        id=taken.id,
        external_id=f"invited-{taken.id}",  # no record of the Platform's has this form of id
        person_id=person_id,
        name=Person.objects.values_list("display_name", flat=True).get(id=person_id),
        email=taken.email,
        role=taken.role.value,
    )
