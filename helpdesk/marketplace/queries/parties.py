"""Sellers, markets, and the names under which parties know each other."""

from collections.abc import Iterable
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Market, Pair, Seller
from helpdesk.marketplace.terms.shown import MarketShown, SellerShown


def market_of(*, actor: Actor, code: str) -> MarketShown:
    """A market by its code. One SQL statement beside the scope's. Raises NotFound."""
    with acting(actor):
        market = Market.objects.filter(code=code).first()
    if market is None:
        raise NotFound("market.not_found")
    return MarketShown(
        code=market.code,
        country=market.country,
        currency=market.currency,
        time_zone=market.time_zone,
        languages=market.languages,
        law=market.law,
    )


def seller_of(*, actor: Actor, seller_id: int) -> SellerShown:
    """A seller, for anybody signed in. One SQL statement beside the scope's. Raises NotFound."""
    with acting(actor):
        seller = Seller.objects.filter(seller_id=seller_id).first()
    if seller is None:
        raise NotFound("seller.not_found")
    return SellerShown(
        seller_id=seller.seller_id,
        external_id=seller.external_id,
        name=seller.name,
        trader=seller.trader,
        country=seller.country,
        subdivision=seller.subdivision,
        time_zone=seller.time_zone,
        status=seller.status,
    )


def seller_names(*, seller_ids: Iterable[int]) -> dict[int, str]:
    """Public names, in the present scope. One SQL statement."""
    return dict(Seller.objects.filter(seller_id__in=list(seller_ids)).values_list("seller_id", "name"))


def buyer_names(*, seller_id: int, buyers: Iterable[UUID]) -> dict[UUID, str]:
    """The names by which a seller knows these buyers, in the present scope. One SQL statement."""
    pairs = Pair.objects.filter(seller_id=seller_id, buyer_id__in=list(buyers))
    return dict(pairs.values_list("buyer_id", "display_name"))


def stand_in_of(*, seller_id: int) -> UUID:
    """The random id that stands for a seller in leaves, in the present scope. One SQL statement."""
    return Seller.objects.values_list("stand_in", flat=True).get(seller_id=seller_id)
