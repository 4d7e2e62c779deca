"""Offers, which anybody signed in may see."""

from collections.abc import Mapping
from typing import Any

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Offer
from helpdesk.marketplace.rules.titles import title_in
from helpdesk.marketplace.terms.shown import GuaranteeShown, OfferShown, Price

PAGE = 50


def offers_on(*, actor: Actor, market: str, limit: int = PAGE, after: Ref | None = None) -> list[OfferShown]:
    """Offers on a market, by seller; `after` is the last one seen. One SQL statement beside the scope's."""
    with acting(actor):
        offers = Offer.objects.filter(markets__has_key=market).select_related("seller")
        if after is not None:
            offers = offers.filter(pk__gt=(after.seller_id, after.id))
        return [_shown(offer, market, actor.language) for offer in offers.order_by("pk")[:limit]]


def offer_of(*, actor: Actor, offer: Ref, market: str) -> OfferShown:
    """One offer as a market shows it. One SQL statement beside the scope's. Raises NotFound."""
    with acting(actor):
        found = Offer.objects.filter(seller_id=offer.seller_id, id=offer.id).select_related("seller").first()
    if found is None:
        raise NotFound("offer.not_found")
    return _shown(found, market, actor.language)


def _shown(offer: Offer, market: str, language: str) -> OfferShown:
    on: Mapping[str, Any] = offer.markets.get(market, {})
    price = Price(minor=on["price_minor"], currency=on["currency"]) if on else None
    return OfferShown(
        ref=Ref(offer.seller_id, offer.id),
        external_id=offer.external_id,
        seller=offer.seller.name,
        title=title_in(offer.title, language=language),
        condition=offer.condition,
        price=price,
        availability=on.get("availability", "not_sold"),
        return_days=offer.return_days,
        withdrawal_excluded=offer.withdrawal_excluded,
        guarantee=_guarantee(offer.guarantee),
        incomplete=offer.is_stub,
    )


def _guarantee(given: Mapping[str, Any] | None) -> GuaranteeShown | None:
    if given is None:
        return None
    return GuaranteeShown(giver=given["giver"], months=given["months"], terms=given.get("terms", ""))
