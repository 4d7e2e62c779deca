"""Offers, for asking before a sale."""

from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.api.v1 import allowed
from helpdesk.api.v1.allowed import Allowed
from helpdesk.api.v1.goods import Asking, MoneyShape, asking, money
from helpdesk.api.v1.grades import Graded, graded, seen
from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.shown import OfferShown, SellerShown

router = Router()
MarketCode = Annotated[str, Field(max_length=20, pattern="^[A-Za-z0-9_-]+$")]


class OfferGuarantee(Schema):
    """Given by the `seller` or the `producer`."""

    giver: str
    months: int
    terms: str


class OfferSeller(Schema):
    """Who sells; business days are those of the country of establishment."""

    name: str
    country: str


class Offer(Asking, Allowed, Graded):
    """An offer on one market. `price` is the market's own, never converted; null: not sold there."""

    id: str
    external_id: str
    title: str
    seller: OfferSeller
    market: str | None
    price: MoneyShape | None
    availability: str
    condition: str
    return_days: int | None
    guarantee: OfferGuarantee | None


@router.get("/{offer}", response=Offer)
def show(
    request: ApiRequest, offer: str, market: Annotated[MarketCode | None, Query()] = None
) -> dict[str, Any]:
    """One offer, by our id or the Platform's (`ext:...`), on the Buyer's market unless another is named."""
    actor = request.auth
    ref = ref_of(kind=Kind.OFFER, text=offer)
    code = market or _own_market(actor)
    found = queries.offer_of(actor=actor, offer=ref, market=code or "")
    seller = queries.seller_of(actor=actor, seller_id=ref.seller_id)
    shop = seen(actor=actor, seller_id=ref.seller_id, now=clock.now())
    may, told = allowed.about_offer(offer=ref, seen=shop), graded(seen=shop)
    return _shape(found, seller, code) | _asking(actor, found, seller, code) | may | told


def _own_market(actor: Actor) -> str | None:
    if actor.side is not Side.BUYER:
        return None
    seat = queries.seat_for_system(person_id=actor.person, side=actor.side, at=clock.now())
    return seat.market if seat else None


def _asking(actor: Actor, offer: OfferShown, seller: SellerShown, market: str | None) -> dict[str, Any]:
    if actor.side is not Side.BUYER or market is None:
        return asking(thread=None, promised=None)
    place = queries.market_of(actor=actor, code=market)
    return asking(
        thread=conversations.thread_about_offer(actor=actor, offer=offer.ref),
        promised=conversations.promised(seller=seller, market=place, now=clock.now()),
    )


def _shape(offer: OfferShown, seller: SellerShown, market: str | None) -> dict[str, Any]:
    given = offer.guarantee
    return {
        "id": str(offer.ref),
        "external_id": offer.external_id,
        "title": offer.title,
        "seller": {"name": seller.name, "country": seller.country},
        "market": market,
        "price": money(offer.price) if offer.price else None,
        "availability": offer.availability,
        "condition": offer.condition,
        "return_days": offer.return_days,
        "guarantee": given and {"giver": given.giver, "months": given.months, "terms": given.terms},
    }
