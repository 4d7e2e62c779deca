"""The market that a buyer is on, and what another one would change."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.models import Buyer, Market, MarketChoice, Offer
from helpdesk.marketplace.rules import changing
from helpdesk.marketplace.rules.titles import title_in
from helpdesk.marketplace.terms.market import (
    Address,
    MarketChange,
    MarketName,
    OfferChange,
    Storefront,
)
from helpdesk.marketplace.terms.values import is_external_id


class Standing(NamedTuple):
    """Where a buyer is: the market's code, the addresses of the record, and the one that they use."""

    market: str
    addresses: Sequence[dict[str, Any]]
    known: Sequence[Address]
    present: Address | None


def market_change(*, actor: Actor, to: str, offers: Sequence[Ref] = ()) -> MarketChange:
    """What changes for the buyer on the market `to`, for the address and for each of these offers.

    Four SQL statements beside the scope's. Raises Forbidden for whoever is no buyer, NotFound.
    """
    if actor.buyer_id is None:
        raise Forbidden("market.buyers_only")
    with acting(actor):
        where = standing_of(buyer_id=actor.buyer_id)
        found = storefronts(codes=(where.market, to))
        rows = _offers(offers)
    now, after = found[where.market], found[to]
    delivery = changing.delivery_on(delivers_to=after.delivers_to, present=where.present, known=where.known)
    changes = [_change(row, now.name.code, after.name.code, actor.language) for row in rows]
    return MarketChange(now=now, after=after, delivery=delivery, offers=changes)


def standing_of(*, buyer_id: UUID) -> Standing:
    """In the present scope. Two SQL statements. Raises NotFound."""
    buyer = Buyer.objects.filter(id=buyer_id).first()
    if buyer is None:
        raise NotFound("buyer.not_found")
    chosen = MarketChoice.objects.filter(buyer_id=buyer_id).first()
    known = [changing.address_of(address) for address in buyer.addresses]
    address = chosen.delivery_address if chosen else None
    present = changing.present_address(
        known=known, chosen=address and changing.address_of(address), has_chosen=chosen is not None
    )
    market = chosen.market_id if chosen else buyer.market_id
    return Standing(market, buyer.addresses, known, present)


def storefronts(*, codes: Sequence[str]) -> dict[str, Storefront]:
    """These markets, in the present scope. One SQL statement. Raises NotFound."""
    known = Market.objects.filter(code__in=[code for code in codes if is_external_id(code)])
    found = {
        row.code: Storefront(
            name=MarketName(row.code, row.country),
            currency=row.currency,
            delivers_to=frozenset(row.delivery_countries),
        )
        for row in known
    }
    if not found.keys() >= set(codes):
        raise NotFound("market.not_found", field="to")
    return found


def _offers(refs: Sequence[Ref]) -> list[Offer]:
    """In the order in which they were named, each once."""
    wanted = Q(pk__in=[(ref.seller_id, ref.id) for ref in refs])
    found = {Ref(row.seller_id, row.id): row for row in Offer.objects.filter(wanted).select_related("seller")}
    return [found[ref] for ref in dict.fromkeys(refs) if ref in found]


def _change(row: Offer, now: str, after: str, language: str) -> OfferChange:
    return OfferChange(
        ref=Ref(row.seller_id, row.id),
        title=title_in(row.title, language=language),
        seller=row.seller.name,
        now=changing.on_sale(markets=row.markets, code=now),
        after=changing.on_sale(markets=row.markets, code=after),
    )
