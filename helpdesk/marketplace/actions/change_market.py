"""Change the market that a buyer is on."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused
from helpdesk.marketplace.models import Buyer, MarketChoice
from helpdesk.marketplace.queries.market_change import Standing, standing_of, storefronts
from helpdesk.marketplace.rules import changing
from helpdesk.marketplace.terms.market import Address


def change_market(*, actor: Actor, now: datetime, was: str, to: str, address: str | None, key: str) -> bool:
    """From the market `was` to `to`; `address` is the id of one of the buyer's, None to keep or go without.

    True when this very change was made before. Raises Forbidden for whoever is no buyer; NotFound; Conflict
    when the buyer is no longer on `was`; KeyReused; Invalid.
    """
    if actor.buyer_id is None:
        raise Forbidden("market.buyers_only")
    with acting(actor):
        where = _locked(actor.buyer_id)
        if _replayed(actor.buyer_id, (was, to, address), key):
            return True
        chosen = _judged(where, was, to, address)
        record = next((one for one in where.addresses if changing.address_of(one) == chosen), None)
        MarketChoice.objects.update_or_create(
            buyer_id=actor.buyer_id,
            defaults={"was": was, "market_id": to, "delivery_address": record, "key": key, "chosen_at": now},
        )
    return False


def _locked(buyer_id: UUID) -> Standing:
    """Two windows of the same buyer change one after the other."""
    list(Buyer.objects.select_for_update().filter(id=buyer_id).values_list("id"))
    return standing_of(buyer_id=buyer_id)


def _replayed(buyer_id: UUID, asked: tuple[str, str, str | None], key: str) -> bool:
    """Only the latest choice has its key; an older request that comes again finds the buyer elsewhere."""
    made = MarketChoice.objects.filter(buyer_id=buyer_id, key=key).first()
    if made is None:
        return False
    address = made.delivery_address and changing.address_of(made.delivery_address).id
    if asked not in ((made.was, made.market_id, address), (made.was, made.market_id, None)):
        raise KeyReused("market.key_reused")
    return True


def _judged(where: Standing, was: str, to: str, wanted: str | None) -> Address | None:
    after = storefronts(codes=(to,))[to]
    if where.market != was:
        raise Conflict("market.moved_on")
    if to == was:
        raise Invalid("market.same", field="to")
    delivery = changing.delivery_on(delivers_to=after.delivers_to, present=where.present, known=where.known)
    fits, chosen = changing.settled(delivery=delivery, wanted=wanted)
    if not fits:
        raise Invalid("market.address", field="address")
    return chosen
