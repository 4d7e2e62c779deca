"""What is usual for colleagues who chose nothing."""

from django.conf import settings

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications.models import Usual
from helpdesk.notifications.policies import can_choose_usual
from helpdesk.notifications.queries.readers import wishes
from helpdesk.notifications.terms import Wishes

_NONE = (None,) * 6


def usual(*, actor: Actor) -> Wishes:
    """Of the shop, or of the desk; an empty zone is the shop's own. One SQL statement beside the scope's.

    Raises Forbidden for all but owners and platform administrators.
    """
    if not can_choose_usual(actor=actor):
        raise Forbidden("wishes.not_owner")
    columns = Usual.objects.filter(seller_id=actor.seller_id or OPERATOR).values_list(
        "mailed", "rhythm", "zone", "digest_at", "quiet_from", "quiet_until"
    )
    zone = settings.HELPDESK.time_zone if actor.side is Side.ADMINISTRATOR else ""
    with acting(actor):
        return wishes(side=actor.side, zone=zone, wish=columns.first() or _NONE)
