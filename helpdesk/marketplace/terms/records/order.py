"""An order: what one buyer bought from one seller at one time."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from helpdesk.marketplace.terms.kinds import STUB, Kind, Name
from helpdesk.marketplace.terms.money import Money
from helpdesk.marketplace.terms.records.body import Address, Body, Naming, Part, Reference
from helpdesk.marketplace.terms.values import (
    Code,
    ExternalId,
    Instant,
    MarketCode,
    Quantity,
    Short,
    Version,
)


class OrderLine(Part):
    """So many of one offer, at the price of one piece."""

    id: ExternalId
    offer: ExternalId
    quantity: Quantity
    price: Money
    serial: Short | None = None


class OrderBody(Body):
    """An order of one seller; a basket over several sellers comes as several, with one `purchase_ref`."""

    KIND: ClassVar = Kind.ORDER
    OWNER: ClassVar = "seller"

    number: Short
    market: MarketCode
    seller: ExternalId
    buyer: ExternalId
    placed_at: Instant
    paid_with: Code | None = None
    purchase_ref: ExternalId | None = None
    delivery_address: Address | None = None
    withdrawal_informed_at: Instant | None = None
    lines: Annotated[list[OrderLine], Field(min_length=1, max_length=500)]

    @model_validator(mode="after")
    def _is_one_order(self) -> "OrderBody":
        if len({line.id for line in self.lines}) < len(self.lines):
            raise PydanticCustomError("value.line_twice", "value.line_twice")
        if len({line.price.currency for line in self.lines}) > 1:
            raise PydanticCustomError("value.one_currency", "value.one_currency")
        return self

    def named(self) -> Iterator[Reference]:
        yield from _parties(self)
        for place, line in enumerate(self.lines):
            yield Reference(f"/lines/{place}/offer", Name(Kind.OFFER, line.offer))


class ExpectedOrderBody(Naming):
    """An order that is on its way: enough for messages about it. Any version of the order itself is newer."""

    KIND: ClassVar = Kind.ORDER
    OWNER: ClassVar = "seller"

    number: Short | None = None
    market: MarketCode
    seller: ExternalId
    buyer: ExternalId

    def named(self) -> Iterator[Reference]:
        yield from _parties(self)

    @property
    def version(self) -> Version:
        """Older than that of any record."""
        return Version("", STUB)


def _parties(order: OrderBody | ExpectedOrderBody) -> Iterator[Reference]:
    yield Reference("/market", Name(Kind.MARKET, order.market))
    yield Reference("/seller", Name(Kind.SELLER, order.seller))
    yield Reference("/buyer", Name(Kind.BUYER, order.buyer))
