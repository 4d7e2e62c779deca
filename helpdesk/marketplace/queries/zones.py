"""Whose wall clock a reader looks at."""

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace.models import Buyer, Seller

_OPERATOR = "UTC"


def zone_of(*, actor: Actor) -> str:
    """The IANA zone of the seller's establishment or of the buyer's market; the operator's people read UTC.

    One SQL statement beside the scope's, none for the operator.
    """
    if actor.side is Side.SELLER:
        with acting(actor):
            zones = Seller.objects.filter(seller_id=actor.seller_id).values_list("time_zone", flat=True)
            return zones.first() or _OPERATOR
    if actor.side is Side.BUYER:
        with acting(actor):
            zones = Buyer.objects.filter(id=actor.buyer_id).values_list("market__time_zone", flat=True)
            return zones.first() or _OPERATOR
    return _OPERATOR
