"""Whose wall clock a reader looks at."""

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace.models import Buyer, Seller

_OPERATOR = "UTC"


def zone_of(*, actor: Actor) -> str:
    """The IANA zone of the seller's establishment or of the buyer's market; the operator's people read UTC.

    One SQL statement beside the scope's, none for the operator.
    """
    if actor.side is Side.SELLER and actor.seller_id:
        with acting(actor):
            sellers = Seller.objects.filter(seller_id=actor.seller_id)
            return sellers.values_list("time_zone", flat=True).first() or _OPERATOR
    if actor.side is Side.BUYER and actor.buyer_id:
        with acting(actor):
            buyers = Buyer.objects.filter(id=actor.buyer_id)
            return buyers.values_list("market__time_zone", flat=True).first() or _OPERATOR
    return _OPERATOR
