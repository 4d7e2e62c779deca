"""In which language somebody reads, as far as a shop may know."""

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace.models import Market
from helpdesk.marketplace.queries.parties import buyer_known
from helpdesk.marketplace.terms.shown import OrderShown


def language_of_buyer(*, actor: Actor, order: OrderShown) -> str:
    """The Buyer's, once they have written to the shop, else the first of the order's market. Two SQL
    statements beside the scope's.
    """
    with acting(actor):
        known = buyer_known(seller_id=order.ref.seller_id, buyer_id=order.buyer_id)[1]
        spoken = Market.objects.filter(code=order.market).values_list("languages", flat=True).first()
    return known or next(iter(spoken or ()), "en")
