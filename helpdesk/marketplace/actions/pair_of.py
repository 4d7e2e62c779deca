"""The pair of a seller and a buyer: the random stand-in for the buyer in that seller's leaves."""

from datetime import datetime
from uuid import UUID, uuid4

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, Pair
from helpdesk.marketplace.policies import can_see


def pair_of(*, actor: Actor, now: datetime, seller_id: int, buyer_id: UUID) -> UUID:
    """The pair's stand-in, made at the first contact and the same ever after. Raises NotFound for strangers.

    The buyer may not see the row (the seller's view of them), so it is read in scope all.
    """
    if not can_see(actor=actor, seller_id=seller_id, buyer_id=buyer_id):
        raise NotFound("record.not_found")
    with everything():
        return _found(seller_id, buyer_id) or _made(seller_id, buyer_id)


def _found(seller_id: int, buyer_id: UUID) -> UUID | None:
    return Pair.objects.filter(seller_id=seller_id, buyer_id=buyer_id).values_list("pair", flat=True).first()


def _made(seller_id: int, buyer_id: UUID) -> UUID:
    buyer = Buyer.objects.filter(id=buyer_id).first()
    if buyer is None:
        raise NotFound("record.not_found")
    mine = Pair(
        seller_id=seller_id,
        buyer_id=buyer_id,
        pair=uuid4(),
        display_name=buyer.display_name,
        language=buyer.language,
        market=buyer.market_id,
    )
    Pair.objects.bulk_create([mine], ignore_conflicts=True)  # the first one wins, and all read that one
    return _found(seller_id, buyer_id) or mine.pair
