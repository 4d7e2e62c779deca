"""Forget a buyer: no name, no address, and no way from here to the Platform's record of the person."""

from datetime import datetime
from uuid import UUID, uuid4

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.models import Buyer, ExternalId, MarketChoice, Order, Pair
from helpdesk.marketplace.terms.kinds import Kind


def forget_buyer(*, actor: Actor, now: datetime, buyer: UUID) -> None:
    """The ids stay, since entries and orders hang on them; they lead to nobody now. Safe to repeat.

    The Platform's own id is replaced by a random one: should the Platform send this person again, somebody
    new comes. Raises Forbidden.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("record.platform_only")
    with acting(actor):
        row = Buyer.objects.filter(id=buyer).first()
        if row is None or row.display_name == "":
            return
        nobody = f"erased/{uuid4()}"
        ExternalId.objects.filter(kind=Kind.BUYER.value, external_id=row.external_id).update(
            external_id=nobody
        )
        Buyer.objects.filter(id=buyer).update(external_id=nobody, display_name="", addresses=[])
        Pair.objects.filter(buyer_id=buyer).update(display_name="")
        Order.objects.filter(buyer_id=buyer).update(delivery_address=None, purchase_ref="")
        MarketChoice.objects.filter(buyer_id=buyer).update(delivery_address=None)
