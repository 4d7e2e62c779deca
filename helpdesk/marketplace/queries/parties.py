"""Sellers, markets, and the names under which parties know each other."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from helpdesk.archive.database.scope import acting, everything
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, Market, Pair, Seller
from helpdesk.marketplace.terms.shown import MarketShown, SellerShown


def market_of(*, actor: Actor, code: str) -> MarketShown:
    """A market by its code. One SQL statement beside the scope's. Raises NotFound."""
    with acting(actor):
        market = Market.objects.filter(code=code).first()
    if market is None:
        raise NotFound("market.not_found")
    return _market(market)


def market_place(*, code: str) -> tuple[str, str]:
    """Country and time zone of a market, in the present scope. One SQL statement."""
    return Market.objects.values_list("country", "time_zone").get(code=code)


def markets_for_system() -> list[MarketShown]:
    """All markets by their codes, for pages that anybody may read. One SQL statement beside the scope's."""
    with everything():
        return [_market(market) for market in Market.objects.order_by("code")]


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


def buyer_known(*, seller_id: int, buyer_id: UUID) -> tuple[str, str]:
    """Name and language by which a seller knows a buyer, in the present scope; empty where they do not.

    One SQL statement.
    """
    pairs = Pair.objects.filter(seller_id=seller_id, buyer_id=buyer_id)
    return pairs.values_list("display_name", "language").first() or ("", "")


def sellers_named(*, words: str, limit: int) -> list[int]:
    """Sellers with a word of their name that begins so, in the present scope. One SQL statement."""
    found = Seller.objects.filter(Q(name__istartswith=words) | Q(name__icontains=f" {words}"))
    return list(found.order_by("name").values_list("seller_id", flat=True)[:limit])


def buyers_named(*, words: str, limit: int) -> list[UUID]:
    """Buyers whose name begins so, in the present scope. One SQL statement."""
    found = Buyer.objects.filter(display_name__istartswith=words)
    return list(found.order_by("display_name").values_list("id", flat=True)[:limit])


def buyers_of(*, buyers: Iterable[UUID]) -> dict[UUID, str]:
    """The names that buyers go by, in the present scope. One SQL statement."""
    return dict(Buyer.objects.filter(id__in=list(buyers)).values_list("id", "display_name"))


def stand_in_of(*, seller_id: int) -> UUID:
    """The random id that stands for a seller in leaves, in the present scope. One SQL statement."""
    return Seller.objects.values_list("stand_in", flat=True).get(seller_id=seller_id)


def stand_ins_of(*, seller_id: int, buyer_id: UUID) -> tuple[UUID, UUID]:
    """The random ids that stand for a seller, and for this buyer of theirs, in leaves, in the present scope.

    Two SQL statements. For chains that exist: whoever wrote there first made the pair.
    """
    pairs = Pair.objects.values_list("pair", flat=True)
    return stand_in_of(seller_id=seller_id), pairs.get(seller_id=seller_id, buyer_id=buyer_id)


def _market(market: Market) -> MarketShown:
    return MarketShown(
        code=market.code,
        country=market.country,
        currency=market.currency,
        time_zone=market.time_zone,
        languages=market.languages,
        law=market.law,
    )
