"""Choose what is usual for colleagues who chose nothing of their own."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications.actions.choosing import check, columns
from helpdesk.notifications.models import Usual
from helpdesk.notifications.policies import can_choose_usual
from helpdesk.notifications.terms import Wishes


def choose_usual(*, actor: Actor, now: datetime, wishes: Wishes) -> None:
    """For the shop, or for the desk; counts from the next notice on. Safe to repeat.

    Raises Forbidden for all but owners and platform administrators, Invalid as `choose_wishes` does.
    """
    if not can_choose_usual(actor=actor):
        raise Forbidden("wishes.not_owner")
    check(wishes=wishes)
    with acting(actor):
        Usual.objects.update_or_create(
            seller_id=actor.seller_id or OPERATOR, defaults=columns(wishes=wishes, side=actor.side)
        )
