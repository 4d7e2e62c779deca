"""A Buyer's change of market: what it would change, and the change."""

from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.goods import MoneyShape, money
from helpdesk.api.v1.posting import KEYED
from helpdesk.conversations import queries as conversations
from helpdesk.kernel import clock
from helpdesk.marketplace import actions
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.market import Address, MarketChange, OnSale, Storefront

router = Router()
Code = Annotated[str, Field(max_length=20)]


class MarketShape(Schema):
    """A market: its code, country (ISO 3166-1) and currency (ISO 4217)."""

    code: str
    country: str
    currency: str


class AddressShape(Schema):
    """One of the Buyer's addresses; `id` is what a change of market names."""

    id: str
    lines: list[str]
    country: str


class DeliveryShape(Schema):
    """Whether the present address is kept; if not, those that the new market delivers to."""

    present: AddressShape | None
    kept: bool
    choices: list[AddressShape]


class OnSaleShape(Schema):
    """`in_stock`, `limited`, `out` or `not_sold`; the market's own price, never converted."""

    availability: str
    price: MoneyShape | None


class OfferChangeShape(Schema):
    """An offer that the Buyer has an open question about."""

    id: str
    title: str
    seller: str
    now: OnSaleShape
    after: OnSaleShape


class MarketChangeShape(Schema):
    """What changes. Orders and conversations keep their market and law."""

    now: MarketShape
    after: MarketShape
    delivery: DeliveryShape
    offers: list[OfferChangeShape]


class WantedChange(Schema):
    """From the market that was shown to another; `address` is one of `choices`; null: as it is, or none."""

    model_config = ConfigDict(extra="forbid", strict=True)

    was: Code = Field(examples=["pl"])
    to: Code = Field(examples=["de"])
    address: Code | None = None


class ChangedMarket(Schema):
    """The market that the Buyer is on now, and the one before."""

    was: str
    market: str


@router.get("/market-change", response=MarketChangeShape)
def preview(request: ApiRequest, to: Annotated[Code, Query()]) -> dict[str, Any]:
    """What another market would change: address, currency, and each offer with an open question."""
    offers = conversations.open_offers(actor=request.auth)
    return _change(marketplace.market_change(actor=request.auth, to=to, offers=offers))


@router.post("/market-changes", response={201: ChangedMarket}, openapi_extra=KEYED)
def change(request: ApiRequest, body: WantedChange) -> HttpResponse:
    """Change it; refused when the Buyer is no longer on the market that was shown."""
    replayed = actions.change_market(
        actor=request.auth,
        now=clock.now(),
        was=body.was,
        to=body.to,
        address=body.address,
        key=key_of(request),
    )
    response = answers.of({"was": body.was, "market": body.to}, status=201)
    if replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response


def _change(change: MarketChange) -> dict[str, Any]:
    delivery = change.delivery
    return {
        "now": _market(change.now),
        "after": _market(change.after),
        "delivery": {
            "present": delivery.present and _address(delivery.present),
            "kept": delivery.kept,
            "choices": [_address(choice) for choice in delivery.choices],
        },
        "offers": [
            {
                "id": str(offer.ref),
                "title": offer.title,
                "seller": offer.seller,
                "now": _on_sale(offer.now),
                "after": _on_sale(offer.after),
            }
            for offer in change.offers
        ],
    }


def _market(front: Storefront) -> dict[str, str]:
    return {"code": front.name.code, "country": front.name.country, "currency": front.currency}


def _address(address: Address) -> dict[str, Any]:
    return {"id": address.id, "lines": [*address.lines], "country": address.country}


def _on_sale(offered: OnSale) -> dict[str, Any]:
    price = offered.price
    return {
        "availability": offered.availability,
        "price": price and money(price),
    }
