"""An offer: one product of one seller, on sale in one or several markets."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.money import Money
from helpdesk.marketplace.terms.records.body import Body, Part, Reference
from helpdesk.marketplace.terms.values import Country, Ean, ExternalId, Language, Line, Long, MarketCode


class Guarantee(Part):
    """A commercial guarantee that comes with the product."""

    giver: Literal["seller", "producer"]
    months: Annotated[int, Field(ge=1, le=600)]
    terms: Long | None = None


class OnMarket(Part):
    """Price and availability on one market."""

    price: Money
    availability: Literal["in_stock", "limited", "out", "not_sold"]
    delivery_countries: Annotated[list[Country], Field(max_length=250)] = []


class OfferBody(Body):
    """An offer. `withdrawal_excluded` is the letter of Article 16 of Directive 2011/83/EU that applies."""

    KIND: ClassVar = Kind.OFFER
    OWNER: ClassVar = "seller"

    seller: ExternalId
    title: Annotated[dict[Language, Line], Field(min_length=1, max_length=30)]
    condition: Literal["new", "used", "refurbished"] = "new"
    ean: Ean | None = None
    return_days: Annotated[int, Field(ge=0, le=3650)] | None = None
    withdrawal_excluded: Literal["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"] | None = (
        None
    )
    guarantee: Guarantee | None = None
    markets: Annotated[dict[MarketCode, OnMarket], Field(max_length=100)]

    def named(self) -> Iterator[Reference]:
        yield Reference("/seller", Name(Kind.SELLER, self.seller))
        for code in self.markets:
            yield Reference(f"/markets/{code}", Name(Kind.MARKET, code))
